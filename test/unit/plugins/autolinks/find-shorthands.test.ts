import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {AutolinkOptions} from '../../../../plugins/autolinks/autolink-options.ts'
import {shorthandFinder} from '../../../../plugins/autolinks/find-shorthands.ts'
import {addressOf} from '../../../../plugins/autolinks/provider-link.ts'
import {listProviders} from '../../../../plugins/autolinks/providers.ts'

const first = '0123456789abcdef0123456789abcdef01234567'
const second = 'fedcba9876543210fedcba9876543210fedcba98'
const project: AutolinkOptions = {
  repo_url_shorthand: true,
  social_url_shorthand: true,
  user: 'aurora',
  repo: 'handbook',
}

function finder(options: AutolinkOptions): (text: string) => (string | undefined)[][] {
  const providers = listProviders(options)
  const provider = providers.get(options.provider ?? 'github')
  if (!provider) throw new RangeError('unknown provider')
  const find = shorthandFinder(providers, {provider, user: options.user ?? '', repo: options.repo ?? ''}, options)
  return (text) => find(text).map(({start, end, link}) => [text.slice(start, end), link && addressOf(link)])
}

describe('shorthandFinder', () => {
  const find = finder(project)

  it.each([
    ['ask @ada.', '@ada', 'https://github.com/ada'],
    ['(@ada-l)', '@ada-l', 'https://github.com/ada-l'],
    ['见@ada。', '@ada', 'https://github.com/ada'],
    ['_@ada', '@ada', 'https://github.com/ada'],
    ['@gitlab:a.da', '@gitlab:a.da', 'https://gitlab.com/a.da'],
    ['@bitbucket:-a', '@bitbucket:-a', 'https://bitbucket.org/-a'],
    ['@x:ada_l', '@x:ada_l', 'https://x.com/ada_l'],
    ['@twitter:ada', '@twitter:ada', 'https://twitter.com/ada'],
    ['@ada/tools, too', '@ada/tools', 'https://github.com/ada/tools'],
    ['@ada/.site.', '@ada/.site', 'https://github.com/ada/.site'],
    ['@gitlab:ada/tools', '@gitlab:ada/tools', 'https://gitlab.com/ada/tools'],
    ['@ada/tools_', '@ada', 'https://github.com/ada'],
    ['see #12.', '#12', 'https://github.com/aurora/handbook/issues/12'],
    ['见#12。', '#12', 'https://github.com/aurora/handbook/issues/12'],
    ['!3', '!3', 'https://github.com/aurora/handbook/pull/3'],
    ['?4', '?4', 'https://github.com/aurora/handbook/discussions/4'],
    ['tools#5', 'tools#5', 'https://github.com/aurora/tools/issues/5'],
    ['.site#5', '.site#5', 'https://github.com/aurora/.site/issues/5'],
    ['ada/.site!5', 'ada/.site!5', 'https://github.com/ada/.site/pull/5'],
    ['见ada/tools#5', 'ada/tools#5', 'https://github.com/ada/tools/issues/5'],
    ['gitlab:ada/tools!6', 'gitlab:ada/tools!6', 'https://gitlab.com/ada/tools/-/merge_requests/6'],
    ['bitbucket:ada/tools!6', 'bitbucket:ada/tools!6', 'https://bitbucket.org/ada/tools/pull-requests/6'],
    ['git:ada/tools#6', 'ada/tools#6', 'https://github.com/ada/tools/issues/6'],
    [`at ${first},`, first, `https://github.com/aurora/handbook/commit/${first}`],
    [`tools@${first}`, `tools@${first}`, `https://github.com/aurora/tools/commit/${first}`],
    [`ada/tools@${first}`, `ada/tools@${first}`, `https://github.com/ada/tools/commit/${first}`],
    [`${first}...${second}`, `${first}...${second}`, `https://github.com/aurora/handbook/compare/${first}...${second}`],
    [
      `gitlab:ada/tools@${first}...${second}`,
      `gitlab:ada/tools@${first}...${second}`,
      `https://gitlab.com/ada/tools/-/compare/${first}...${second}`,
    ],
    [
      `bitbucket:ada/tools@${first}...${second}`,
      `bitbucket:ada/tools@${first}...${second}`,
      `https://bitbucket.org/ada/tools/branches/commits/${first}..${second}#diff`,
    ],
    [`${first}...${second}a`, first, `https://github.com/aurora/handbook/commit/${first}`],
  ])('finds in %j the link %j to %s', (text, written, url) => {
    expect(find(text)).toEqual([[written, url]])
  })

  it.each([
    'ops@ada',
    '@ada_',
    '@ada请',
    '@-ada',
    '@',
    '#0',
    '#012',
    '#12a',
    '#12号',
    '# 12',
    'ada#a',
    'a/b/c#1',
    '/tools#1',
    'ada/tools',
    'ada/tools#',
    `@${first}`,
    `/${first}`,
    `观${first}`,
    first.slice(1),
    `${first}0`,
    first.toUpperCase(),
    `${'a'.repeat(101)}#1`,
  ])('finds nothing in %j', (text) => {
    expect(find(text)).toEqual([])
  })

  it('starts afresh behind each short form', () => {
    expect(find('@ada/tools#1').map(([written]) => written)).toEqual(['@ada/tools', '#1'])
    expect(find(`@${first}...${second}`).map(([written]) => written)).toEqual([second])
  })

  it('needs a user and a repository for what names none', () => {
    const short = finder({repo_url_shorthand: true})
    expect(short('#1 tools#2 ada/tools#3')).toEqual([['ada/tools#3', 'https://github.com/ada/tools/issues/3']])
    expect(finder({repo_url_shorthand: true, user: 'ada'})('#1 tools#2')).toEqual([
      ['tools#2', 'https://github.com/ada/tools/issues/2'],
    ])
  })

  it('leaves discussions of hosts that have none', () => {
    expect(finder({...project, provider: 'gitlab'})('?1 tools?2')).toEqual([
      ['?1', undefined],
      ['tools?2', undefined],
    ])
  })

  it('reads what is switched on only', () => {
    expect(finder({...project, social_url_shorthand: false})('@x:ada #1').map(([written]) => written)).toEqual([
      '@x',
      '#1',
    ])
    expect(finder({...project, repo_url_shorthand: false})('@x:ada @ada/b #1').map(([written]) => written)).toEqual([
      '@x:ada',
      '@ada',
    ])
    expect(finder({user: 'aurora', repo: 'handbook'})('@x:ada @ada #1')).toEqual([])
  })

  it('takes a social network as the provider of mentions', () => {
    const network = finder({...project, provider: 'x'})
    expect(network('@ada_ @ada/b #1 tools#2 github:ada/b#3')).toEqual([
      ['@ada_', 'https://x.com/ada_'],
      ['@ada', 'https://x.com/ada'],
      ['github:ada/b#3', 'https://github.com/ada/b/issues/3'],
    ])
  })

  it('knows custom hosts by their names', () => {
    const custom = finder({
      ...project,
      provider: 'agit',
      custom: {agit: {type: 'gitlab', label: 'Aurora Git', host: 'https://Git.Aurora.Example/'}},
    })
    expect(custom('#1 @agit:ada/b @github:ada')).toEqual([
      ['#1', 'https://git.aurora.example/aurora/handbook/-/issues/1'],
      ['@agit:ada/b', 'https://git.aurora.example/ada/b'],
      ['@github:ada', 'https://github.com/ada'],
    ])
  })

  it('gives ranges in order that do not overlap', () => {
    const unit = fc.constantFrom('@', '#', '!', '?', '1', 'a', '/', ':', '.', '-', '_', 'x', '观', ' ', first, '𠀀')
    fc.assert(
      fc.property(fc.string({unit, maxLength: 30}), (text) => {
        const providers = listProviders(project)
        const provider = providers.get('github')
        if (!provider) throw new Error('no provider')
        let at = 0
        const found = shorthandFinder(providers, {provider, user: 'aurora', repo: 'handbook'}, project)(text)
        for (const {start, end} of found) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each(['@', '#', '#1', '@a', 'a/', 'a', '1', 'a/b#', '@a/', '-', first, `@${first}`, 'a/b#1 ', 'x:', '@x:'])(
    'is linear in a megabyte of %j',
    (token) => {
      expect(find(token.repeat(1_000_000 / token.length))).toBeInstanceOf(Array)
    },
  )
})
