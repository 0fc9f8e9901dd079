import {describe, expect, it} from 'vitest'
import {composeSnippets} from '../../../../plugins/snippets/compose-snippets.ts'
import type {ComposeOptions, Composition} from '../../../../plugins/snippets/compose-snippets.ts'
import {originOf} from '../../../../plugins/snippets/composed-text.ts'

type Files = Readonly<Record<string, string>>

function compose(text: string, files: Files = {}, options: Partial<ComposeOptions> = {}): Composition {
  return composeSnippets(text, {
    path: 'page.md',
    lookup: (name) => (files[name] === undefined ? undefined : {path: name, text: files[name]}),
    ...options,
  })
}

function textOf(text: string, files: Files = {}, options: Partial<ComposeOptions> = {}): string {
  const {text: composed, problems} = compose(text, files, options)
  expect(problems).toEqual([])
  return composed
}

const lines = 'one\ntwo\nthree\nfour'
const sections = [
  'before',
  '# --8<-- [start:setup]',
  '  install',
  '  <!-- --8<-- [start:inner] -->',
  '    run',
  '  <!-- --8<-- [end:inner] -->',
  '# --8<-- [ END : setup ]',
  'after',
].join('\n')

describe('a line that names a file', () => {
  it.each([
    ['--8<-- "a"', 'A'],
    ["--8<-- 'a'", 'A'],
    ['-8<- "a"', 'A'],
    ['----8<---------\t  " a "', 'A'],
    ['x\n--8<-- "a"\ny', 'x\nA\ny'],
    ['```\n--8<-- "a"\n```', '```\nA\n```'],
  ])('becomes that file: %j', (source, composed) => {
    expect(textOf(source, {a: 'A'})).toBe(composed)
  })

  it.each([
    'see --8<-- "a"',
    '--8<-- "a" ',
    '--8<-- a',
    '--8<-- ""',
    '--8<--"a"',
    '8<-- "a"',
    '--8<-- "a\'',
    '--8<-- ',
    '> --8<-- "a"',
  ])('has nothing else on it, or it stays text: %j', (source) => {
    expect(textOf(source, {a: 'A'})).toBe(source)
  })

  it('puts its indent before every line, tabs as spaces', () => {
    expect(textOf('- x\n\n  --8<-- "a"', {a: 'A\n\n  B'})).toBe('- x\n\n  A\n  \n    B')
    expect(textOf('\t--8<-- "a"\n \t--8<-- "a"', {a: 'A'})).toBe('    A\n    A')
  })

  it('keeps the line feed at the end of a file as an empty line', () => {
    expect(textOf('--8<-- "a"\nnext', {a: 'A\n'})).toBe('A\n\nnext')
    expect(textOf('x\n--8<-- "a"\nnext', {a: ''})).toBe('x\nnext')
  })

  it('is switched off by a `;` before the name', () => {
    expect(textOf('x\n--8<-- "; a"\ny', {a: 'A'})).toBe('x\ny')
  })

  it.each([
    [';--8<-- "a"', '--8<-- "a"'],
    ['  ;;--8<-- "a"', '  ;--8<-- "a"'],
    [';--8<--', '--8<--'],
    [';--8<-- [start:x]', '--8<-- [start:x]'],
    ['// ;--8<-- [end:x] */', '// --8<-- [end:x] */'],
  ])('is text behind a `;`, which goes: %j', (source, composed) => {
    expect(textOf(source, {a: 'A'})).toBe(composed)
  })

  it('is looked for in the files that are included, too', () => {
    expect(textOf('--8<-- "a"', {a: 'A\n  --8<-- "b"\nZ', b: 'B\n  C'})).toBe('A\n  B\n    C\nZ')
  })
})

