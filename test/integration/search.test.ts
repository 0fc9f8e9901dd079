import {readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {createSearchEngine} from '../../bench/search/theme-engine.ts'
import type {PageLine} from '../../bench/search/theme-engine.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const config = `locales:
  en: {name: English}
  zh: {name: 简体中文}
brands:
  aurora:
    url: https://docs.aurora.example/
    locales: {en: /, zh: /zh/}
    values: {name: Aurora}
  borealis:
    url: https://docs.borealis.example/
    locales: {en: /}
    values: {name: Borealis}
`

/** Pages in the search files of an edition, file by file. */
function readSearch(cwd: string, edition = 'aurora', locale = 'en'): readonly (readonly PageLine[])[] {
  const folder = path.join(cwd, 'dist', edition, 'assets/docprism/search', locale)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => {
      const taken = /^docprismSearch\.take\((\[[^]*\]),(\d+)\)\n$/.exec(readFileSync(path.join(folder, file), 'utf8'))
      return (JSON.parse(taken?.[1] ?? '') as (PageLine | 0)[]).filter((page) => page !== 0)
    })
}

const addressesIn = (cwd: string): readonly string[] =>
  readSearch(cwd)
    .flat()
    .map(([url]) => url)
    .sort()

describe('what a search looks through', () => {
  it('is written for each edition, with the values and the anchors of its brand', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': config,
      'content/en/index.md': '# Home\n\nWelcome.\n\n## About <<< custom_key.name >>>\n\nText **in bold**.\n',
      'content/zh/index.md': '# 首页\n\n绑定费用中心\n账号。\n',
    })
    await build({cwd, cacheDir: false})
    expect(readSearch(cwd)).toEqual([
      [
        [
          '',
          'Home',
          [
            ['', '', 'Welcome.'],
            ['About Aurora', 'about-aurora', 'Text in bold.'],
          ],
        ],
      ],
    ])
    expect(readSearch(cwd, 'borealis')[0]?.[0]?.[2][1]).toEqual(['About Borealis', 'about-borealis', 'Text in bold.'])
    expect(readSearch(cwd, 'aurora', 'zh')).toEqual([[['zh/', '首页', [['', '', '绑定费用中心账号。']]]]])
  })

  it('leaves out pages, sections and blocks that authors exclude, and knows how much a page counts', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': config,
      'content/en/index.md':
        '---\nsearch: {boost: 2}\n---\n# Home\n\n## Secret { data-search-exclude }\n\nHidden.\n\n## Shown\n\nBlock.\n{ data-search-exclude }\n\nText.\n',
      'content/en/gone.md': '---\nsearch: {exclude: true}\n---\n# Gone\n',
    })
    const {diagnostics} = await build({cwd, cacheDir: false})
    expect(diagnostics).toEqual([])
    expect(readSearch(cwd)).toEqual([
      [
        [
          '',
          'Home',
          [
            ['', '', ''],
            ['Shown', 'shown', 'Text.'],
          ],
          2,
        ],
      ],
    ])
  })

  it('is in several files for many pages, of which an edit writes one again', async () => {
    const pages = Array.from(
      {length: 70},
      (_, index) => [`content/en/p${index}.md`, `# Page ${index}\n\nText.\n`] as const,
    )
    const cwd = temporaryFolder({'docprism.yml': config, ...Object.fromEntries<string>(pages)})
    await build({cwd})
    expect(readSearch(cwd)).toHaveLength(2)
    expect(new Set(addressesIn(cwd)).size).toBe(70)
    const folder = path.join(cwd, 'dist/aurora/assets/docprism/search/en')
    const stamps = (): readonly bigint[] =>
      readdirSync(folder).map((file) => statSync(path.join(folder, file), {bigint: true}).ino)
    const before = stamps()
    writeFileSync(path.join(cwd, 'content/en/p7.md'), '# Page 7\n\nA new word: zeppelin.\n')
    await build({cwd})
    expect(stamps().filter((inode, index) => inode !== before[index])).toHaveLength(1)
    await build({cwd, out: path.join(cwd, 'clean'), cacheDir: false})
    expect(readTree(path.join(cwd, 'dist'))).toEqual(readTree(path.join(cwd, 'clean')))
    const engine = createSearchEngine()
    for (const share of readSearch(cwd)) engine.take(share)
    expect(engine.search('zeppelin').results.map(({page}) => page.url)).toEqual(['p7/'])
  })

  it('is exported as JSON Lines where the configuration asks for it', async () => {
    const cwd = temporaryFolder({'docprism.yml': config, 'content/en/index.md': '# Home\n\n## First\n\nText.\n'})
    const file = path.join(cwd, 'dist/aurora/assets/docprism/search/en/records.jsonl')
    await build({cwd})
    expect(readTree(path.join(cwd, 'dist')).has('aurora/assets/docprism/search/en/records.jsonl')).toBe(false)
    writeFileSync(path.join(cwd, 'docprism.yml'), `${config}search: {export: true}\n`)
    await build({cwd})
    const records = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(records.map((line): unknown => JSON.parse(line))).toMatchObject([
      {url: 'https://docs.aurora.example/', title: 'Home', heading: '', locale: 'en', brand: 'aurora'},
      {url: 'https://docs.aurora.example/#first', heading: 'First', text: 'Text.'},
    ])
  })
})
