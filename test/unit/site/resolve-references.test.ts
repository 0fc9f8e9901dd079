import {describe, expect, it} from 'vitest'
import type {EditionReference} from '../../../src/core/page.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {buildFixture, resolveOn, type SiteFixture} from './site-fixture.ts'

const pages: SiteFixture['pages'] = {
  'zh/index.md': {anchors: ['welcome']},
  'zh/a/b.md': {anchors: ['here', 'fn:1', '__tabbed_1_2', '安装']},
  'zh/a/c.md': {anchors: ['step-1', 'step-2', '安装', 'cafe\u0301']},
  'zh/a/index.md': {},
  'zh/a/my file.md': {},
  'zh/a/100%.md': {},
  'zh/a/v1.2.md': {},
  'zh/guide/README.md': {anchors: ['top-level']},
  'zh/指南/快速.md': {anchors: ['开始']},
  'zh/a/north.md': {brands: ['borealis']},
  'en/a/b.md': {anchors: ['here']},
  'en/a/c.md': {anchors: ['step-1']},
  'en/a/e.md': {},
}
const assets = [
  'img/shared.png',
  'zh/a/img/y.png',
  'zh/a/img/图 1.png',
  'zh/a/files/tool.zip',
  'zh/img/top.png',
  'brands/aurora/img/logo.svg',
  'brands/borealis/img/badge.svg',
]

interface Resolved {
  readonly href: string
  readonly diagnostics: readonly Diagnostic[]
}

function resolve(
  reference: Partial<EditionReference> & {readonly target: string},
  from: {readonly source?: string; readonly fixture?: Partial<SiteFixture>; readonly locale?: string} = {},
): Resolved {
  const [locale = '', ...rest] = (from.source ?? 'zh/a/b.md').split('/')
  const built = buildFixture({pages, assets, ...from.fixture})
  const {hrefs, diagnostics} = resolveOn(built, {
    locale: from.locale ?? locale,
    localePath: rest.join('/'),
    references: [{origin: 'link', element: 'a', attribute: 'href', ...reference}],
  })
  return {href: hrefs[0] ?? '', diagnostics}
}

const image = {origin: 'image', element: 'img', attribute: 'src'} as const
const htmlLink = {origin: 'html', element: 'a', attribute: 'href'} as const
const htmlImage = {origin: 'html', element: 'img', attribute: 'src'} as const

describe('a Markdown link that is written well', () => {
  it.each([
    ['zh/a/b.md', 'c.md', '../c/'],
    ['zh/a/b.md', './c.md', '../c/'],
    ['zh/a/b.md', 'c.md#step-1', '../c/#step-1'],
    ['zh/a/b.md', 'c.md?x=1#step-1', '../c/?x=1#step-1'],
    ['zh/a/b.md', 'b.md', './'],
    ['zh/a/b.md', 'b.md#here', './#here'],
    ['zh/a/b.md', '#here', '#here'],
    ['zh/a/b.md', '#', '#'],
    ['zh/a/b.md', '#top', '#top'],
    ['zh/a/b.md', '#fn:1', '#fn:1'],
    ['zh/a/b.md', '#__tabbed_1_2', '#__tabbed_1_2'],
    ['zh/a/b.md', '#:~:text=word', '#:~:text=word'],
    ['zh/a/b.md', 'index.md', '../'],
    ['zh/a/b.md', '../index.md', '../../'],
    ['zh/a/b.md', '../index.md#welcome', '../../#welcome'],
    ['zh/a/b.md', '../guide/README.md#top-level', '../../guide/#top-level'],
    ['zh/a/index.md', 'b.md', 'b/'],
    ['zh/index.md', 'a/c.md#step-2', 'a/c/#step-2'],
    ['zh/index.md', 'index.md', './'],
    ['zh/a/b.md', '../指南/快速.md#开始', '../../%E6%8C%87%E5%8D%97/%E5%BF%AB%E9%80%9F/#开始'],
    [
      'zh/a/b.md',
      '../%E6%8C%87%E5%8D%97/%E5%BF%AB%E9%80%9F.md#%E5%BC%80%E5%A7%8B',
      '../../%E6%8C%87%E5%8D%97/%E5%BF%AB%E9%80%9F/#%E5%BC%80%E5%A7%8B',
    ],
    ['zh/a/b.md', 'c.md#%E5%AE%89%E8%A3%85', '../c/#%E5%AE%89%E8%A3%85'],
    ['zh/a/b.md', 'c.md#caf\u00e9', '../c/#cafe\u0301'],
    ['zh/a/b.md', 'my%20file.md', '../my%20file/'],
    ['zh/a/b.md', '100%.md', '../100%25/'],
    ['zh/a/b.md', '100%25.md', '../100%25/'],
    ['zh/a/b.md', 'v1.2.md', '../v1.2/'],
    ['zh/a/b.md', 'files/tool.zip', '../files/tool.zip'],
    ['zh/a/b.md', 'files/tool.zip?v=2', '../files/tool.zip?v=2'],
    ['zh/a/b.md', '../../en/a/e.md', '../../en/a/e/'],
    ['zh/a/b.md', '../../img/shared.png', '../../img/shared.png'],
    ['en/a/b.md', '../../img/shared.png', '../../../img/shared.png'],
    ['en/a/e.md', '../../zh/a/c.md#step-2', '../../../a/c/#step-2'],
  ])('on %s: `%s` becomes `%s`', (source, target, href) => {
    expect(resolve({target}, {source})).toEqual({href, diagnostics: []})
  })

  it.each([
    'https://aurora.example/a?b#c',
    '//aurora.example/',
    'mailto:docs@aurora.example',
    'tel:+4900',
    'data:text/plain;base64,AA==',
    'javascript:void 0',
    'app://settings',
  ])('leaves `%s` alone', (target) => {
    expect(resolve({target})).toEqual({href: target, diagnostics: []})
  })
})