describe('lines of a file', () => {
  it.each([
    ['2:3', 'two\nthree'],
    [':2', 'one\ntwo'],
    ['3:', 'three\nfour'],
    ['3', 'three\nfour'],
    ['0:1', 'one'],
    ['2:2', 'two'],
    ['1:1,3:3', 'one\nthree'],
    ['3:4,1:1', 'three\nfour\none'],
    ['-2:', 'three\nfour'],
    ['-3:-2', 'two\nthree'],
    [':-3', 'one\ntwo'],
    ['-9:1', 'one'],
    ['3:99', 'three\nfour'],
    ['1:1,9:9', 'one'],
  ])('are counted from 1, or with a minus from the end: %s', (range, composed) => {
    expect(textOf(`--8<-- "f:${range}"`, {f: lines})).toBe(composed)
  })

  it('are reported when there are none', () => {
    const {text, problems} = compose('x\n--8<-- "f:7:9"', {f: lines})
    expect(text).toBe('x')
    expect(problems).toEqual([
      {
        rule: 'missing-section',
        reason: 'Cannot find these lines in `f`, whose last is line 4',
        actual: 'f:7:9',
        at: {file: 'page.md', start: 10, end: 15},
      },
    ])
  })
})

describe('a section of a file', () => {
  it.each([
    ['setup', '  install\n    run'],
    ['inner', '    run'],
  ])('is what stands between its markers, without them and those of others: %s', (name, composed) => {
    expect(textOf(`--8<-- "f:${name}"`, {f: sections})).toBe(composed)
  })

  it('loses the indent that all its lines have, if that is asked for', () => {
    expect(textOf('--8<-- "f:setup"', {f: sections}, {dedent: true})).toBe('install\n  run')
    expect(textOf('--8<-- "f:3:3,5:5"', {f: '\n\n\t x\n\n\t  y'}, {dedent: true})).toBe('x\n y')
    expect(textOf('--8<-- "f"', {f: ' x'}, {dedent: true})).toBe(' x')
    expect(textOf('--8<-- "f:1:3"', {f: '  x\n \n  y'}, {dedent: true})).toBe('x\n\ny')
  })

  it('has markers that are shown nowhere, not even when the whole file is included', () => {
    expect(textOf('--8<-- "f"', {f: sections})).toBe('before\n  install\n    run\nafter')
    expect(textOf('a\n<!-- --8<-- [start:x] -->\nb\n<!-- --8<-- [end:x] -->')).toBe('a\nb')
  })

  it('has markers that a sentence can name in a code span', () => {
    expect(textOf('Write `--8<-- [start:x]` there.\nOr `;--8<-- [start:y]`.')).toBe(
      'Write `--8<-- [start:x]` there.\nOr `--8<-- [start:y]`.',
    )
  })

  it('shows escaped markers without one `;`', () => {
    const f = '--8<-- [start:a]\n;--8<-- [start:b]\n;;--8<-- [end:a]\n--8<-- [end:a]'
    expect(textOf('--8<-- "f:a"', {f})).toBe('--8<-- [start:b]\n;--8<-- [end:a]')
  })

  it('is reported with the sections that there are when it does not exist', () => {
    const {text, problems} = compose('--8<-- "f:set"', {f: sections})
    expect(text).toBe('')
    expect(problems.map(({rule, reason, sections: known}) => [rule, reason, known])).toEqual([
      ['missing-section', 'Cannot find section `set` in `f`', ['setup', 'inner']],
    ])
  })

  it('does not exist where its end comes first', () => {
    const f = '--8<-- [end:a]\n--8<-- [start:a]\nx'
    expect(compose('--8<-- "f:a"', {f}).problems.map(({rule}) => rule)).toEqual(['missing-section'])
  })

  it('reaches to the end of the file without an end marker, and is reported there', () => {
    const {text, problems} = compose('--8<-- "f:a"', {f: 'x\n--8<-- [start:a]\ny'})
    expect(text).toBe('y')
    expect(problems.map(({rule, at}) => [rule, at])).toEqual([['malformed', {file: 'f', start: 2, end: 18}]])
  })
})

