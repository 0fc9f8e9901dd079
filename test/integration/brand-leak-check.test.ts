import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const config = [
  'title: Guide',
  'locales: {en: {name: English}, zh: {name: 简体中文}}',
  'brands:',
  '  aurora:',
  '    url: https://docs.aurora.example/',
  '    values: {brand_key: aurora, brand_name: {en: Aurora, zh: 极光云}, main_domain: aurora.example}',
  '  borealis:',
  '    url: https://docs.borealis.example/',
  '    values: {brand_key: borealis, brand_name: {en: Borealis, zh: 北曜云}, main_domain: borealis.example}',
  '',
].join('\n')

/** `path:line:column text [brands]` of every leak; `->` leads to what could stand there. */
async function leaksIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const cwd = temporaryFolder({'docprism.yml': config, 'content/en/about.md': '# About\n', ...files})
  const {diagnostics, site} = await check({cwd})
  expect(site).toBeDefined()
  return diagnostics
    .filter(({ruleId}) => ruleId === 'brand/leak')
    .map(({path, place, actual = '', expected, brands = []}) => {
      const at = place ? `:${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}` : ''
      return `${path.replace(/^.*(?=theme\/)/, '')}${at} ${actual}${expected ? ` -> ${expected.join()}` : ''} [${brands.join()}]`
    })
}

