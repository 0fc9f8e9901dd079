import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import remarkDelimiters from '../../../../plugins/delimiters/remark-delimiters.ts'
import {renderWith} from '../../../support/render-with.ts'
import {visitNodes} from '../../../../plugins/tree/walk.ts'

const render = renderWith(remarkDelimiters)

describe('delimiters', () => {
  it.each([
    ['==yellow==', '<mark>yellow</mark>'],
    ['^^new^^', '<ins>new</ins>'],
    ['~~old~~', '<del>old</del>'],
    ['H~2~O', 'H<sub>2</sub>O'],
    ['e^x^', 'e<sup>x</sup>'],
    ['==two\nlines==', '<mark>two\nlines</mark>'],
  ])('enclose text: %s', (source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>`)
  })

  it.each([
    ['==a **b** c==', '<mark>a <strong>b</strong> c</mark>'],
    ['**==a==**', '<strong><mark>a</mark></strong>'],
    ['==[a](b)==', '<mark><a href="b">a</a></mark>'],
    ['[==a==](b)', '<a href="b"><mark>a</mark></a>'],
    ['~~a ==b== c~~', '<del>a <mark>b</mark> c</del>'],
    ['^^a ^b^ c^^', '<ins>a <sup>b</sup> c</ins>'],
    ['^^^a^^^', '<ins><sup>a</sup></ins>'],
    ['^^^a^ b^^', '<ins><sup>a</sup> b</ins>'],
    ['^^a ^b^^^', '<ins>a <sup>b</sup></ins>'],
    ['~~~a~~ b', '~<del>a</del> b'],
  ])('nest: %s', (source, html) => {
    expect(render(`Text ${source}`)).toBe(`<p>Text ${html}</p>`)
  })

  it.each([
    ['== a ==', '== a =='],
    ['==a', '==a'],
    ['a ==', 'a =='],
    ['one == two == three', 'one == two == three'],
    ['`==a==`', '<code>==a==</code>'],
    ['\\==a==', '==a=='],
    ['x ====== y', 'x ====== y'],
    ['[a](b==c==d)', '<a href="b==c==d">a</a>'],
  ])('stay text where they enclose nothing: %s', (source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>`)
  })

  it.each([
    ['==a ==b c==', '<mark>a ==b c</mark>'],
    ['==a == b==', '<mark>a == b</mark>'],
    ['==a== b==', '<mark>a</mark> b=='],
    ['==a= b==', '<mark>a= b</mark>'],
    ['==a=====b==', '<mark>a=====b</mark>'],
    ['~~a ~~b c~~', '<del>a ~~b c</del>'],
  ])('pair the first that opens with the first that closes: %s', (source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>`)
  })

  it('leave words alone when they are smart, and cut them when they are not', () => {
    expect(render('a==b==c x^^y^^z')).toBe('<p>a==b==c x^^y^^z</p>')
    expect(render('a_==b==_c')).toBe('<p>a_<mark>b</mark>_c</p>')
    const eager = renderWith([remarkDelimiters, {mark: {smart_mark: false}, caret: {smart_insert: false}}])
    expect(eager('a==b==c x^^y^^z')).toBe('<p>a<mark>b</mark>c x<ins>y</ins>z</p>')
  })

  it.each([
    ['这是==重点==内容', '这是<mark>重点</mark>内容'],
    ['点击~~旧按钮~~。', '点击<del>旧按钮</del>。'],
    ['（^^新^^）', '（<ins>新</ins>）'],
    ['面积^二^和氧~二~', '面积<sup>二</sup>和氧<sub>二</sub>'],
    ['==“引号”==之后', '<mark>“引号”</mark>之后'],
    ['カタカナ==ひらがな==한국어', 'カタカナ<mark>ひらがな</mark>한국어'],
  ])('work next to CJK text: %s', (source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>`)
  })

  it('take Vai letters for letters', () => {
    expect(render('==ꔀꔁꔂ== ꔀ==ꔁ==ꔂ')).toBe('<p><mark>ꔀꔁꔂ</mark> ꔀ==ꔁ==ꔂ</p>')
  })

  it.each([
    ['x^a b^', 'x^a b^'],
    ['x^a\nb^', 'x^a\nb^'],
    ['x^a\\ b^', 'x<sup>a b</sup>'],
    ['x~a\\ b\\ c~', 'x<sub>a b c</sub>'],
    ['end \\ ', 'end \\'],
    ['C:\\ and ==a\\ b==', 'C:\\ and <mark>a\\ b</mark>'],
    ['2^`a b`^', '2<sup><code>a b</code></sup>'],
    ['2^3 + 2^4^', '2^3 + 2<sup>4</sup>'],
  ])('let white space into a superscript only when it is escaped: %s', (source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>`)
  })

  it('can be switched off one by one', () => {
    const source = '==a== ^^b^^ c^d^ ~~e~~ f~g~'
    const of = (...options: Parameters<typeof remarkDelimiters>): string =>
      renderWith([remarkDelimiters, ...options])(source)
    expect(of({mark: false, caret: {superscript: false}, tilde: {delete: false}})).toBe(
      '<p>==a== <ins>b</ins> c^d^ ~~e~~ f<sub>g</sub></p>',
    )
    expect(of({mark: {}, caret: {insert: false}, tilde: false})).toBe(
      '<p><mark>a</mark> ^^b^^ c<sup>d</sup> ~~e~~ f~g~</p>',
    )
  })

  it('give nodes a type and the place where they stand', () => {
    const tree: Root = unified().use(remarkParse).use(remarkDelimiters).parse('a ==b== c~d~')
    const seen: [string, number | undefined, number | undefined][] = []
    visitNodes(tree, ({type, position}) => {
      if (type === 'mark' || type === 'subscript') seen.push([type, position?.start.offset, position?.end.offset])
      return undefined
    })
    expect(seen).toEqual([
      ['mark', 2, 7],
      ['subscript', 9, 12],
    ])
  })

  it('lose and add no text', () => {
    const words = fc.constantFrom(
      'a',
      '文',
      ' ',
      '==',
      '=',
      '^',
      '^^',
      '~',
      '~~',
      '~~~',
      '**',
      '_',
      '\n',
      '`',
      '[',
      '](b)',
    )
    const plain = unified().use(remarkParse)
    const processor = unified().use(remarkParse).use(remarkDelimiters)
    const textOf = (tree: Root): string => {
      let text = ''
      visitNodes(tree, (node) => {
        if ('value' in node) text += node.value
        return undefined
      })
      return text.replace(/[\s=^~*_]/g, '')
    }
    fc.assert(
      fc.property(fc.array(words, {maxLength: 30}), (parts) => {
        const source = `x${parts.join('')}`
        fc.pre(plain.parse(source).children.every(({type}) => type === 'paragraph'))
        expect(textOf(processor.parse(source)).replace(/[[\]`()b]/g, '')).toBe(
          textOf(plain.parse(source)).replace(/[[\]`()b]/g, ''),
        )
      }),
    )
  })

  it.each(['==', '~', '^a', '== ', '==a ', '^^^', '~~~ ', '\\ ', '=='])(
    'come to an end with a megabyte of %j',
    (token) => {
      expect(render(token.repeat(1_000_000 / token.length)).length).toBeGreaterThan(0)
    },
    120_000,
  )
})
