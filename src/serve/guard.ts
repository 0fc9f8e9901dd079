import {isIP} from 'node:net'

/** What decides whether a request is answered. */
export interface RequestHead {
  readonly method?: string | undefined
  /** The request target: a path with query. */
  readonly url?: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 421
  readonly reason: string
}

/**
 * Judges a request before anything is looked up for it.
 *
 * A page of another site can make a browser ask this server, and a name of its own can be made to lead here (DNS rebinding):
 * so only names of this machine are answered, and no requests that other origins make.
 *
 * @param names  host names in lower case that are answered beside `localhost` and IP addresses
 */
export function judgeRequest({method, url, headers}: RequestHead, names: ReadonlySet<string>): Refusal | undefined {
  if (method !== 'GET' && method !== 'HEAD') {
    return {status: 405, reason: `Method ${method ?? ''} is not offered, only GET and HEAD`}
  }
  if (!url?.startsWith('/')) return {status: 400, reason: 'The request names no path'}
  const {host, origin} = headers
  const name = typeof host === 'string' ? hostName(host) : undefined
  if (name === undefined) return {status: 400, reason: 'The request names no host'}
  if (!isOwnName(name, names)) {
    return {status: 421, reason: `Host ${name} is not served here; open the address that \`docprism serve\` printed`}
  }
  if (origin !== undefined && !isSameOrigin(origin, host)) {
    return {status: 403, reason: 'Pages of other sites may not ask for anything here'}
  }
  return undefined
}

/** As `judgeRequest`, for a WebSocket: browsers always say which page opens one. */
export function judgeSocket(request: RequestHead, names: ReadonlySet<string>): Refusal | undefined {
  if (request.headers['origin'] === undefined) return {status: 403, reason: 'A WebSocket needs an origin'}
  return judgeRequest(request, names)
}

/** Host name in a `Host` header, in lower case, without port and brackets; `undefined` for none. */
function hostName(host: string): string | undefined {
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}/`)) return undefined
  return new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '')
}

function isOwnName(name: string, names: ReadonlySet<string>): boolean {
  // An IP address cannot be made to lead anywhere else.
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || names.has(name)
}

function isSameOrigin(origin: string | readonly string[], host: string | readonly string[] | undefined): boolean {
  if (typeof origin !== 'string' || typeof host !== 'string' || !URL.canParse(origin)) return false
  return origin.startsWith('http://') && new URL(origin).host === new URL(`http://${host}/`).host
}
