import {describe, expect, it} from 'vitest'
import remarkMath from '../../../../plugins/math/remark-math.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith([remarkMath, {generic: true}])
const div = (tex: string): string => `<div class="arithmatex">\\[${tex}\\]</div>`

describe('a formula in a block of its own', () => {
  it.each([
    ['$$a$$', 'a'],
    ['$$\na\n$$', '\na\n'],
    ['\\[a\\]', 'a'],
    ['\\[\na\n\\]', '\na\n'],
    ['\\begin{align*}a\\end{align*}', '\\begin{align*}a\\end{align*}'],
    ['\\begin{a}\nx\n\\begin{a}y\\end{a}\n\\end{a}', '\\begin{a}\nx\n\\begin{a}y\\end{a}\n\\end{a}'],
    ['$$ \\begin{a}x\\end{a} $$  ', ' \\begin{a}x\\end{a} '],
    ['$$a \\text{ if $b$ }$$', 'a \\text{ if $b$ }'],
    ['$$a\\\\$$', 'a\\\\'],
    ['\\[a\\\\\\]', 'a\\\\'],
  ])('is read between its marks: %j', (source, tex) => {
    expect(render(source)).toBe(div(tex))
  })

  it('has lines that look like lists and quotes', () => {
    expect(render('$$\na\n+ b\n- c\n> d\n=\n1. e\n$$')).toBe(div('\na\n+ b\n- c\n> d\n=\n1. e\n'))
  })

  it('keeps indentation that is deeper than that of its first line', () => {
    expect(render('- a\n\n    $$\n      b\n    c\n    $$')).toContain(`<p>a</p>\n${div('\n  b\nc\n')}`)
    expect(render('  $$\n  a\nb\n\tc\n  $$')).toBe(div('\na\nb\n  c\n'))
  })

  it.each([
    ['a quote', '> $$\n>a\n> $$', `<blockquote>\n${div('\na\n')}\n</blockquote>`],
    ['a list', '- $$\n  a\n  $$', `<ul>\n<li>\n${div('\na\n')}\n</li>\n</ul>`],
    ['a quote right below text', 'x\n> $$\n> a\n> $$', `<p>x</p>\n<blockquote>\n${div('\na\n')}\n</blockquote>`],
  ])('stands in %s', (_, source, html) => {
    expect(render(source)).toBe(html)
  })

  it('may follow another', () => {
    expect(render('$$a$$\n\\[b\\]\n\\begin{c}\nd\n\\end{c}')).toBe(
      `${div('a')}\n${div('b')}\n${div('\\begin{c}\nd\n\\end{c}')}`,
    )
  })

  it.each([
    ['a heading', '$$a$$\n# b', '<h1>b</h1>'],
    ['a list', '$$a$$\n- b', '<ul>\n<li>b</li>\n</ul>'],
    ['a quote', '$$a$$\n> b', '<blockquote>\n<p>b</p>\n</blockquote>'],
    ['a fence', '$$a$$\n```\nb\n```', '<pre><code>b\n</code></pre>'],
    ['a rule', '$$a$$\n***', '<hr>'],
  ])('may be followed by %s', (_, source, rest) => {
    expect(render(source)).toBe(`${div('a')}\n${rest}`)
  })

  it.each([
    ['text before it', 'x\n$$a$$', '<p>x\n$<span class="arithmatex">\\(a\\)</span>$</p>'],
    ['text behind it', '$$a$$ x', '<p>$<span class="arithmatex">\\(a\\)</span>$ x</p>'],
    ['text below it', '$$a$$\nx', '<p>$<span class="arithmatex">\\(a\\)</span>$\nx</p>'],
    ['a blank line in it', '$$\na\n\nb\n$$', '<p>$$\na</p>\n<p>b\n$$</p>'],
    ['nothing in it', '$$$$', '<p>$$$$</p>'],
    ['an escaped end', '\\[a\\\\]', '<p>[a\\]</p>'],
    ['an end of another name', '\\begin{a}x\\end{b}', '<p>\\begin{a}x\\end{b}</p>'],
    ['an escaped end of its name', '\\begin{a}x\\\\end{a}', '<p>\\begin{a}x\\end{a}</p>'],
    ['no end', '$$\na', '<p>$$\na</p>'],
  ])('is none with %s', (_, source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['\\[Note] this:\n- a', '<p>[Note] this:</p>\n<ul>\n<li>a</li>\n</ul>'],
    ['$$\n- a\n\nb', '<p>$$</p>\n<ul>\n<li>a</li>\n</ul>\n<p>b</p>'],
    ['- $$\n  a\nb\n$$', '<ul>\n<li>$$\na\nb\n$$</li>\n</ul>'],
    ['> $$\na\n> $$', '<blockquote>\n<p>$$\na\n$$</p>\n</blockquote>'],
  ])('that is not closed in its container leaves the lines what they are: %j', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['indented code', '    $$a$$', '<pre><code>$$a$$\n</code></pre>'],
    ['a fence', '```\n$$a$$\n```', '<pre><code>$$a$$\n</code></pre>'],
    ['raw HTML', '<div>\n$$a$$\n</div>', '<div>\n$$a$$\n</div>'],
  ])('is not looked for in %s', (_, source, html) => {
    expect(render(source)).toBe(html)
  })

  it('is read in the forms that are asked for', () => {
    const square = renderWith([remarkMath, {generic: true, block_syntax: ['square'], inline_syntax: []}])
    expect(square('$$a$$\n\n\\[b\\]')).toBe(`<p>$$a$$</p>\n${div('b')}`)
    const none = renderWith([remarkMath, {generic: true, block_syntax: [], inline_syntax: []}])
    expect(none('$$a$$\n\n\\[b\\]')).toBe('<p>$$a$$</p>\n<p>[b]</p>')
  })
})

describe('hostile input', () => {
  it.each(['$$\n', '\\[\n', '\\begin{a}\n', '\\begin{a}\\end{b}\n', '$$a$$\n', ' \\[\n  \\[\n'])(
    'stays linear: %j',
    (token) => {
      const start = performance.now()
      expect(render(token.repeat(10_000))).not.toBe('')
      expect(performance.now() - start).toBeLessThan(10_000)
    },
  )
})
