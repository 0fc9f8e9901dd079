import {describe, expect, it} from 'vitest'
import {readPageLimits} from '../../../src/build/page-limits.ts'
import {readBrands} from '../../../src/compile/front-matter.ts'

const brands = ['aurora', 'borealis']
const source = (text: string) => {
  const limit = readBrands(text, 'en/a.md')
  return {path: 'en/a.md', text, ...(limit && {limit})}
}

describe('readPageLimits', () => {
  it('reads the brands of the front matter', () => {
    const {limits, diagnostics} = readPageLimits([source('---\nbrands: [aurora]\n---\n# A\n')], brands)
    expect([...limits]).toEqual([['en/a.md', ['aurora']]])
    expect(diagnostics).toEqual([])
  })

  it.each(['# A\n', '---\ntitle: A\n---\n', 'brands: [aurora]\n'])('finds no limit in %j', (text) => {
    expect(readPageLimits([source(text)], brands)).toEqual({limits: new Map(), diagnostics: []})
  })

  it('reads a key that is written with escapes', () => {
    const {limits} = readPageLimits([source('---\n"\\x62rands": [aurora]\n---\n')], brands)
    expect([...limits]).toEqual([['en/a.md', ['aurora']]])
  })

  it('reports a brand that does not exist, where it stands, with the nearest one', () => {
    const {diagnostics} = readPageLimits([source('---\ntitle: aurroa\nbrands: [borealis, aurroa]\n---\n# A\n')], brands)
    expect(diagnostics).toEqual([
      {
        ruleId: 'front-matter/invalid',
        severity: 'error',
        message: 'Unknown brand `aurroa` in `brands`; did you mean `aurora`',
        path: 'en/a.md',
        place: {start: {line: 3, column: 20, offset: 37}, end: {line: 3, column: 26, offset: 43}},
        actual: 'aurroa',
        expected: ['aurora'],
      },
    ])
  })

  it('names the brands there are when none is near', () => {
    const {diagnostics} = readPageLimits([source('---\nbrands: zzzzzz\n---\n')], brands)
    expect(diagnostics.map(({message}) => message)).toEqual([
      'Unknown brand `zzzzzz` in `brands`; expected one of `aurora`, `borealis`',
    ])
  })
})
