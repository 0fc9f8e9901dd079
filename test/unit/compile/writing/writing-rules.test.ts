import {describe, expect, it} from 'vitest'
import {createCompiler} from '../../../../src/compile/compiler.ts'
import {readMarkdownExtensions} from '../../../../src/config/markdown-extensions.ts'
import type {GlossaryEntry} from '../../../../src/core/glossary-entry.ts'
import type {WritingSettings} from '../../../../src/core/writing-settings.ts'

const {extensions} = readMarkdownExtensions(undefined)
const icons = {svg: () => undefined, emoji: () => undefined, names: () => []}
const editions = [
  {brand: 'aurora', values: {name: '极光', odd: '*极光*'}},
  {brand: 'nova', values: {name: 'Nova', odd: '*Nova*'}},
]

/** Findings as `place `what stands there` → `what could` [brands]`. */
function find(
  text: string,
  writing: WritingSettings,
  {locale = 'zh', inline = 'unsafe'}: {readonly locale?: string; readonly inline?: 'unsafe' | 'all'} = {},
): readonly string[] {
  const compiler = createCompiler({markdown: {extensions}, icons, writing, inline})
  return compiler
    .compile({path: `${locale}/a.md`, locale, text}, editions)
    .diagnostics.filter(({ruleId}) => ruleId.startsWith('writing/'))
    .map(({place, actual, expected, brands}) => {
      const at = place ? `${String(place.start.line)}:${String(place.start.column)}-${String(place.end.column)}` : ''
      return [at, `${actual ?? ''}→${expected?.join('|') ?? ''}`, ...(brands ?? [])].join(' ')
    })
}

const spacing: WritingSettings = {rules: ['writing/spacing'], glossary: {}}
const punctuation: WritingSettings = {rules: ['writing/punctuation'], glossary: {}}
const glossary = (...entries: readonly GlossaryEntry[]): WritingSettings => ({rules: [], glossary: {'*': entries}})

describe('writing/spacing', () => {
  it.each([
    ['nothing to find', '打开 Linux 版本 2，然后', []],
    ['both sides', '打开Linux版', ['1:3-3 → ', '1:8-8 → ']],
    ['digits', '共3个', ['1:2-2 → ', '1:3-3 → ']],
    ['kana', 'これはLinux', ['1:4-4 → ']],
    ['headings', '## 打开Linux {#a}', ['1:6-6 → ']],
    ['cells', '| 甲A | 乙 |\n|---|---|\n| 丙 | 丁D |', ['1:4-4 → ', '3:8-8 → ']],
    ['lists and quotes', '- > 甲\n  > 乙B', ['2:6-6 → ']],
    [
      'titles of admonitions and tabs',
      '!!! note "甲A"\n    乙B\n\n=== "丙C"\n    x',
      ['1:12-12 → ', '2:6-6 → ', '4:7-7 → '],
    ],
    ['into markup', '打开**Linux**', ['1:3-3 → ']],
    ['out of markup', '[Linux](a.md)版', ['1:14-14 → ']],
    ['texts of images', '![打开Linux](a.png)', ['1:5-5 → ']],
    ['code', '打开`Linux`版', []],
    ['code in HTML', '打<code>开Linux</code>版', []],
    ['keys, formulas, addresses', '按++ctrl+a++键，见https://nova.example/文档a版', []],
    ['attribute lists', '打开[甲](a.md){.b}', []],
    ['spaces beside full-width signs', '甲， 乙 。', ['1:3-4  →', '1:5-6  →']],
    ['a line that starts with a sign', '甲，\n乙', []],
    ['escapes', '打\\*开A', ['1:5-5 → ']],
  ])('looks at %s', (_, text, expected) => {
    expect(find(text, spacing)).toEqual(expected)
  })

  it('judges a macro by the values of each brand', () => {
    expect(find('使用<<< custom_key.name >>>平台', spacing)).toEqual(['1:3-3 →  nova', '1:26-26 →  nova'])
    expect(find('使用 <<< custom_key.name >>> 平台', spacing)).toEqual([])
    expect(find('Use<<< custom_key.name >>>', spacing)).toEqual(['1:4-4 →  aurora'])
  })

  it('finds the same where values are written out', () => {
    for (const text of [
      '使用<<< custom_key.name >>>平台',
      '甲<<< custom_key.odd >>>乙',
      '甲A<<<% if brand == "nova" %>>>乙B<<<% endif %>>>丙',
    ])
      expect(find(text, spacing)).toEqual(find(text, spacing, {inline: 'all'}))
  })

  it('finds a condition for the brands that see it', () => {
    expect(find('甲<<<% if brand == "nova" %>>>B<<<% endif %>>>', spacing)).toEqual(['1:30-30 →  nova'])
  })
})

