import type {AutolinkOptions, RepositoryHostType} from './autolink-options.ts'

/** What the addresses of one type of repository host look like. */
export interface RepositoryRules {
  /** How many digits of a hash are shown. */
  readonly hashSize: number
  /** Ways from a repository to what is in it, up to the number or hash. */
  readonly issue: string
  readonly pull: string
  /** Left out where there are no discussions. */
  readonly discussion?: string
  readonly commit: string
  /** What stands before, between and behind the two hashes. */
  readonly compare: readonly [string, string, string]
  /** Pattern of the way from a repository to what is in it; its groups are named as kinds, and `until`. */
  readonly ways: string
}

/** A host of repositories, or a social network. */
export interface Provider {
  /** Name in short forms and class names. */
  readonly name: string
  /** Name in titles. */
  readonly label: string
  /** Address without the slash at its end. */
  readonly url: string
  /** Whether `www.` makes no difference. */
  readonly www: boolean
  /** Pattern of the names of users, of at most 40 characters. */
  readonly user: string
  /** Left out for social networks, which have users only. */
  readonly repository?: RepositoryRules
  /** Users, in lower case, whose addresses are something else. */
  readonly excluded: ReadonlySet<string>
}

const socialUser = String.raw`[\p{L}\p{N}_]{1,15}`

const repositoryUsers: Readonly<Record<RepositoryHostType, string>> = {
  github: '[a-zA-Z0-9](?:[-a-zA-Z0-9_]{0,37}[a-zA-Z0-9])?',
  gitlab: '[.a-zA-Z0-9_](?:[-a-zA-Z0-9_.]{0,37}[-a-zA-Z0-9_])?',
  bitbucket: '[-a-zA-Z0-9_]{1,39}',
}

const repositoryRules: Readonly<Record<RepositoryHostType, RepositoryRules>> = {
  github: {
    hashSize: 7,
    issue: 'issues/',
    pull: 'pull/',
    discussion: 'discussions/',
    commit: 'commit/',
    compare: ['compare/', '...', ''],
    ways: String.raw`issues/(?<issue>\d+)|pull/(?<pull>\d+)|discussions/(?<discussion>\d+)|commit/(?<commit>[\da-f]{7,40})|compare/(?<compare>[\da-f]{7,40})\.{3}(?<until>[\da-f]{7,40})`,
  },
  gitlab: {
    hashSize: 8,
    issue: '-/issues/',
    pull: '-/merge_requests/',
    commit: '-/commit/',
    compare: ['-/compare/', '...', ''],
    ways: String.raw`(?:-/)?(?:issues/(?<issue>\d+)|merge_requests/(?<pull>\d+)|commit/(?<commit>[\da-f]{8,40})|compare/(?<compare>[\da-f]{8,40})\.{3}(?<until>[\da-f]{8,40}))`,
  },
  bitbucket: {
    hashSize: 7,
    issue: 'issues/',
    pull: 'pull-requests/',
    commit: 'commits/commit/',
    compare: ['branches/commits/', '..', '#diff'],
    ways: String.raw`issues/(?<issue>\d+)(?:/[^/]+)?|pull-requests/(?<pull>\d+)(?:/[^/]+(?:/diff)?)?|commits/commit/(?<commit>[\da-f]{7,40})|branches/commits/(?<compare>[\da-f]{7,40})(?:\.\.|%0d)(?<until>[\da-f]{7,40})#diff`,
  },
}

/** Names of providers that are known without being configured (pymdownx.magiclink 11), in the order they are tried. */
export const knownProviders = ['github', 'bitbucket', 'gitlab', 'x', 'twitter'] as const

const labels: Readonly<Record<(typeof knownProviders)[number], string>> = {
  github: 'GitHub',
  bitbucket: 'Bitbucket',
  gitlab: 'GitLab',
  x: 'X',
  twitter: 'Twitter',
}

const urls: typeof labels = {
  github: 'https://github.com',
  bitbucket: 'https://bitbucket.org',
  gitlab: 'https://gitlab.com',
  x: 'https://x.com',
  twitter: 'https://twitter.com',
}

/** Users whose addresses are something else; the reference spells `marketplace` otherwise, so both count. */
const excludedUsers: Readonly<Record<string, readonly string[]>> = {
  github: ['marketeplace', 'marketplace', 'notifications', 'issues', 'pull', 'sponsors', 'settings', 'support'],
  bitbucket: ['dashboard', 'account', 'plans', 'support', 'repo'],
  gitlab: ['dashboard', '-', 'explore', 'help', 'projects'],
  x: ['i', 'messages', 'bookmarks', 'home'],
  twitter: ['i', 'messages', 'bookmarks', 'home'],
}

/**
 * The providers of a configuration by name: the known ones, then the custom ones, which cannot take a known name.
 *
 * A custom host excludes the users that its type excludes, unless it has a list of its own.
 */
export function listProviders(options: AutolinkOptions): ReadonlyMap<string, Provider> {
  const configured = options.shortener_user_exclude ?? {}
  const excluded = (name: string, type: string = name): ReadonlySet<string> => {
    const users = configured[name] ?? configured[type] ?? excludedUsers[type] ?? []
    return new Set(users.map((user) => user.toLowerCase()))
  }
  const known = knownProviders.map((name): Provider => {
    const isSocial = name === 'x' || name === 'twitter'
    const rules = isSocial ? {user: socialUser} : {user: repositoryUsers[name], repository: repositoryRules[name]}
    return {name, label: labels[name], url: urls[name], www: true, excluded: excluded(name), ...rules}
  })
  const custom = Object.entries(options.custom ?? {}).map(([name, {label, type, host, www = true}]): Provider => ({
    name,
    label,
    url: host.toLowerCase().replace(/\/+$/, ''),
    www,
    user: repositoryUsers[type],
    repository: repositoryRules[type],
    excluded: excluded(name, type),
  }))
  const own = custom.filter(({name}) => known.every((provider) => provider.name !== name))
  return new Map([...known, ...own].map((provider) => [provider.name, provider]))
}
