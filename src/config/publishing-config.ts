import type {LocalizedText} from './define-config.ts'

/** A version of the site as written. */
export interface VersionConfig {
  readonly title: LocalizedText
  /** Absolute address of the version, or one relative to the root of this site: `../1.9/`. */
  readonly url: string
  /** Whether it is this site; left out, the one whose `url` is that of the brand. */
  readonly current?: boolean | undefined
}

/** Old paths with what they lead to now; below the tag of a locale, for that locale alone. */
export type RedirectsConfig = Readonly<Record<string, string | Readonly<Record<string, string>>>>

/** What the whole site and each brand can say about its pages as files. */
export interface PublishingConfig {
  /** Address of the repository that the sources are in; an empty text for none. */
  readonly repo_url?: string | undefined
  /** Name of the repository; left out, that of its host. */
  readonly repo_name?: string | undefined
  /**
   * Way from `repo_url` to where the content folder can be edited: `edit/main/content/`. Left out, it is guessed for
   * GitHub and GitLab; an empty text for no such links.
   */
  readonly edit_uri?: string | undefined
  /** The same with `{path}`, `{path!q}`, `{path_noext}` for the source; wins over `edit_uri`. */
  readonly edit_uri_template?: string | undefined
  /** Shows when a page was last changed, as git knows it. */
  readonly last_updated?: boolean | undefined
  /** Shows who wrote a page, as git knows it. */
  readonly authors?: boolean | undefined
  /** Texts of statuses, by what pages say in `status`. */
  readonly status?: Readonly<Record<string, LocalizedText>> | undefined
  readonly redirects?: RedirectsConfig | undefined
  /** Writes the redirects to `_redirects` as well, for hosts that read it. */
  readonly redirects_file?: boolean | undefined
  /** Versions to choose from; a text is the address of a `versions.json` as mike writes it. */
  readonly versions?:
    | string
    | readonly VersionConfig[]
    | {readonly file?: string | undefined; readonly list?: readonly VersionConfig[] | undefined}
    | undefined
}
