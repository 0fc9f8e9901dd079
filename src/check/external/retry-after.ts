/** Days of the week in the three forms of an HTTP date, which tell it from other text that `Date.parse` takes. */
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /

/**
 * Milliseconds that a `Retry-After` header asks to wait, from its seconds or its date (RFC 9110, 10.2.3); 0 for a time
 * in the past, `undefined` where it says nothing that can be read.
 *
 * @param now  milliseconds since 1970
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  if (!httpDate.test(text)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : Math.max(0, time - now)
}

/** Milliseconds before a retry, 0-based, where the server names no time. */
export function backoff(retry: number, {backoffMs, maxWaitMs}: {backoffMs: number; maxWaitMs: number}): number {
  return Math.min(maxWaitMs, backoffMs * 2 ** retry)
}
