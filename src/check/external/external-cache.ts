import {byCodeUnit} from '../../core/code-unit-order.ts'
import {readChecked, writeChecked} from '../../build/checked-file.ts'

/** A final answer of an earlier check. */
export interface CachedAnswer {
  /** Of the last answer. */
  readonly status: number
  /** Where redirects led; left out where there were none. */
  readonly redirect?: {readonly to: string; readonly permanent: boolean}
  /** Anchors that need not be looked for again; empty where none was wanted. */
  readonly anchors: readonly string[]
}

/** Answers that need not be asked for again, by URL without fragment, name and password. */
export interface ExternalCache {
  get(url: string): CachedAnswer | undefined
  set(url: string, answer: CachedAnswer): void
}

/** A cache that outlives the process. */
export interface ExternalCacheFile extends ExternalCache {
  /** Writes all answers that are not too old. What cannot be written is asked for again the next time. */
  save(): void
}

/** When the answers of a cache are too old. */
export interface CacheAge {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds that an answer holds. */
  readonly maxAge: number
}

interface Entry extends CachedAnswer {
  /** When the answer came, in milliseconds since 1970. */
  readonly time: number
}

/** Name of the form of the file. A new form gets a new name, so that nobody reads the old one. */
const form = 'docprism-external-1'

/**
 * Opens the answers that were saved in a file. One that is not there, is damaged or has another form is empty.
 *
 * @param file  absolute
 */
export function openExternalCache(file: string, {now, maxAge}: CacheAge): ExternalCacheFile {
  const isFresh = ({time}: Entry): boolean => time <= now() && now() - time < maxAge
  const saved = readChecked(file, form)
  const entries = new Map(isEntryList(saved) ? saved : [])
  return {
    get: (url) => {
      const entry = entries.get(url)
      return entry && isFresh(entry) ? entry : undefined
    },
    set: (url, answer) => {
      entries.set(url, {...answer, time: now()})
    },
    save: () => {
      const fresh = [...entries].filter(([, entry]) => isFresh(entry)).sort(([a], [b]) => byCodeUnit(a, b))
      writeChecked(file, fresh, form)
    },
  }
}

/** Whether data is a list of entries. What they hold needs no look: the digest of the file tells that we wrote it. */
function isEntryList(data: unknown): data is readonly (readonly [url: string, entry: Entry])[] {
  return Array.isArray(data)
}
