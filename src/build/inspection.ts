import type {WrittenConfiguration} from '../config/load-site.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Brand, Site} from '../core/site.ts'
import type {Disk} from './disk.ts'
import type {LoadedTheme} from './load-theme.ts'
import type {PreparedSites} from './prepare-sites.ts'
import type {Selection} from './select-editions.ts'

/** Everything that can be looked at before a page is written. */
export interface InspectedSites {
  readonly site: Site
  readonly selection: Selection
  readonly prepared: PreparedSites
  /** The configuration as its author wrote it. */
  readonly written: WrittenConfiguration | undefined
  readonly theme: (brand: Brand) => LoadedTheme
  /** What a finding depends on is read through it, so that it is known when to look again. */
  readonly disk: Disk
  /** Text of a source or a snippet, by its path from the content folder; `undefined` for what cannot be read. */
  readonly sourceText: (path: string) => string | undefined
}

/** What an inspection found. */
export interface Inspected {
  readonly diagnostics: readonly Diagnostic[]
  /** Whether it depends on more than the disk. */
  readonly isVolatile?: boolean
  /** What else the caller wants to know of the sites, plain data; it is kept with the result. */
  readonly facts?: unknown
}

/** A look at prepared sites that goes beyond what a build reports. With one, the rules of `docprism check` count. */
export interface Inspection {
  /** Tells it from others: results of one are never taken for those of another. */
  readonly id: string
  /** `false`: the sites are looked at and not written. */
  readonly writes: boolean
  inspect(sites: InspectedSites): Promise<Inspected>
}
