import {describe, expect, it} from 'vitest'
import {mergeDiagnostics} from '../../../src/build/merge-diagnostics.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'

const at = (offset: number): NonNullable<Diagnostic['place']> => ({
  start: {line: 1, column: offset + 1, offset},
  end: {line: 1, column: offset + 2, offset: offset + 1},
})

const finding = (fields: Partial<Diagnostic>): Diagnostic => ({
  ruleId: 'link/missing-page',
  severity: 'error',
  message: 'Cannot find page `b.md`',
  path: 'zh/a.md',
  ...fields,
})

const publishers = new Map([['zh/a.md', ['aurora', 'borealis']]])

describe('mergeDiagnostics', () => {
  it('joins the brands of one fault', () => {
    const merged = mergeDiagnostics(
      [finding({brands: ['polaris']}), finding({brands: ['aurora']}), finding({brands: ['aurora']})],
      new Map([['zh/a.md', ['aurora', 'borealis', 'polaris']]]),
    )
    expect(merged).toEqual([finding({brands: ['aurora', 'polaris']})])
  })

  it('leaves the brands out when all that publish the source have the fault', () => {
    expect(mergeDiagnostics([finding({brands: ['aurora']}), finding({brands: ['borealis']})], publishers)).toEqual([
      finding({}),
    ])
  })

  it('leaves the brands out when one of the joined findings holds for all', () => {
    expect(mergeDiagnostics([finding({}), finding({brands: ['borealis']})], publishers)).toEqual([finding({})])
  })

  it('keeps the brands of a file that belongs to no brand in particular', () => {
    expect(mergeDiagnostics([finding({path: 'zh/.pages', brands: ['aurora']})], publishers)).toEqual([
      finding({path: 'zh/.pages', brands: ['aurora']}),
    ])
  })

  it('keeps faults apart that differ in place, rule or message', () => {
    const different = [
      finding({place: at(1)}),
      finding({place: at(2)}),
      finding({ruleId: 'link/missing-file', place: at(2)}),
      finding({message: 'Cannot find page `c.md`', place: at(2)}),
    ]
    expect(mergeDiagnostics(different, publishers)).toHaveLength(4)
  })

  it('sorts by path, then by place; findings about a whole file come first', () => {
    const sorted = mergeDiagnostics(
      [finding({path: 'zh/b.md'}), finding({place: at(9)}), finding({place: at(3)}), finding({message: 'Whole file'})],
      publishers,
    )
    expect(sorted.map(({path, place}) => [path, place?.start.offset])).toEqual([
      ['zh/a.md', undefined],
      ['zh/a.md', 3],
      ['zh/a.md', 9],
      ['zh/b.md', undefined],
    ])
  })
})
