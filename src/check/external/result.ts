import {STATUS_CODES} from 'node:http'

/**
 * What is known about one URL after a check.
 *
 * A `reason` is the second half of a sentence: `the connection is refused`.
 */
export type ExternalResult =
  /** A good answer, with every anchor that was looked for. */
  | {readonly kind: 'ok'; readonly status: number}
  /** A good answer at another address, with every anchor that was looked for. */
  | {
      readonly kind: 'redirect'
      /** Of the last answer. */
      readonly status: number
      /** Where the answer was, with its fragment. */
      readonly to: string
      /** Whether every step was marked as permanent: statuses 301 and 308. */
      readonly permanent: boolean
    }
  /** Not asked for: a pattern covers it or what it redirects to, or it is no web address. */
  | {readonly kind: 'excluded'}
  /** A good answer without the anchor. */
  | {
      readonly kind: 'missing-anchor'
      readonly status: number
      /** What was looked for, decoded and without `#`. */
      readonly anchor: string
      /** The anchor of the answer that is most like it. */
      readonly nearest?: string
    }
  /** The answer, or that there is none, is not going to change by itself. */
  | {readonly kind: 'broken'; readonly reason: string; readonly status?: number}
  /** No good answer this time, after all retries: nothing is known about the page itself. */
  | {readonly kind: 'unreachable'; readonly reason: string; readonly status?: number}
  /** Not asked for, or not followed, because a check must not connect to that. */
  | {readonly kind: 'refused'; readonly reason: string}

/** A result in the words of a finding. */
export interface ExternalDescription {
  readonly ruleId:
    'external/broken' | 'external/missing-anchor' | 'external/redirect' | 'external/refused' | 'external/unreachable'
  /** One sentence without a full stop. */
  readonly message: string
  /** What could stand there instead. */
  readonly expected?: readonly string[]
}

/** Longest URL that is written out in a message, in UTF-16 units. */
const longestUrl = 200

/** What to tell the author about the result of a URL; `undefined` where there is nothing to tell. */
export function describeResult(url: string, result: ExternalResult): ExternalDescription | undefined {
  switch (result.kind) {
    case 'ok':
    case 'excluded':
      return undefined
    case 'redirect': {
      const {to, permanent} = result
      return permanent
        ? {ruleId: 'external/redirect', message: `${quote(url)} has moved to ${quote(to)}`, expected: [to]}
        : {ruleId: 'external/redirect', message: `${quote(url)} redirects to ${quote(to)} for the time being`}
    }
    case 'missing-anchor': {
      const {anchor, nearest} = result
      const message = `Cannot find anchor ${quote(`#${anchor}`)} in ${quote(url.replace(/#.*$/s, ''))}`
      if (nearest === undefined) return {ruleId: 'external/missing-anchor', message}
      return {
        ruleId: 'external/missing-anchor',
        message: `${message}; did you mean ${quote(`#${nearest}`)}`,
        expected: [`#${nearest}`],
      }
    }
    case 'broken':
      return {ruleId: 'external/broken', message: `Cannot find ${quote(url)}: ${result.reason}`}
    case 'unreachable':
      return {ruleId: 'external/unreachable', message: `Cannot reach ${quote(url)}: ${result.reason}`}
    case 'refused':
      return {ruleId: 'external/refused', message: `Did not check ${quote(url)}: ${result.reason}`}
  }
}

/** A status as the reason of a result. */
export function statusReason(status: number): string {
  const words = STATUS_CODES[status]
  return `the server answers with status ${status}${words === undefined ? '' : ` (${words})`}`
}

/** Text from the web in backticks: on one line, not too long, and without what would end the backticks. */
export function quote(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').replaceAll('`', "'")
  return line.length > longestUrl ? `\`${line.slice(0, longestUrl - 1).toWellFormed()}…\`` : `\`${line}\``
}