describe('writing/punctuation', () => {
  it.each([
    ['nothing to find', '先下载，再安装。', []],
    ['signs between letters', '先下载,再安装;好', ['1:4-5 ,→，', '1:8-9 ;→；']],
    ['the space behind a sign', '先下载, 再', ['1:4-6 , →，']],
    ['the end', '好吗?', ['1:3-4 ?→？']],
    ['a full stop', '好.', ['1:2-3 .→。']],
    ['a Latin word before', '下载 Nova,再', ['1:8-9 ,→，']],
    ['Latin lists', '下载 Nova, Ember 等', []],
    ['times and ports', '12:30，端口:9529', []],
    ['numbers of items', '一.下载', []],
    ['names of files', '文件.txt', []],
    ['ellipses', '等等...', []],
    ['operators', '甲!=乙', []],
    ['code', '先`下载,再`', []],
  ])('looks at %s', (_, text, expected) => {
    expect(find(text, punctuation)).toEqual(expected)
  })

  it('asks for letters on both sides in other languages', () => {
    expect(find('The word (下载, noun) and 先,再.', punctuation, {locale: 'en'})).toEqual(['1:26-27 ,→，'])
  })
})

describe('writing/glossary', () => {
  const stream = {use: 'DataStream', not: ['data stream', 'Datastream']}
  it.each([
    [
      'text, headings, cells',
      '# data stream\n\n| Datastream |\n|---|\n| x |',
      ['1:3-14 data stream→DataStream', '3:3-13 Datastream→DataStream'],
    ],
    ['any case of a lower-case word', 'Data Stream', ['1:1-12 Data Stream→DataStream']],
    ['one case of another', 'DATASTREAM datastream', []],
    ['words over lines', 'a data\nstream', ['1:3-7 data\nstream→DataStream']],
    ['markup inside of words', 'a **data** stream', ['1:5-18 data stream→DataStream']],
    ['whole words', 'Datastreams MyDatastream Datastream_a', []],
    ['words beside Chinese', '用Datastream吧', ['1:2-12 Datastream→DataStream']],
    [
      'code, addresses, ids',
      '`Datastream` https://Datastream.example/ Datastream.example/Datastream a-Datastream [x](Datastream.md) {#a}',
      [],
    ],
    [
      'texts and titles of images',
      '![Datastream](a.png "Datastream")',
      ['1:3-13 Datastream→DataStream', '1:22-32 Datastream→DataStream'],
    ],
    ['the end of a sentence', 'Datastream.', ['1:1-11 Datastream→DataStream']],
  ])('looks at %s', (_, text, expected) => {
    expect(find(text, glossary(stream), {locale: 'en'})).toEqual(expected)
  })

  it('leaves the right word alone', () => {
    expect(find('GitHub github', glossary({use: 'GitHub', not: ['github']}))).toEqual(['1:8-14 github→GitHub'])
    expect(find('观测平台的平台', glossary({use: '观测平台', not: ['平台']}))).toEqual(['1:6-8 平台→观测平台'])
  })

  it('reads values, and leaves what is in one of them alone', () => {
    const entry = {use: 'the console', not: ['nova console', '极光', 'nova']}
    expect(find('<<< custom_key.name >>> console', glossary(entry), {locale: 'en'})).toEqual([
      '1:1-32 Nova console→the console nova',
    ])
  })

  it('takes words of the locale and of all', () => {
    const writing = {
      rules: [],
      glossary: {'*': [{use: 'A', not: ['B']}], en: [{use: 'C', not: ['D']}], zh: [{use: 'E', not: ['F']}]},
    }
    expect(find('B D F', writing, {locale: 'en'})).toEqual(['1:1-2 B→A', '1:3-4 D→C'])
  })
})
