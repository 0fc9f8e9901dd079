import {createServer} from 'node:http'
import type {Server} from 'node:http'
import {hostname} from 'node:os'
import {isIP} from 'node:net'
import type {AddressInfo} from 'node:net'
import {UsageError} from '../build/usage-error.ts'
import {sendAnswer} from './answer.ts'
import type {Answer} from './answer.ts'
import {judgeRequest} from './guard.ts'

/** Milliseconds that a client may take for its head, and for a whole request. */
const headTime = 10_000
const requestTime = 30_000
/** Ports that are tried after the one that was asked for. */
const furtherPorts = 20

/** A server that answers requests of this machine's own pages. */
export interface OpenServer {
  readonly server: Server
  /** Where it listens. */
  readonly port: number
  readonly names: ReadonlySet<string>
}

/**
 * Opens a server. A port that is in use leads to the next free one.
 *
 * @param answer  answers a path; what it throws is a fault of Docprism, and answered as such
 * @throws UsageError when it may not listen there, or no port is free
 */
export async function openServer(options: {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly answer: (pathname: string) => Promise<Answer>
  readonly onFault: (error: unknown) => void
}): Promise<OpenServer> {
  const {host, answer, onFault} = options
  const names = servedNames(host)
  const server = createServer({headersTimeout: headTime, requestTimeout: requestTime}, (request, response) => {
    response.on('error', () => undefined)
    const refusal = judgeRequest(request, names)
    const [pathname = '/'] = (request.url ?? '/').split(/[?#]/, 1)
    const answering: Promise<Answer> = refusal ? Promise.resolve({kind: 'refused', ...refusal}) : answer(pathname)
    answering
      .catch((error: unknown): Answer => {
        onFault(error)
        return {kind: 'refused', status: 500, reason: error instanceof Error ? error.message : String(error)}
      })
      .then((answered) => sendAnswer(answered, request, response))
      .catch(() => {
        response.destroy()
      })
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`)
  })
  const port = await listen(server, {host, port: options.port})
  return {server, port, names}
}

async function listen(server: Server, {host, port}: {host: string; port: number}): Promise<number> {
  for (let tried = port; ; tried++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen({host, port: tried}, () => {
          server.off('error', reject)
          resolve()
        })
      })
      return (server.address() as AddressInfo).port
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EADDRINUSE' && tried < Math.min(port + furtherPorts, 65_535)) continue
      throw new UsageError(`Cannot listen on \`${host}\`, port ${tried}: ${listenReason(code)}`)
    }
  }
}

function listenReason(code: unknown): string {
  if (code === 'EADDRINUSE') return 'this port and those after it are in use; choose another with `--port`'
  if (code === 'EACCES') return 'it may only be opened by an administrator; choose a port from 1024'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'this machine has no such address'
  return String(code)
}

/** Host names that are answered beside `localhost` and IP addresses. */
function servedNames(host: string): ReadonlySet<string> {
  const own = hostname().toLowerCase()
  const isOpen = !isLoopbackHost(host)
  return new Set([...(isIP(host) === 0 ? [host.toLowerCase()] : []), ...(isOpen ? [own, `${own}.local`] : [])])
}

/** Whether only this machine can reach what listens on a host. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
