import type {AutolinkOptions} from './autolink-options.ts'
import type {Project, ProviderLink, ProviderLinkKind} from './provider-link.ts'
import type {Provider} from './providers.ts'

interface UrlPatterns {
  readonly provider: Provider
  /** A user or repository. */
  readonly account: RegExp
  /** Something in a repository. */
  readonly inside: RegExp | undefined
}

const kinds: readonly ProviderLinkKind[] = ['issue', 'pull', 'discussion', 'commit', 'compare']

/**
 * Makes the reader of addresses of users, repositories and what is in them; `undefined` for every other address.
 *
 * Only whole addresses count, of the providers whose shortener is on, and of users who are not excluded. The rules are
 * those of `pymdownx.magiclink` 11, where in addition the users and repositories of Bitbucket are meant to be known.
 */
export function urlReader(
  providers: ReadonlyMap<string, Provider>,
  project: Project,
  options: AutolinkOptions,
): (url: string) => ProviderLink | undefined {
  const patterns = [...providers.values()].flatMap((provider): UrlPatterns[] => {
    const on = provider.repository ? options.repo_url_shortener : options.social_url_shortener
    return on ? [patternsOf(provider)] : []
  })
  const {provider: own, user, repo} = project
  const ownUser = own.repository && user !== '' && repo !== '' ? `${own.url}/${user}/` : undefined

  return (url) => {
    for (const {provider, account, inside} of patterns) {
      const match = inside?.exec(url) ?? account.exec(url)
      if (!match?.groups) continue
      const {base = '', user: name = '', repo: repository = '', until} = match.groups
      if (provider.excluded.has(name.toLowerCase())) return undefined
      const {groups} = match
      const kind = kinds.find((each) => groups[each] !== undefined)
      const isOwn = ownUser !== undefined && base.startsWith(ownUser)
      return {
        provider,
        kind: kind ?? (repository === '' ? 'mention' : 'repository'),
        user: name,
        repo: repository,
        value: (kind && groups[kind]) ?? '',
        until,
        own: !isOwn ? 'nothing' : base === `${ownUser}${repo}` ? 'repository' : 'user',
      }
    }
    return undefined
  }
}

function patternsOf(provider: Provider): UrlPatterns {
  const [, protocol = '', host = ''] = /^(\w+:\/\/)?(.*)$/.exec(provider.url) ?? []
  const bare = provider.www ? host.replace(/^www\./, '') : host
  const address = `${escape(protocol)}${provider.www ? String.raw`(?:www\.)?` : ''}${escape(bare)}`
  const user = `${address}/(?<user>${provider.user})`
  const rules = provider.repository
  if (!rules) return {provider, account: new RegExp(`^(?<base>${user})/?$`, 'iu'), inside: undefined}
  return {
    provider,
    account: new RegExp(`^(?<base>${user}(?:/(?<repo>[^/]+))?)/?$`, 'iu'),
    inside: new RegExp(`^(?<base>${user}/(?<repo>[^/]+))/(?:${rules.ways})/?$`, 'iu'),
  }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
