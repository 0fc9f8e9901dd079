import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bothWays, lawOf} from '../../support/differential-law.ts'
import {macro, values} from '../../support/random-values.ts'

const tame = {
  aurora: {key: 'aurora', name: 'Aurora', domain: 'aurora.example', long: 'Northern Light Cloud'},
  borealis: {key: 'borealis', name: '北曜', domain: 'borealis.example', long: 'Borealis-One'},
  hostile: {key: 'x', name: '*a|b* <i>"q"', domain: 'a b`c', long: '# 1. !!! note "x" [z](y) {.k} $$'},
  broken: {key: '\uD800', name: 'Aurora', domain: 'x\uDC00.example', long: '\uD83D'},
}

const files = {
  'part.md':
    '## <<< custom_key.name >>>\n<<< custom_key.key >>>. [a](<<< custom_key.key >>>.md)\n<!-- --8<-- [start:end] -->\n<<< custom_key.long >>>*',
  'open.md': "<<<% if custom_key.key == 'aurora' %>>>\n```\n<<< custom_key.nme >>>",
  'terms.md': '*[Aurora]: <<< custom_key.domain >>>\n[x]: y.md\n\n--8<-- "part.md:end"\n--8<-- "terms.md"',
}
const withKatex = lawOf(undefined, 'katex')

const runs = Number(process.env['DOCPRISM_LAW_RUNS'] ?? 1500)

