import {describe, expect, it} from 'vitest'
import {createCompiler} from '../../../src/compile/compiler.ts'
import {openPage} from '../../../src/compile/open-page.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'
import type {EditionPage} from '../../../src/core/page.ts'

const icons = {svg: () => undefined, names: () => [], emoji: () => undefined}

function open(text: string, math?: 'katex'): EditionPage {
  const markdown = {...readMarkdownExtensions(undefined), math}
  const page = createCompiler({markdown, icons}).compile({path: 'en/page.md', locale: 'en', text}, [
    {brand: 'aurora', values: {name: 'Aurora'}},
  ])
  const opened = openPage(page, {brand: 'aurora', values: {name: 'Aurora'}, markdown})
  if (!opened) throw new Error('not compiled for the brand')
  return opened.page
}

const article = (text: string): string => open(text).renderArticle([])
const span = (tex: string): string => `<span class="arithmatex">\\(${tex}\\)</span>`
const div = (tex: string): string => `<div class="arithmatex">\\[${tex}\\]</div>`

describe('formulas in a page', () => {
  it('are part of the text of a heading and of its id, rendered or not', () => {
    for (const page of [open('## Of $x^2$'), open('## Of $x^2$', 'katex')]) {
      expect([...page.anchors]).toEqual(['of-x2'])
      expect(page.toc.map(({text}) => text)).toEqual(['Of \\(x^2\\)'])
    }
  })

  it('are known to the layout', () => {
    expect(open('a').features).toEqual({mermaid: false, math: false, katex: false})
    expect(open('$a$').features).toEqual({mermaid: false, math: true, katex: false})
    expect(open('$$a$$', 'katex').features).toEqual({mermaid: false, math: true, katex: true})
    expect(open('It costs $3.00.', 'katex').features).toEqual({mermaid: false, math: false, katex: false})
  })

  it.each([
    ['cells', '| a |\n|---|\n| $x\\|y$ |', `<td>${span('x\\|y')}</td>`],
    ['admonitions', '!!! note "On $n$"\n    $$\n    x\n    $$', `On ${span('n')}</p>\n${div('\nx\n')}`],
    ['tabs', '=== "$n$"\n    \\[x\\]', `<div class="tabbed-block">${div('x')}</div>`],
    ['definitions', 'Term $n$\n:   $$x$$', `<dt>Term ${span('n')}</dt>\n<dd>${div('x')}</dd>`],
    ['footnotes', 'a[^1]\n\n[^1]: $x$', `<p>${span('x')}&#xA0;`],
    ['elements', '<div markdown>\n$$\nx\n$$\n</div>', div('\nx\n')],
    ['lists', '- a\n\n    $$\n      x\n    $$', div('\n  x\n')],
  ])('stand in %s', (_, source, html) => {
    expect(article(source).replaceAll('\u00A0', '&#xA0;')).toContain(html)
  })

  it('are not touched by other syntax', () => {
    expect(article('*[AB]: long\n\n$AB --> (c) ==x== ^a^ :smile: ++ctrl++ {: .x } {++y++} https://a.example$')).toBe(
      `<p>${span('AB --> (c) ==x== ^a^ :smile: ++ctrl++ {: .x } {++y++} https://a.example')}</p>`,
    )
  })

  it('take an attribute list', () => {
    expect(article('$x${: .wide #area }')).toBe('<p><span class="arithmatex wide" id="area">\\(x\\)</span></p>')
  })

  it('take values', () => {
    expect(article('$<<< custom_key.name >>>$')).toBe(`<p>${span('Aurora')}</p>`)
    expect(open('$<<< custom_key.name >>>$', 'katex').renderArticle([])).toContain(
      '<annotation encoding="application/x-tex">Aurora</annotation>',
    )
  })
})
