import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import {checkUrls} from '../../src/check/external/check-urls.ts'
import type {ExternalIo} from '../../src/check/external/check-urls.ts'
import type {HostLookup} from '../../src/check/external/host-lookup.ts'
import {defaultExternalOptions} from '../../src/check/external/options.ts'
import type {ExternalOptions} from '../../src/check/external/options.ts'
import type {ExternalResult} from '../../src/check/external/result.ts'
import {instantClock} from './instant-clock.ts'
import {serveWeb} from './web-server.ts'

/** Every host is this machine. */
export const loopback: HostLookup = () => Promise.resolve([{address: '127.0.0.1', family: 4}])

/** Options for servers on this machine, without pauses. */
export function settings(options: Partial<ExternalOptions> = {}): ExternalOptions {
  return {...defaultExternalOptions, allowPrivate: true, intervalMs: 0, ...options}
}

/** Checks URLs on this machine, without waiting. @returns their results in the same order */
export async function checkAll(
  urls: readonly string[],
  options: Partial<ExternalOptions> = {},
  io: ExternalIo = {},
): Promise<readonly (ExternalResult | undefined)[]> {
  const results = await checkUrls(urls, settings(options), {clock: instantClock(), lookup: loopback, ...io})
  return urls.map((url) => results.get(url))
}

/** Checks one URL on this machine, without waiting. */
export async function check(
  url: string,
  options: Partial<ExternalOptions> = {},
  io: ExternalIo = {},
): Promise<ExternalResult | undefined> {
  return (await checkAll([url], options, io))[0]
}

/** A server and what it was asked so far. */
export interface SeenServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** `HEAD /path` */
  readonly seen: readonly string[]
  readonly requests: readonly IncomingMessage[]
}

/** A server that writes down what it is asked, as `HEAD /path`. */
export async function serveSeen(listener: RequestListener): Promise<SeenServer> {
  const seen: string[] = []
  const requests: IncomingMessage[] = []
  const url = await serveWeb((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`)
    requests.push(request)
    listener(request, response)
  })
  return {url, seen, requests}
}

/** A server whose answers to the first requests have these statuses; the last one stays. */
export function serveStatuses(...statuses: readonly number[]): Promise<SeenServer> {
  const left = [...statuses]
  return serveSeen((_, response) => {
    const status = left.length > 1 ? left.shift() : left[0]
    response.writeHead(status ?? 500).end()
  })
}

/** Answers with a redirect. */
export function redirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, {location}).end()
}

/** Answers with a page. */
export function html(response: ServerResponse, text: string): void {
  response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end(text)
}
