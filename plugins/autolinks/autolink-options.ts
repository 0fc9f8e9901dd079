/** Hosts of repositories whose addresses and short forms are known. */
export type RepositoryHostType = 'github' | 'gitlab' | 'bitbucket'

/** A repository host of one's own, which works as one of the known ones. */
export interface CustomHost {
  /** Name of the host in titles: `Aurora Git`. */
  readonly label: string
  readonly type: RepositoryHostType
  /** Address up to the names of users: `https://git.aurora.example`. */
  readonly host: string
  /** Whether the address with `www.` before it is the same; default: `true`. */
  readonly www?: boolean | undefined
}

/** Words in titles, by what a link leads to. */
export interface LinkLabels {
  readonly commit?: string | undefined
  readonly compare?: string | undefined
  readonly discuss?: string | undefined
  readonly issue?: string | undefined
  readonly mention?: string | undefined
  readonly pull?: string | undefined
  readonly repository?: string | undefined
}

/** Options, named as those of `pymdownx.magiclink`. */
export interface AutolinkOptions {
  /** Show URLs without their `https://`; default: `false`. */
  readonly hide_protocol?: boolean | undefined
  /** Show addresses of repositories and what is in them in their short form; default: `false`. */
  readonly repo_url_shortener?: boolean | undefined
  /** Show addresses of users of social networks in their short form; default: `false`. */
  readonly social_url_shortener?: boolean | undefined
  /** Users, by provider, whose addresses are something else and stay; a list replaces that of its provider. */
  readonly shortener_user_exclude?: Readonly<Record<string, readonly string[]>> | undefined
  /** Make links of `#1`, `user/repo#1`, `@user` and their like; default: `false`. */
  readonly repo_url_shorthand?: boolean | undefined
  /** Make links of `@x:user`; default: `false`. */
  readonly social_url_shorthand?: boolean | undefined
  /** Name of the provider that is meant where none is named; default: `github`. */
  readonly provider?: string | undefined
  /** User that is meant where none is named. */
  readonly user?: string | undefined
  /** Repository that is meant where none is named. */
  readonly repo?: string | undefined
  readonly labels?: LinkLabels | undefined
  /** Show pull requests and discussions with `#`, as issues are; default: `false`. */
  readonly normalize_issue_symbols?: boolean | undefined
  /** Further hosts by name, of ASCII letters and digits. */
  readonly custom?: Readonly<Record<string, CustomHost>> | undefined
}
