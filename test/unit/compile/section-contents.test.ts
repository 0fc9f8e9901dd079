import {describe, expect, it} from 'vitest'
import {createCompiler} from '../../../src/compile/compiler.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'

const compiler = createCompiler({
  markdown: {extensions: readMarkdownExtensions(['toc', 'admonition', 'pymdownx.superfences', 'attr_list']).extensions},
  icons: {svg: () => undefined, emoji: () => undefined, names: () => []},
})

/** `images codes` of each section, brand by brand. */
const sectionsOf = (text: string): readonly (readonly string[])[] => {
  const editions = ['nova', 'ember'].map((brand) => ({brand, values: {brand_key: brand}}))
  const {variants, variantOf} = compiler.compile({path: 'en/a.md', locale: 'en', text}, editions)
  return editions.map(({brand}) =>
    (variants[variantOf[brand] ?? -1]?.sections ?? []).map(({images, codes}) => `${String(images)} ${String(codes)}`),
  )
}

describe('the contents of sections', () => {
  it.each([
    ['nothing', '', ['0 0']],
    ['text before the first heading', '![a](a.png)\n\n# A\n', ['1 0', '0 0']],
    ['fenced and indented code', '# A\n\n```sh\nx\n```\n\n## B\n\n    y\n', ['0 0', '0 1', '0 1']],
    ['code in an admonition', '# A\n\n!!! note\n\n    ```sh\n    x\n    ```\n', ['0 0', '0 1']],
    ['code in a line does not count', '# A\n\n`x`\n', ['0 0', '0 0']],
    ['images of all forms', '# A\n\n![a](a.png) ![b][b] <img src="c.png">\n\n[b]: b.png\n', ['0 0', '3 0']],
    ['a comment holds none', '# A\n\n<!-- <img src="c.png"> ![a](a.png) -->\n', ['0 0', '0 0']],
  ])('are counted: %s', (_, text, expected) => {
    expect(sectionsOf(text)[0]).toEqual(expected)
  })

  it('are those that a brand has after its conditions', () => {
    const text = "# A\n\n<<<% if custom_key.brand_key == 'nova' %>>>\n![a](a.png)\n<<<% endif %>>>\n"
    expect(sectionsOf(text)).toEqual([
      ['0 0', '1 0'],
      ['0 0', '0 0'],
    ])
  })
})
