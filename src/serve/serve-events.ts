import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'

/** What a server tells whoever started it. */
export type ServeEvent =
  /** Everything was compiled and checked for the first time. */
  | {readonly type: 'ready'; readonly sources: number; readonly milliseconds: number; readonly findings: number}
  /** The sites were brought up to date. */
  | {
      readonly type: 'rebuilt'
      /** Paths that changed, as the writer would type them; empty when everything was to be read again. */
      readonly changed: readonly string[]
      readonly milliseconds: number
      /** How many sources were compiled. */
      readonly compiled: number
      /** How many pages in browsers were changed. */
      readonly pushed: number
      /** Findings that are new, that are gone, and that there are now. */
      readonly fresh: number
      readonly fixed: number
      readonly findings: number
    }
  /** The sites are still what they were. */
  | {
      readonly type: 'kept'
      readonly reason: string
      readonly diagnostics: readonly Diagnostic[]
      /** The site as it is served. */
      readonly site: Site
    }
  /** Something cannot be watched. */
  | {readonly type: 'unwatched'; readonly reason: string}
  /** The checks could not be done. */
  | {readonly type: 'unchecked'; readonly reason: string}