describe('a block', () => {
  it('lists names, each with an indent of its own; empty lines stay', () => {
    const source = 'x\n--8<--\na\n\n  b:2:\n; c\n--8<--\ny'
    expect(textOf(source, {a: 'A', b: 'B\nC', c: 'D'})).toBe('x\nA\n\n  C\ny')
  })

  it('has names only: what is written with its quotes is reported and left out', () => {
    const {text, problems} = compose('--8<--\na\n--8<-- "a"\n--8<--', {a: 'A'})
    expect(text).toBe('A')
    expect(problems.map(({rule, actual, at}) => [rule, actual, at])).toEqual([
      ['malformed', '--8<-- "a"', {file: 'page.md', start: 9, end: 19}],
    ])
  })

  it('that is not closed stays text, and so does everything behind it', () => {
    const source = 'x\n--8<--\na\n\nThe rest.'
    const {text, problems} = compose(source, {a: 'A'})
    expect(text).toBe(source)
    expect(problems.map(({rule, at}) => [rule, at])).toEqual([['malformed', {file: 'page.md', start: 2, end: 8}]])
  })

  it('is closed in the file that opens it', () => {
    const {text, problems} = compose('--8<-- "a"\nb', {a: '--8<--\nb', b: 'B'})
    expect(text).toBe('--8<--\nb\nb')
    expect(problems.map(({at}) => at?.file)).toEqual(['a'])
  })
})

describe('a file that is not there', () => {
  it('leaves its line out and is reported at its name', () => {
    const {text, problems} = compose('x\n  --8<-- "no.md"\ny')
    expect(text).toBe('x\ny')
    expect(problems).toEqual([
      {
        rule: 'missing-file',
        reason: 'Cannot find the file `no.md`',
        actual: 'no.md',
        at: {file: 'page.md', start: 12, end: 17},
      },
    ])
  })

  it('is reported for the reason that the look-up gives', () => {
    const lookup = (): ReturnType<ComposeOptions['lookup']> => ({rule: 'outside-base-path', reason: 'Not from here'})
    expect(compose('--8<-- "x"', {}, {lookup}).problems.map(({rule, reason}) => [rule, reason])).toEqual([
      ['outside-base-path', 'Not from here'],
    ])
  })

  it('is reported where lines are named without a file', () => {
    expect(compose('--8<-- ":1:2"').problems.map(({reason}) => reason)).toEqual(['This names lines without a file'])
  })

  it('is reported in the file that names it', () => {
    const {problems} = compose('--8<-- "a"', {a: 'A\n--8<-- "b"'})
    expect(problems.map(({at}) => at)).toEqual([{file: 'a', start: 10, end: 11}])
  })

  it('is any local file for a text that was downloaded', () => {
    const {text, problems} = compose('--8<-- "https://nova.example/a"', {
      'https://nova.example/a': 'A\n--8<-- "b"\n--8<-- "https://nova.example/c"',
      'https://nova.example/c': 'C',
      b: 'secret',
    })
    expect(text).toBe('A\nC')
    expect(problems.map(({rule}) => rule)).toEqual(['outside-base-path'])
  })
})

describe('files that include each other', () => {
  it('are put in once and reported with the way around', () => {
    const {text, problems} = compose('--8<-- "a"', {a: 'A\n--8<-- "b"', b: 'B\n--8<-- "a"\nC'})
    expect(text).toBe('A\nB\nC')
    expect(problems.map(({rule, reason, at}) => [rule, reason, at?.file])).toEqual([
      ['cycle', 'File includes itself: `a` → `b` → `a`', 'b'],
    ])
  })

  it('may be included twice one after the other', () => {
    expect(textOf('--8<-- "a"\n--8<-- "a"', {a: 'A'})).toBe('A\nA')
  })

  it('leave the page as it is when they would grow without end', () => {
    const files = Object.fromEntries(
      Array.from({length: 40}, (_, index) => [`f${index}`, `x\n${`--8<-- "f${index + 1}"\n`.repeat(2)}`]),
    )
    const {text, problems} = compose('--8<-- "f0"', {...files, f40: 'end'})
    expect(text).toBe('--8<-- "f0"')
    expect(problems.map(({rule, at}) => [rule, at])).toEqual([['too-large', undefined]])
  })

  it('leave the page as it is when they are nested too deeply', () => {
    const files = Object.fromEntries(Array.from({length: 3000}, (_, index) => [`f${index}`, `--8<-- "f${index + 1}"`]))
    expect(compose('--8<-- "f0"', files).problems.map(({rule}) => rule)).toEqual(['too-large'])
  })
})

