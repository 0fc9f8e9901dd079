import type {AutolinkOptions, LinkLabels} from './autolink-options.ts'
import type {Provider} from './providers.ts'

/** What a link to a provider leads to. */
export type ProviderLinkKind = 'mention' | 'repository' | 'issue' | 'pull' | 'discussion' | 'commit' | 'compare'

/** A link to a user, a repository, or something in a repository. */
export interface ProviderLink {
  readonly provider: Provider
  readonly kind: ProviderLinkKind
  readonly user: string
  /** Empty for a mention of a user. */
  readonly repo: string
  /** Number, or the whole hash; empty for users and repositories. */
  readonly value: string
  /** Second hash of a comparison. */
  readonly until?: string | undefined
  /** How much of it goes without saying: the user of this project, or the repository as well. */
  readonly own: 'repository' | 'user' | 'nothing'
}

/** Who and what is meant where a link does not say so; user and repository may be empty. */
export interface Project {
  readonly provider: Provider
  readonly user: string
  readonly repo: string
}

/** How a link is shown. */
export interface LinkLook {
  readonly text: string
  readonly title: string
  readonly className: readonly string[]
}

/** Options that decide how links are shown. */
export type LookOptions = Pick<AutolinkOptions, 'labels' | 'normalize_issue_symbols'>

const symbols: Readonly<Partial<Record<ProviderLinkKind, string>>> = {issue: '#', pull: '!', discussion: '?'}

const labelNames: Readonly<Record<ProviderLinkKind, keyof LinkLabels>> = {
  mention: 'mention',
  repository: 'repository',
  issue: 'issue',
  pull: 'pull',
  discussion: 'discuss',
  commit: 'commit',
  compare: 'compare',
}

const defaultLabels: Readonly<Record<ProviderLinkKind, string>> = {
  mention: 'User',
  repository: 'Repository',
  issue: 'Issue',
  pull: 'Pull Request',
  discussion: 'Discussion',
  commit: 'Commit',
  compare: 'Compare',
}

/** Text, title and class names of a link (pymdownx.magiclink 11). */
export function lookOf(link: ProviderLink, options: LookOptions): LinkLook {
  const {provider, kind} = link
  const label = options.labels?.[labelNames[kind]] ?? defaultLabels[kind]
  return {
    text: textOf(link, options),
    title: `${provider.label} ${label}: ${nameOf(link)}`,
    className: ['magiclink', `magiclink-${provider.name}`, `magiclink-${kind}`],
  }
}

function textOf(link: ProviderLink, options: LookOptions): string {
  const {kind, user, repo, value, own} = link
  if (kind === 'mention') return `@${user}`
  if (kind === 'repository') return `${user}/${repo}`
  const place = own === 'repository' ? '' : own === 'user' ? repo : `${user}/${repo}`
  const symbol = symbols[kind]
  if (symbol !== undefined) return `${place}${options.normalize_issue_symbols ? '#' : symbol}${value}`
  return `${place === '' ? '' : `${place}@`}${hashesOf(link)}`
}

/** The full name, in titles. */
function nameOf(link: ProviderLink): string {
  const {kind, user, repo, value} = link
  if (kind === 'mention') return user
  if (kind === 'repository') return `${user}/${repo}`
  return symbols[kind] === undefined ? `${user}/${repo}@${hashesOf(link)}` : `${user}/${repo} #${value}`
}

function hashesOf({provider, value, until}: ProviderLink): string {
  const shown = [value, ...(until === undefined ? [] : [until])]
  return shown.map((hash) => hash.slice(0, provider.repository?.hashSize)).join('...')
}

/** Address of a link; `undefined` where the provider has nothing of the kind. */
export function addressOf({provider, kind, user, repo, value, until = ''}: ProviderLink): string | undefined {
  const {url, repository: rules} = provider
  if (kind === 'mention') return `${url}/${user}`
  if (!rules) return undefined
  const base = `${url}/${user}/${repo}`
  if (kind === 'repository') return base
  if (kind === 'compare') {
    const [before, between, behind] = rules.compare
    return `${base}/${before}${value}${between}${until}${behind}`
  }
  const way = rules[kind]
  return way === undefined ? undefined : `${base}/${way}${value}`
}