describe('a Markdown image', () => {
  it.each([
    ['zh/a/b.md', 'img/y.png', '../img/y.png'],
    ['zh/a/b.md', './img/y.png', '../img/y.png'],
    ['zh/a/index.md', 'img/y.png', 'img/y.png'],
    ['zh/a/b.md', '../../img/logo.svg', '../../img/logo.svg'],
    ['zh/a/b.md', '../../brands/aurora/img/logo.svg', '../../img/logo.svg'],
    ['zh/a/b.md', 'img/%E5%9B%BE%201.png', '../img/%E5%9B%BE%201.png'],
    ['en/a/b.md', 'img/y.png', '../img/y.png'],
  ])('on %s: `%s` becomes `%s`', (source, target, href) => {
    expect(resolve({...image, target}, {source})).toEqual({href, diagnostics: []})
  })
})

describe('raw HTML', () => {
  it.each([
    ['zh/a/b.md', htmlImage, '../img/y.png', '../img/y.png'],
    ['zh/a/index.md', htmlImage, 'img/y.png', 'img/y.png'],
    ['zh/a/b.md', htmlImage, ' ../img/y.png ', '../img/y.png'],
    ['zh/a/b.md', htmlLink, '../c/#step-1', '../c/#step-1'],
    ['zh/a/b.md', htmlLink, '../c/index.html', '../c/index.html'],
    ['zh/a/b.md', htmlLink, '../', '../'],
    ['zh/a/b.md', htmlLink, '../c.md#step-1', '../c/#step-1'],
    ['zh/a/b.md', htmlLink, '', ''],
    ['zh/a/b.md', htmlLink, '#here', '#here'],
    ['zh/a/b.md', htmlImage, '../../img/shared.png', '../../img/shared.png'],
    ['zh/a/b.md', htmlImage, '../../../img/shared.png', '../../img/shared.png'],
    ['en/a/b.md', htmlImage, '../../../img/shared.png', '../../../img/shared.png'],
    ['zh/a/b.md', htmlLink, '../../en/a/e/', '../../en/a/e/'],
    ['zh/a/b.md', {...htmlImage, attribute: 'srcset'}, '../img/y.png', '../img/y.png'],
    ['zh/a/b.md', {origin: 'html', element: 'div', attribute: 'data-version'} as const, '1.2.3', '1.2.3'],
    ['zh/a/b.md', {origin: 'html', element: 'div', attribute: 'data-date'} as const, '2024/01', '2024/01'],
    ['zh/a/b.md', {origin: 'html', element: 'div', attribute: 'data-src'} as const, '../img/y.png', '../img/y.png'],
  ])('on %s: %j `%s` becomes `%s`', (...[source, reference, target, href]) => {
    const resolved = resolve({...reference, target}, {source})
    expect(resolved.diagnostics).toEqual([])
    expect(resolved.href.trim()).toBe(href)
  })

  it.each([
    [htmlImage, 'img/y.png', 'image/missing-file', 'Cannot find image `img/y.png`; did you mean `../img/y.png`'],
    [htmlLink, 'c.md', 'link/missing-page', 'Cannot find page `c.md`; did you mean `../c/`'],
    [
      {origin: 'html', element: 'video', attribute: 'poster'} as const,
      '../img/z.png',
      'image/missing-file',
      'Cannot find image `../img/z.png`; did you mean `../img/y.png`',
    ],
    [
      {origin: 'html', element: 'div', attribute: 'data-src'} as const,
      'nowhere.png',
      'link/missing-file',
      'Cannot find file `nowhere.png`',
    ],
  ])('%j `%s` is %s', (...[reference, target, ruleId, message]) => {
    const {href, diagnostics} = resolve({...reference, target})
    expect(href).toBe(target)
    expect(diagnostics.map((one) => [one.ruleId, one.message])).toEqual([[ruleId, message]])
  })

  it('names the address without its last slash', () => {
    const {href, diagnostics} = resolve({...htmlLink, target: '../c#step-1'})
    expect(href).toBe('../c/#step-1')
    expect(diagnostics).toMatchObject([{ruleId: 'link/directory-style', expected: ['../c/#step-1']}])
  })
})

