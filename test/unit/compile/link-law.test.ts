import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {lawOf} from '../../support/differential-law.ts'

const runs = Number(process.env['DOCPRISM_LAW_RUNS'] ?? 1500)

const law = (
  options: Readonly<Record<string, unknown>>,
  emoji: Readonly<Record<string, unknown>> = {},
): ReturnType<typeof lawOf> =>
  lawOf([
    'abbr',
    'attr_list',
    'tables',
    'toc',
    {'pymdownx.emoji': emoji},
    'pymdownx.smartsymbols',
    'pymdownx.tilde',
    {'pymdownx.magiclink': options},
  ])
const everything = law({
  repo_url_shorthand: true,
  social_url_shorthand: true,
  repo_url_shortener: true,
  social_url_shortener: true,
  user: 'aurora',
  repo: 'handbook',
})
const network = law(
  {social_url_shorthand: true, social_url_shortener: true, provider: 'x', hide_protocol: true},
  {emoji_generator: 'text', strict: true},
)
const custom = law({
  repo_url_shorthand: true,
  repo_url_shortener: true,
  provider: 'agit',
  user: 'a.b',
  repo: 'c',
  normalize_issue_symbols: true,
  custom: {agit: {type: 'gitlab', label: 'Aurora Git', host: 'https://git.aurora.example'}},
})
const addressesOnly = law({})

const hash = 'abcdef0123456789abcdef0123456789abcdef01'
const brands = {
  aurora: {user: 'aurora', repo: 'handbook', host: 'github.com', hash},
  borealis: {user: '北曜', repo: 'Field Guide', host: 'git.aurora.example', hash: `x-${hash}`},
  hostile: {user: 'a*b', repo: '#1', host: 'x.com/ada', hash: 'support'},
}

describe('the differential law for links made of text', () => {
  it.each([
    '@<<< custom_key.user >>> and @<<< custom_key.user >>>/<<< custom_key.repo >>>, (@github:<<< custom_key.user >>>)',
    '<<< custom_key.repo >>>#1 <<< custom_key.user >>>/<<< custom_key.repo >>>!2 #<<< custom_key.repo >>>',
    'x/<<< custom_key.repo >>>?3 <<< custom_key.user >>>:x/y#4 #5<<< custom_key.user >>>',
    'At <<< custom_key.hash >>>, <<< custom_key.repo >>>@abcdef0123456789abcdef0123456789abcdef01.',
    'https://<<< custom_key.host >>>/aurora/handbook/issues/1 <https://<<< custom_key.host >>>/<<< custom_key.user >>>>',
    '[https://github.com/<<< custom_key.user >>>](https://github.com/<<< custom_key.user >>>)',
    '# About @<<< custom_key.user >>> #7',
    '<<< custom_key.user >>>@<<< custom_key.host >>>',
  ])('holds for %s', (source) => {
    for (const bothWays of [everything, network, custom]) {
      const result = bothWays(source, brands)
      expect(result.shared).toEqual(result.expanded)
    }
  })

  const {aurora} = brands
  const tame = {aurora, borealis: {...aurora, user: 'borealis'}}
  it('shares a page whose values touch no short form', () => {
    expect(everything('Ask <<< custom_key.user >>>, see #12.', tame).variants).toBe(1)
    expect(everything('使用<<< custom_key.user >>>，见#12。', tame).variants).toBe(1)
  })

  it('asks for nothing where short forms are off', () => {
    expect(everything('<<< custom_key.user >>>/x#12', tame).variants).toBe(2)
    expect(addressesOnly('<<< custom_key.user >>>/x#12', tame).variants).toBe(1)
  })

  it('holds for any document and any values', () => {
    const sign = fc.constantFrom(
      ...['@', '#', '!', '?', '/', ':', '.', '-', '_', '...', ' ', '\n\n', '# ', '*', '**', '`', '~', '\\', '&#35;'],
      ...['#1', '!2', '?3', '1', 'a', '字', '，', 'ada', 'github:', 'agit:', 'x:', hash, '[', '](', ')', '<', '>'],
      ...['https://', 'github.com/', 'https://github.com/ada/', 'https://x.com/', 'www.', '/issues/4', '{: .k }'],
      ...['<a href="', '">', '</a>', '|', '|-|-|\n', ':smile:', '*[API]: x\n'],
    )
    const look = fc.constantFrom('<<< custom_key.a >>>', '<<<custom_key.b>>>')
    const value = fc.constantFrom(
      ...['Aurora', '北曜', 'github', 'x', 'aurora.example', 'Northern Light', 'a-1', 'API', hash, `v ${hash}`, 'ada'],
      ...['support', 'home', 'issues', 'git.aurora.example', 'github.com', '𠀀𠀀', 'agit', 'tm', '12', '#1', '@ada'],
    )
    const values = fc.record({a: value, b: value})
    fc.assert(
      fc.property(
        fc.array(fc.oneof(sign, look), {maxLength: 16}),
        fc.record({one: values, two: values}),
        fc.constantFrom(everything, network, custom),
        (pieces, editions, bothWays) => {
          const result = bothWays(pieces.join(''), editions)
          expect(result.shared).toEqual(result.expanded)
        },
      ),
      {numRuns: runs},
    )
  })
})
