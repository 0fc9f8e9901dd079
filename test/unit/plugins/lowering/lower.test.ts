import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {lower} from '../../../../plugins/lowering/lower.ts'
import type {LoweringOptions} from '../../../../plugins/lowering/context.ts'

const options: LoweringOptions = {
  admonitions: true,
  details: true,
  tabs: true,
  definitionLists: true,
  markdownInHtml: true,
  tables: true,
  directives: true,
  fences: true,
  blocks: {note: {kind: 'admonition', class: 'note'}, tab: {kind: 'tab'}, html: {kind: 'html'}},
}

const text = (...lines: string[]): string => lines.join('\n')
const lowered = (...lines: string[]): string => lower(text(...lines), options).text.trimEnd()

describe('lower', () => {
  it('puts a dedented admonition body between markers, its title as a heading', () => {
    expect(lowered('!!! note "Read *this*"', '', '    First.', '', '    Second.', 'After.')).toBe(
      text('<!--dp0.o0-->', '# Read *this*', '', 'First.', '', 'Second.', '<!--dp0.c0-->', 'After.'),
    )
  })

  it('keeps what a marker stands for in a side table', () => {
    expect(lower('???+ Warning inline "T"\n    x', options).containers).toEqual([
      {name: 'details', attributes: {open: 'true', class: 'warning inline'}, label: true, start: 0, end: 23},
    ])
  })

  it('takes a title without quotes that cannot be class names', () => {
    expect(lower('??? note 先看这里', options).containers[0]?.attributes).toEqual({class: 'note'})
    expect(lowered('??? note 先看这里', '    正文')).toContain('# 先看这里')
  })

  it('sees an opening line directly below text, a comment or a table', () => {
    for (const before of ['Some text', '<!-- remark -->', '| a |\n|---|\n| b |']) {
      expect(lowered(before, '!!! tip', '    Body')).toContain('<!--dp0.o0-->\nBody\n<!--dp0.c0-->')
    }
  })

  it('dedents through lists, tabs and admonitions alike', () => {
    expect(
      lowered('- item', '', '    === "One"', '        !!! note', '            - a', '', '                deep'),
    ).toBe(
      text(
        '- item',
        '',
        '  <!--dp0.o0-->',
        '  # One',
        '  <!--dp0.o1-->',
        '  - a',
        '',
        '      deep',
        '  <!--dp0.c1-->',
        '  <!--dp0.c0-->',
      ),
    )
  })

  it('lowers inside block quotes', () => {
    expect(lowered('> !!! note', '>     Inside', '> after')).toBe(
      text('> <!--dp0.o0-->', '> Inside', '> <!--dp0.c0-->', '> after'),
    )
  })

  it('leaves code alone: fences, indented code, raw HTML', () => {
    for (const source of [
      '```\n!!! note\n    x\n```',
      '    !!! note\n        x',
      '<pre>\n!!! note\n    x\n</pre>',
      '~~~ text\n=== "A"\n~~~',
    ]) {
      expect(lower(source, options).text.trimEnd()).toBe(source)
    }
  })

  it('straightens ragged fences', () => {
    expect(lowered('- a', '', '    ```sh', '  left', '      right', '  ```', '', 'after')).toBe(
      text('- a', '', '    ```sh', '    left', '      right', '    ```', '', 'after'),
    )
  })

  it('counts the indentation of code from that of its item', () => {
    expect(lowered('- a', '', '        code', '          more')).toBe(text('- a', '', '      code', '        more'))
    expect(lowered('1.  a', '', '        code')).toBe(text('1.  a', '', '        code'))
  })

  it('gives a fence at the column of a numbered item to the item when the numbering goes on', () => {
    expect(lowered('1. one', '```', 'x', '```', '2. two')).toBe(text('1. one', '   ```', '   x', '   ```', '2. two'))
    expect(lowered('1. one', '```', 'x', '```', 'text')).toBe(text('1. one', '```', 'x', '```', 'text'))
  })

  it('closes a fence that its container cuts off', () => {
    expect(lowered('!!! note', '    ```', '    x', '', 'after')).toBe(
      text('<!--dp0.o0-->', '```', 'x', '```', '<!--dp0.c0-->', '', 'after'),
    )
  })

  it('ends a body at a line of code to its left, shows the fence as text and says so', () => {
    const source = text('=== "A"', '', '    ```sh', 'npm ci', '    ```', '', 'After.')
    const result = lower(source, options)
    expect(result.text.trimEnd()).toBe(
      text('<!--dp0.o0-->', '# A', '', '\\```sh', '<!--dp0.c0-->', 'npm ci', '    ```', '', 'After.'),
    )
    expect(result.problems).toEqual([
      {kind: 'code-leaves-body', start: source.indexOf('npm'), end: source.indexOf('npm') + 6},
    ])
  })

  it('takes code that nothing closes to the end of its body', () => {
    const result = lower(text('=== "A"', '', '    ```sh', '    npm ci', 'After.'), options)
    expect(result.text).toContain('```sh\nnpm ci\n```')
    expect(result.problems).toEqual([])
  })

  it('moves a list that is indented far below the text of its item to the item', () => {
    const authors = (...lines: string[]): string => lower(text(...lines), {...options, authorsReadings: true}).text
    expect(authors('1. Choose:', '       - a', '         more', '       - b', '2. Go').trimEnd()).toBe(
      text('1. Choose:', '   - a', '     more', '   - b', '2. Go'),
    )
    expect(authors('1. Choose:', '           - a')).toContain('           - a')
    expect(lowered('1. Choose:', '       - a')).toBe(text('1. Choose:', '       - a'))
  })

  it('makes a heading of a single line of text only, where authors of Python-Markdown write', () => {
    const authors = (...lines: string[]): string =>
      lower(text(...lines), {...options, authorsReadings: true}).text.trimEnd()
    expect(authors('Title', '---')).toBe(text('Title', '---'))
    expect(authors('One', 'two', '---', 'three')).toBe(text('One', 'two', '***', 'three'))
    expect(authors('One', 'two', '===', 'three')).toBe(text('One', 'two', '\\===', 'three'))
    expect(lowered('One', 'two', '---')).toBe(text('One', 'two', '---'))
  })

  it('shrinks a comment to one marker and goes on after it', () => {
    expect(lowered('a', '', '<!-- one', '', '!!! note', '-->rest *here*', 'b')).toBe(
      text('a', '', '<!--dp0.x0-->', 'rest *here*', 'b'),
    )
    expect(lowered('a <!-- one', 'two --> b')).toBe(text('a ', 'b'))
    expect(lowered('`<!--` a')).toBe('`<!--` a')
  })

  it('reports a comment without an end and keeps its text', () => {
    const result = lower('one\n\n<!-- two\n\nthree', options)
    expect(result.problems).toEqual([{kind: 'unclosed-comment', start: 5, end: 9}])
    expect(result.text).toBe('one\n\n\\<!-- two\n\nthree\n')
  })

  it('turns terms and definitions into markers', () => {
    expect(lowered('Term', ':   Text', '', '    More', '', 'After')).toBe(
      text(
        '<!--dp0.o0-->',
        '<!--dp0.o1-->',
        '# Term',
        '<!--dp0.c1-->',
        '<!--dp0.o2-->',
        'Text',
        '',
        'More',
        '<!--dp0.c2-->',
        '<!--dp0.c0-->',
        '',
        'After',
      ),
    )
  })

  it('escapes pipes in the code of a table and completes a ragged delimiter row', () => {
    expect(lowered('| a | b |', '|--|', '| `x|y` | 1 |')).toBe(text('| a | b |', '| -- | --- |', '| `x\\|y` | 1 |'))
  })

  it('takes one column for a table only where every row has a pipe at one end', () => {
    expect(lowered('| a', '| --', 'b |')).toBe(text('| a', '| --', 'b |'))
    expect(lowered('| a', '| --', 'b')).toBe(text('| a', '\\| --', 'b'))
    expect(lowered('a |', '-- |', 'b | c')).toBe(text('a |', '-- \\|', 'b | c'))
    expect(lowered('a |', '-- |', 'b \\|')).toBe(text('a |', '-- \\|', 'b \\|'))
  })

  it('knows where code in a row ends: a backslash inside of it means nothing', () => {
    expect(lowered('`\\`|`a|b`', '-|-')).toBe(text('`\\`|`a\\|b`', '-|-'))
    expect(lowered('\\\\`a|b` | c', '-|-')).toBe(text('\\\\`a\\|b` | c', '-|-'))
    expect(lowered('\\`a|b\\` | c', '-|-|-')).toBe(text('\\`a|b\\` | c', '-|-|-'))
  })

  it('completes empty cells of a delimiter row', () => {
    expect(lowered('| a | b |', '|:--| |', '| 1 | 2 |')).toBe(text('| a | b |', '| :-- | --- |', '| 1 | 2 |'))
  })

  it('finds a table below a line of text', () => {
    expect(lowered('text', '| a | `b | c` |', '|--|--|', '| 1 | `x | y` |')).toBe(
      text('text', '| a | `b \\| c` |', '|--|--|', '| 1 | `x \\| y` |'),
    )
  })

  it('ends a table at a row to the left of its item', () => {
    expect(lowered('- a', '', '  | a | b |', '  |--|--|', '| c', '', '  !!! note')).toBe(
      text('- a', '', '  | a | b |', '  |--|--|', '| c', '', '<!--dp0.o0-->', '<!--dp0.c0-->'),
    )
  })

  it('finds definitions in items of any width', () => {
    const marked = (prefix: string): readonly string[] =>
      ['o1-->', '# t', 'c1-->', 'o2-->', 'd', 'c2-->', 'c0-->'].map((line) =>
        line.endsWith('-->') ? `${prefix}<!--dp0.${line}` : prefix + line,
      )
    expect(lowered('- t', '  :   d')).toBe(text('- <!--dp0.o0-->', ...marked('  ')))
    expect(lowered('10) a', '', '    t', '    :   d')).toBe(text('10) a', '', '    <!--dp0.o0-->', ...marked('    ')))
  })

  it('does not count the spaces before a container as indentation of what it holds', () => {
    expect(lowered('  <div markdown>', '    /// note', '    x', '    ///', '  </div>')).toBe(
      text('<!--dp0.o0-->', '<!--dp0.o1-->', 'x', '<!--dp0.c1-->', '<!--dp0.c0-->'),
    )
  })

  it('starts no list with another number than 1 inside a paragraph', () => {
    expect(lowered('- a', '  10) b', '      c')).toBe(text('- a', '  10) b', '      c'))
    expect(lowered('1. a', '2. b', '   !!! note')).toBe(text('1. a', '2. b', '   <!--dp0.o0-->', '   <!--dp0.c0-->'))
  })

  it('puts a destination with spaces or a template tag into angle brackets', () => {
    expect(lowered('[a](b c.md) and ![](img/{{ name }}.png)')).toBe('[a](<b c.md>) and ![](<img/{{ name }}.png>)')
    expect(lowered('[a](b.md "t") and `[a](b c)`')).toBe('[a](b.md "t") and `[a](b c)`')
    expect(lowered("[a](b.md (t)) [a](b.md 't') [a](b c (1))")).toBe("[a](b.md (t)) [a](b.md 't') [a](<b c (1)>)")
  })

  it('does so in the cells of a table, and not across them', () => {
    expect(lowered('| [h](b c) |', '|---|', '| [a](b c.md) `[a](b c)` |')).toBe(
      text('| [h](<b c>) |', '|---|', '| [a](<b c.md>) `[a](b c)` |'),
    )
    expect(lowered('| a | b |', '|---|---|', '| [a](b | c) |')).toBe(text('| a | b |', '|---|---|', '| [a](b | c) |'))
  })

  it('goes on with Markdown behind an element that closes inside of one with a `markdown` attribute', () => {
    const inside = (...lines: readonly string[]): string => {
      const [, ...rest] = lowered('<div markdown>', ...lines, '</div>').split('\n')
      return rest.slice(0, -1).join('\n')
    }
    expect(inside('<p>', '*a*', '</p>', '*b*')).toBe('<p>\n*a*\n</p>\n\n*b*')
    expect(inside('<p>', '<p>', '</p>', '*b*')).toBe('<p>\n<p>\n</p>\n*b*\n')
    expect(inside('<hr>', '*b*')).toBe('<hr>\n\n*b*')
    expect(inside('</p>', '*b*')).toBe('</p>\n\n*b*')
    expect(lowered('<p>', '</p>', '*b*')).toBe(text('<p>', '</p>', '*b*'))
  })

  it('parses the content of an element with a `markdown` attribute', () => {
    expect(lowered('<div class="x" markdown>', '*a*', '<div>raw</div>', '</div>', 'b')).toBe(
      text('<!--dp0.o0-->', '*a*', '<div>raw</div>', '', '<!--dp0.c0-->', 'b'),
    )
    expect(lowered('<p markdown>*a*</p>')).toBe(text('<!--dp0.o0-->', '# *a*', '<!--dp0.c0-->'))
  })

  it('reads blocks with options and directives', () => {
    expect(lower('/// note | T\n    open: true\nx\n///', options).containers).toEqual([])
    expect(lower('/// note | T\n    attrs: {id: here}\n\nx\n///', options).containers[0]).toMatchObject({
      name: 'admonition',
      attributes: {block: 'note', class: 'note', type: 'note', 'attr:id': 'here'},
    })
    expect(lowered(':::tip[Do *it*]{.wide}', 'x', ':::')).toBe(text('<!--dp0.o0-->', '# Do *it*', 'x', '<!--dp0.c0-->'))
  })

  it('never throws, and every piece leads inside the source', () => {
    const piece = fc.constantFrom(
      '!!! note "t"',
      '??? tip',
      '=== "a"',
      '    ',
      '\n',
      '\n\n',
      '```',
      '- ',
      '1. ',
      '> ',
      '<!--',
      '-->',
      '<div markdown>',
      '</div>',
      ':   ',
      'term',
      '| a |',
      '|---|',
      '/// note',
      '///',
      ':::tip',
      ':::',
      '\t',
      '`',
      '](a b)',
      '<pre>',
      '文字',
      '#',
      '*',
      '{: .x }',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 60}), (pieces) => {
        const source = pieces.join('')
        const result = lower(source, options)
        for (const run of result.runs) {
          expect(run.source).toBeGreaterThanOrEqual(0)
          expect(run.source).toBeLessThanOrEqual(source.length)
        }
        for (const [start, end] of result.comments) expect(source.slice(start, end)).toMatch(/^<!--(?:-?>|[\s\S]*-->)$/)
      }),
      {numRuns: 2000},
    )
  })

  it('keeps every word of a source without comments', () => {
    const piece = fc.constantFrom(
      '!!! note\n',
      '    ',
      '\n',
      '```\n',
      '- ',
      '> ',
      '=== "tab"\n',
      ':   ',
      '<div markdown>\n',
      '</div>\n',
      '| ',
      '|--|\n',
      '/// note\n',
      '///\n',
    )
    const word = fc.integer({min: 0, max: 999}).map((n) => `word${String(n)} `)
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, word), {maxLength: 60}), (pieces) => {
        const source = pieces.join('')
        const words = (value: string): string[] => (value.match(/word\d+/g) ?? []).sort()
        expect(words(lower(source, options).text)).toEqual(words(source))
      }),
      {numRuns: 2000},
    )
  })

  it('comes to an end with a megabyte of one token', () => {
    for (const token of [
      '!!! ',
      '!!! note\n',
      '=== "a"\n',
      '```\n',
      '<!--',
      '<!-- x\n',
      '<div markdown>',
      '> ',
      '- ',
      '`',
      '|',
      '[',
      '](a b',
      ':   ',
      '<p markdown>\n',
      '/// note\n',
    ]) {
      const source = token.repeat(Math.ceil(1_000_000 / token.length))
      expect(lower(source, options).text.length).toBeGreaterThan(0)
    }
    const nested = Array.from({length: 700}, (_, depth) => `${' '.repeat(depth * 4)}=== "a"`).join('\n')
    expect(lower(nested, options).containers.length).toBeGreaterThan(100)
  })
})