describe('a link that works but is fragile', () => {
  it.each([
    ['c/', '../c/', 'link/directory-style', 'c.md'],
    ['c/#step-1', '../c/#step-1', 'link/directory-style', 'c.md#step-1'],
    ['c', '../c/', 'link/directory-style', 'c.md'],
    ['c#step-1', '../c/#step-1', 'link/directory-style', 'c.md#step-1'],
    ['v1.2', '../v1.2/', 'link/directory-style', 'v1.2.md'],
    ['../guide/', '../../guide/', 'link/directory-style', '../guide/README.md'],
    ['./', '../', 'link/directory-style', 'index.md'],
    ['../', '../../', 'link/directory-style', '../index.md'],
    ['my%20file', '../my%20file/', 'link/directory-style', 'my%20file.md'],
    ['/a/c.md', '../c/', 'link/absolute-path', 'c.md'],
    ['/a/c/#step-1', '../c/#step-1', 'link/absolute-path', 'c.md#step-1'],
    ['/', '../../', 'link/absolute-path', '../index.md'],
    ['/img/shared.png', '../../img/shared.png', 'link/absolute-path', '../../img/shared.png'],
    ['/zh/a/c.md', '../c/', 'link/absolute-path', 'c.md'],
    ['/en/a/e/', '../../en/a/e/', 'link/absolute-path', '../../en/a/e.md'],
    ['my file.md', '../my%20file/', 'link/malformed', 'my%20file.md'],
    ['c.md #step-1', '../c/#step-1', 'link/malformed', 'c.md#step-1'],
    ['c.md#step-1/#', '../c/#step-1', 'link/malformed', 'c.md#step-1'],
    ['c.md##step-1', '../c/#step-1', 'link/malformed', 'c.md#step-1'],
    ['c.md/#step-1', '../c/#step-1', 'link/malformed', 'c.md#step-1'],
    ['#here/#', '#here', 'link/malformed', '#here'],
    ['..\\a\\c.md', '../c/', 'link/malformed', '../a/c.md'],
  ])('`%s` becomes `%s`, %s, fix `%s`', (...[target, href, ruleId, fix]) => {
    const resolved = resolve({target})
    expect(resolved.href).toBe(href)
    expect(resolved.diagnostics).toMatchObject([
      {ruleId, severity: 'warning', actual: target, expected: [fix], path: 'zh/a/b.md', brands: ['aurora']},
    ])
  })

  it('gives fixes that leave nothing to report and lead to the same place', () => {
    for (const target of ['c/', 'c#step-1', '/a/c.md', '/', './', 'c.md/#step-1', 'my file.md', '/en/a/e/']) {
      const first = resolve({target})
      const fix = first.diagnostics[0]?.expected?.[0] ?? ''
      expect(resolve({target: fix})).toEqual({href: first.href, diagnostics: []})
    }
  })
})

