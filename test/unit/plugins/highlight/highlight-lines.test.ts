import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {highlightLines, plainLines} from '../../../../plugins/highlight/highlight-lines.ts'
import type {LineOptions} from '../../../../plugins/highlight/highlight-lines.ts'
import {prepareCode} from '../../../../plugins/highlight/prepare-code.ts'
import {colouringLimits, tokenizeCode} from '../../../../plugins/highlight/tokenize-code.ts'

const write = (code: string, language: string, options: Partial<LineOptions> = {}): string =>
  highlightLines(code, language, {...plainLines, ...options})

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

describe('highlightLines', () => {
  it('gives tokens classes of their own', () => {
    expect(write('let a = "x" // why', 'js')).toBe(
      '<span class="tok-keyword">let</span> a <span class="tok-operator">=</span> ' +
        '<span class="tok-string">"x"</span> <span class="tok-comment">// why</span>',
    )
  })

  it.each(['', 'none', 'text', 'not-set', 'aurora-script', 'constructor'])(
    'leaves the language %j plain',
    (language) => {
      expect(write('if (a < b && "c") {}', language)).toBe('if (a &lt; b &amp;&amp; "c") {}')
    },
  )

  it.each(['py', 'PYTHON', 'py3', 'c++', 'golang', 'console', 'html+jinja', 'objective-c', 'toml', 'yaml', 'nginx'])(
    'knows the language %j',
    (language) => {
      expect(tokenizeCode('import x = "1" # 2\n# $ ls\n{% if %}', language).length).toBeGreaterThan(1)
    },
  )

  it('closes a token at the end of a line and opens it again on the next', () => {
    expect(write('/* a\n\nb */', 'js')).toBe(
      '<span class="tok-comment">/* a</span>\n\n<span class="tok-comment">b */</span>',
    )
  })

  it('marks lines, whatever number the first one has', () => {
    const highlighted = [
      {first: 2, last: 3},
      {first: 9, last: 1_000_000_000},
    ]
    expect(write('a\nb\nc\nd', '', {highlighted, start: 7, finalLineFeed: true})).toBe(
      'a\n<span class="hll">b\n</span><span class="hll">c\n</span>d\n',
    )
  })

  it('puts ids on lines', () => {
    expect(write('a\nb', '', {spanPrefix: 's-0', start: 9})).toBe(
      '<span id="s-0-9">a\n</span><span id="s-0-10">b</span>',
    )
  })

  it('puts anchors before lines, which may link to themselves', () => {
    expect(write('a', '', {anchorPrefix: 'l-0'})).toBe('<a id="l-0-1" name="l-0-1"></a>a')
    expect(write('a', '', {anchorPrefix: 'l-0', anchorHref: true})).toBe(
      '<a id="l-0-1" name="l-0-1" href="#l-0-1"></a>a',
    )
  })

  it('numbers lines', () => {
    const numbers = {style: 'text', step: 2, special: 5, linked: false} as const
    expect(write('a\nb\nc', '', {numbers, start: 8})).toBe(
      '<span class="linenos"> 8</span>a\n<span class="linenos">  </span>b\n<span class="linenos special">10</span>c',
    )
  })

  it('keeps numbers out of what readers copy, and links them', () => {
    const numbers = {style: 'data', step: 1, special: 0, linked: true} as const
    expect(write('a', '', {numbers, anchorPrefix: 'l-0'})).toBe(
      '<a id="l-0-1" name="l-0-1"></a><a href="#l-0-1"><span class="linenos" data-linenos="1 "></span></a>a',
    )
  })

  it.each(['js', 'py', 'yaml', 'html', 'bash', 'diff'])('keeps every character of %s', (language) => {
    const unit = fc.constantFrom(
      '"',
      "'",
      '/*',
      '*/',
      '\n',
      ' ',
      'a',
      '<',
      '>',
      '&',
      '#',
      '-',
      ':',
      '`',
      '${',
      '}',
      '\\',
    )
    const spans = {highlighted: [{first: 2, last: 2}], spanPrefix: 's'}
    fc.assert(
      fc.property(fc.string({unit, maxLength: 40}), (code) => {
        const html = write(code, language, spans)
        expect(textOf(html)).toBe(code)
        expect(html.match(/<span/g)?.length).toBe(html.match(/<\/span>/g)?.length)
      }),
    )
  })

  it('writes code without lines as one empty line', () => {
    expect(write('', 'js', {finalLineFeed: true})).toBe('\n')
  })

  it('leaves code plain that is too long to colour', () => {
    const line = `${'a '.repeat(colouringLimits.line / 2)}\n`
    expect(write(`let ${'a'.repeat(colouringLimits.line)}`, 'js')).not.toContain('<')
    expect(write(`let a\n${line.repeat(20)}`, 'js')).not.toContain('<')
    expect(write(`let a\n${line}`, 'js')).toContain('tok-keyword')
  })

  it.each(['a', '\n', '\t', '"', '<'])('is linear in a megabyte of %j', (token) => {
    expect(write(token.repeat(1_000_000), 'js', {highlighted: [{first: 1, last: 2}], spanPrefix: 's'})).toContain('hll')
  })
})

describe('prepareCode', () => {
  const keep = {lineFeeds: 'keep', expandTabs: false} as const

  it.each([
    ['\n\na\n\n', {...keep, lineFeeds: 'strip'}, 'a'],
    ['\n\na\n\n', keep, '\n\na\n\n'],
    ['\n\na\n\n', {...keep, lineFeeds: 'end'}, '\n\na\n'],
    ['\n\n', {...keep, lineFeeds: 'strip'}, ''],
    ['\ta\n  \tb\tc\n安\td', {...keep, expandTabs: true}, '    a\n    b   c\n安   d'],
    ['\ta', keep, '\ta'],
  ] as const)('prepares %j with %j', (code, preparation, expected) => {
    expect(prepareCode(code, preparation)).toBe(expected)
  })
})
