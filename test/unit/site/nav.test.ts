import {describe, expect, it} from 'vitest'
import type {NavEntry} from '../../../src/core/site.ts'
import {buildFixture, findingLines, navLines, siteOf, type SiteFixture} from './site-fixture.ts'

const pages: SiteFixture['pages'] = {
  'zh/index.md': {title: 'Home'},
  'zh/b.md': {title: 'Bee'},
  'zh/a.md': {title: 'Zebra'},
  'zh/step-10.md': {title: 'Ten'},
  'zh/step-2.md': {title: 'Two'},
  'zh/user-guide/index.md': {title: 'Guide'},
  'zh/user-guide/install.md': {title: 'Install'},
  'zh/user-guide/deep/only.md': {title: 'Only'},
}

function navOf(pagesFiles: Readonly<Record<string, string>>, more: Partial<SiteFixture> = {}): readonly string[] {
  return navLines(siteOf(buildFixture({pages, pagesFiles, ...more}), 'zh').nav)
}

const guide = [
  'User guide -> user-guide/index.md',
  '  Install -> user-guide/install.md',
  '  Deep',
  '    Only -> user-guide/deep/only.md',
]

describe('nav without any file', () => {
  it('shows index, files by name, then folders with prettified names', () => {
    expect(navOf({})).toEqual([
      'Home -> index.md',
      'Zebra -> a.md',
      'Bee -> b.md',
      'Ten -> step-10.md',
      'Two -> step-2.md',
      ...guide,
    ])
  })

  it('keeps the capitals of a folder name', () => {
    expect(navOf({}, {pages: {'zh/HTTP-API/a.md': {title: 'A'}, 'zh/my_folder/b.md': {title: 'B'}}})).toEqual([
      'HTTP API',
      '  A -> HTTP-API/a.md',
      'My folder',
      '  B -> my_folder/b.md',
    ])
  })

  it('makes a README the page of its folder', () => {
    expect(navOf({}, {pages: {'zh/x/README.md': {title: 'Read me'}, 'zh/x/y.md': {title: 'Y'}}})).toEqual([
      'X -> x/README.md',
      '  Y -> x/y.md',
    ])
  })
})

