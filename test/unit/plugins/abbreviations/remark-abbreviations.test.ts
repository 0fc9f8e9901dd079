import {describe, expect, it} from 'vitest'
import {wordFinder} from '../../../../plugins/abbreviations/find-words.ts'
import remarkAbbreviations from '../../../../plugins/abbreviations/remark-abbreviations.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith(remarkAbbreviations)
const abbr = (text: string, title: string): string => `<abbr title="${title}">${text}</abbr>`

describe('abbreviations', () => {
  it('are explained wherever they are whole words', () => {
    expect(render('*[NOC]: Northern Observatory\n\nThe NOC, not NOCS: **NOC** and [NOC](n.md).')).toBe(
      `<p>The ${abbr('NOC', 'Northern Observatory')}, not NOCS: <strong>${abbr('NOC', 'Northern Observatory')}</strong> ` +
        `and <a href="n.md">${abbr('NOC', 'Northern Observatory')}</a>.</p>`,
    )
  })

  it('are not explained in code, addresses, autolinks and other cases', () => {
    expect(render('*[NOC]: x\n\n`NOC` ![a](NOC.png) <https://noc.example/NOC> noc')).toBe(
      '<p><code>NOC</code> <img src="NOC.png" alt="a"> <a href="https://noc.example/NOC">https://noc.example/NOC</a> noc</p>',
    )
  })

  it.each([
    ['A\n*[A]: x\nA', `<p>${abbr('A', 'x')}</p>\n<p>${abbr('A', 'x')}</p>`],
    ['# A\n*[A]: x', `<h1>${abbr('A', 'x')}</h1>`],
    ['- A\n  *[A]: x', `<ul>\n<li>${abbr('A', 'x')}</li>\n</ul>`],
    ['> A\n>\n> *[A]: x', `<blockquote>\n<p>${abbr('A', 'x')}</p>\n</blockquote>`],
    ['*[A] :x\n\nA', `<p>${abbr('A', 'x')}</p>`],
    ['   *[A]:   x y  \n\nA', `<p>${abbr('A', 'x y')}</p>`],
    ['*[A]:\nx y\nA', `<p>${abbr('A', 'x y')}</p>`],
    ['*[A]: \n    x *y*\n\nA', `<p>${abbr('A', 'x *y*')}</p>`],
    ['- *[A]:\n  x\n- A', `<ul>\n<li></li>\n<li>${abbr('A', 'x')}</li>\n</ul>`],
    ['> *[A]:\n> x\n>\n> A', `<blockquote>\n<p>${abbr('A', 'x')}</p>\n</blockquote>`],
  ])('may be defined on any line: %j', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['*[A]: *one* [two] _three_', 'A', '*one* [two] _three_'],
    ['*[A]B]: x', 'A]B', 'x'],
    ['*[A-B]: x', 'A-B', 'x'],
    ['*[C++]: x', 'C++a', undefined],
    ['*[北极光]: x', '北极光', 'x'],
  ])('have plain labels and titles: %s', (definition, text, title) => {
    expect(render(`${definition}\n\n${text}`)).toBe(
      title === undefined ? `<p>${abbr('C++', 'x')}a</p>` : `<p>${abbr(text, title)}</p>`,
    )
  })

  it.each(['*[A]', '*[A]:', '*[]: x', '*[ ]: x', '*[A] x', '*[a\\b]: x'])('are not defined by %j', (source) => {
    expect(render(source)).toMatch(/^<p>\*\[/)
  })

  it.each(['*[A]:\n\nA', '*[A]:\n  \nA', '> *[A]:\nA', '- *[A]:\nA'])(
    'have a title in their own block: %j',
    (source) => {
      expect(render(source)).toContain('*[A]:')
      expect(render(source)).not.toContain('<abbr')
    },
  )

  it('take the longest of several, and the last definition of one', () => {
    expect(render('A A-B B\n\n*[A]: one\n*[B]: two\n*[A-B]: three\n*[A]: four')).toBe(
      `<p>${abbr('A', 'four')} ${abbr('A-B', 'three')} ${abbr('B', 'two')}</p>`,
    )
  })

  it('come from the glossary, which the page may change and clear', () => {
    const withGlossary = renderWith([remarkAbbreviations, {glossary: {A: 'one', B: 'two', C: 'three'}}])
    expect(withGlossary("A B C\n\n*[B]: own\n*[C]: ''")).toBe(`<p>${abbr('A', 'one')} ${abbr('B', 'own')} C</p>`)
  })

  it('come to an end with a megabyte of definitions, labels and words', () => {
    expect(render('*[a]: b\n'.repeat(60_000))).toBe('')
    expect(render(`*[${'a'.repeat(1_000_000)}`).length).toBeGreaterThan(100_000)
    const many = Array.from({length: 20_000}, (_, index) => `*[w${index}]: x\n`).join('')
    expect(render(`${many}\n${'w1 '.repeat(50_000)}`).length).toBeGreaterThan(50_000)
  }, 120_000)
})

describe('the search for words', () => {
  it('finds whole words and the longest of them', () => {
    const find = wordFinder(['a', 'a b', 'é', '.x'])
    expect(find('a b a  ba é y.x .x').map(({start, word}) => [start, word])).toEqual([
      [0, 'a b'],
      [4, 'a'],
      [10, 'é'],
      [13, '.x'],
    ])
  })

  it('reads a text once, however long the words', () => {
    expect(wordFinder([`${'a '.repeat(500_000)}b`])('a '.repeat(500_000))).toEqual([])
  })
})