describe('files to append', () => {
  it('stand behind every text, with an empty line between them', () => {
    expect(textOf('x', {a: 'A', b: 'B\nC'}, {append: ['a', 'b:2:']})).toBe('x\n\n\nA\n\nC\n')
    expect(textOf('x', {a: 'A'}, {append: ['; a']})).toBe('x\n\n\n')
  })

  it('do not stand behind a text with nothing in it', () => {
    expect(textOf(' \n', {a: 'A'}, {append: ['a']})).toBe(' \n')
  })

  it('are reported without a place when they are not there', () => {
    expect(compose('x', {}, {append: ['a']}).problems).toEqual([
      {rule: 'missing-file', reason: 'Cannot find the file `a`', actual: 'a'},
    ])
  })
})

describe('front matter of a file', () => {
  const lookup = (): ReturnType<ComposeOptions['lookup']> => ({
    path: 'a.md',
    text: '---\ntitle: A\n---\nText',
    bodyStart: 17,
  })

  it('is left out', () => {
    expect(textOf('x\n--8<-- "a.md"', {}, {lookup})).toBe('x\nText')
  })

  it.each([
    ['```\n--8<-- "a.md"\n```', '```\n---\ntitle: A\n---\nText\n```'],
    ['~~~~ yaml\n~~~\n--8<-- "a.md"\n~~~~', '~~~~ yaml\n~~~\n---\ntitle: A\n---\nText\n~~~~'],
    ['--8<-- "a.md:2:2"', 'title: A'],
  ])('stays in fenced code and where lines are asked for: %j', (source, composed) => {
    expect(textOf(source, {}, {lookup})).toBe(composed)
  })
})

describe('the way back', () => {
  const files = {a: 'A\n--8<-- "b"\n', b: 'B1\nB2'}
  const composed = compose('one\n  --8<-- "a"\n;--8<-- "x"\ntwo', files)
  const origin = (part: string): unknown => {
    const start = composed.text.indexOf(part)
    const {file, ...range} = originOf(composed, start, start + part.length)
    return [file, range.start, range.end]
  }

  it('leads from each point to the file that it came from', () => {
    expect(composed.text).toBe('one\n  A\n  B1\n  B2\n  \n--8<-- "x"\ntwo')
    expect(['one', 'A', 'B1', 'B2', '--8<-- "x"', 'two'].map(origin)).toEqual([
      ['page.md', 0, 3],
      ['a', 0, 1],
      ['b', 0, 2],
      ['b', 3, 5],
      ['page.md', 18, 28],
      ['page.md', 29, 32],
    ])
  })

  it('stays in one file for a range over several', () => {
    expect(origin('A\n  B1')).toEqual(['a', 0, 2])
    expect(origin('one\n  A\n  B1\n  B2\n  \n--8<-- "x"')).toEqual(['page.md', 0, 28])
  })

  it('names every file once, the text itself first', () => {
    expect(compose('--8<-- "a"\n--8<-- "b"', files).files).toEqual(['page.md', 'a', 'b'])
  })

  it('changes nothing in a text without snippets', () => {
    expect(compose('plain')).toEqual({
      text: 'plain',
      files: ['page.md'],
      runs: [{out: 0, file: 0, source: 0, copy: true}],
      problems: [],
    })
  })
})

describe('hostile text', () => {
  it.each([
    ['dashes', '-'.repeat(300_000)],
    ['dashes and cuts', '-8<'.repeat(100_000)],
    ['cuts between dashes', `${'-'.repeat(1000)}8<`.repeat(300)],
    ['semicolons', `${';'.repeat(300_000)}--8<-- [start:`],
    ['sections', '--8<-- [start:'.repeat(30_000)],
    ['quotes', `--8<-- "${'\\"'.repeat(100_000)}`],
    ['blocks', '--8<--\n'.repeat(100_001)],
    ['colons', `--8<-- "${':1'.repeat(100_000)}"`],
    ['white space', `${' \t'.repeat(100_000)}--8<--${' '.repeat(100_000)}x`],
  ])('is read in linear time: %s', (_, text) => {
    expect(compose(text).text.length).toBeGreaterThan(0)
  })
})
