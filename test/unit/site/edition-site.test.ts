import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {alternatesOf} from '../../../src/site/alternates.ts'
import type {EditionEntry, EditionSite} from '../../../src/site/edition-site.ts'
import {globMatcher} from '../../../src/site/glob.ts'
import {byNaturalOrder} from '../../../src/site/natural-order.ts'
import {neighboursOf, trailOf} from '../../../src/site/reading-order.ts'
import {buildFixture, findingLines, siteOf} from './site-fixture.ts'

function entryOf(site: EditionSite, localePath: string): EditionEntry {
  const entry = site.entries.get(localePath)
  if (!entry) throw new Error(`The fixture has no page ${localePath}`)
  return entry
}

describe('pages of an edition', () => {
  it.each([
    ['a/b.md', '/', 'a/b/', 'a/b/index.html'],
    ['a/index.md', '/', 'a/', 'a/index.html'],
    ['a/README.md', '/', 'a/', 'a/index.html'],
    ['index.md', '/', '', 'index.html'],
    ['index.md', '/zh/', 'zh/', 'zh/index.html'],
    ['a b/100%.md', '/', 'a%20b/100%25/', 'a b/100%/index.html'],
    ['指南.md', '/', '%E6%8C%87%E5%8D%97/', '指南/index.html'],
    ['v1.2.md', '/', 'v1.2/', 'v1.2/index.html'],
  ])('publish `%s` below `%s` as `%s`', (...[localePath, prefix, url, file]) => {
    const site = siteOf(buildFixture({pages: {[`zh/${localePath}`]: {}}, prefixes: {zh: prefix}}), 'zh')
    expect(entryOf(site, localePath)).toMatchObject({url, file})
  })

  it('come from the default locale where the locale lacks them, and keep its language', () => {
    const built = buildFixture({pages: {'zh/a.md': {title: '甲'}, 'zh/b.md': {}, 'en/b.md': {}, 'en/c.md': {}}})
    const en = siteOf(built, 'en')
    expect([...en.entries.keys()]).toEqual(['a.md', 'b.md', 'c.md'])
    expect(entryOf(en, 'a.md')).toMatchObject({url: 'en/a/', contentLocale: {tag: 'zh'}, content: {title: '甲'}})
    expect(entryOf(en, 'b.md').contentLocale.tag).toBe('en')
    expect([...siteOf(built, 'zh').entries.keys()]).toEqual(['a.md', 'b.md'])
  })

  it('leave out those limited to other brands, and do not replace them by a translation', () => {
    const built = buildFixture({
      pages: {
        'zh/a.md': {},
        'en/a.md': {brands: ['borealis']},
        'zh/b.md': {brands: ['borealis']},
        'zh/c.md': {brands: ['aurora']},
      },
    })
    expect([...siteOf(built, 'zh').entries.keys()]).toEqual(['a.md', 'c.md'])
    expect([...siteOf(built, 'en').entries.keys()]).toEqual(['c.md'])
  })

  it('include those limited to a brand that this one extends', () => {
    const pages = {'zh/a.md': {brands: ['aurora']}, 'zh/b.md': {brands: ['aurora-onprem']}}
    const onPremises = buildFixture({pages, brand: 'aurora-onprem', chain: ['aurora-onprem', 'aurora']})
    expect([...siteOf(onPremises, 'zh').entries.keys()]).toEqual(['a.md', 'b.md'])
    expect([...siteOf(buildFixture({pages}), 'zh').entries.keys()]).toEqual(['a.md'])
  })

  it('may be replaced for one brand', () => {
    const pages = {
      'zh/a.md': {title: 'Shared'},
      'brands/aurora/zh/a.md': {title: 'Own'},
      'brands/borealis/zh/a.md': {title: 'Foreign'},
    }
    const site = siteOf(buildFixture({pages}), 'zh')
    expect([...site.entries.values()].map(({content}) => content.title)).toEqual(['Own'])
  })

  it('report two sources of one address', () => {
    const built = buildFixture({
      pages: {'zh/a.md': {}, 'zh/a/index.md': {}, 'zh/a/README.md': {}},
      prefixes: {zh: '/'},
    })
    expect([...siteOf(built, 'zh').entries.keys()]).toEqual(['a/index.md'])
    expect(findingLines(built.diagnostics)).toEqual([
      'zh/a/README.md source/duplicate-address Page `zh/a/README.md` has the same address as `zh/a/index.md` and is left out',
      'zh/a.md source/duplicate-address Page `zh/a.md` has the same address as `zh/a/index.md` and is left out',
    ])
  })

  it('report two locales that write to one file', () => {
    const built = buildFixture({pages: {'zh/en/a.md': {}, 'en/a.md': {}}, prefixes: {zh: '/', en: '/en/'}})
    expect(findingLines(built.diagnostics)).toEqual([
      'en/a.md source/duplicate-address File `en/a.md` and `zh/en/a.md` would both be written to `en/a/index.html`',
    ])
  })

  it('carry titles with their macros expanded', () => {
    expect(siteOf(buildFixture({pages: {}}), 'en')).toMatchObject({title: 'aurora en', copyright: 'aurora en'})
  })
})

