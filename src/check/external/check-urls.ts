import {nearest} from '../../core/nearest.ts'
import {globMatcher} from '../../site/glob.ts'
import {systemClock} from './clock.ts'
import type {ExternalClock} from './clock.ts'
import type {CachedAnswer, ExternalCache} from './external-cache.ts'
import {hostLimiter} from './host-limiter.ts'
import type {HostLookup} from './host-lookup.ts'
import {anchorOf, hasAnchor} from './html-anchors.ts'
import {statusTest} from './options.ts'
import type {ExternalOptions} from './options.ts'
import {requester} from './request.ts'
import {statusReason} from './result.ts'
import type {ExternalResult} from './result.ts'
import {keyOf, visit} from './visit.ts'
import type {Arrival, Visit, VisitContext} from './visit.ts'

/** What a check reaches of the world; each has a usual meaning. */
export interface ExternalIo {
  readonly clock?: ExternalClock | undefined
  /** Finds the addresses of host names. */
  readonly lookup?: HostLookup | undefined
  /** Left out: every URL is asked for. */
  readonly cache?: ExternalCache | undefined
  /** Ends the check. */
  readonly signal?: AbortSignal | undefined
}

/** URLs that differ in their fragments only, and so take one request. */
interface Target {
  readonly url: URL
  readonly links: Link[]
}

interface Link {
  /** As given. */
  readonly given: string
  readonly url: URL
  /** What must be in the page. */
  readonly anchor: string | undefined
}

/** Statuses of pages that are gone, which an answer of an earlier check can tell as well. */
const goneStatuses: ReadonlySet<number> = new Set([404, 410])

/**
 * Asks for external links.
 *
 * Nobody learns more from a check than that it asked: no cookies are kept, and neither names nor passwords are sent,
 * not even those in a URL. Proxies in the environment are not used.
 *
 * @param urls  absolute URLs as written; one that cannot be parsed is `broken`, one of another scheme `excluded`
 * @returns the result of every given URL, in the order of the first mention
 * @throws the reason of the signal when that is aborted; RangeError for `accept` as `statusTest` does. A failure of the
 *   network is a result.
 */
export async function checkUrls(
  urls: Iterable<string>,
  options: ExternalOptions,
  {clock = systemClock, lookup, cache, signal: outer}: ExternalIo = {},
): Promise<ReadonlyMap<string, ExternalResult>> {
  const accepts = statusTest(options.accept)
  const results = new Map<string, ExternalResult>()
  const globs = options.exclude.map(globMatcher)
  const excludes = (url: string): boolean => globs.some((matches) => matches(url))
  const targets = collectTargets(urls, {excludes, anchors: options.anchors, results})

  // A fault in one visit ends the others, so that nothing goes on behind the back of the caller.
  const stop = new AbortController()
  const signal = outer ? AbortSignal.any([outer, stop.signal]) : stop.signal
  const context: VisitContext = {
    options,
    ask: requester({options, clock, lookup, signal}),
    limiter: hostLimiter({...options, clock, signal}),
    clock,
    signal,
    accepts,
    excludes,
  }
  try {
    await Promise.all(
      targets.map(async (target) => {
        for (const [given, result] of await checkTarget(target, cache, context)) results.set(given, result)
      }),
    )
  } catch (error) {
    stop.abort(error)
    throw error
  }
  return results
}

/** Sorts URLs into those to ask for and those that need no question; these get their place in `results` at once. */
function collectTargets(
  urls: Iterable<string>,
  {
    excludes,
    anchors,
    results,
  }: {
    readonly excludes: (url: string) => boolean
    readonly anchors: boolean
    readonly results: Map<string, ExternalResult>
  },
): readonly Target[] {
  const targets = new Map<string, Target>()
  for (const given of new Set(urls)) {
    // Every URL has its place in the order, whenever its answer comes.
    results.set(given, {kind: 'excluded'})
    if (excludes(given)) continue
    if (!URL.canParse(given)) {
      results.set(given, {kind: 'broken', reason: 'it is not a valid URL'})
      continue
    }
    const url = new URL(given)
    if ((url.protocol !== 'http:' && url.protocol !== 'https:') || excludes(url.href)) continue
    const key = keyOf(url)
    const target = targets.get(key) ?? {url: new URL(key), links: []}
    targets.set(key, target)
    target.links.push({given, url, anchor: anchors ? anchorOf(url.hash) : undefined})
  }
  return [...targets.values()]
}

/** Checks one URL with all its fragments. */
async function checkTarget(
  {url, links}: Target,
  cache: ExternalCache | undefined,
  context: VisitContext,
): Promise<readonly (readonly [given: string, result: ExternalResult])[]> {
  const wanted = new Set(links.flatMap(({anchor}) => anchor ?? []))
  const known = recall(cache?.get(url.href), wanted, context)
  const outcome = known ?? (await visit(url, wanted.size > 0, context))
  if (!known) remember(outcome, wanted, (answer) => cache?.set(url.href, answer))
  return links.map((link) => [link.given, resultOf(outcome, link)])
}

/** What an earlier check tells; `undefined` where it does not tell enough, or did under other options. */
function recall(
  answer: CachedAnswer | undefined,
  wanted: ReadonlySet<string>,
  {accepts}: VisitContext,
): Visit | undefined {
  if (!answer) return undefined
  const {status, redirect, anchors} = answer
  if (!accepts(status))
    return goneStatuses.has(status) ? {kind: 'broken', status, reason: statusReason(status)} : undefined
  if (![...wanted].every((anchor) => anchors.includes(anchor))) return undefined
  return {
    kind: 'arrived',
    status,
    ...(redirect ? {redirect: {to: new URL(redirect.to), permanent: redirect.permanent}} : {}),
  }
}

/** Keeps what would be the same tomorrow. An anchor that is missing today may be there then. */
function remember(outcome: Visit, wanted: ReadonlySet<string>, keep: (answer: CachedAnswer) => void): void {
  if (outcome.kind === 'arrived') {
    const {status, redirect} = outcome
    keep({
      status,
      ...(redirect ? {redirect: {to: redirect.to.href, permanent: redirect.permanent}} : {}),
      anchors: [...wanted].filter((anchor) => holds(outcome, anchor)),
    })
  } else if (outcome.kind === 'broken' && outcome.status !== undefined && goneStatuses.has(outcome.status)) {
    keep({status: outcome.status, anchors: []})
  }
}

function resultOf(outcome: Visit, {url, anchor}: Link): ExternalResult {
  if (outcome.kind !== 'arrived') return outcome
  const {status, redirect, anchors} = outcome
  if (anchor !== undefined && !holds(outcome, anchor)) {
    const guess = nearest(anchor, anchors ?? [])
    return {kind: 'missing-anchor', status, anchor, ...(guess === undefined ? {} : {nearest: guess})}
  }
  if (!redirect) return {kind: 'ok', status}
  const to = new URL(redirect.to)
  // A fragment stays unless the redirect names another one.
  if (to.hash === '') to.hash = url.hash
  return {kind: 'redirect', status, to: to.href, permanent: redirect.permanent}
}

/** Whether nothing speaks against an anchor: it is there, nobody can tell, or a redirect leads to another one. */
function holds({anchors, redirect}: Arrival, anchor: string): boolean {
  return anchors === undefined || (redirect !== undefined && redirect.to.hash !== '') || hasAnchor(anchors, anchor)
}
