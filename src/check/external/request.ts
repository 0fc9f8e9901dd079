import http from 'node:http'
import type {IncomingMessage} from 'node:http'
import https from 'node:https'
import {isIP} from 'node:net'
import type {LookupFunction} from 'node:net'
import {addressGuard} from './address-guard.ts'
import type {ExternalClock} from './clock.ts'
import {RefusedAddressError, failureOf} from './failure.ts'
import type {Failure} from './failure.ts'
import {guardedLookup, systemLookup} from './host-lookup.ts'
import type {HostLookup} from './host-lookup.ts'
import {acceptedEncodings, htmlText, isHtml} from './html-text.ts'
import type {ExternalOptions} from './options.ts'
import {quote} from './result.ts'

/** One question to one address of the web. */
export interface WebRequest {
  /** `http:` or `https:`; a name and a password in it are not sent. */
  readonly url: URL
  readonly method: 'GET' | 'HEAD'
  /** Whether the text of an HTML page is wanted, by the status of its answer. */
  readonly wantsText: (status: number) => boolean
}

/** What came back. */
export interface WebAnswer {
  readonly kind: 'answer'
  readonly status: number
  /** Value of `Location`. */
  readonly location?: string
  /** Value of `Retry-After`. */
  readonly retryAfter?: string
  /** Left out where it was not wanted, is not HTML, or is too large. */
  readonly text?: string
}

/** A connection that must not be made. */
export interface Refusal {
  readonly kind: 'refused'
  readonly reason: string
}

/** What requests need beside their URL. */
export interface RequestContext {
  readonly options: Pick<ExternalOptions, 'allowPrivate' | 'maxBodyBytes' | 'timeoutMs' | 'userAgent'>
  readonly clock: ExternalClock
  /** Left out: that of the system. */
  readonly lookup: HostLookup | undefined
  readonly signal: AbortSignal | undefined
}

/** Bytes of headers that an answer may have. */
const maxHeaderSize = 64 * 1024

/** Milliseconds after which the next address of a host is tried: the usual 250 are too few for far-away hosts. */
const autoSelectFamilyAttemptTimeout = 2000

/**
 * Makes a function that asks the web, one connection for each request.
 *
 * Nothing is kept between requests: no connection, cookie, session or authorisation. Whether an address is public is
 * decided about the very address that is connected to, so a name that leads elsewhere the next time gains nothing.
 *
 * @returns a function that throws the reason of the signal when that is aborted, and nothing else
 */
export function requester(context: RequestContext): (asked: WebRequest) => Promise<WebAnswer | Failure | Refusal> {
  const guard = context.options.allowPrivate ? () => undefined : addressGuard()
  const settings: Settings = {
    guard,
    lookup: guardedLookup(context.lookup ?? systemLookup, guard),
    agents: {
      'http:': new http.Agent({keepAlive: false, autoSelectFamilyAttemptTimeout}),
      'https:': new https.Agent({keepAlive: false, autoSelectFamilyAttemptTimeout, maxCachedSessions: 0}),
    },
  }
  return async (asked) => {
    const {clock, signal, options} = context
    signal?.throwIfAborted()
    const hostname = asked.url.hostname.replace(/^\[|\]$/g, '')
    const words = isIP(hostname) === 0 ? undefined : settings.guard(hostname)
    if (words !== undefined) return {kind: 'refused', reason: `${quote(hostname)} is ${words}`}

    const stop = new AbortController()
    const onAbort = (): void => {
      stop.abort()
    }
    signal?.addEventListener('abort', onAbort)
    const cancel = clock.deadline(options.timeoutMs, onAbort)
    try {
      const opened = await open(asked, {context, settings, signal: stop.signal})
      try {
        return await readAnswer(opened, asked, options.maxBodyBytes)
      } finally {
        opened.response.destroy()
      }
    } catch (error) {
      signal?.throwIfAborted()
      if (stop.signal.aborted) return {kind: 'failure', reason: timeoutReason(options.timeoutMs), passing: true}
      if (error instanceof RefusedAddressError) return {kind: 'refused', reason: error.message}
      return failureOf(error)
    } finally {
      cancel()
      signal?.removeEventListener('abort', onAbort)
    }
  }
}

interface Settings {
  readonly guard: (address: string) => string | undefined
  readonly lookup: LookupFunction
  readonly agents: Readonly<Record<'http:' | 'https:', http.Agent>>
}

interface OpenContext {
  readonly context: RequestContext
  readonly settings: Settings
  readonly signal: AbortSignal
}

interface OpenAnswer {
  readonly response: IncomingMessage
  /** What went wrong after the headers came. */
  readonly fault: () => Error | undefined
}

/** Sends a request. @returns the answer as soon as its headers are there */
async function open({url, method}: WebRequest, {context, settings, signal}: OpenContext): Promise<OpenAnswer> {
  const protocol = url.protocol === 'https:' ? 'https:' : 'http:'
  const {request: send} = protocol === 'https:' ? https : http
  const target = new URL(url)
  target.username = ''
  target.password = ''
  const faults: Error[] = []
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(target, {
      method,
      agent: settings.agents[protocol],
      lookup: settings.lookup,
      maxHeaderSize,
      signal,
      headers: {
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-encoding': method === 'GET' ? acceptedEncodings : 'identity',
        'user-agent': context.options.userAgent,
      },
    })
    request.once('response', resolve)
    request.on('error', (error) => {
      faults.push(error)
      reject(error)
    })
    // An answer that switches protocols ends the request without an error.
    request.once('close', () => {
      reject(Object.assign(new Error('closed'), {code: 'ECONNRESET'}))
    })
    request.end()
  })
  return {response, fault: () => faults[0]}
}

async function readAnswer(opened: OpenAnswer, asked: WebRequest, limit: number): Promise<WebAnswer> {
  const {statusCode: status = 0, headers} = opened.response
  const answer = {
    kind: 'answer',
    status,
    ...(headers.location === undefined ? {} : {location: headers.location}),
    ...(headers['retry-after'] === undefined ? {} : {retryAfter: headers['retry-after']}),
  } as const
  const type = headers['content-type'] ?? ''
  if (asked.method === 'HEAD' || !asked.wantsText(status) || !isHtml(type)) return answer
  const bytes = await readBytes(opened, limit)
  const text = bytes && htmlText({bytes, type, encoding: headers['content-encoding'] ?? ''}, limit)
  return text === undefined ? answer : {...answer, text}
}

/** Reads a body to its end; `undefined` for one that is larger than the limit. */
async function readBytes({response, fault}: OpenAnswer, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limit) return undefined
      chunks.push(chunk)
    }
  } catch (error) {
    throw fault() ?? error
  }
  // A body without a length ends with its connection, for the parser even where that was cut off.
  const {headers} = response
  const cut = headers['content-length'] === undefined && headers['transfer-encoding'] === undefined && fault()
  if (cut) throw cut
  return Buffer.concat(chunks)
}

function timeoutReason(milliseconds: number): string {
  return `no whole answer came within ${milliseconds / 1000} seconds`
}
