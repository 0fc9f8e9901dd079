import {describe, expect, it} from 'vitest'
import {fontCss} from '../../../src/render/font-css.ts'

describe('the fonts of a brand', () => {
  it('stand before those of the theme, names as they are', () => {
    expect(fontCss({body: ['Inter', 'Noto Sans'], code: []}).css).toBe(
      ":root {\n  --dp-own-font: 'Inter', 'Noto Sans',;\n}\n",
    )
    expect(fontCss({body: [], code: []}).css).toBe('')
  })

  it('are published where they are files, with weight and style by their names', () => {
    const {css, files, first} = fontCss({
      body: ['fonts/Inter-Variable.woff2', 'fonts/Inter-SemiBoldItalic.woff2'],
      code: ['fonts/mono.ttf'],
    })
    expect([...files]).toEqual([
      ['body-1.woff2', 'fonts/Inter-Variable.woff2'],
      ['body-2.woff2', 'fonts/Inter-SemiBoldItalic.woff2'],
      ['code-1.ttf', 'fonts/mono.ttf'],
    ])
    expect(first).toBe('body-1.woff2')
    expect(css.match(/font-weight: .*|font-style: .*|src: .*/g)).toEqual([
      "src: url('../fonts/body-1.woff2');",
      'font-weight: 1 1000;',
      'font-style: normal;',
      "src: url('../fonts/body-2.woff2');",
      'font-weight: 600;',
      'font-style: italic;',
      "src: url('../fonts/code-1.ttf');",
      'font-weight: 400;',
      'font-style: normal;',
    ])
    expect(css).toContain("--dp-own-font: 'dp-body',;")
  })
})