const leaksOf = (page: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
  leaksIn({'content/en/a.md': page, ...more})

describe('brand/leak', () => {
  it.each([
    ['text', 'Use Borealis.\n', ['en/a.md:1:5-1:13 Borealis -> <<< custom_key.brand_name >>> [aurora]']],
    ['capitals', 'Use BOREALIS.\n', ['en/a.md:1:5-1:13 BOREALIS [aurora]']],
    ['an address', '<https://docs.borealis.example/x>\n', ['en/a.md:1:10-1:31 docs.borealis.example [aurora]']],
    [
      'a host below its domain',
      'At eu.borealis.example.\n',
      ['en/a.md:1:7-1:23 borealis.example -> <<< custom_key.main_domain >>> [aurora]'],
    ],
    ['CJK text', '请使用北曜云服务\n', ['en/a.md:1:4-1:7 北曜云 -> <<< custom_key.brand_name >>> [aurora]']],
    [
      'an alt text',
      '![Borealis](https://x.example/a.png)\n',
      ['en/a.md:1:3-1:11 Borealis -> <<< custom_key.brand_name >>> [aurora]'],
    ],
    [
      'an attribute',
      '<i title="Borealis">x</i>\n',
      ['en/a.md:1:11-1:19 Borealis -> <<< custom_key.brand_name >>> [aurora]'],
    ],
    [
      'a path in code',
      '```sh\ncd /opt/borealis\n```\n',
      ['en/a.md:2:9-2:17 borealis -> <<< custom_key.brand_key >>> [aurora]'],
    ],
    ['parts in marks', 'Use Bor**ealis**\n', ['en/a.md:1:5-1:15 Borealis -> <<< custom_key.brand_name >>> [aurora]']],
    ['a reference', 'Use &#66;orealis\n', ['en/a.md:1:5-1:17 Borealis -> <<< custom_key.brand_name >>> [aurora]']],
    ['a soft hyphen', 'Use Bore\u00ADalis\n', ['en/a.md:1:5-1:14 Borealis -> <<< custom_key.brand_name >>> [aurora]']],
    [
      'percent-encoding',
      '[x](https://x.example/%42orealis)\n',
      ['en/a.md:1:23-1:33 Borealis -> <<< custom_key.brand_name >>> [aurora]'],
    ],
    [
      'a title',
      '---\ntitle: On Borealis\n---\n# x\n',
      ['en/a.md:2:11-2:19 Borealis -> <<< custom_key.brand_name >>> [aurora]'],
    ],
  ])('finds a name in %s', async (_, page, leaks) => {
    expect(await leaksOf(page)).toEqual(leaks)
  })

  it.each([
    ['a macro', 'Use <<< custom_key.brand_name >>>.\n'],
    [
      'a condition of that brand',
      "<<<% if custom_key.brand_key == 'borealis' %>>>Borealis<<<% else %>>>Aurora<<<% endif %>>>\n",
    ],
    ['a comment', 'x\n\n<!-- Borealis -->\n'],
    ['a page of that brand', '---\nbrands: [borealis]\n---\nBorealis\n'],
    ['a longer word', 'Borealism, subborealis.example and borealis.example.org\n'],
    ['small letters in text', 'A borealis, then a borealis.\n'],
    ['two cells', '<table><tr><td>Bor</td><td>ealis</td></tr></table>\n'],
  ])('finds nothing in %s', async (_, page) => {
    expect(await leaksOf(page)).toEqual([])
  })

  it('points past front matter, conditions and longer values', async () => {
    const page = [
      '---',
      'hide: [toc]',
      '---',
      "<<<% if custom_key.brand_key == 'aurora' %>>>",
      '<<< custom_key.brand_name >>> and Borealis',
      '<<<% endif %>>>',
      '',
    ].join('\n')
    expect(await leaksOf(page)).toEqual(['en/a.md:5:35-5:43 Borealis -> <<< custom_key.brand_name >>> [aurora]'])
  })

  it('points to the snippet that holds the word', async () => {
    const snippets = 'markdown_extensions: [pymdownx.snippets: {base_path: [parts]}]\n'
    expect(
      await leaksIn({
        'docprism.yml': config + snippets,
        'parts/b.md': 'one\n\ntwo Borealis\n',
        'content/en/a.md': 'x\n\n--8<-- "b.md"\n',
      }),
    ).toEqual(['../parts/b.md:3:5-3:13 Borealis -> <<< custom_key.brand_name >>> [aurora]'])
  })

  it('points to the macro whose value holds a forbidden word', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': [
        'locales: {en: {name: English}}',
        'brands: {nova: {url: https://nova.example/, values: {cdn: cdn.ember.example}, forbid: [ember.example]}}',
        '',
      ].join('\n'),
      'content/en/a.md': '# A\n\nFrom <<< custom_key.cdn >>>\n',
    })
    const {diagnostics} = await check({cwd})
    expect(diagnostics).toMatchObject([
      {
        ruleId: 'brand/leak',
        message: 'Macro `custom_key.cdn` gives `ember.example`, a forbidden word',
        place: {start: {line: 3, column: 6}, end: {line: 3, column: 28}},
      },
    ])
  })

  it('looks at the texts of the site, its nav, its files and their names', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg">\n<title>Borealis</title></svg>'
    expect(
      await leaksIn({
        'docprism.yml': config.replace('title: Guide', 'title: {en: Borealis Guide, zh: 手册}'),
        'content/en/.pages': 'nav:\n  - About Borealis: about.md\n',
        'content/en/logo.svg': svg,
        'content/en/borealis/b.md': '# b\n',
      }),
    ).toEqual([
      'docprism.yml:1:13-1:21 Borealis -> <<< custom_key.brand_name >>> [aurora]',
      'en/.pages:2:11-2:19 Borealis -> <<< custom_key.brand_name >>> [aurora]',
      'en/borealis/b.md borealis [aurora]',
      'en/logo.svg:2:8-2:16 Borealis [aurora]',
    ])
  })

  it('looks at what templates write, with their conditions', async () => {
    const footer = ["{% if brand.id == 'borealis' %}Borealis{% endif %}", '<p>By Borealis</p>', '']
    const overrides = 'overrides: theme\n'
    expect(
      await leaksIn({
        'docprism.yml': config + overrides,
        'theme/partials/footer.html': footer.slice(1).join('\n'),
        'theme/js/docprism.js': '// borealis.example\n',
      }),
    ).toEqual([
      'theme/js/docprism.js:1:4-1:20 borealis.example [aurora]',
      'theme/partials/footer.html:1:7-1:15 Borealis [aurora]',
    ])
    expect(
      await leaksIn({'docprism.yml': config + overrides, 'theme/partials/footer.html': footer.slice(0, 1).join('\n')}),
    ).toEqual([])
  })

  it('lets brands that extend each other share names', async () => {
    const more = '  aurora-onprem: {extends: aurora, url: /, values: {main_domain: onprem.aurora.example}}\n'
    expect(
      await leaksIn({'docprism.yml': config + more, 'content/en/a.md': 'Aurora, onprem.aurora.example\n'}),
    ).toEqual([
      'en/a.md:1:1-1:7 Aurora -> <<< custom_key.brand_name >>> [borealis]',
      'en/a.md:1:9-1:30 onprem.aurora.example -> <<< custom_key.main_domain >>> [borealis]',
    ])
  })

  it('takes other values and exceptions from the configuration', async () => {
    const settings = (text: string): string => `${config}check: {brands: {leak: ${text}}}\n`
    const page = {'content/en/a.md': 'Borealis on borealis.example, BOREALIS_KEY, x\n'}
    expect(await leaksIn({'docprism.yml': settings('{values: [main_domain]}'), ...page})).toEqual([
      'en/a.md:1:13-1:29 borealis.example -> <<< custom_key.main_domain >>> [aurora]',
    ])
    expect(await leaksIn({'docprism.yml': settings('{ignore: [BOREALIS_KEY, borealis.example]}'), ...page})).toEqual([
      'en/a.md:1:1-1:9 Borealis -> <<< custom_key.brand_name >>> [aurora]',
    ])
  })
})