describe('nav of a .pages file', () => {
  it.each<[string, string, readonly string[]]>([
    ['names pages and folders', 'nav: [user-guide, b.md]', [...guide, 'Bee -> b.md']],
    ['titles pages', 'nav:\n  - First: b.md', ['First -> b.md']],
    ['titles folders', 'nav:\n  - Manual: user-guide', ['Manual -> user-guide/index.md', ...guide.slice(1)]],
    ['takes a folder with a slash', 'nav: [user-guide/]', guide],
    ['reaches into folders', 'nav:\n  - user-guide/deep/only.md', ['Only -> user-guide/deep/only.md']],
    [
      'takes paths from the root of the locale',
      'nav:\n  - /user-guide/install.md',
      ['Install -> user-guide/install.md'],
    ],
    ['leads off the site', 'nav:\n  - Shop: https://aurora.example/shop', ['Shop -> https://aurora.example/shop']],
    ['expands macros in titles', 'nav:\n  - <<< brand >>> first: b.md', ['aurora first -> b.md']],
    [
      'groups pages, at any depth',
      'nav:\n  - One:\n    - a.md\n    - Two:\n      - B: b.md',
      ['One', '  Zebra -> a.md', '  Two', '    B -> b.md'],
    ],
    [
      'gives a group its untitled index page',
      'nav:\n  - One:\n    - a.md\n    - user-guide/index.md',
      ['One -> user-guide/index.md', '  Zebra -> a.md'],
    ],
    [
      'leaves a titled index page in its group',
      'nav:\n  - One:\n    - Start: user-guide/index.md\n    - a.md',
      ['One', '  Start -> user-guide/index.md', '  Zebra -> a.md'],
    ],
    ['keeps a header without entries', 'nav:\n  - Header:\n  - a.md', ['Header', 'Zebra -> a.md']],
    [
      'puts the rest where it stands',
      'nav: [b.md, ..., index.md]',
      ['Bee -> b.md', 'Zebra -> a.md', 'Ten -> step-10.md', 'Two -> step-2.md', ...guide, 'Home -> index.md'],
    ],
    [
      'lets patterns choose before the plain rest',
      'nav:\n  - ...\n  - Steps:\n    - ... | step-*.md',
      [
        'Home -> index.md',
        'Zebra -> a.md',
        'Bee -> b.md',
        ...guide,
        'Steps',
        '  Ten -> step-10.md',
        '  Two -> step-2.md',
      ],
    ],
    ['reads glob sets', 'nav:\n  - ... | glob=[!a-z]*\n  - ... | [ab].md', ['Zebra -> a.md', 'Bee -> b.md']],
    ['reads regular expressions', 'nav:\n  - ... | regex=^step-\\d\\.md$', ['Two -> step-2.md']],
    ['matches folders by name', 'nav:\n  - ... | user-*', guide],
    [
      'flattens the rest',
      'nav:\n  - ... | flat | regex=^(index|install|only)',
      [
        'Home -> index.md',
        'Guide -> user-guide/index.md',
        'Install -> user-guide/install.md',
        'Only -> user-guide/deep/only.md',
      ],
    ],
    [
      'shows a page that it names only there',
      'nav:\n  - user-guide/install.md\n  - user-guide',
      ['Install -> user-guide/install.md', 'User guide -> user-guide/index.md', ...guide.slice(2)],
    ],
    [
      'sorts by `arrange` and appends what that leaves out',
      'arrange: [step-2.md, b.md]',
      ['Two -> step-2.md', 'Bee -> b.md', 'Home -> index.md', 'Zebra -> a.md', 'Ten -> step-10.md', ...guide],
    ],
    [
      'sorts descending, the index first all the same',
      'order: desc',
      ['Home -> index.md', ...guide, 'Two -> step-2.md', 'Ten -> step-10.md', 'Bee -> b.md', 'Zebra -> a.md'],
    ],
    [
      'sorts numbers by their value',
      'sort_type: natural',
      ['Home -> index.md', 'Zebra -> a.md', 'Bee -> b.md', 'Two -> step-2.md', 'Ten -> step-10.md', ...guide],
    ],
    [
      'sorts by title',
      'order_by: title',
      ['Home -> index.md', 'Bee -> b.md', 'Ten -> step-10.md', 'Two -> step-2.md', ...guide, 'Zebra -> a.md'],
    ],
  ])('%s', (_, text, expected) => {
    expect(navOf({zh: text})).toEqual(expected)
  })

  it('titles its own section, and the parent has the last word', () => {
    const files = {'zh/user-guide': 'title: <<< brand >>> guide\nnav: [install.md]'}
    expect(navOf({...files, zh: 'nav: [user-guide]'})).toEqual(['aurora guide', '  Install -> user-guide/install.md'])
    expect(navOf({...files, zh: 'nav: [Mine: user-guide]'})).toEqual(['Mine', '  Install -> user-guide/install.md'])
  })

  it('hides a folder that is still published', () => {
    const built = buildFixture({pages, pagesFiles: {'zh/user-guide': 'hide: true', zh: 'nav: [a.md, user-guide]'}})
    expect(navLines(siteOf(built, 'zh').nav)).toEqual(['Zebra -> a.md'])
    expect(siteOf(built, 'zh').entries.has('user-guide/install.md')).toBe(true)
    expect(built.diagnostics).toEqual([])
  })

  it('collapses a folder with one page, itself or all below', () => {
    const collapsed = [...guide.slice(0, 2), '  Only -> user-guide/deep/only.md']
    expect(navOf({'zh/user-guide/deep': 'collapse: true', zh: 'nav: [user-guide]'})).toEqual(collapsed)
    expect(navOf({zh: 'collapse_single_pages: true\nnav: [user-guide]'})).toEqual(collapsed)
    const exception = {'zh/user-guide/deep': 'collapse: false', zh: 'collapse_single_pages: true\nnav: [user-guide]'}
    expect(navOf(exception)).toEqual(guide)
  })

  it('may be replaced for one brand', () => {
    const files = {zh: 'nav: [a.md]', 'brands/aurora/zh': 'nav: [b.md]', 'brands/borealis/zh': 'nav: [index.md]'}
    expect(navOf(files)).toEqual(['Bee -> b.md'])
  })

  it('reports entries that lead nowhere, with the nearest name', () => {
    const text = 'nav:\n  - step-3.md\n  - A: missing/\n  - ../outside.md\n  - /\n  - a.md'
    const built = buildFixture({pages, pagesFiles: {zh: text}, prefixes: {zh: '/'}})
    expect(navLines(siteOf(built, 'zh').nav)).toEqual(['Zebra -> a.md'])
    expect(findingLines(built.diagnostics)).toEqual([
      'zh/.pages:2:5 nav/missing-page Cannot find page or folder `step-3.md` of the nav; did you mean `step-2.md`',
      'zh/.pages:3:8 nav/missing-page Cannot find page or folder `missing/` of the nav',
      'zh/.pages:4:5 nav/missing-page Cannot find page or folder `../outside.md` of the nav',
      'zh/.pages:5:5 nav/missing-page Cannot find page or folder `/` of the nav',
    ])
  })

  it('drops pages and folders of other brands without a word', () => {
    const limited: SiteFixture['pages'] = {
      ...pages,
      'zh/only-borealis.md': {brands: ['borealis']},
      'zh/north/a.md': {brands: ['borealis']},
      'zh/both.md': {title: 'Both', brands: ['aurora', 'borealis']},
    }
    const text = 'nav: [only-borealis.md, north, {Mine: [only-borealis.md]}, both.md]'
    const built = buildFixture({pages: limited, pagesFiles: {zh: text}, prefixes: {zh: '/'}})
    expect(navLines(siteOf(built, 'zh').nav)).toEqual(['Both -> both.md'])
    expect(built.diagnostics).toEqual([])
  })
})

