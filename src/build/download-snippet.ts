import {setTimeout as wait} from 'node:timers/promises'
import type {MarkdownExtensions} from '../core/site.ts'

/** How snippets are downloaded: the `url_…` options of `pymdownx.snippets` and those of its retries. */
export interface DownloadOptions {
  /** Bytes that a file must stay below; 0: no limit. */
  readonly maxSize: number
  /** Seconds until an answer must be complete; 0: no limit. */
  readonly timeout: number
  readonly headers: Readonly<Record<string, string>>
  /** How often a server that answers "too many requests" is asked again. */
  readonly maxRetries: number
  /** Seconds before the first retry; the second waits twice as long, and so on. */
  readonly backoffFactor: number
}

/** Longest time that a timer of the system takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1
const tooManyRequests = 429

/** Options of downloads as configured, with the defaults of pymdownx.snippets 11; `undefined` when they are off. */
export function downloadOptions(extensions: MarkdownExtensions): DownloadOptions | undefined {
  const options = extensions['pymdownx.snippets'] ?? {}
  if (options['url_download'] !== true) return undefined
  const number = (name: string, usual: number): number => {
    const value = options[name]
    return typeof value === 'number' ? value : usual
  }
  const headers = Object.entries(options['url_request_headers'] ?? {})
  return {
    maxSize: number('url_max_size', 32 * 1024 * 1024),
    timeout: number('url_timeout', 10),
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    maxRetries: number('max_retries', 3),
    backoffFactor: number('backoff_factor', 2),
  }
}

/**
 * Downloads a file.
 *
 * @throws Error whose message says why it cannot be had, in words that follow "Cannot download `url`: "
 */
export async function download(url: string, options: DownloadOptions): Promise<Uint8Array> {
  for (let retry = 1; ; retry++) {
    const response = await request(url, options)
    if (response.ok && response.status === 200) return await readBody(response, options.maxSize)
    await response.body?.cancel()
    if (response.status !== tooManyRequests || retry > options.maxRetries)
      throw new Error(`the server answers with status ${response.status}`)
    await wait(milliseconds(options.backoffFactor * retry))
  }
}

async function request(url: string, {headers, timeout}: DownloadOptions): Promise<Response> {
  const signal = timeout > 0 ? {signal: AbortSignal.timeout(milliseconds(timeout))} : {}
  try {
    return await fetch(url, {headers: {...headers}, ...signal})
  } catch (error) {
    throw failure(error)
  }
}

async function readBody(response: Response, maxSize: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (maxSize > 0 && size >= maxSize) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw failure(error)
  }
  if (maxSize > 0 && size >= maxSize) throw new Error(`it has ${maxSize} bytes or more, the limit of \`url_max_size\``)
  return Buffer.concat(chunks)
}

function failure(error: unknown): Error {
  if (error instanceof Error && error.name === 'TimeoutError')
    return new Error('the server does not answer in time; see `url_timeout`', {cause: error})
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return new Error(inner instanceof Error ? inner.message : String(inner), {cause: error})
}

function milliseconds(seconds: number): number {
  return Math.min(Math.max(0, seconds * 1000), longestTimer)
}
