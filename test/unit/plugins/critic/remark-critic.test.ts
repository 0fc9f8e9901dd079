import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {applyCritic} from '../../../../plugins/critic/apply-critic.ts'
import remarkCritic from '../../../../plugins/critic/remark-critic.ts'
import remarkDelimiters from '../../../../plugins/delimiters/remark-delimiters.ts'
import remarkSmartSymbols from '../../../../plugins/smart-symbols/remark-smart-symbols.ts'
import {renderWith} from '../../../support/render-with.ts'
import {visitNodes, visitType} from '../../../../plugins/tree/walk.ts'

describe('critic markup in view mode', () => {
  const render = renderWith(remarkDelimiters, remarkCritic)

  it.each([
    ['{++new **word**++}', '<ins class="critic">new <strong>word</strong></ins>'],
    ['{--old--}', '<del class="critic">old</del>'],
    ['{~~his~>her~~}', '<del class="critic">his</del><ins class="critic">her</ins>'],
    ['{==this==}', '<mark class="critic">this</mark>'],
    ['{>>why *so*\nlate<<}', '<span class="critic comment">why *so*\nlate</span>'],
    ['{>>one\ntwo\nthree<<} end', '<span class="critic comment">one\ntwo\nthree</span> end'],
    ['{==a ==b== c==}', '<mark class="critic">a <mark>b</mark> c</mark>'],
    ['改{++后++}的', '改<ins class="critic">后</ins>的'],
    ['{++a {--b--} c++}', '<ins class="critic">a <del class="critic">b</del> c</ins>'],
    ['{++++}', '<ins class="critic"></ins>'],
    ['[{++a++}](b)', '<a href="b"><ins class="critic">a</ins></a>'],
  ])('is shown: %j', (source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>`)
  })

  it.each(['{++a', 'a++}', '{++a--}', '{~~a~~}', '{ ++a++ }', '\\{++a++}', '{>>a', '~> <<}'])(
    'stays text when it is not whole: %s',
    (source) => {
      expect(render(source).replaceAll('&#x3C;', '<')).toBe(`<p>${source.replace('\\', '')}</p>`)
    },
  )

  it('is not looked for in code', () => {
    expect(render('`{++a++}`')).toBe('<p><code>{++a++}</code></p>')
  })

  it('encloses blocks between markers that are paragraphs', () => {
    expect(render('{++\n\n- a\n\n++}')).toBe('<ins class="critic block"><ul>\n<li>a</li>\n</ul></ins>')
    expect(render('> {--\n>\n> a\n>\n> --}\n\n{==\n\n## b\n\n{++\n\n++}\n\n==}')).toBe(
      '<blockquote>\n<del class="critic block"><p>a</p></del>\n</blockquote>\n' +
        '<mark class="critic block"><h2>b</h2><ins class="critic block"></ins></mark>',
    )
    expect(render('{~~\n\na\n\n~>\n\nb\n\nc\n\n~~}')).toBe(
      '<del class="critic block"><p>a</p></del>\n<ins class="critic block"><p>b</p><p>c</p></ins>',
    )
  })

  it.each([
    ['{++\n\na\n\n--}', ['{++', 'a', '--}']],
    ['\\{++\n\na\n\n++}', ['{++', 'a', '++}']],
    ['{~~\n\na\n\n~~}\n\n~>', ['{~~', 'a', '~~}', '~>']],
    ['- {++\n\na\n\n++}', undefined],
  ])('leaves markers alone that enclose nothing: %j', (source, paragraphs) => {
    expect(render(source)).toBe(
      paragraphs?.map((text) => `<p>${text}</p>`).join('\n') ?? '<ul>\n<li>{++</li>\n</ul>\n<p>a</p>\n<p>++}</p>',
    )
  })

  it.each(['{++', '++}', '{~~', '~>', '{>>', '{==a==}', '{++{--'])(
    'comes to an end with a megabyte of %j',
    (token) => {
      expect(render(token.repeat(1_000_000 / token.length)).length).toBeGreaterThan(0)
    },
    120_000,
  )
})

describe('critic markup that is carried out', () => {
  const source = 'a {++b++} {--c--} {~~d~>e~~} {==f==}{>>g<<}'
  const accepted = (text: string): string => applyCritic(text, 'accept').text
  const rejected = (text: string): string => applyCritic(text, 'reject').text

  it('keeps what was inserted, or what was deleted', () => {
    expect(accepted(source)).toBe('a b  e f')
    expect(rejected(source)).toBe('a  c d f')
    expect(renderWith([remarkCritic, {mode: 'accept'}])(source)).toBe('<p>a b  e f</p>')
    expect(renderWith([remarkCritic, {mode: 'reject'}])(source)).toBe('<p>a  c d f</p>')
  })

  it('may span paragraphs, lists and headings', () => {
    const blocks = 'a{++\n\n- b\n\n++}{--\n\n## c\n\n--}{~~d\n\ne~>f~~} g'
    expect(renderWith([remarkCritic, {mode: 'accept'}])(blocks)).toBe('<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<p>f g</p>')
    expect(renderWith([remarkCritic, {mode: 'reject'}])(blocks)).toBe('<p>a</p>\n<h2>c</h2>\n<p>d</p>\n<p>e g</p>')
  })

  it('is carried out in what is kept, too', () => {
    expect(accepted('{++a {--b--}{>>c<<} {==d==}++}')).toBe('a  d')
    expect(rejected('{~~a{>>b<<}~>c~~}{--{++d++}e--}')).toBe('ae')
    expect(accepted('{++a {--b++} c--}')).toBe('a {--b c--}')
  })

  it.each([
    '```\n{++a++}\n```\n',
    '~~~ x\n{++a++}',
    '- ```sh\n  {++a++}\n  ```',
    '> ~~~\n> {++a++}\n> ~~~',
    '`{++a++}`',
    '``{++a ` b++}``',
    'x `{--\ny--}` z',
    '{++ `a++}`',
    '\\{++a++}',
    '{++a\\++}',
    '{++a',
    '{~~a~~}',
    '{++a--}',
    '{~~a~~} b ~> c',
    '{++}',
  ])('leaves code, escapes and what is not whole alone: %j', (text) => {
    expect(accepted(text)).toBe(text)
  })

  it('goes on behind code', () => {
    expect(accepted('```\n{++a++}\n```\n{++b++} `{++c++}` {++`d`++}')).toBe('```\n{++a++}\n```\nb `{++c++}` `d`')
  })

  it('takes a backtick for code within its block only', () => {
    expect(accepted('a ` b\n\n{++c++} ` d')).toBe('a ` b\n\nc ` d')
    expect(accepted('- a ` b\n- {++c++} ` d')).toBe('- a ` b\n- c ` d')
    expect(accepted('\\{++ \\\\{++a++}')).toBe('\\{++ \\\\a')
  })

  const placesIn = (text: string): unknown => {
    const processor = unified().use(remarkParse).use(remarkSmartSymbols).use(reportEmphasis)
    const frozen = processor.use(remarkCritic, {mode: 'accept'}).freeze()
    const file = new VFile(text)
    const places: unknown[] = []
    visitNodes(frozen.runSync(frozen.parse(file), file), ({type, position}) => {
      places.push([type, text.slice(position?.start.offset, position?.end.offset), position?.start.line])
      return undefined
    })
    expect(String(file)).toBe(text)
    return {places, messages: file.messages.map(({line, column, place}) => [line, column, place])}
  }

  it('gives positions in the source, to nodes and messages', () => {
    expect(placesIn('{--x\n\n--}a {++*b*++}\n\n\\(c) {>>d<<}')).toEqual({
      places: [
        ['root', 'a {++*b*++}\n\n\\(c) ', 3],
        ['paragraph', 'a {++*b*', 3],
        ['text', 'a ', 3],
        ['emphasis', '*b*', 3],
        ['text', 'b', 3],
        ['paragraph', '\\(c) ', 5],
        ['text', '\\(c)', 5],
      ],
      messages: [[3, 9, {start: {line: 3, column: 9, offset: 14}, end: {line: 3, column: 12, offset: 17}}]],
    })
  })

  it('gives places inside the source for any markup', () => {
    const piece = fc.constantFrom(
      '{++',
      '++}',
      '{--',
      '--}',
      '{~~',
      '~>',
      '~~}',
      '{>>',
      '<<}',
      '{==',
      '==}',
      '`',
      '*',
      'a',
      '\n',
      '\n\n',
      '```\n',
      '- ',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        const text = pieces.join('')
        const processor = unified().use(remarkParse).use(remarkCritic, {mode: 'reject'})
        const file = new VFile(text)
        visitNodes(processor.runSync(processor.parse(file), file), ({position}) => {
          const [start, end] = [position?.start, position?.end]
          expect(start?.offset).toBeGreaterThanOrEqual(0)
          expect(end?.offset).toBeGreaterThanOrEqual(start?.offset ?? 0)
          expect(end?.offset).toBeLessThanOrEqual(text.length)
          expect(text.split('\n')[(start?.line ?? 0) - 1]?.length).toBeGreaterThanOrEqual((start?.column ?? 1) - 1)
          return undefined
        })
      }),
    )
  })

  it.each([
    '{++',
    '{~~',
    '{~~a~>',
    '{',
    '```\n',
    '{>><<}',
    '{~~{++~>',
    '`',
    '``` ',
    '{++a {--',
    '- `\n',
    '{++{--++}--}',
  ])('comes to an end with a megabyte of %j', (token) => {
    expect(rejected(token.repeat(1_000_000 / token.length)).length).toBeGreaterThanOrEqual(0)
  })
})

function reportEmphasis(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    visitType(tree, 'emphasis', (node) => {
      file.message('here', {place: node.position})
    })
  }
}