describe('files of an edition', () => {
  const assets = [
    'img/shared.png',
    'img/logo.svg',
    'zh/img/a.png',
    'zh/img/b.png',
    'en/img/b.png',
    'fr/img/c.png',
    'brands/aurora/img/logo.svg',
    'brands/aurora/zh/img/a.png',
    'brands/borealis/img/secret.png',
    'brands/readme.txt',
    'zh/.hidden/x.png',
    '.pages',
    'notes.md',
  ]

  it('are its locale’s, the shared ones and the brand’s own', () => {
    const site = siteOf(buildFixture({pages: {}, assets, prefixes: {zh: '/', en: '/en/', fr: '/fr/'}}), 'zh')
    expect(Object.fromEntries(site.assets)).toEqual({
      'img/a.png': 'brands/aurora/zh/img/a.png',
      'img/b.png': 'zh/img/b.png',
      'img/logo.svg': 'brands/aurora/img/logo.svg',
      'img/shared.png': 'img/shared.png',
    })
  })

  it('are filled in from the default locale', () => {
    const site = siteOf(buildFixture({pages: {}, assets, prefixes: {zh: '/', en: '/en/', fr: '/fr/'}}), 'en')
    expect(Object.fromEntries(site.assets)).toEqual({
      'en/img/a.png': 'brands/aurora/zh/img/a.png',
      'en/img/b.png': 'en/img/b.png',
      'img/logo.svg': 'brands/aurora/img/logo.svg',
      'img/shared.png': 'img/shared.png',
    })
  })

  it('never include those of a locale that the brand does not publish', () => {
    const built = buildFixture({pages: {}, assets: ['en/img/b.png', 'zh/a.png'], prefixes: {zh: '/'}})
    expect([...siteOf(built, 'zh').assets.values()]).toEqual(['zh/a.png'])
  })

  it('can be found by their own name and by that of the file they stand for', () => {
    const site = siteOf(buildFixture({pages: {}, assets}), 'en')
    expect(site.published.get('brands/aurora/img/logo.svg')).toBe('img/logo.svg')
    expect(site.published.get('img/logo.svg')).toBe('img/logo.svg')
    expect(site.published.get('en/img/a.png')).toBe('en/img/a.png')
  })

  it('of an extended brand are inherited, the brand’s own first', () => {
    const built = buildFixture({
      pages: {},
      assets: ['brands/aurora/a.svg', 'brands/aurora/b.svg', 'brands/aurora-onprem/b.svg', 'b.svg'],
      brand: 'aurora-onprem',
      chain: ['aurora-onprem', 'aurora'],
    })
    expect(Object.fromEntries(siteOf(built, 'zh').assets)).toEqual({
      'a.svg': 'brands/aurora/a.svg',
      'b.svg': 'brands/aurora-onprem/b.svg',
    })
  })

  it('report a place that is taken', () => {
    const built = buildFixture({
      pages: {'zh/a.md': {}},
      assets: ['img/x.png', 'zh/img/x.png', 'zh/a/index.html'],
      prefixes: {zh: '/'},
    })
    expect(findingLines(built.diagnostics)).toEqual([
      'zh/a/index.html source/duplicate-address File `zh/a/index.html` would be published as `a/index.html`, which is a page already, and is left out',
      'img/x.png source/duplicate-address File `img/x.png` would be published as `img/x.png`, which is `zh/img/x.png` already, and is left out',
    ])
  })
})

