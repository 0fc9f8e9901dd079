import {describe, expect, it} from 'vitest'
import {createDiskIconSet} from '../../../../plugins/icons/disk-icon-set.ts'
import {createCompiler} from '../../../../src/compile/compiler.ts'
import {readMarkdownExtensions} from '../../../../src/config/markdown-extensions.ts'

const {extensions} = readMarkdownExtensions(undefined)
const compiler = createCompiler({markdown: {extensions}, icons: createDiskIconSet()})
const editions = ['aurora', 'nova'].map((brand) => ({brand, values: {brand_key: brand, word: `${brand}-word`}}))

/** Rule, place and brands of the findings of some rules, one a line. */
function findings(text: string, rules: RegExp, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const snippets = new Map(Object.entries(files).map(([name, body]) => [name, {path: name, text: body}]))
  const {diagnostics} = compiler.compile({path: 'en/a.md', locale: 'en', text, snippets}, editions)
  return diagnostics
    .filter(({ruleId}) => rules.test(ruleId))
    .map(({ruleId, place, actual, expected, brands}) => {
      const at = `${String(place?.start.line)}:${String(place?.start.column)}`
      const fix = expected ? ` -> ${expected.join(' ')}` : ''
      return `${at} ${ruleId} ${String(actual)}${fix}${brands ? ` for ${brands.join(', ')}` : ''}`
    })
}

describe('labels that nothing defines', () => {
  it.each([
    ['See [the guide][guide].', '1:16 link/undefined-reference [guide]'],
    ['参见[指南][guide]一节', '1:7 link/undefined-reference [guide]'],
    ['See [guide][].', '1:5 link/undefined-reference [guide]'],
    ['![A rack][rack]', '1:10 link/undefined-reference [rack]'],
    ['- a\n\n  > See [**the** `guide`][guide]', '3:26 link/undefined-reference [guide]'],
    ['# On [links][lnks]\n\n[link][links]\n\n[links]: a.md', '1:13 link/undefined-reference [lnks] -> [links]'],
    ['| a |\n|---|\n| [x y][zed] |', '3:8 link/undefined-reference [zed]'],
    ['!!! note\n\n    See [the guide][guide].', '3:20 link/undefined-reference [guide]'],
    [
      "<<<% if custom_key.brand_key == 'nova' %>>>See [the guide][guide].<<<% endif %>>>",
      '1:59 link/undefined-reference [guide] for nova',
    ],
  ])('%j', (text, finding) => {
    expect(findings(text, /undefined-reference/)).toEqual([finding])
  })

  it.each([
    'A [word] alone, [two] [words], and [x].',
    '- [ ] [open]\n- [x] [done]',
    'list[0][1] and map[key][name], [a][0], [0][1]',
    '`[a][bcd]` and <code>[a][bcd]</code> and $[a][bcd]$',
    '```\n[a][bcd]\n```',
    '    [a][bcd]',
    '[12:30][INFO] started, [ERROR][main] stopped',
    'Options: [-a][--all]',
    '\\[a][bcd] and [a]\\[bcd]',
    'map[string][]string',
    '[see](a.md)[more] and [see][1]\n\n[1]: b.md',
    '[a][<<< custom_key.word >>>]',
    '<!-- [a][bcd] -->',
    '<pre>\n[a][bcd]\n</pre>',
    'Text[^1][^two]\n\n[^1]: a\n[^two]: b',
    '[[wiki][page]]',
  ])('%j is no such label', (text) => {
    expect(findings(text, /undefined-reference/)).toEqual([])
  })
})

