import {describe, expect, it} from 'vitest'
import {diagnose} from './diagnose.ts'

/** Lines of a configuration that is right but for the lines given. */
const site = (...lines: readonly string[]): string =>
  [...lines, 'locales:', '  en: {name: English}', 'brands:', '  aurora: {url: /}', ''].join('\n')

const brand = (...lines: readonly string[]): string =>
  [
    'locales:',
    '  en: {name: English}',
    '  zh: {name: 中文}',
    'brands:',
    '  aurora:',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n')

describe('a configuration file in YAML', () => {
  it.each([
    ['is right when it has locales and brands', site(), []],
    ['may hold macros without quotes', site('title: <<< custom_key.brand_name >>> Docs'), []],
    ['may hold merge keys', site('values:', '  base: &base {a: x}', '  more: {<<: *base, b: y}'), []],
    ['may have a BOM and Windows line endings', `\uFEFF${site().replaceAll('\n', '\r\n')}`, []],
  ])('%s', async (_, text, expected) => {
    expect(await diagnose(text)).toEqual(expected)
  })

  it.each([
    [
      'an unclosed list',
      'nav: [a',
      '2:1-2:2 Cannot parse the YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a tab as indent', 'values:\n\ta: 1', '2:1-2:2 Cannot parse the YAML: Tabs are not allowed as indentation'],
    ['a key that stands twice', 'title: A\ntitle: B', '2:1-2:6 Found the key `title` twice in one map'],
    ['a tag that YAML does not know', 'title: !ENV TITLE', '1:8-1:12 Unknown YAML tag `!ENV`'],
    ['an alias without anchor', 'title: *name', '1:8-1:13 Unknown alias `*name`'],
    ['brackets without end', `nav: ${'['.repeat(100_000)}`, '1:206-1:207 Found more than 200 levels of lists and maps'],
  ])('is refused as a whole for %s', async (_, line, expected) => {
    expect(await diagnose(site(line))).toEqual([expected])
  })

  it.each([
    ['an empty file', '', ['Found nothing, expected a map with `locales` and `brands`']],
    ['a list', '- a\n', ['1:1-1:1 Found a list, expected a map with `locales` and `brands`']],
    [
      'a map without what is needed',
      'title: Docs\n',
      [
        '1:1-1:1 Missing key `locales`, expected a map from locale tag to locale',
        '1:1-1:1 Missing key `brands`, expected a map from id to brand',
      ],
    ],
    ['a wrong key', site('titles: Docs'), ['1:1-1:7 Unknown key `titles`; did you mean `title`']],
    [
      'a key like no other',
      site('zzzzzzzz: 1'),
      // There are more keys than fit into a sentence.
      ['1:1-1:9 Unknown key `zzzzzzzz`'],
    ],
    ['a wrong type', site('content: 5'), ['1:10-1:11 Found the number `5`, expected a folder']],
    ['a wrong text', site('title: [a]'), ['1:8-1:11 Found a list, expected a string, or a map from locale to string']],
    [
      'a text that is wrong in one locale',
      site('title: {en: 7}'),
      ['1:13-1:14 Found the number `7`, expected a string'],
    ],
    [
      'a text for a locale that is not there',
      site('title: {eng: A}'),
      ['1:9-1:12 Unknown locale `eng`; did you mean `en`'],
    ],
    [
      'a value without content',
      site('values:', '  deep:', '    name:'),
      ['3:5-3:9 Found nothing, expected a string, a number, `true`, `false`, a list or a map'],
    ],
    [
      'a folder for the output inside the content',
      site('out: content/dist'),
      ['1:6-1:18 Found `content/dist`, expected a folder outside the content folder'],
    ],
    [
      'a content folder that is not there',
      site('content: inhalt'),
      ['1:10-1:16 Cannot find a folder at `inhalt`, expected the content folder'],
    ],
    [
      'a content folder that is a file',
      site('content: docprism.yml'),
      ['1:10-1:22 Found a file at `docprism.yml`, expected the content folder'],
    ],
    [
      'an override that is no folder',
      site('overrides: {a: b}'),
      ['1:12-1:18 Found a map, expected a folder, or a list of folders'],
    ],
  ])('reports %s', async (_, text, expected) => {
    expect(await diagnose(text)).toEqual(expected)
  })
})

describe('locales', () => {
  const locales = (...lines: readonly string[]): string =>
    ['locales:', ...lines, 'brands: {aurora: {url: /}}', ''].join('\n')
  it.each([
    ['none', locales('  {}'), ['2:3-2:5 Found no locale, expected at least one']],
    [
      'a tag that is none',
      locales('  en_US: {name: English}'),
      ['2:3-2:8 Found `en_US`, expected a BCP 47 tag such as `en` or `zh-Hant`'],
    ],
    [
      'one locale under two spellings',
      locales('  zh-hant: {name: a}', '  zh-Hant: {name: b}'),
      ['3:3-3:10 Found `zh-Hant`, which is the same locale as `zh-hant`'],
    ],
    ['a locale without name', locales('  en: {}'), ['2:3-2:5 Missing key `name`, expected a string']],
    [
      'a direction that is none',
      locales('  en: {name: English, dir: up}'),
      ['2:28-2:30 Found `up`, expected `ltr` or `rtl`'],
    ],
  ])('are reported for %s', async (_, text, expected) => {
    expect(await diagnose(text)).toEqual(expected)
  })
})

describe('brands', () => {
  it.each([
    ['no url', brand('robots: true'), ['5:3-5:9 Missing key `url`, expected an absolute address, or `/`']],
    [
      'a url that is relative',
      brand('url: docs/'),
      ['6:10-6:15 Found `docs/`, expected an absolute `http` or `https` address without query, or `/`'],
    ],
    [
      'a url of another kind',
      brand('url: ftp://docs.aurora.example/'),
      [
        '6:10-6:36 Found `ftp://docs.aurora.example/`, expected an absolute `http` or `https` address without query, or `/`',
      ],
    ],
    ['a wrong key', brand('url: /', 'forbids: [a]'), ['7:5-7:12 Unknown key `forbids`; did you mean `forbid`']],
    [
      'a wrong key of the theme',
      brand('url: /', 'theme: {logos: a.svg}'),
      ['7:13-7:18 Unknown key `logos`; did you mean `logo`'],
    ],
    [
      'a colour that is none',
      brand('url: /', 'theme: {primary: teall}'),
      ['7:22-7:27 Found `teall`, expected a CSS colour; did you mean `teal`'],
    ],
    [
      'a hex colour without quotes',
      brand('url: /', 'theme:', '  primary: #3b5bdb'),
      ['8:7-8:14 Found nothing, expected a CSS colour (a hex colour needs quotes in YAML)'],
    ],
    [
      'a logo outside the content',
      brand('url: /', 'theme: {logo: ../a.svg}'),
      ['7:19-7:27 Found `../a.svg`, expected a path inside the content folder'],
    ],
    [
      'a logo that is not there',
      brand('url: /', 'theme: {logo: a.svg}'),
      ['7:19-7:24 Cannot find `a.svg` in the content folder'],
    ],
    [
      'a scheme that is none',
      brand('url: /', 'theme: {scheme: dim}'),
      ['7:21-7:24 Found `dim`, expected `light`, `dark` or `system`'],
    ],
    ['an empty word', brand('url: /', "forbid: [a, '']"), ['7:17-7:19 Found an empty string, expected a word']],
    [
      'a switch that is none',
      brand('url: /', 'robots: never'),
      ['7:13-7:18 Found `never`, expected `true` or `false`'],
    ],
    [
      'a locale of no site',
      brand('url: /', 'locales: {zh: /, e: /en/}'),
      ['7:22-7:23 Unknown locale `e`; did you mean `en`'],
    ],
    [
      'two locales with one prefix',
      brand('url: /', 'locales: {zh: /docs, en: docs/}'),
      ['7:30-7:35 Found the prefix `/docs/`, which the locale `zh` of this brand has already'],
    ],
    [
      'a prefix that is no path',
      brand('url: /', 'locales: {zh: /, en: /../en}'),
      ['7:26-7:32 Found `/../en`, expected a URL prefix such as `/` or `/en/`'],
    ],
    ['no locales at all', brand('url: /', 'locales: {}'), ['7:14-7:16 Found no locale, expected at least one']],
    [
      'a default locale that it does not publish',
      brand('url: /', 'locales: {zh: /}', 'default_locale: en'),
      ['8:21-8:23 Unknown locale `en`, expected `zh`'],
    ],
    ['a brand that is not there', brand('url: /', 'extends: aurora2'), ['7:14-7:21 Unknown brand `aurora2`']],
  ])('are reported for %s', async (_, text, expected) => {
    expect(await diagnose(text)).toEqual(expected)
  })

  const brands = (...lines: readonly string[]): string =>
    ['locales: {en: {name: English}}', 'brands:', ...lines.map((line) => `  ${line}`), ''].join('\n')
  it.each([
    ['none', brands('{}'), ['3:3-3:5 Found no brand, expected at least one']],
    [
      'an id that is no folder name',
      brands('a/b: {url: /}'),
      ['3:3-3:6 Found `a/b`, expected an id of letters, digits, `-` and `_`'],
    ],
    [
      'ids that differ in case only',
      brands('aurora: {url: /}', 'Aurora: {url: /}'),
      ['4:3-4:9 Found `Aurora`, which differs from `aurora` in case only'],
    ],
    [
      'an unknown brand that a third one inherits, once',
      brands('aurora: {url: /, extends: borealsi}', 'borealis: {url: /}', 'test: {extends: aurora}'),
      ['3:29-3:37 Unknown brand `borealsi`; did you mean `borealis`'],
    ],
    [
      'a brand that extends itself',
      brands('aurora: {url: /, extends: aurora}'),
      ['3:29-3:35 Found a brand that extends itself: `aurora` → `aurora`'],
    ],
    [
      'a circle, at each of its brands',
      brands('a: {extends: b}', 'b: {extends: c}', 'c: {extends: b}'),
      [
        '4:16-4:17 Found a brand that extends itself: `b` → `c` → `b`',
        '5:16-5:17 Found a brand that extends itself: `c` → `b` → `c`',
      ],
    ],
  ])('are reported for %s', async (_, text, expected) => {
    expect(await diagnose(text)).toEqual(expected)
  })
})

describe('nav', () => {
  it.each([
    [
      'a number',
      site('nav:', '  - 5'),
      ['2:5-2:6 Found the number `5`, expected the path of a page, or a map from a title to what it opens'],
    ],
    [
      'a title that opens a number',
      site('nav:', '  - Guide:', '      - Start: 7'),
      ['3:16-3:17 Found the number `7`, expected the path of a page, an address, or a list of entries'],
    ],
    [
      'two titles in one entry',
      site('nav:', '  - A: a.md', '    B: b.md'),
      ['3:5-3:6 Found a second title `B` in one entry, expected `- ` before it'],
    ],
    [
      'an empty entry',
      site('nav:', '  - A:', '    - {}'),
      ['3:7-3:9 Found an empty map, expected a title with what it opens'],
    ],
    ['a locale that is not there', site('nav:', '  enn: [a.md]'), ['2:3-2:6 Unknown locale `enn`; did you mean `en`']],
  ])('is reported for %s', async (_, text, expected) => {
    expect(await diagnose(text)).toEqual(expected)
  })
})

describe('the Markdown dialect', () => {
  it.each([
    [
      'an unknown extension',
      ['markdown_extensions:', '  - admonitions'],
      ['2:5-2:16 Unknown extension `admonitions`; did you mean `admonition`'],
    ],
    [
      'an unknown option',
      ['markdown_extensions:', '  - toc:', '      permalnk: true'],
      ['3:7-3:15 Unknown `toc` option `permalnk`; did you mean `permalink`'],
    ],
    [
      'a wrong value of an option',
      ['markdown_extensions:', '  pymdownx.critic:', '    mode: show'],
      ['3:11-3:15 Found `show`, expected `accept`, `reject` or `view`'],
    ],
    [
      'an extension that is unsupported',
      ['markdown_extensions: [wikilinks]'],
      [
        '1:23-1:32 The extension `wikilinks` is unsupported: a link is written `[text](page.md)`, so that it can be checked',
      ],
    ],
    [
      'a wrong argument of a Python call',
      [
        'markdown_extensions:',
        '  - toc:',
        '      slugify: !!python/object/apply:pymdownx.slugs.slugify',
        '        kwds: {case: upper}',
      ],
      ['4:9-4:28 Found `upper`, expected `none`, `lower`, `lower-ascii` or `fold`'],
    ],
    [
      'a Python function that nobody knows',
      ['markdown_extensions:', '  - toc: {slugify: !!python/name:mine.slugs }'],
      ['2:11-2:18 Unknown slugify function `mine.slugs`'],
    ],
    [
      'a Python call with arguments outside of its keywords',
      ['markdown_extensions:', '  - toc:', '      slugify: !!python/object/apply:pymdownx.slugs.slugify {case: lower}'],
      ['3:61-3:74 Unknown key `case`, expected `args` or `kwds`'],
    ],
    [
      'a wrong slugify function',
      ['markdown: {slugify: githbu}'],
      ['1:21-1:27 Unknown slugify function `githbu`; did you mean `github`'],
    ],
    [
      'two slugify functions',
      ['markdown: {slugify: github}', 'markdown_extensions: [toc: {slugify: unicode}]'],
      ['1:12-1:19 Found a second choice beside the `slugify` option of `toc`, expected one of them'],
    ],
  ])('is reported for %s', async (_, lines, expected) => {
    expect(await diagnose(site(...lines))).toEqual(expected)
  })
})