describe('a link that leads nowhere stays as it was written', () => {
  it.each([
    ['d.md', 'link/missing-page', 'Cannot find page `d.md`; did you mean `b.md`'],
    ['C.md', 'link/wrong-case', 'Cannot find page `C.md`, only `zh/a/c.md` in another case; write `c.md`'],
    [
      'C.md#step-1',
      'link/wrong-case',
      'Cannot find page `C.md`, only `zh/a/c.md` in another case; write `c.md#step-1`',
    ],
    ['C/', 'link/wrong-case', 'Cannot find page `C/`, only `zh/a/c.md` in another case; write `c.md`'],
    [
      'Files/tool.zip',
      'link/wrong-case',
      'Cannot find file `Files/tool.zip`, only `zh/a/files/tool.zip` in another case; write `files/tool.zip`',
    ],
    [
      '../A/files/tool.zip',
      'link/wrong-case',
      'Cannot find file `../A/files/tool.zip`, only `zh/a/files/tool.zip` in another case; write `files/tool.zip`',
    ],
    ['../c.md', 'link/missing-page', 'Cannot find page `../c.md`; did you mean `c.md`'],
    ['c.html', 'link/missing-page', 'Cannot find page `c.html`; did you mean `c.md`'],
    ['unknown-thing.md', 'link/missing-page', 'Cannot find page `unknown-thing.md`'],
    ['unknown-thing/', 'link/missing-page', 'Cannot find page `unknown-thing/`'],
    ['/dataflux/doc', 'link/missing-page', 'Cannot find page `/dataflux/doc`'],
    ['north.md', 'link/other-edition', 'Page `north.md` is published by `borealis` only'],
    ['north/', 'link/other-edition', 'Page `north/` is published by `borealis` only'],
    ['e.md', 'link/other-edition', 'Page `e.md` exists in `en` only'],
    ['../../zh/a/e.md#x', 'link/other-edition', 'Page `../../zh/a/e.md` exists in `en` only'],
    ['files/tools.zip', 'link/missing-file', 'Cannot find file `files/tools.zip`; did you mean `files/tool.zip`'],
    ['../../../x.md', 'link/outside-content', 'Destination `../../../x.md` leaves the content folder'],
    ['{{.Name}}.md', 'link/malformed', 'Destination `{{.Name}}.md` holds a template tag'],
    ['', 'link/malformed', 'Link has no destination'],
    [
      'https ://a.example',
      'link/malformed',
      'Destination `https ://a.example` is not a valid URL; did you mean `https://a.example`',
    ],
    [
      'https：//a.example',
      'link/malformed',
      'Destination `https：//a.example` is not a valid URL; did you mean `https://a.example`',
    ],
    [
      'https//a.example',
      'link/malformed',
      'Destination `https//a.example` is not a valid URL; did you mean `https://a.example`',
    ],
    [
      'https:/a.example',
      'link/malformed',
      'Destination `https:/a.example` is not a valid URL; did you mean `https://a.example`',
    ],
    [
      'www.a.example',
      'link/malformed',
      'Destination `www.a.example` is not a valid URL; did you mean `https://www.a.example`',
    ],
    [
      'https://a.example/x y',
      'link/malformed',
      'Destination `https://a.example/x y` is not a valid URL; did you mean `https://a.example/x%20y`',
    ],
    ['https://', 'link/malformed', 'Destination `https://` is not a valid URL'],
    ['https://a b.example', 'link/malformed', 'Destination `https://a b.example` is not a valid URL'],
  ])('`%s`: %s', (target, ruleId, message) => {
    const {href, diagnostics} = resolve({target})
    expect(href).toBe(target)
    expect(diagnostics.map((one) => [one.ruleId, one.message])).toEqual([[ruleId, message]])
  })

  it.each([
    [
      'img/Y.png',
      'link/wrong-case',
      'Cannot find image `img/Y.png`, only `zh/a/img/y.png` in another case; write `img/y.png`',
    ],
    ['../img/y.png', 'image/missing-file', 'Cannot find image `../img/y.png`; did you mean `img/y.png`'],
    ['c.md', 'image/missing-file', 'Cannot find image `c.md`'],
    ['../../img/badge.svg', 'link/other-edition', 'Image `../../img/badge.svg` is published by `borealis` only'],
    [
      '../../brands/borealis/img/badge.svg',
      'link/other-edition',
      'Image `../../brands/borealis/img/badge.svg` is published by `borealis` only',
    ],
    ['', 'link/malformed', 'Image has no destination'],
  ])('image `%s`: %s', (target, ruleId, message) => {
    const {href, diagnostics} = resolve({...image, target})
    expect(href).toBe(target)
    expect(diagnostics.map((one) => [one.ruleId, one.message])).toEqual([[ruleId, message]])
  })

  it.each([
    ['c.md#secret', '../c/', 'Cannot find anchor `#secret` in `c.md`, which has it for `borealis` only'],
    ['b.md#north', './', 'Cannot find anchor `#north` in `b.md`, which has it for `borealis`, `ember` only'],
  ])('anchor `%s` of another brand', (target, href, message) => {
    const anchorsOf = {
      borealis: {'zh/a/c.md': ['secret'], 'zh/a/b.md': ['north']},
      ember: {'zh/a/b.md': ['north']},
    }
    const resolved = resolve({target}, {fixture: {anchorsOf}})
    expect(resolved.href.startsWith(href)).toBe(true)
    expect(resolved.diagnostics.map((one) => [one.ruleId, one.message])).toEqual([['link/conditional-anchor', message]])
  })

  it('says both that a path is badly written and that it leads nowhere', () => {
    const {href, diagnostics} = resolve({target: 'Setup.md #a'})
    expect(href).toBe('Setup.md #a')
    expect(diagnostics.map(({ruleId}) => ruleId)).toEqual(['link/malformed', 'link/missing-page'])
  })

  it('reports a locale that the brand does not publish', () => {
    const {diagnostics} = resolve({target: '../../en/a/e.md'}, {fixture: {prefixes: {zh: '/'}}})
    expect(diagnostics).toMatchObject([{ruleId: 'link/missing-page'}])
  })

  it('carries the place of the reference', () => {
    const place = {start: {line: 3, column: 1, offset: 20}, end: {line: 3, column: 9, offset: 28}}
    expect(resolve({target: 'unknown-thing.md', place}).diagnostics[0]?.place).toEqual(place)
  })
})