describe('definitions of labels', () => {
  it.each([
    ['[a]: b.md', ['1:1 link/unused-definition [a]: b.md']],
    ['[a][a]\n\n[a]: b.md\n[A]: c.md', ['4:1 link/duplicate-definition [A]: c.md']],
    ['![x][a] and [b]\n\n[a]: b.png\n[b]: c.md', []],
    ['[//]: # (comment)\n[comment]: <> (comment)', []],
    ["<<<% if custom_key.brand_key == 'nova' %>>>[a][a]<<<% endif %>>>\n\n[a]: b.md", []],
    ['--8<-- "links.md"\n\n[a][a]', []],
  ])('%j', (text, expected) => {
    const files = {'links.md': '[a]: b.md\n[c]: d.md\n[c]: e.md\n'}
    expect(findings(text, /definition$/, files)).toEqual(expected)
  })
})

describe('footnotes', () => {
  it.each([
    ['Text[^1].', ['1:5 footnote/missing [^1]']],
    ['Term\n:   Text[^1].', ['2:9 footnote/missing [^1]']],
    [
      'Text[^note] [^Price]\n\n[^price]: x',
      ['1:5 footnote/missing [^note]', '1:13 footnote/missing [^Price] -> [^price]', '3:1 footnote/unused [^price]'],
    ],
    ['# Head[^a]\n\nText[^b]\n\n[^a]: x', ['3:5 footnote/missing [^b]']],
    ['Text[^a]\n\n[^a]: x\n\n[^a]: y', ['3:1 footnote/duplicate [^a]']],
    ['Text\n\n[^a]: x[^b]\n\n[^b]: y', ['3:1 footnote/unused [^a]']],
    ["Text<<<% if custom_key.brand_key == 'nova' %>>>[^a]<<<% endif %>>>\n\n[^a]: x", []],
    ['Matches [^0-9]+, [^a-z], [^/], [^x] or [^abc]*, `[^abc]` and \\[^abc].', []],
    ['| a |\n|---|\n| `[^one]` |', []],
    ['Text[^<<< custom_key.word >>>]', []],
    ['--8<-- "notes.md"\n\nText[^a]', []],
  ])('%j', (text, expected) => {
    const files = {'notes.md': '[^a]: x\n\n[^b]: y\n'}
    expect([...findings(text, /^footnote/, files)].sort()).toEqual([...expected].sort())
  })
})

describe('ids that stand twice', () => {
  it.each([
    ['# A {#x}\n\n# B {#x}', ['3:7 anchor/duplicate-id x']],
    ['# A {#x}\n\nText\n{: .y #x }', ['4:8 anchor/duplicate-id x']],
    ['# A {#x}\n\n<a id="x"></a>', ['3:8 anchor/duplicate-id x']],
    [
      '<a name="x"></a>\n\n<div id=\'x\' markdown>\n\n[a](b.md){#x}\n\n</div>',
      ['3:10 anchor/duplicate-id x', '5:12 anchor/duplicate-id x'],
    ],
    ['- item\n\n    # A {#x}\n\n# B {#x title="#x"}', ['5:7 anchor/duplicate-id x']],
    [
      "<<<% if custom_key.brand_key == 'nova' %>>>\n# A {#x}\n<<<% endif %>>>\n# B {#x}",
      ['4:7 anchor/duplicate-id x for nova'],
    ],
  ])('%j', (text, expected) => {
    expect(findings(text, /duplicate-id/)).toEqual(expected)
  })

  it.each([
    '# A\n\n# A\n\n# a',
    '<a id="x" name="x"></a>',
    '# A {#x}\n\n`{#x}` and <!-- <a id="x"> -->',
    '# A {#x}\n\n```\n# B {#x}\n```',
    '# A {#x-<<< custom_key.word >>>}\n\n# B {#x-<<< custom_key.word >>>}',
    '<svg><path id="x"/></svg>\n\n<svg><path id="x"/></svg>',
    "<<<% if custom_key.brand_key == 'nova' %>>>\n# A {#x}\n<<<% else %>>>\n# B {#x}\n<<<% endif %>>>",
    'Text[^x]\n\n[^x]: a',
  ])('%j has none', (text) => {
    expect(findings(text, /duplicate-id/)).toEqual([])
  })
})
