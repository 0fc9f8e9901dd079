import type {Severity} from '../core/diagnostic.ts'

/** A finding as the bar in the page shows it. */
export interface ShownFinding {
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  /** Path as the writer would type it. */
  readonly file: string
  /** 1-based; left out for a finding about a whole file. */
  readonly line?: number
  readonly column?: number
  /** Address that opens the place in the writer's editor; left out for readers on other machines. */
  readonly editor?: string
}

/** An edition, and where it has the page that is being looked at. */
export interface ShownEdition {
  readonly brand: string
  readonly locale: string
  /** Name of the locale in its own language. */
  readonly language: string
  /** Path on the server: of the page, or of the home page where the edition does not have it. */
  readonly href: string
  readonly hasPage: boolean
  readonly isCurrent: boolean
}

/** What the bar shows. */
export interface PageInfo {
  readonly editions: readonly ShownEdition[]
  /** Source of the page, as the writer would type it; left out for an address without a page. */
  readonly source?: string
  readonly editor?: string
  readonly findings: readonly ShownFinding[]
  /** Number of findings in the whole site; left out before the first check. */
  readonly total?: number
  /** Whether all pages were compiled. */
  readonly isComplete: boolean
  /** Why the sites are not what is on the disk, such as a configuration with errors. */
  readonly notice?: string
}

/** From the server to a page. */
export type ServerMessage =
  /** The whole page, to be put in the place of the one that is shown, and the name of this version. */
  | {readonly type: 'page'; readonly html: string; readonly version: string}
  /** The page cannot be made as its writer meant it: what is shown stays, with the reasons over it. */
  | {readonly type: 'broken'; readonly findings: readonly ShownFinding[]}
  | {readonly type: 'info'; readonly info: PageInfo}
  /** Style sheets to load again, by path on the server. */
  | {readonly type: 'styles'; readonly paths: readonly string[]}
  /** Images and other files to load again, by path on the server. */
  | {readonly type: 'files'; readonly paths: readonly string[]}
  | {readonly type: 'reload'}
  | {readonly type: 'go'; readonly href: string}

/** From a page to the server: which page is being looked at. */
export interface PageMessage {
  readonly type: 'view'
  /** `location.pathname`. */
  readonly path: string
  /** Name of the version that it shows. */
  readonly version: string
}