describe('reading order', () => {
  const built = buildFixture({
    pages: {'zh/index.md': {}, 'zh/a.md': {}, 'zh/g/index.md': {}, 'zh/g/x.md': {}, 'zh/loose.md': {}},
    pagesFiles: {zh: 'nav: [index.md, {Group: [g, a.md]}, a.md, Shop: https://aurora.example]'},
  })
  const site = siteOf(built, 'zh')

  it('goes depth first and takes each page once', () => {
    expect(site.order.map(({localePath}) => localePath)).toEqual(['index.md', 'g/index.md', 'g/x.md', 'a.md'])
  })

  it('gives the pages beside a page', () => {
    expect(neighboursOf(entryOf(site, 'g/index.md'), site)).toMatchObject({
      previous: {localePath: 'index.md'},
      next: {localePath: 'g/x.md'},
    })
    expect(neighboursOf(entryOf(site, 'index.md'), site).previous).toBeUndefined()
    expect(neighboursOf(entryOf(site, 'loose.md'), site)).toEqual({})
  })

  it('gives the items above a page', () => {
    expect(trailOf(entryOf(site, 'g/x.md'), site).map(({title}) => title)).toEqual(['Group', 'G', 'zh/g/x.md'])
    expect(trailOf(entryOf(site, 'loose.md'), site)).toEqual([])
  })
})

describe('alternates', () => {
  const built = buildFixture({
    pages: {
      'zh/index.md': {},
      'zh/a/b.md': {},
      'en/index.md': {},
      'zh/g/README.md': {},
      'en/g/index.md': {},
      'en/g/e.md': {},
    },
  })
  const [zh, en] = [siteOf(built, 'zh'), siteOf(built, 'en')]
  const brief = (entry: EditionEntry): unknown =>
    alternatesOf(entry, [zh, en]).map(({locale, href, absolute, fallback, samePage}) => [
      locale.tag,
      href,
      absolute,
      fallback,
      samePage,
    ])

  it('lead to the same page and say where it is not translated', () => {
    expect(brief(entryOf(zh, 'a/b.md'))).toEqual([
      ['zh', './', 'https://docs.aurora.example/a/b/', false, true],
      ['en', '../../en/a/b/', 'https://docs.aurora.example/en/a/b/', true, true],
    ])
  })

  it('know that index.md and README.md are one page', () => {
    expect(brief(entryOf(en, 'g/index.md'))).toEqual([
      ['zh', '../../g/', 'https://docs.aurora.example/g/', false, true],
      ['en', './', 'https://docs.aurora.example/en/g/', false, true],
    ])
  })

  it('lead to the nearest index page where a locale lacks the page', () => {
    expect(brief(entryOf(en, 'g/e.md'))).toEqual([
      ['zh', '../../../g/', 'https://docs.aurora.example/g/', false, false],
      ['en', './', 'https://docs.aurora.example/en/g/e/', false, true],
    ])
  })

  it('have no absolute address for a brand without one', () => {
    const site = siteOf(buildFixture({pages: {'zh/a.md': {}}, url: '/'}), 'zh')
    expect(alternatesOf(entryOf(site, 'a.md'), [site])[0]?.absolute).toBeUndefined()
  })
})

describe('globMatcher', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'a.txt', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['[a-c]*', 'bee', true],
    ['[!a-c]*', 'bee', false],
    ['[]]', ']', true],
    ['[ab', '[ab', true],
    ['**', '', true],
    ['a*b*c', 'aXbYbZc', true],
    ['?', '𝄞', true],
  ])('`%s` on `%s`: %s', (glob, name, expected) => {
    expect(globMatcher(glob)(name)).toBe(expected)
  })

  it('does not slow down on many stars', () => {
    expect(globMatcher(`${'*a'.repeat(2000)}b`)('a'.repeat(20_000))).toBe(false)
  })
})

describe('byNaturalOrder', () => {
  it('counts', () => {
    expect(['v10', 'v9', 'v1', 'v09', 'a'].sort(byNaturalOrder)).toEqual(['a', 'v1', 'v09', 'v9', 'v10'])
  })

  it('is a total order', () => {
    const name = fc.stringMatching(/^[a-b0-2]{0,5}$/)
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(byNaturalOrder(a, b))).toBe(-Math.sign(byNaturalOrder(b, a)) + 0)
        if (byNaturalOrder(a, b) < 0 && byNaturalOrder(b, c) < 0) expect(byNaturalOrder(a, c)).toBeLessThan(0)
      }),
    )
  })
})
