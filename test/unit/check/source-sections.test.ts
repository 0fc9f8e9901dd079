import {describe, expect, it} from 'vitest'
import {normalText} from '../../../src/check/translations/normal-text.ts'
import {cutSections} from '../../../src/check/translations/source-sections.ts'

/** Heading, level and id of each section, with the line it starts on. */
const outline = (text: string): readonly string[] =>
  cutSections(text, 'zh/a.md').map(({heading, level, id, start}) => {
    const line = text.slice(0, start).split('\n').length
    return [String(line), String(level), heading, ...(id === undefined ? [] : [id])].join(' | ')
  })

describe('cutSections', () => {
  it.each([
    ['a page without headings is one section', 'Only text.\n', ['1 | 0 | ^']],
    ['an empty page has none', '\n\n', []],
    ['each heading starts one', '# A\n\ntext\n\n## B {#b}\n', ['1 | 1 | # A', '5 | 2 | ## B {#b} | b']],
    [
      'title and description are a section, other front matter is not',
      '---\ntitle: T\ntags: [x]\n---\n\nIntro\n\n# A\n',
      ['1 | 0 | ---', '6 | 0 | ^', '8 | 1 | # A'],
    ],
    ['front matter without words is none', '---\ntags: [x]\n---\n\n# A\n', ['5 | 1 | # A']],
    ['code holds no headings', '# A\n\n```sh\n# no\n```\n\n    # no\n\n## B\n', ['1 | 1 | # A', '9 | 2 | ## B']],
    [
      'a longer fence is not closed by a shorter one',
      '# A\n\n````md\n```\n# no\n````\n\n## B\n',
      ['1 | 1 | # A', '8 | 2 | ## B'],
    ],
    ['code inside of a tab holds none either', '# A\n\n=== "T"\n\n    ```sh\n# no\n    ```\n', ['1 | 1 | # A']],
    ['underlined headings count', 'A\n===\n\ntext\n\nB\n---\n', ['1 | 1 | A', '6 | 2 | B']],
    ['a rule below a blank line is no underline', '# A\n\ntext\n\n---\n', ['1 | 1 | # A']],
    ['a table is no underlined heading', '# A\n\n| a |\n|---|\n', ['1 | 1 | # A']],
    [
      'conditions are left alone',
      "# A\n\n<<<% if custom_key.brand_key == 'nova' %>>>\n## N\n<<<% endif %>>>\n",
      ['1 | 1 | # A', '4 | 2 | ## N'],
    ],
    ['`#5` is no heading', '# A\n\n#5 is fixed\n', ['1 | 1 | # A']],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected)
  })

  it('gives a section a hash of 12 digits that stays the same from version to version', () => {
    expect(cutSections('# Home\n', 'en/a.md').map(({hash}) => hash)).toEqual(['1d30f572201f'])
  })

  it('changes the hash of the section that was edited alone', () => {
    const hashes = (text: string) => cutSections(text, 'zh/a.md').map(({hash}) => hash)
    const [first, second] = hashes('# A\n\none\n\n## B\n\ntwo\n')
    expect(hashes('# A\n\none\n\n## B\n\nthree\n')).toEqual([first, expect.not.stringMatching(second ?? '')])
  })
})

describe('normalText', () => {
  it.each([
    ['a paragraph is one line however it is wrapped', 'one two\nthree', 'one two three'],
    ['space within and behind a line', 'one  two   \nthree', 'one two three'],
    ['Chinese is wrapped without a space', '安装\n之后', '安装之后'],
    ['a wrapped line between Latin and Chinese keeps its space', '安装\nNova', '安装 Nova'],
    ['blank lines', 'one\n\n\n\ntwo\n\n', 'one\n\ntwo'],
    ['items stay items', '- one\n  more\n- two', '- one more\n- two'],
    ['the depth of an item counts', '- one\n  - two', '- one\n  - two'],
    ['a heading does not swallow its text', '## A\ntext', '## A\ntext'],
    ['code keeps its lines and indentation', '```yaml\na:\n  b: 1  \n```', '```yaml\na:\n  b: 1\n```'],
    ['rows of tables stay rows', '| a |\n| b |', '| a |\n| b |'],
  ])('%s', (_, text, expected) => {
    expect(normalText(text)).toBe(expected)
  })

  it('makes nothing else of its own result', () => {
    const text = '# A\n\n- 安装\n  之后\n\n!!! note\n\n    text\n    more\n'
    expect(normalText(normalText(text))).toBe(normalText(text))
  })
})
