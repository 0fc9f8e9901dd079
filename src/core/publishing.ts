import type {Place} from './position.ts'

/** Where the sources of a brand can be read and edited. */
export interface Repository {
  /** Address of the repository; links to it are in the header. */
  readonly url: string
  readonly name: string
  /**
   * Address where a source is edited, with gaps as in MkDocs: `{path}`, `{path_noext}`, and `!q` in them for a
   * percent-encoded path. Left out where pages have no such link.
   */
  readonly edit?: string
  /** The same for reading a source. */
  readonly view?: string
}

/** Another version of a site, or this one. */
export interface SiteVersion {
  /** Title by locale tag; may hold macros. */
  readonly title: Readonly<Record<string, string>>
  /** Absolute address of its root, or one relative to the root of this site; ends with `/`, or is empty. */
  readonly url: string
  readonly current: boolean
}

/** The versions that readers can choose from. */
export interface SiteVersions {
  readonly list: readonly SiteVersion[]
  /** Address of a `versions.json` as mike writes it, absolute or relative to the root of the site. */
  readonly file?: string
}

/** An old address and where it leads now, as configured. */
export interface Redirect {
  /** Path in a locale folder, `old/page.md` or `old/page/`; from the root of the site when it starts with `/`. */
  readonly from: string
  /** Path in a locale folder with or without an anchor, or a web address. */
  readonly to: string
  /** Tag of the locale that it is for; left out: all of the brand. */
  readonly locale?: string
  /** Keys that lead to it in the configuration. */
  readonly path: readonly string[]
  /** Of `to` in the configuration; left out for a configuration that is a module. */
  readonly place?: Place
}

/** What a brand says about its pages as files: where they come from, how old they are, where they were before. */
export interface Publishing {
  readonly repository?: Repository
  /** Whether pages show when they were last changed, and by whom they were written, as git knows it. */
  readonly lastUpdated?: boolean
  readonly authors?: boolean
  /** Texts of the statuses that pages may have, by id and locale tag; may hold macros. */
  readonly statuses?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly redirects?: readonly Redirect[]
  /** Whether a `_redirects` file is written for hosts that read one. */
  readonly redirectsFile?: boolean
  readonly versions?: SiteVersions
}

/** What git knows about one source. */
export interface PageHistory {
  /** Time of the last change to its text, in seconds since 1970. */
  readonly updated: number
  /** Names of those who wrote it: who made more commits first, then in alphabetical order. Programs are left out. */
  readonly authors: readonly string[]
}
