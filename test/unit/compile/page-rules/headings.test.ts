import {describe, expect, it} from 'vitest'
import {createCompiler} from '../../../../src/compile/compiler.ts'
import {readMarkdownExtensions} from '../../../../src/config/markdown-extensions.ts'

const {extensions} = readMarkdownExtensions(undefined)
const icons = {svg: () => '<svg/>', emoji: () => undefined, names: () => []}
const editions = [
  {brand: 'aurora', values: {name: 'Aurora'}},
  {brand: 'nova', values: {name: 'Nova'}},
]
const writing = {rules: ['heading/duplicate', 'heading/missing-title', 'heading/punctuation'], glossary: {}} as const

function find(text: string): readonly string[] {
  return createCompiler({markdown: {extensions}, icons, writing})
    .compile({path: 'en/a.md', locale: 'en', text}, editions)
    .diagnostics.filter(({ruleId}) => ruleId.startsWith('heading/'))
    .map(({ruleId, place, brands}) => {
      const at = place ? `${String(place.start.line)}:${String(place.start.column)}-${String(place.end.column)}` : ''
      return [ruleId.slice('heading/'.length), at, ...(brands ?? [])].join(' ')
    })
}

describe('headings', () => {
  it.each([
    ['are fine in order', '# A\n\n## B\n\n### C\n\n## D\n', []],
    ['may start at any level', '---\ntitle: A\n---\n### B\n', []],
    ['may not skip a level', '# A\n\n### B\n', ['skipped-level 3:1-4']],
    ['are counted in raw HTML', '# A\n\n<h2>B</h2>\n\n### C\n', []],
    ['are counted in tabs', '# A\n\n=== "T"\n\n    ### B\n', ['skipped-level 5:5-8']],
    ['have one title', '# A\n\nB\n=\n\n# C\n', ['multiple-titles 3:1-2']],
    ['have a title', 'Text\n', ['missing-title ']],
    ['have a title in raw HTML', '<h1>A</h1>\n', []],
    ['have a title in the layout', '---\ntemplate: home.html\n---\n', []],
    [
      'are not empty',
      '# A\n\n##\n\n## :smile:\n\n## ![](a.png)\n\n## <a id="b"></a>\n',
      ['empty 3:1-3', 'empty 9:1-18'],
    ],
    ['differ in a section', '# A\n\n## B\n\n### C\n\n### C\n\n## D\n\n### C\n', ['duplicate 7:1-6']],
    [
      'end without a sign',
      '# A: {.b}\n\n## B.\n\n## C?\n\n## Etc.\n\n## D…\n\n## E...\n',
      ['punctuation 1:4-5', 'punctuation 3:5-6'],
    ],
    [
      'hold for the brands that see them',
      '# A\n<<<% if brand == "nova" %>>>\n# B\n<<<% endif %>>>\n',
      ['multiple-titles 3:1-4 nova'],
    ],
  ])('%s', (_, text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  it('are left alone by rules that nobody asked for', () => {
    const compiler = createCompiler({markdown: {extensions}, icons})
    const {diagnostics} = compiler.compile({path: 'en/a.md', locale: 'en', text: '# A.\n\n## B\n\n## B\n'}, editions)
    expect(diagnostics).toEqual([])
  })
})
