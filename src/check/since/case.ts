import {dirname, relativePath} from '../../core/paths.ts'
import type {ContentChanges} from './content-changes.ts'
import type {Introduced} from './introduced.ts'
import type {SiteState} from './site-state.ts'

/** What causes are told from. */
export interface CauseContext {
  readonly before: SiteState
  readonly now: SiteState
  readonly changes: ContentChanges
  /** Name of the configuration file. */
  readonly config: string
  /** What findings call it. */
  readonly configPath: string
  /** Present text of a file, by the path of a finding. */
  readonly sourceText: (path: string) => string | undefined
}

/** One introduced finding in one brand, with its context. */
export interface Case extends CauseContext {
  readonly found: Introduced
  /** `*` for a finding that belongs to no brand. */
  readonly brand: string
  /** Path that its file had; `undefined` for a new file. */
  readonly oldPath: string | undefined
}

/** Path of a file as its name is written in a file of the content. */
export function seenFrom(path: string, name: string): string {
  return relativePath(dirname(path.replace(/^brands\/[^/]+\//, '')), name)
}
