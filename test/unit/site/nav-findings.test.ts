import {describe, expect, it} from 'vitest'
import {buildFixture, findingLines, type SiteFixture} from './site-fixture.ts'

const pages: SiteFixture['pages'] = {
  'zh/index.md': {},
  'zh/a.md': {},
  'zh/guide/index.md': {},
  'zh/guide/b.md': {},
  'zh/north.md': {brands: ['borealis']},
}

const found = (pagesFiles: Readonly<Record<string, string>>, more: Partial<SiteFixture> = {}): readonly string[] =>
  findingLines(buildFixture({pages, pagesFiles, prefixes: {zh: '/'}, ...more}).diagnostics)

describe('nav/duplicate-entry', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a page',
      {zh: 'nav:\n  - a.md\n  - Second: ./a.md'},
      ['zh/.pages:3:13 nav/duplicate-entry Entry `./a.md` opens what `zh/.pages:2` has in the nav already'],
    ],
    [
      'a page in a group',
      {zh: 'nav:\n  - One:\n    - a.md\n  - Two: [a.md]'},
      ['zh/.pages:4:11 nav/duplicate-entry Entry `a.md` opens what `zh/.pages:3` has in the nav already'],
    ],
    [
      'a page that the file of its folder names, too',
      {zh: 'nav:\n  - guide/b.md\n  - guide', 'zh/guide': 'nav:\n  - b.md'},
      ['zh/guide/.pages:2:5 nav/duplicate-entry Entry `b.md` opens what `zh/.pages:2` has in the nav already'],
    ],
    [
      'a folder, and not what is in it',
      {zh: 'nav:\n  - guide\n  - Guide: guide/', 'zh/guide': 'nav:\n  - b.md'},
      ['zh/.pages:3:12 nav/duplicate-entry Entry `guide/` opens what `zh/.pages:2` has in the nav already'],
    ],
    [
      'an address with its title',
      {zh: 'nav:\n  - Shop: https://aurora.example/\n  - Shop: https://aurora.example/'},
      [
        'zh/.pages:3:11 nav/duplicate-entry Entry `https://aurora.example/` opens what `zh/.pages:2` has in the nav already',
      ],
    ],
  ])('finds %s', (_, files, lines) => {
    expect(found(files)).toEqual(lines)
  })

  it.each([
    ['an address with two titles', 'nav:\n  - A: https://aurora.example/\n  - B: https://aurora.example/'],
    ['a page that a rest entry leaves out', 'nav:\n  - a.md\n  - ... | flat'],
    ['a folder beside its index page', 'nav:\n  - guide/index.md\n  - guide'],
    ['pages of other brands', 'nav:\n  - north.md\n  - north.md'],
  ])('leaves alone %s', (_, text) => {
    expect(found({zh: text})).toEqual([])
  })
})

describe('an external address of the nav', () => {
  it.each([
    ['https://a b/', 'Address `https://a b/` of the nav is not a valid URL'],
    [
      'https:/aurora.example',
      'Address `https:/aurora.example` of the nav is not a valid URL; did you mean `https://aurora.example`',
    ],
    [
      'https//aurora.example',
      'Address `https//aurora.example` of the nav is not a valid URL; did you mean `https://aurora.example`',
    ],
    [
      'www.aurora.example/a',
      'Address `www.aurora.example/a` of the nav is not a valid URL; did you mean `https://www.aurora.example/a`',
    ],
  ])('is reported: `%s`', (address, message) => {
    expect(found({zh: `nav:\n  - a.md\n  - Shop: ${address}`})).toEqual([`zh/.pages:3:11 link/malformed ${message}`])
  })

  it.each(['https://aurora.example/a?b#c', 'mailto:docs@aurora.example', '//aurora.example/'])(
    'is left alone: `%s`',
    (address) => {
      expect(found({zh: `nav:\n  - Shop: ${address}`})).toEqual([])
    },
  )
})

describe('a nav of the configuration', () => {
  it('has its findings where its entries stand', () => {
    const place = (line: number) => ({start: {line, column: 5, offset: 0}, end: {line, column: 9, offset: 0}})
    const {diagnostics} = buildFixture({
      pages,
      prefixes: {zh: '/'},
      nav: {zh: ['a.md', {Group: ['gone.md', 'a.md']}]},
      navPlaces: {
        zh: [
          {place: place(2), children: []},
          {
            place: place(3),
            children: [
              {place: place(4), children: []},
              {place: place(5), children: []},
            ],
          },
        ],
      },
    })
    expect(findingLines(diagnostics)).toEqual([
      'docprism.yml:4:5 nav/missing-page Cannot find page or folder `gone.md` of the nav',
      'docprism.yml:5:5 nav/duplicate-entry Entry `a.md` opens what `docprism.yml:2` has in the nav already',
    ])
  })
})
