import type {AutolinkOptions} from './autolink-options.ts'
import type {Project, ProviderLink, ProviderLinkKind} from './provider-link.ts'
import type {Provider} from './providers.ts'

/** A short form in running text. */
export interface FoundShorthand {
  /** 0-based UTF-16 offset of its first unit. */
  readonly start: number
  /** Offset behind its last unit. */
  readonly end: number
  /** Left out where it is read as one and yet leads nowhere: a discussion of a host that has none. */
  readonly link?: ProviderLink
}

/** Patterns of what a provider is named by, alone or with its name and a colon before it. */
interface Names {
  readonly provider: Provider
  /** Sticky: `@user/repo`; left out where there are no repositories. */
  readonly repository?: RegExp
  /** Sticky: `@user`. */
  readonly mention: RegExp
  /** The user at the end of a text. */
  readonly owner: RegExp
}

interface Context {
  readonly text: string
  /** Where the last short form ended; the text starts afresh there. */
  readonly low: number
  readonly at: number
}

const letter = String.raw`[\p{L}\p{N}_]`
const wordEnd = `(?<=${letter})(?!${letter})`
const repository = String.raw`(?<repo>[-._a-zA-Z0-9]{0,99}[a-zA-Z0-9])`
const longestRepository = 100
const longestUser = 40

const issue = new RegExp(`[#!?][1-9][0-9]*(?!${letter})`, 'uy')
const commit = new RegExp(String.raw`@(?<value>[a-f0-9]{40})(?:\.{3}(?<until>[a-f0-9]{40}))?(?!${letter})`, 'uy')
const hash = new RegExp(String.raw`(?<value>[a-f0-9]{40})(?:\.{3}(?<until>[a-f0-9]{40}))?(?!${letter})`, 'uy')
const trigger = new RegExp(`[@#!?]|(?<![\\p{L}\\p{N}_@/])[a-f0-9]{40}`, 'gu')

const issueKinds: Readonly<Record<string, ProviderLinkKind>> = {'#': 'issue', '!': 'pull', '?': 'discussion'}

/**
 * Makes the search for short forms: `@user`, `@user/repo`, `user/repo#1`, `repo!1`, `?1`, `user/repo@hash`, a hash of 40
 * digits, `hash...hash`, and all of them with `provider:` before the user (pymdownx.magiclink 11).
 *
 * - A mention does not follow an ASCII letter, a bare number neither; every short form ends where a word does.
 * - A repository that follows `@` or `/` belongs to something else, unless a user stands before the slash.
 *
 * Found are short forms in order, not overlapping. Linear in the length of the text.
 */
export function shorthandFinder(
  providers: ReadonlyMap<string, Provider>,
  project: Project,
  options: AutolinkOptions,
): (text: string) => FoundShorthand[] {
  const {repo_url_shorthand: repositories = false, social_url_shorthand: networks = false} = options
  if (!repositories && !networks) return () => []
  const named = [...providers.values()].filter((each) => (each.repository ? repositories : networks))
  const reader: Reader = {
    project,
    repositories,
    names: [...named.map((each) => namesOf(each, `${each.name}:`)), namesOf(project.provider, '')],
  }
  return (text) => {
    const found: FoundShorthand[] = []
    let low = 0
    trigger.lastIndex = 0
    for (let match = trigger.exec(text); match; match = trigger.exec(text)) {
      const at = match.index
      const shorthand = readShorthand({text, low, at}, reader)
      if (shorthand) {
        found.push(shorthand)
        low = shorthand.end
      }
      trigger.lastIndex = shorthand?.end ?? at + 1
    }
    return found
  }
}

interface Reader {
  readonly project: Project
  /** Whether short forms of repositories and of what is in them are read. */
  readonly repositories: boolean
  /** With the provider's name first, the provider that needs no name last. */
  readonly names: readonly Names[]
}

function namesOf(provider: Provider, prefix: string): Names {
  const user = `(?<user>${provider.user})`
  const owner = new RegExp(`(?<![@/a-zA-Z0-9_])${prefix}${user}$`, 'u')
  const mention = new RegExp(`@${prefix}${user}${wordEnd}`, 'uy')
  if (!provider.repository) return {provider, mention, owner}
  return {provider, mention, owner, repository: new RegExp(`@${prefix}${user}${wordEnd}/${repository}${wordEnd}`, 'uy')}
}

