import {describe, expect, it} from 'vitest'
import {readLibraryAssets} from '../../../src/build/library-assets.ts'

const plain = {mermaid: false, math: false, katex: false}
const names = (...pages: Parameters<typeof readLibraryAssets>[0][number][]) => [...readLibraryAssets(pages).keys()]

describe('what pages need of other packages', () => {
  it('is nothing for text', () => {
    expect(names()).toEqual([])
    expect(names(plain, plain)).toEqual([])
  })

  it('is Mermaid for a page with diagrams', () => {
    expect(names(plain, {...plain, mermaid: true})).toEqual(['mermaid/mermaid.js'])
  })

  it('is the style sheet and the fonts of KaTeX for formulas that were rendered', () => {
    const files = names({...plain, math: true, katex: true})
    expect(files[0]).toBe('katex/katex.css')
    expect(files.slice(1).every((file) => /^katex\/fonts\/[\w-]+\.woff2$/.test(file))).toBe(true)
  })

  it('is its script besides for a page that holds TeX', () => {
    expect(names({...plain, math: true, katex: true}, {...plain, math: true})).toContain('katex/katex.js')
  })
})
