import {isUtf8} from 'node:buffer'
import type {ExternalClock} from './clock.ts'
import type {Failure} from './failure.ts'
import {htmlAnchors} from './html-anchors.ts'
import type {HostLimiter} from './host-limiter.ts'
import type {ExternalOptions} from './options.ts'
import type {Refusal, WebAnswer, WebRequest} from './request.ts'
import {quote, statusReason} from './result.ts'
import type {ExternalResult} from './result.ts'
import {backoff, parseRetryAfter} from './retry-after.ts'

/** A good answer. */
export interface Arrival {
  readonly kind: 'arrived'
  readonly status: number
  /** Where redirects led; left out where there were none. */
  readonly redirect?: {readonly to: URL; readonly permanent: boolean}
  /** Of the page; left out where they were not wanted or are not known. */
  readonly anchors?: ReadonlySet<string>
}

/** A good answer, or why there is none. */
export type Visit = Arrival | Extract<ExternalResult, {kind: 'broken' | 'excluded' | 'refused' | 'unreachable'}>

/** What visits share. */
export interface VisitContext {
  readonly options: ExternalOptions
  readonly ask: (asked: WebRequest) => Promise<WebAnswer | Failure | Refusal>
  readonly limiter: HostLimiter
  readonly clock: ExternalClock
  readonly signal: AbortSignal | undefined
  readonly accepts: (status: number) => boolean
  readonly excludes: (url: string) => boolean
}

/** Statuses of servers that may answer otherwise a little later. */
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])
/** Statuses of hosts that do not want to be asked now. */
const busyStatuses: ReadonlySet<number> = new Set([429, 503])
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const permanentStatuses: ReadonlySet<number> = new Set([301, 308])

/** Where a visit is on its way. */
interface Journey {
  url: URL
  method: 'GET' | 'HEAD'
  retries: number
  permanent: boolean
  /** Every URL that was asked for, in order. */
  readonly seen: Set<string>
}

/**
 * Follows a URL to its answer: `HEAD` first, then `GET` where that fails or where anchors are wanted.
 *
 * @param url  `http:` or `https:`
 * @throws the reason of the signal when that is aborted
 */
export async function visit(url: URL, wantsAnchors: boolean, context: VisitContext): Promise<Visit> {
  const journey: Journey = {
    url,
    method: wantsAnchors ? 'GET' : 'HEAD',
    retries: 0,
    permanent: true,
    seen: new Set([keyOf(url)]),
  }
  for (;;) {
    const end = await stay(journey, wantsAnchors, context)
    if (end) return end
  }
}

/** A URL without what is not sent: its fragment, and a name and password. */
export function keyOf(url: URL): string {
  const key = new URL(url)
  key.hash = ''
  key.username = ''
  key.password = ''
  return key.href
}

/**
 * All requests to one host, one after the other; `undefined` when the journey goes on at another one.
 *
 * The place at the host is kept while a retry waits. So a host that is down is known to be so after a few URLs, and not
 * when all of them were asked for once.
 */
async function stay(journey: Journey, wantsAnchors: boolean, context: VisitContext): Promise<Visit | undefined> {
  const {ask, limiter, accepts} = context
  const host = journey.url.hostname
  return await limiter.at(host, async (turn) => {
    if (limiter.isGivenUp(host)) return {kind: 'unreachable', reason: 'nobody asked, as its host did not answer before'}
    while (journey.url.hostname === host) {
      const {url, method} = journey
      const answer = await turn(() => ask({url, method, wantsText: (status) => wantsAnchors && accepts(status)}))
      const end = await proceed(journey, answer, context)
      if (end) return end
    }
    return undefined
  })
}

