import {describe, expect, it} from 'vitest'
import type {EscapeOptions} from '../../../../plugins/escapes/remark-escapes.ts'
import remarkDelimiters from '../../../../plugins/delimiters/remark-delimiters.ts'
import remarkEscapes from '../../../../plugins/escapes/remark-escapes.ts'
import remarkSmartSymbols from '../../../../plugins/smart-symbols/remark-smart-symbols.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = (source: string, options: EscapeOptions = {}): string =>
  renderWith(remarkDelimiters, [remarkEscapes, options], remarkSmartSymbols)(source).replace(/^<p>|<\/p>$/g, '')

describe('escapes', () => {
  it.each([
    ['\\a\\B\\1 \\字\\😀', 'aB1 字😀'],
    ['C:\\\\logs \\\\', 'C:\\logs \\'],
    ['\\*a\\* \\_b\\_', '*a* _b_'],
    ['a\\ b', 'a b'],
    ['H~a\\ b~O', 'H<sub>a b</sub>O'],
    ['[a\\b](c\\d "e\\f")', '<a href="cd" title="ef">ab</a>'],
    ['(\\c) (c)', '(c) ©'],
    ['a\\\nb', 'a\nb'],
    ['a  \nb', 'a<br>\nb'],
    ['a\\', 'a\\'],
    ['a\\\tb', 'a\\\tb'],
  ])('take any character in %j', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each(['`\\a`', '<i title="\\a">b</i>', '<https://a.example/\\b>'])(
    'are not looked for in code and HTML: %s',
    (source) => {
      expect(render(source)).toContain('\\')
    },
  )

  it('break lines with `hardbreak`', () => {
    expect(render('a\\\nb', {hardbreak: true})).toBe('a<br>\nb')
  })

  it('join words with `nbsp`', () => {
    expect(render('10\\ km~2\\ 3~ \\(c)', {nbsp: true})).toBe('10\u00A0km<sub>2\u00A03</sub> (c)')
    expect(render('[a](b "c\\ d")', {nbsp: true})).toBe('<a href="b" title="c\u00A0d">a</a>')
  })

  it.each(['\\', '\\a', '\\ ', '\\\n', '~\\ '])(
    'come to an end with many of %j',
    (token) => {
      expect(render(token.repeat(20_000), {nbsp: true}).length).toBeGreaterThan(0)
    },
    60_000,
  )
})
