import {describe, expect, it} from 'vitest'
import {applyCritic} from '../../../../plugins/critic/apply-critic.ts'
import remarkCritic from '../../../../plugins/critic/remark-critic.ts'
import remarkDelimiters from '../../../../plugins/delimiters/remark-delimiters.ts'
import {renderWith} from '../../../support/render-with.ts'

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

  it('keeps what was inserted, or what was deleted', () => {
    expect(applyCritic(source, 'accept')).toBe('a b  e f')
    expect(applyCritic(source, 'reject')).toBe('a  c d f')
    expect(renderWith([remarkCritic, {mode: 'accept'}])(source)).toBe('<p>a b  e f</p>')
    expect(renderWith([remarkCritic, {mode: 'reject'}])(source)).toBe('<p>a  c d f</p>')
  })

  it('may span paragraphs', () => {
    expect(renderWith([remarkCritic, {mode: 'accept'}])('a{++\n\n- b\n\n++}{--\n\n- c\n\n--}')).toBe(
      '<p>a</p>\n<ul>\n<li>b</li>\n</ul>',
    )
  })

  it('leaves fenced code and what is not whole alone', () => {
    for (const text of ['```\n{++a++}\n```\n', '~~~ x\n{++a++}', '{++a', '{~~a~~}', '{++a--}', '{~~a~~} b ~> c']) {
      expect(applyCritic(text, 'accept')).toBe(text)
    }
    expect(applyCritic('```\n{++a++}\n```\n{++b++}', 'accept')).toBe('```\n{++a++}\n```\nb')
  })

  it.each(['{++', '{~~', '{~~a~>', '{', '```\n', '{>><<}', '{~~{++~>'])(
    'comes to an end with a megabyte of %j',
    (token) => {
      expect(applyCritic(token.repeat(1_000_000 / token.length), 'reject').length).toBeGreaterThanOrEqual(0)
    },
  )
})
