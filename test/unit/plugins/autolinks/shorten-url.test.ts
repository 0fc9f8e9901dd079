import {describe, expect, it} from 'vitest'
import type {AutolinkOptions} from '../../../../plugins/autolinks/autolink-options.ts'
import {lookOf} from '../../../../plugins/autolinks/provider-link.ts'
import {listProviders} from '../../../../plugins/autolinks/providers.ts'
import {urlReader} from '../../../../plugins/autolinks/shorten-url.ts'

const first = '0123456789abcdef0123456789abcdef01234567'
const second = 'fedcba9876543210fedcba9876543210fedcba98'
const project: AutolinkOptions = {
  repo_url_shortener: true,
  social_url_shortener: true,
  user: 'aurora',
  repo: 'handbook',
}

function reader(options: AutolinkOptions): (url: string) => string[] | undefined {
  const providers = listProviders(options)
  const provider = providers.get(options.provider ?? 'github')
  if (!provider) throw new RangeError('unknown provider')
  const read = urlReader(providers, {provider, user: options.user ?? '', repo: options.repo ?? ''}, options)
  return (url) => {
    const link = read(url)
    if (!link) return undefined
    const {text, title, className} = lookOf(link, options)
    return [text, title, className.slice(1).join(' ')]
  }
}

describe('urlReader', () => {
  const read = reader(project)

  it.each([
    ['https://github.com/ada', '@ada', 'GitHub User: ada', 'magiclink-github magiclink-mention'],
    ['https://github.com/ada/', '@ada', 'GitHub User: ada', 'magiclink-github magiclink-mention'],
    ['https://www.github.com/ada/b', 'ada/b', 'GitHub Repository: ada/b', 'magiclink-github magiclink-repository'],
    ['HTTPS://GitHub.com/ada/b', 'ada/b', 'GitHub Repository: ada/b', 'magiclink-github magiclink-repository'],
    ['https://github.com/ada/b/issues/1', 'ada/b#1', 'GitHub Issue: ada/b #1', 'magiclink-github magiclink-issue'],
    [
      'https://github.com/aurora/b/pull/2/',
      'b!2',
      'GitHub Pull Request: aurora/b #2',
      'magiclink-github magiclink-pull',
    ],
    [
      'https://github.com/aurora/handbook/discussions/3',
      '?3',
      'GitHub Discussion: aurora/handbook #3',
      'magiclink-github magiclink-discussion',
    ],
    [
      'https://www.github.com/aurora/handbook/issues/3',
      'aurora/handbook#3',
      'GitHub Issue: aurora/handbook #3',
      'magiclink-github magiclink-issue',
    ],
    [
      `https://github.com/aurora/handbook/commit/${first}`,
      '0123456',
      'GitHub Commit: aurora/handbook@0123456',
      'magiclink-github magiclink-commit',
    ],
    [
      `https://github.com/aurora/b/compare/${first}...${second}`,
      'b@0123456...fedcba9',
      'GitHub Compare: aurora/b@0123456...fedcba9',
      'magiclink-github magiclink-compare',
    ],
    [
      `https://gitlab.com/ada/b/-/commit/${first}`,
      'ada/b@01234567',
      'GitLab Commit: ada/b@01234567',
      'magiclink-gitlab magiclink-commit',
    ],
    [
      'https://gitlab.com/ada/b/merge_requests/4',
      'ada/b!4',
      'GitLab Pull Request: ada/b #4',
      'magiclink-gitlab magiclink-pull',
    ],
    [
      'https://bitbucket.org/ada/b/issues/5/a-title',
      'ada/b#5',
      'Bitbucket Issue: ada/b #5',
      'magiclink-bitbucket magiclink-issue',
    ],
    [
      'https://bitbucket.org/ada/b/pull-requests/6/a-title/diff',
      'ada/b!6',
      'Bitbucket Pull Request: ada/b #6',
      'magiclink-bitbucket magiclink-pull',
    ],
    [
      `https://bitbucket.org/ada/b/branches/commits/${first}%0d${second}#diff`,
      'ada/b@0123456...fedcba9',
      'Bitbucket Compare: ada/b@0123456...fedcba9',
      'magiclink-bitbucket magiclink-compare',
    ],
    ['https://bitbucket.org/ada', '@ada', 'Bitbucket User: ada', 'magiclink-bitbucket magiclink-mention'],
    ['https://x.com/ada_l', '@ada_l', 'X User: ada_l', 'magiclink-x magiclink-mention'],
    ['https://www.twitter.com/ada/', '@ada', 'Twitter User: ada', 'magiclink-twitter magiclink-mention'],
  ])('shows %s as %j', (url, ...look) => {
    expect(read(url)).toEqual(look)
  })

  it.each([
    'http://github.com/ada',
    'https://github.com',
    'https://github.com/',
    'https://github.com/ada/b/wiki',
    'https://github.com/ada/b/issues/1#note',
    'https://github.com/ada/b/issues/x',
    'https://github.com/ada_/b',
    'https://gitlab.com/ada/b/-/commit/0123456',
    'https://github.com/Support/tickets',
    'https://github.com/settings/b/issues/1',
    'https://gitlab.com/explore',
    'https://x.com/home',
    'https://x.com/ada/status/1',
    'https://github.example/ada',
    'https://github-com/ada',
  ])('leaves %s', (url) => {
    expect(read(url)).toBeUndefined()
  })

  it('leaves what is switched off', () => {
    expect(reader({social_url_shortener: true})('https://github.com/ada')).toBeUndefined()
    expect(reader({repo_url_shortener: true})('https://x.com/ada')).toBeUndefined()
  })

  it('has nothing of its own without a user and a repository', () => {
    const url = 'https://github.com/aurora/handbook/issues/1'
    expect(reader({...project, repo: ''})(url)?.[0]).toBe('aurora/handbook#1')
    expect(reader({...project, provider: 'x'})(url)?.[0]).toBe('aurora/handbook#1')
    expect(reader({...project, user: 'Aurora'})(url)?.[0]).toBe('aurora/handbook#1')
  })

  it('takes other words, symbols and excluded users', () => {
    const other = reader({
      ...project,
      labels: {pull: 'Merge Request', mention: 'Person'},
      normalize_issue_symbols: true,
      shortener_user_exclude: {github: ['Ada']},
    })
    expect(other('https://github.com/b/c/pull/1')?.slice(0, 2)).toEqual(['b/c#1', 'GitHub Merge Request: b/c #1'])
    expect(other('https://github.com/support')?.[1]).toBe('GitHub Person: support')
    expect(other('https://github.com/ada')).toBeUndefined()
    expect(other('https://x.com/home')).toBeUndefined()
  })

  it('knows custom hosts, with and without `www.`', () => {
    const host = {type: 'gitlab', label: 'Aurora Git'} as const
    const custom = reader({
      ...project,
      custom: {
        agit: {...host, host: 'https://www.git.aurora.example/'},
        bgit: {...host, host: 'http://git.borealis.example', www: false},
      },
    })
    const look = ['a/b#1', 'Aurora Git Issue: a/b #1', 'magiclink-agit magiclink-issue']
    expect(custom('https://git.aurora.example/a/b/-/issues/1')).toEqual(look)
    expect(custom('https://www.git.aurora.example/a/b/-/issues/1')).toEqual(look)
    expect(custom('http://git.borealis.example/a')?.[0]).toBe('@a')
    expect(custom('http://www.git.borealis.example/a')).toBeUndefined()
    expect(custom('https://gitXaurora.example/a')).toBeUndefined()
    expect(custom('https://git.aurora.example/explore')).toBeUndefined()
  })

  it('is linear in a long address', () => {
    for (const part of ['/', 'a/', 'a', '-/', '0'])
      expect(read(`https://github.com/${part.repeat(1_000_000 / part.length)}\n`)).toBeUndefined()
  })
})
