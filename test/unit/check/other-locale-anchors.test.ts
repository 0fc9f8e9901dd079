import {describe, expect, it} from 'vitest'
import {check} from '../../../src/check/check.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

const config = [
  'locales:',
  '  zh: {name: 中文}',
  '  en: {name: English}',
  'brands:',
  '  aurora: {url: https://docs.aurora.example/}',
  '  nova: {url: https://docs.nova.example/, locales: {en: /, zh: /zh/}}',
  '',
].join('\n')

/** Place and message of the findings about two translations of a page. */
async function compare(zh: string, en: string): Promise<readonly string[]> {
  const files = {
    'docprism.yml': config,
    'content/zh/a.md': zh,
    'content/en/a.md': en,
    'content/zh/only.md': '# 甲 {#a}',
  }
  const {diagnostics} = await check({cwd: temporaryFolder(files), cacheDir: false})
  return diagnostics
    .filter(({ruleId}) => ruleId === 'anchor/other-locale')
    .map(({path, place, message}) => `${path}:${place ? String(place.start.line) : ''} ${message}`)
}

describe('explicit ids of headings in two languages', () => {
  it.each([
    ['# 甲 {#a}', '# A {#a}', []],
    ['# 甲', '# A', []],
    ['# 甲 {#a}\n\n## 乙', '# A {#a}\n\n## B {#b}', ['zh/a.md:3 Heading without the id `b` that it has in `en/a.md`']],
    ['# 甲 {#a}\n\n## 乙 {#b}', '# A\n\n## B {#b}', []],
    ['# 甲 {#one}', '# A {#two}', ['en/a.md:1 Heading with the id `two`, but `one` in `zh/a.md`']],
    [
      '# 甲 {#first}\n\n## 乙 {#b}\n\n## 丙 {#c}',
      '# A',
      ['en/a.md: Page has no anchor `#first`, `#b`, `#c`, which `zh/a.md` has'],
    ],
    ['# 甲 {#x}', '<a id="x"></a>\n\n# A', []],
  ])('%j and %j', async (zh, en, expected) => {
    expect(await compare(zh, en)).toEqual(expected)
  })
})