describe('nav of the configuration', () => {
  const nav: readonly NavEntry[] = [
    {Start: 'index.md'},
    'user-guide',
    {'<<< brand >>> steps': ['step-2.md', 'step-10.md']},
    {Header: null},
    {Shop: 'https://aurora.example/'},
    '...',
  ]

  it('wins over the top .pages file and uses those of folders', () => {
    const files = {zh: 'nav: [a.md]', 'zh/user-guide': 'nav: [install.md]'}
    expect(navOf(files, {nav: {zh: nav}})).toEqual([
      'Start -> index.md',
      'User guide',
      '  Install -> user-guide/install.md',
      'aurora steps',
      '  Two -> step-2.md',
      '  Ten -> step-10.md',
      'Header',
      'Shop -> https://aurora.example/',
      'Zebra -> a.md',
      'Bee -> b.md',
    ])
  })

  it('reports missing pages against the configuration file', () => {
    const built = buildFixture({pages, nav: {zh: ['gone.md']}, prefixes: {zh: '/'}})
    expect(findingLines(built.diagnostics)).toEqual([
      'docprism.yml nav/missing-page Cannot find page or folder `gone.md` of the nav',
    ])
  })
})

describe('nav of a locale with fallback pages', () => {
  const bilingual: SiteFixture['pages'] = {
    'zh/a.md': {title: '甲'},
    'zh/b.md': {title: '乙'},
    'en/a.md': {title: 'A'},
    'zh/only/x.md': {title: '丙'},
    'zh/only/y.md': {title: '丁'},
  }

  it('shows the page of the default locale where its own is missing', () => {
    const built = buildFixture({pages: bilingual, pagesFiles: {en: 'nav: [Second: b.md, a.md, only]'}})
    expect(navLines(siteOf(built, 'en').nav)).toEqual([
      'Second -> b.md',
      'A -> a.md',
      'Only',
      '  丙 -> only/x.md',
      '  丁 -> only/y.md',
    ])
    expect(built.diagnostics).toEqual([])
  })

  it('lays a folder without translations out as the default locale does', () => {
    const files = {'zh/only': 'title: 仅中文\nnav: [y.md, x.md]', zh: 'nav: [b.md]'}
    expect(navLines(siteOf(buildFixture({pages: bilingual, pagesFiles: files}), 'en').nav)).toEqual([
      'A -> a.md',
      '乙 -> b.md',
      '仅中文',
      '  丁 -> only/y.md',
      '  丙 -> only/x.md',
    ])
  })
})
