import {createServer as createHttpServer} from 'node:http'
import type {RequestListener} from 'node:http'
import {createServer as createSocketServer} from 'node:net'
import type {AddressInfo, Server, Socket} from 'node:net'
import {onTestFinished} from 'vitest'

/** Serves HTTP on this machine for one test. @returns `http://127.0.0.1:<port>` */
export async function serveWeb(listener: RequestListener): Promise<string> {
  const server = createHttpServer(listener)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${await listen(server)}`
}

/** Serves connections of any kind on this machine for one test. @returns `http://127.0.0.1:<port>` */
export async function serveSockets(listener: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createSocketServer((socket) => {
    sockets.add(socket)
    // The other side may go whenever it likes.
    socket.on('error', () => undefined)
    listener(socket)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${await listen(server)}`
}

/** An address of this machine where nobody listens any more. @returns `http://127.0.0.1:<port>` */
export async function unusedAddress(): Promise<string> {
  const server = createSocketServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
