import {describe, expect, it} from 'vitest'
import remarkSmartSymbols from '../../../../plugins/smart-symbols/remark-smart-symbols.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith(remarkSmartSymbols)

describe('smart symbols', () => {
  it.each([
    ['(c) (r) (tm)', '© ® ™'],
    ['a --> b <-- c <--> d', 'a → b ← c ↔ d'],
    ['+/- 5 =/= 6', '± 5 ≠ 6'],
    ['c/o Aurora', '℅ Aurora'],
    ['1/2 2/3 7/8 4/5', '½ ⅔ ⅞ ⅘'],
    [
      '1st 2nd 3rd 4th 11th 12th 21st 100th',
      [1, 2, 3, 4, 11, 12, 21, 100]
        .map((number) => `${number}<sup>${{1: 'st', 2: 'nd', 3: 'rd', 21: 'st'}[number] ?? 'th'}</sup>`)
        .join(' '),
    ],
  ])('are written for %s', (source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>`)
  })

  it.each(['(C)', 'a ---> b', 'a <--- b', '11/2', '1/23', '2/4', '4st', '2th', 'x1st', '1sts', 'arc/out', '010th'])(
    'are not made of %s',
    (source) => {
      expect(render(source).replaceAll('&#x3C;', '<')).toBe(`<p>${source}</p>`)
    },
  )

  it('leave code, addresses, autolinks and what was escaped alone', () => {
    expect(render('`(c)` [(r)](a(c)b) <https://a.example/(c)> \\(c) (c\\) &#40;tm) &copy; (c)')).toBe(
      '<p><code>(c)</code> <a href="a(c)b">®</a> <a href="https://a.example/(c)">https://a.example/(c)</a> ' +
        '(c) (c) (tm) © ©</p>',
    )
  })

  it('see an escape after lines and in containers', () => {
    expect(render('> a\n>   b \\\\ c \\(c) (c)')).toBe('<blockquote>\n<p>a\nb \\ c (c) ©</p>\n</blockquote>')
  })

  it.each([
    ['trademark', '(tm)', '™'],
    ['copyright', '(c)', '©'],
    ['registered', '(r)', '®'],
    ['plusminus', '+/-', '±'],
    ['arrows', 'a --> b', 'a → b'],
    ['notequal', '=/=', '≠'],
    ['fractions', '1/2', '½'],
    ['ordinal_numbers', '2nd', '2<sup>nd</sup>'],
    ['care_of', 'c/o', '℅'],
  ])('have an option `%s` that switches %j and nothing else', (option, source, shown) => {
    expect(render(source)).toBe(`<p>${shown}</p>`)
    expect(renderWith([remarkSmartSymbols, {[option]: true}])(source)).toBe(`<p>${shown}</p>`)
    const off = renderWith([remarkSmartSymbols, {[option]: false}])
    expect(off(source).replaceAll('&#x3E;', '>')).toBe(`<p>${source}</p>`)
    expect(off(option === 'copyright' ? '(r)' : '(c)')).toBe(option === 'copyright' ? '<p>®</p>' : '<p>©</p>')
  })

  it('can be switched off one by one', () => {
    const some = renderWith([remarkSmartSymbols, {copyright: false, ordinal_numbers: false, arrows: true}])
    expect(some('(c) (r) 1st -->')).toBe('<p>(c) ® 1st →</p>')
  })

  it.each(['1', '(c)', '1st ', '-', '\\(c)', '&amp;', '<--'])(
    'come to an end with a megabyte of %j',
    (token) => {
      expect(render(token.repeat(1_000_000 / token.length)).length).toBeGreaterThan(0)
    },
    120_000,
  )
})
