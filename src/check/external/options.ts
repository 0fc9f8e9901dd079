/** How external links are checked. */
export interface ExternalOptions {
  /** Most requests at a time. */
  readonly concurrency: number
  /** Most requests at a time to one host name, whatever their ports. */
  readonly perHost: number
  /** Milliseconds between the starts of two requests to one host name; 0: none. */
  readonly intervalMs: number
  /** Milliseconds until one answer must be complete, from the look-up of the name to the last byte that is read. */
  readonly timeoutMs: number
  /** How often a URL is asked for again after failures that may pass, redirects of it included. */
  readonly retries: number
  /** Milliseconds before the first retry where the server names no time; doubled before each further one. */
  readonly backoffMs: number
  /** Most milliseconds before a retry. A server that asks for more time than that is not asked again. */
  readonly maxWaitMs: number
  /**
   * How many URLs of one host name in a row may get no answer, or the answer that there were too many questions, until
   * the rest is not asked for: a host that is down takes all retries of every URL otherwise.
   */
  readonly giveUpAfter: number
  /** Statuses that a good answer has: `204`, or a range with both ends, `200..299`; see `parseStatusRange`. */
  readonly accept: readonly string[]
  /**
   * URLs that are never asked for, as globs over the whole URL: `https://*.example/*`. `*` stands for any characters,
   * slashes as well; `?`, `[a-z]` and `[!a]` for one. A redirect to such a URL is not followed either.
   */
  readonly exclude: readonly string[]
  /** Whether addresses that are not public may be connected to: loopback, private and link-local networks, … */
  readonly allowPrivate: boolean
  /** Whether fragments must be anchors of the answer, where that is HTML. */
  readonly anchors: boolean
  readonly maxRedirects: number
  /** Bytes of a body that are read to find anchors, counted both as sent and as decoded. */
  readonly maxBodyBytes: number
  readonly userAgent: string
}

/** What holds where nothing is configured. */
export const defaultExternalOptions: ExternalOptions = {
  concurrency: 16,
  perHost: 2,
  intervalMs: 100,
  timeoutMs: 20_000,
  retries: 2,
  backoffMs: 1000,
  maxWaitMs: 60_000,
  giveUpAfter: 5,
  accept: ['200..299'],
  exclude: [],
  allowPrivate: false,
  anchors: false,
  maxRedirects: 5,
  maxBodyBytes: 4 * 1024 * 1024,
  userAgent: 'Mozilla/5.0 (compatible; docprism)',
}

/** Statuses from the first to the last one, both included. */
export type StatusRange = readonly [first: number, last: number]

/** Reads `404` or `200..299`, statuses from 100 to 999; `undefined` for anything else and for an empty range. */
export function parseStatusRange(text: string): StatusRange | undefined {
  const match = /^([1-9]\d\d)(?:\.\.([1-9]\d\d))?$/.exec(text)
  if (!match) return undefined
  const first = Number(match[1])
  const last = Number(match[2] ?? match[1])
  return first <= last ? [first, last] : undefined
}

/**
 * Test for statuses of good answers.
 *
 * @throws RangeError for what `parseStatusRange` does not read
 */
export function statusTest(accept: readonly string[]): (status: number) => boolean {
  const ranges = accept.map((text) => {
    const range = parseStatusRange(text)
    if (!range) throw new RangeError(`Found \`${text}\`, expected a status or a range of them such as \`200..299\``)
    return range
  })
  return (status) => ranges.some(([first, last]) => first <= status && status <= last)
}