/** What follows from an answer; `undefined` when the journey goes on. */
async function proceed(
  journey: Journey,
  answer: WebAnswer | Failure | Refusal,
  context: VisitContext,
): Promise<Visit | undefined> {
  const {limiter, accepts, options} = context
  const {url, method, seen} = journey
  if (answer.kind === 'refused') return seen.size === 1 ? answer : redirectedTo(url, answer.reason)
  if (answer.kind === 'failure') {
    // Some servers fail at HEAD only.
    const untried = method === 'HEAD' && options.retries === 0
    journey.method = 'GET'
    if (untried) return undefined
    const {reason, passing} = answer
    if (passing && (await waitToRetry(journey, undefined, context)) === 'waited') return undefined
    limiter.note(url.hostname, false)
    return {kind: passing ? 'unreachable' : 'broken', reason}
  }
  if (!busyStatuses.has(answer.status)) limiter.note(url.hostname, true)
  if (redirectStatuses.has(answer.status) && answer.location !== undefined && !accepts(answer.status))
    return follow(journey, answer.status, {location: answer.location, context})
  if (accepts(answer.status)) return arrive(journey, answer)
  return await decline(journey, answer, context)
}

function arrive({url, permanent, seen}: Journey, {status, text}: WebAnswer): Arrival {
  return {
    kind: 'arrived',
    status,
    ...(seen.size > 1 ? {redirect: {to: url, permanent}} : {}),
    ...(text === undefined ? {} : {anchors: htmlAnchors(text)}),
  }
}

/** What follows from a status that is not accepted. */
async function decline(
  journey: Journey,
  {status, retryAfter}: WebAnswer,
  context: VisitContext,
): Promise<Visit | undefined> {
  const asked = parseRetryAfter(retryAfter, context.clock.now())
  const reason = statusReason(status)
  if (journey.method === 'HEAD' && status !== 429 && asked === undefined) {
    journey.method = 'GET'
    return undefined
  }
  if (!passingStatuses.has(status)) return {kind: 'broken', status, reason}
  const outcome = await waitToRetry(journey, asked, context)
  if (outcome === 'waited') return undefined
  if (busyStatuses.has(status)) context.limiter.note(journey.url.hostname, false)
  const wish = outcome === 'too long' ? ` and asks to wait more than ${context.options.maxWaitMs / 1000} seconds` : ''
  return {kind: 'unreachable', status, reason: reason + wish}
}

/**
 * Waits for the next attempt, if there is one. No request goes to a host that asked to wait meanwhile.
 *
 * @param asked  milliseconds that the server asks for
 */
async function waitToRetry(
  journey: Journey,
  asked: number | undefined,
  {options, limiter, clock, signal}: VisitContext,
): Promise<'waited' | 'spent' | 'too long'> {
  if (journey.retries >= options.retries) return 'spent'
  if (asked !== undefined && asked > options.maxWaitMs) return 'too long'
  if (asked !== undefined) limiter.pause(journey.url.hostname, asked)
  await clock.sleep(asked ?? backoff(journey.retries, options), signal)
  journey.retries++
  return 'waited'
}

/** Goes where a redirect leads, if it may. */
function follow(
  journey: Journey,
  status: number,
  {location, context}: {readonly location: string; readonly context: VisitContext},
): Visit | undefined {
  const target = parseLocation(location, journey.url)
  if (!target) return {kind: 'broken', status, reason: 'it redirects to something that is not a URL'}
  if (target.protocol !== 'http:' && target.protocol !== 'https:')
    return {kind: 'refused', reason: `it redirects to ${quote(target.href)}, which is not a web address`}
  const key = keyOf(target)
  if (journey.seen.has(key)) return {kind: 'broken', status, reason: 'it redirects in a circle'}
  if (journey.seen.size > context.options.maxRedirects)
    return {kind: 'broken', status, reason: `it redirects more than ${context.options.maxRedirects} times`}
  if (context.excludes(target.href)) return {kind: 'excluded'}
  journey.seen.add(key)
  journey.permanent &&= permanentStatuses.has(status)
  journey.url = target
  return undefined
}

/** The URL of a `Location`, whose bytes Node reads as Latin-1 though they are often UTF-8. */
function parseLocation(location: string, base: URL): URL | undefined {
  const bytes = Buffer.from(location, 'latin1')
  const text = isUtf8(bytes) ? bytes.toString('utf8') : location
  if (!URL.canParse(text, base.href)) return undefined
  const target = new URL(text, base.href)
  // A fragment stays unless the redirect names another one.
  if (target.hash === '') target.hash = base.hash
  target.username = ''
  target.password = ''
  return target
}

function redirectedTo(url: URL, reason: string): Refusal {
  return {kind: 'refused', reason: `it redirects to ${quote(url.href)}, and ${reason}`}
}
