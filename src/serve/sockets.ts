import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer} from 'ws'
import type {WebSocket} from 'ws'
import {readAddress} from './address.ts'
import {judgeSocket} from './guard.ts'
import type {PageMessage} from './messages.ts'
import type {Pusher} from './pusher.ts'
import type {Viewer} from './viewers.ts'

/** Bytes of the longest message that a page may send. */
const longestMessage = 16 * 1024

/** What sockets are opened with. */
export interface SocketOptions {
  readonly server: Server
  readonly pusher: Pusher
  /** Host names that are answered; see `judgeRequest`. */
  readonly names: ReadonlySet<string>
}

/** Connects pages in browsers with the server. @returns what ends all connections */
export function openSockets({server, pusher, names}: SocketOptions): () => void {
  const sockets = new WebSocketServer({noServer: true, maxPayload: longestMessage, perMessageDeflate: false})
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // The other side may go whenever it likes.
    socket.on('error', () => undefined)
    const refusal = judgeSocket(request, names)
    if (refusal ?? request.url !== '/@docprism/socket') {
      const {status = 404, reason = 'There is no socket here'} = refusal ?? {}
      socket.end(`HTTP/1.1 ${status} Refused\r\ncontent-type: text/plain\r\nconnection: close\r\n\r\n${reason}\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      welcome(opened, request, pusher)
    })
  })
  return () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

function welcome(socket: WebSocket, request: IncomingMessage, pusher: Pusher): void {
  const viewer: Viewer = {
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
    },
    isLocal: isLoopback(request.socket.remoteAddress ?? ''),
    address: undefined,
    version: '',
    info: '',
    isBroken: false,
  }
  socket.on('error', () => undefined)
  socket.on('close', () => {
    pusher.viewers.delete(viewer)
  })
  socket.on('message', (data: Buffer) => {
    const message = readMessage(data.toString('utf8'))
    const address = message && readAddress(message.path)
    if (!message || address?.kind !== 'site') return
    viewer.address = address
    viewer.version = message.version
    pusher.viewers.add(viewer)
    void pusher.update(viewer)
  })
}

/** Whether an address is of this machine. */
function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address)
}

function readMessage(text: string): PageMessage | undefined {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null) return undefined
    const {type, path, version} = message as Record<string, unknown>
    const isView = type === 'view' && typeof path === 'string' && typeof version === 'string'
    return isView ? {type, path, version} : undefined
  } catch {
    return undefined
  }
}