function readShorthand(context: Context, reader: Reader): FoundShorthand | undefined {
  const {text, at} = context
  if (text[at] === '@') {
    const mention = readMention(context, reader)
    if (mention) return mention
  }
  return reader.repositories ? readReference(context, reader) : undefined
}

function readMention({text, low, at}: Context, {names, repositories}: Reader): FoundShorthand | undefined {
  if (at > low && /[a-zA-Z]/.test(text.charAt(at - 1))) return undefined
  for (const {provider, repository: pattern} of repositories ? names : []) {
    const match = pattern && matchAt(pattern, text, at)
    if (!match) continue
    const {user = '', repo = ''} = match.groups ?? {}
    const link: ProviderLink = {provider, kind: 'repository', user, repo, value: '', own: 'nothing'}
    return {start: at, end: at + match[0].length, link}
  }
  for (const {provider, mention} of names) {
    const match = matchAt(mention, text, at)
    if (!match) continue
    const user = match.groups?.['user'] ?? ''
    const link: ProviderLink = {provider, kind: 'mention', user, repo: '', value: '', own: 'nothing'}
    return {start: at, end: at + match[0].length, link}
  }
  return undefined
}

/** Something in a repository, with or without the repository before it. */
function readReference(context: Context, reader: Reader): FoundShorthand | undefined {
  const {text, low, at} = context
  const sign = text.charAt(at)
  const match = matchAt(sign in issueKinds ? issue : sign === '@' ? commit : hash, text, at)
  if (!match) return undefined
  const end = at + match[0].length
  const {value = match[0].slice(1), until} = match.groups ?? {}
  const kind = issueKinds[sign] ?? (until === undefined ? 'commit' : 'compare')
  const make = (start: number, owner: Project): FoundShorthand => {
    if (kind === 'discussion' && owner.provider.repository?.discussion === undefined) return {start, end}
    const {provider, user, repo} = owner
    const own = ownershipOf(owner, reader.project)
    return {start, end, link: {provider, kind, user, repo, value, until, own}}
  }
  const isBareHash = !(sign in issueKinds) && sign !== '@'
  const owner = isBareHash ? undefined : readOwner(context, reader)
  if (owner) return make(owner.start, owner)
  const {project} = reader
  const mayBeBare = isBareHash || (sign !== '@' && !(at > low && /[a-zA-Z]/.test(text.charAt(at - 1))))
  if (!mayBeBare || !project.provider.repository || project.user === '' || project.repo === '') return undefined
  return make(at, project)
}

function ownershipOf({provider, user, repo}: Project, project: Project): ProviderLink['own'] {
  if (provider !== project.provider || user !== project.user) return 'nothing'
  return repo === project.repo ? 'repository' : 'user'
}

/** The repository that ends at the sign, and its user: the one before the slash, or the project's. */
function readOwner({text, low, at}: Context, reader: Reader): (Project & {start: number}) | undefined {
  let start = at
  while (start > low && at - start <= longestRepository && /[-._a-zA-Z0-9]/.test(text.charAt(start - 1))) start--
  const repo = text.slice(start, at)
  if (repo.length > longestRepository || !/[a-zA-Z0-9]$/.test(repo)) return undefined
  const before = start > low ? text.charAt(start - 1) : ''
  if (before === '@') return undefined
  const {provider: ownProvider, user: ownUser} = reader.project
  if (before !== '/') {
    if (!ownProvider.repository || ownUser === '') return undefined
    return {provider: ownProvider, user: ownUser, repo, start}
  }
  const slash = start - 1
  for (const {provider, owner} of reader.names) {
    if (!provider.repository) continue
    const from = Math.max(low, slash - longestUser - provider.name.length - 2)
    const match = owner.exec(text.slice(from, slash))
    if (!match) continue
    return {provider, user: match.groups?.['user'] ?? '', repo, start: from + match.index}
  }
  return undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