describe('an anchor that the page does not have', () => {
  it.each([
    [
      'c.md#step-3',
      '../c/#step-3',
      'Cannot find anchor `#step-3` in `c.md`; did you mean `#step-1`',
      ['c.md#step-1', 'c.md#step-2'],
    ],
    ['#her', '#her', 'Cannot find anchor `#her` on this page; did you mean `#here`', ['#here']],
    ['#Here', '#Here', 'Cannot find anchor `#Here` on this page; did you mean `#here`', ['#here']],
    ['#somewhere-else', '#somewhere-else', 'Cannot find anchor `#somewhere-else` on this page', undefined],
    ['#%E5%8D%B8%E8%BD%BD', '#%E5%8D%B8%E8%BD%BD', 'Cannot find anchor `#卸载` on this page', undefined],
  ])('`%s` becomes `%s` and is reported', (...[target, href, message, expected]) => {
    const resolved = resolve({target})
    expect(resolved.href).toBe(href)
    expect(resolved.diagnostics.map((one) => [one.ruleId, one.message, one.expected])).toEqual([
      ['link/missing-anchor', message, expected],
    ])
  })
})

describe('a page that fills in for a missing translation', () => {
  const fixture = {
    pages: {
      'zh/a/only.md': {},
      'zh/a/c.md': {anchors: ['安装']},
      'zh/a/d.md': {anchors: ['配置']},
      'en/a/c.md': {anchors: ['install']},
      'en/a/e.md': {},
    },
  }
  const from = {source: 'zh/a/only.md', locale: 'en', fixture}

  it('keeps its links in the reader’s locale', () => {
    expect(resolve({target: 'c.md'}, from)).toEqual({href: '../c/', diagnostics: []})
    expect(resolve({target: 'e.md'}, from)).toEqual({href: '../e/', diagnostics: []})
    expect(resolve({target: '../../zh/a/c.md'}, from)).toEqual({href: '../../../a/c/', diagnostics: []})
  })

  it('is not blamed for the ids of a translation', () => {
    expect(resolve({target: 'c.md#安装'}, from)).toEqual({href: '../c/#安装', diagnostics: []})
    expect(resolve({target: 'd.md#安装'}, from).diagnostics).toMatchObject([{ruleId: 'link/missing-anchor'}])
  })

  it('shows its images, those in raw HTML included', () => {
    expect(resolve({...image, target: 'img/y.png'}, from)).toEqual({href: '../img/y.png', diagnostics: []})
    expect(resolve({...htmlImage, target: '../img/y.png'}, from)).toEqual({href: '../img/y.png', diagnostics: []})
    expect(resolve({...htmlImage, target: '../../img/shared.png'}, from)).toEqual({
      href: '../../../img/shared.png',
      diagnostics: [],
    })
  })
})
