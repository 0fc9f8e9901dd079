import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {foldCase} from '../../../../plugins/slugs/fold-case.ts'
import {
  makeSlugger,
  slugifyAscii,
  slugifyGithub,
  slugifyPymdownx,
  slugifyUnicode,
} from '../../../../plugins/slugs/slugify.ts'

describe('slugifyAscii', () => {
  it.each([
    ['Connect Aurora', 'connect-aurora'],
    ['  Crème brûlée  ', 'creme-brulee'],
    ['极光 API', 'api'],
    ['极光', ''],
    ['a_b - c', 'a_b-c'],
    ['What? Why!', 'what-why'],
    ['v2.0 (beta)', 'v20-beta'],
    ['a\u00a0b\u3000c', 'a-b-c'],
    ['ﬁne ½', 'fine-12'],
  ])('makes of %j the slug %j', (text, slug) => {
    expect(slugifyAscii(text)).toBe(slug)
  })

  it('puts the separator for runs of itself and of white space', () => {
    expect(slugifyAscii('a  _ b - c', '_')).toBe('a_b_-_c')
  })

  it('takes a separator for what it is, not for a pattern', () => {
    expect(slugifyAscii('a b', ']')).toBe('a]b')
    expect(slugifyAscii('a b', '$&')).toBe('a$&b')
  })
})

describe('slugifyUnicode', () => {
  it.each([
    ['安装 极光', '安装-极光'],
    ['Ångström', 'ångström'],
    ['步骤①：开始', '步骤①开始'],
    ['e\u0301te\u0301', 'ete'],
    ['ꔀꖏ', 'ꔀꖏ'],
  ])('makes of %j the slug %j', (text, slug) => {
    expect(slugifyUnicode(text)).toBe(slug)
  })
})

describe('slugifyPymdownx', () => {
  it.each([
    ['Aurora & Borealis', {}, 'Aurora--Borealis'],
    ['Aurora & Borealis', {case: 'lower'}, 'aurora--borealis'],
    ['ÄRGER Zone', {case: 'lower-ascii'}, 'Ärger-zone'],
    ['Straße', {case: 'fold'}, 'strasse'],
    ['e\u0301', {}, 'é'],
    ['é', {normalize: 'NFD'}, 'e'],
    ['安装', {percentEncode: true}, '%E5%AE%89%E8%A3%85'],
    ['use <br> here', {}, 'use--here'],
    ['a < b', {}, 'a--b'],
    ['a\u3000b', {}, 'ab'],
  ] as const)('makes of %j with %j the slug %j', (text, options, slug) => {
    expect(slugifyPymdownx(text, '-', options)).toBe(slug)
  })
})

describe('slugifyGithub', () => {
  it.each([
    ['Aurora & Borealis', 'aurora--borealis'],
    ['安装：第一步', '安装第一步'],
    ['e\u0301', 'e\u0301'],
    ['x² ⓐ', 'x-ⓐ'],
  ])('makes of %j the slug %j', (text, slug) => {
    expect(slugifyGithub(text)).toBe(slug)
  })
})

describe('makeSlugger', () => {
  it.each([
    ['python-markdown', 'a-b'],
    ['unicode', 'a-b'],
    ['pymdownx', 'A-b'],
    ['github', 'a-b'],
  ] as const)('collapses white space before it makes a slug of kind %s', (kind, slug) => {
    expect(makeSlugger({kind})(' A\u3000\n b ')).toBe(slug)
  })

  it('passes its options on', () => {
    expect(makeSlugger({kind: 'pymdownx', case: 'lower', separator: '_'})('A B')).toBe('a_b')
  })

  it('makes slugs of the default kind that are slugs of themselves', () => {
    const slug = makeSlugger({kind: 'python-markdown'})
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(slug(slug(text))).toBe(slug(text))
        expect(slug(text)).toMatch(/^[\w-]*$/)
      }),
    )
  })

  it.each(['<', ' ', '- ', '_1', 'İ'])('is linear in a megabyte of %j', (token) => {
    const text = token.repeat(1_000_000 / token.length)
    for (const kind of ['python-markdown', 'unicode', 'pymdownx', 'github'] as const) {
      expect(makeSlugger({kind, case: 'fold'})(text)).toBeTypeOf('string')
    }
  })
})

describe('foldCase', () => {
  it.each([
    ['GROẞ', 'gross'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφοσ'],
    ['ı', 'ı'],
    ['ﬃ', 'ffi'],
    ['ꭰ', 'Ꭰ'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldCase(text)).toBe(folded)
  })
})