describe('the differential law', () => {
  it.each([
    ['text', 'Welcome to <<< custom_key.name >>>, at `<<< custom_key.domain >>>`.'],
    ['emphasis', '**<<< custom_key.name >>>** and **（x）**<<< custom_key.name >>> and *(y)*<<< custom_key.long >>>'],
    [
      'headings',
      '# About <<< custom_key.name >>>\n\n## <<< custom_key.name >>>\n\n## <<< custom_key.name >>>\n\n[TOC]',
    ],
    [
      'links',
      '[a](https://<<< custom_key.domain >>>/x) [b](<<< custom_key.key >>>.md "<<< custom_key.name >>>") <https://<<< custom_key.domain >>>>',
    ],
    ['reference definitions', '[Aurora] and [<<< custom_key.name >>>]\n\n[aurora]: a.md\n[北曜]: b.md'],
    [
      'raw HTML',
      '<img src="img/<<< custom_key.key >>>.png" alt="<<< custom_key.name >>>">\n\n<div class="<<< custom_key.key >>>">\nx\n</div>',
    ],
    ['tags', '<<<< custom_key.key >>>>x</<<< custom_key.key >>>>'],
    [
      'fences',
      '```sh title="<<< custom_key.name >>>"\ncurl https://<<< custom_key.domain >>> # <<< custom_key.name >>>\n```',
    ],
    [
      'code in text',
      'Call `#!sh curl <<< custom_key.domain >>>` or `:::js <<< custom_key.key >>>("<<< custom_key.name >>>")`.',
    ],
    ['headings with code', '# `#!js let <<< custom_key.key >>>`\n\n## `#!js <<< custom_key.name >>>`\n\n[TOC]'],
    ['fences with options that nobody reads', '```sh a="<<< custom_key.name >>>"\ncurl <<< custom_key.domain >>>\n```'],
    ['diagrams', '```mermaid\ngraph TD\n\tA[<<< custom_key.name >>>]\t--> B\n```'],
    ['tables', '| a | <<< custom_key.name >>> |\n|---|---|\n| <<< custom_key.long >>> | `<<< custom_key.domain >>>` |'],
    [
      'admonitions',
      '!!! note "Read <<< custom_key.name >>>"\n\n    <<< custom_key.long >>>\n\n??? <<< custom_key.key >>>\n    x',
    ],
    ['tabs', '=== "<<< custom_key.name >>>"\n    one\n\n=== "Other"\n    two'],
    [
      'attribute lists',
      '[a](b.md){: .<<< custom_key.key >>> title="<<< custom_key.name >>>" }\n\n## T {#<<< custom_key.key >>>}',
    ],
    [
      'labels of headings',
      '## A { data-toc-label="In <b><<< custom_key.name >>></b>" } \n\n## <<< custom_key.name >>> { data-toc-label="<<< custom_key.long >>>" =x }\n\n[TOC]',
    ],
    [
      'a single column',
      '| <<< custom_key.name >>>\n|---\n| <<< custom_key.long >>>\n\n| a\n|---\n<<< custom_key.name >>>',
    ],
    [
      'blocks',
      '/// admonition | <<< custom_key.name >>>\n    type: <<< custom_key.key >>>\n    attrs: {id: <<< custom_key.key >>>}\n\nx\n///',
    ],
    ['Markdown in HTML', '<div markdown>\n<p><<< custom_key.name >>></p>\n**<<< custom_key.name >>>**\n</div>'],
    ['definition lists', '<<< custom_key.name >>>\n:   <<< custom_key.long >>>'],
    [
      'footnotes',
      'a[^1] b[^<<< custom_key.key >>>] c[^my <<< custom_key.name >>>]\n\n[^1]: <<< custom_key.name >>>\n[^aurora]: x\n[^my Aurora]: y',
    ],
    ['icons', ':material-<<< custom_key.key >>>: :<<< custom_key.key >>>: <<< custom_key.name >>>: x'],
    [
      'marks',
      '==<<< custom_key.name >>>== ^^<<< custom_key.long >>>^^ H~<<< custom_key.key >>>~O ^<<< custom_key.long >>>^',
    ],
    [
      'conditions',
      "<<<% if custom_key.key == 'aurora' %>>>\n## Only <<< custom_key.name >>>\n<<<% else %>>>\nOther\n<<<% endif %>>>",
    ],
    ['entities', '&<<< custom_key.key >>>; &amp; <<< custom_key.name >>>'],
    ['mail and bare addresses', 'mail me@<<< custom_key.domain >>> or www.<<< custom_key.domain >>>'],
    [
      'formulas',
      '$<<< custom_key.name >>>$ \\(a <<< custom_key.long >>>\\) $5 <<< custom_key.name >>>$\n\n$$\n<<< custom_key.long >>>\n$$\n\n' +
        '\\begin{<<< custom_key.key >>>}x\\end{aurora}\n\n## $x$ <<< custom_key.name >>>\n\n{{$a}} <<< custom_key.key >>>$',
    ],
    ['unknown names', '<<< custom_key.nme >>> <<<% if custom_key.key %>>>'],
    [
      'snippets',
      '# <<< custom_key.name >>>\n\n--8<-- "part.md"\n\n!!! note\n    --8<-- "part.md:end"\n\n--8<-- "terms.md"\n;--8<-- "x"',
    ],
    ['macros that a snippet opens', '--8<-- "open.md"\n```\n<<<% endif %>>>\n--8<-- "<<< custom_key.key >>>.md"'],
    [
      'halves of surrogate pairs',
      '## x\n<<< custom_key.key >>>. [a](<<< custom_key.key >>>.md)\n<<< custom_key.name >>>*<<< custom_key.name >>>*<<<% endif %>>>',
    ],
    ['front matter', '---\ntitle: <<< custom_key.name >>> & more\ndescription: <<< custom_key.long >>>\n---\ntext'],
  ])('holds for %s', (_, source) => {
    const result = bothWays(source, tame, files)
    expect(result.shared).toEqual(result.expanded)
    const rendered = withKatex(source, tame)
    expect(rendered.shared).toEqual(rendered.expanded)
  })

  it('lets tame brands share one page', () => {
    const {aurora, borealis} = tame
    expect(
      bothWays('# <<< custom_key.name >>>\n\nSee **<<< custom_key.name >>>** at <<< custom_key.domain >>>.', {
        aurora,
        borealis,
      }).variants,
    ).toBe(1)
  })

  it('lets tame brands share formulas that a script renders, and writes values out where KaTeX does', () => {
    const {aurora, borealis} = tame
    const source = 'See <<< custom_key.name >>>.\n\nSo $x \\le$ <<< custom_key.name >>>.'
    expect(bothWays(source, {aurora, borealis}).variants).toBe(1)
    expect(withKatex(source, {aurora, borealis}).variants).toBe(2)
  })

  const piece = fc.constantFrom(
    ' ',
    '\n',
    '\n\n',
    'word',
    '观测',
    '（',
    '”',
    '.',
    ':',
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '```sh\n',
    '```sh title="x" y="',
    '```{.py .annotate}\n',
    '`#!js let ',
    '`:::',
    '# (1)!\n',
    '\t',
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '[',
    ']',
    '](',
    ')',
    '![',
    '<',
    '>',
    '<b>',
    '</b>',
    '<div markdown>\n',
    '</div>\n',
    '<img src="',
    '"',
    '">',
    '|',
    '|---|---|\n',
    '!!! note "',
    '=== "',
    '??? tip ',
    '{: .',
    '{#',
    '}',
    '~',
    '^',
    '==',
    '++',
    ':material-',
    '[^1]',
    '[^1]: ',
    '[x]: ',
    '*[API]: ',
    '<!-- ',
    ' -->',
    'https://',
    'www.',
    '@',
    '&',
    '\\',
    '(c)',
    '\u0000',
    "<<<% if custom_key.key == 'aurora' %>>>",
    '<<<% else %>>>',
    '<<<% endif %>>>',
    ':   ',
    '- [ ] ',
    '{{ x }}',
    '$',
    '$$',
    '$$\n',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\begin{a}',
    '\\end{a}',
    '\\foo',
    '{{ $x }}',
    '/// note | ',
    '///\n',
    ':::tip[',
    '\n--8<-- "part.md"\n',
    '\n  --8<-- "part.md:end"\n',
    '\n--8<-- "open.md"\n',
    '\n--8<-- "terms.md"\n',
    '\n;--8<--\n',
    '{ data-toc-label="',
    '" =',
    '[TOC]\n',
    '[^my note]',
    '[^my note]: ',
    '|---|\n',
    '<p>\n',
    '</p>\n',
    '<hr>\n',
    '    type: ',
    '    attrs: {id: ',
  )

  it('holds for any document and any values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, macro), {maxLength: 30}),
        fc.record({one: values, two: values}),
        fc.constantFrom(bothWays, withKatex),
        (pieces, brands, law) => {
          const result = law(pieces.join(''), brands, files)
          expect(result.shared).toEqual(result.expanded)
        },
      ),
      {numRuns: runs},
    )
  })

  it('holds where plain words of two scripts meet every sign', () => {
    const sign = fc.constantFrom(
      '*',
      '**',
      '_',
      '~',
      '~~',
      '^',
      '^^',
      '==',
      '++',
      ':',
      '`',
      '(',
      ')',
      '（',
      '）',
      '“',
      '”',
      '。',
      '.',
      '!',
      '{++',
      '++}',
      '{==',
      '==}',
      '{>>',
      '<<}',
      '#!',
      ' ',
      '\n',
      '\n\n',
      'a',
      '字',
      '1',
      '[',
      ']',
      '](',
      '{: .x }',
      '{',
      '}',
      '|',
      '|-|-|\n',
      '/',
      '@',
      'API',
      '*[API]: Interface\n',
      '$',
      '$$',
      '\\(',
      '\\)',
      '&',
      ';',
      '-->',
      '"',
      "'",
      '<',
      '>',
    )
    const words = fc.constantFrom(
      'Aurora',
      '北曜',
      '极光云',
      'aurora.example',
      'Northern Light',
      'API',
      'tm',
      'smile',
      'ctrl',
      'Ünï',
      'a1',
      'GmbH-x',
    )
    const plain = fc.record({key: words, name: words, domain: words, long: words})
    const look = fc.constantFrom('<<< custom_key.name >>>', '<<<custom_key.key>>>')
    fc.assert(
      fc.property(
        fc.array(fc.oneof(sign, look), {maxLength: 16}),
        fc.record({one: plain, two: plain}),
        fc.constantFrom(bothWays, withKatex),
        (pieces, brands, law) => {
          const result = law(pieces.join(''), brands)
          expect(result.shared).toEqual(result.expanded)
        },
      ),
      {numRuns: runs},
    )
  })
})
