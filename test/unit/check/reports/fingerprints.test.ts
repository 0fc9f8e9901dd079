import {describe, expect, it} from 'vitest'
import {fingerprints} from '../../../../src/check/reports/fingerprints.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {finding, place} from './report-of.ts'

const at = (line: number, changes: Partial<Diagnostic> = {}): Diagnostic =>
  finding({place: place([line, 1], [line, 4]), ...changes})

const idsIn = (text: string | undefined, ...diagnostics: readonly Diagnostic[]): readonly string[] =>
  fingerprints(diagnostics, () => text)

const idIn = (text: string | undefined, diagnostic: Diagnostic): string | undefined => idsIn(text, diagnostic)[0]

describe('a fingerprint', () => {
  it('stays the same from release to release', () => {
    expect(idsIn('one\ntwo', at(2, {actual: 'two'}), finding())).toEqual([
      '8633fca29d44146e809178f70ca4f0d4b0d869fec50edf934f26ac0f8193827b',
      'fa02cc7351e971cdc285e8c7249c7551a1b1b1e0bec9cb060884e3774a11e068',
    ])
  })

  it('does not change when its line moves or is indented', () => {
    const id = idIn('one\ntwo', at(2, {actual: 'two'}))
    expect(idIn('zero\n\none\n  two ', at(4, {actual: 'two'}))).toBe(id)
    expect(idIn('one\r\ntwo\r\n', at(2, {actual: 'two'}))).toBe(id)
  })

  it('does not change with the message when it is known what stands there', () => {
    const id = idIn('one', at(1, {actual: 'one', message: 'Found `one`'}))
    expect(idIn('one', at(1, {actual: 'one', message: 'There is `one`'}))).toBe(id)
  })

  it.each([
    ['Unclosed tag, opened on line 3', 'Unclosed tag, opened on line 12'],
    ['Found in lines 3-7', 'Found in lines 4-8'],
    ['Already at 3:1-3:9', 'Already at 12:4-13:1'],
    ['Cannot find `b`', 'Cannot find `b`; did you mean `c`'],
  ])('does not change with the positions and suggestions of a message: %s', (before, after) => {
    expect(idIn('one', at(1, {message: after}))).toBe(idIn('one', at(1, {message: before})))
  })

  it.each<[string, Diagnostic, string]>([
    ['rule', at(1, {ruleId: 'macro/syntax'}), 'one'],
    ['path', at(1, {path: 'en/other.md'}), 'one'],
    ['message', at(1, {message: 'Another icon'}), 'one'],
    ['text found', at(1, {actual: 'one'}), 'one'],
    ['line', at(1), 'One'],
    ['place', finding(), 'one'],
  ])('changes with its %s', (_, changed, text) => {
    expect(idIn(text, changed)).not.toBe(idIn('one', at(1)))
  })

  it('tells equal findings apart, and knows them again when another finding comes between', () => {
    const [first, second] = idsIn('same\nsame', at(1), at(2))
    expect(second).not.toBe(first)
    expect(idsIn('same\nnew\nsame', at(1), at(2), at(3))).toEqual([first, expect.any(String), second])
  })

  it('is there for a file that cannot be read and for a line that it does not have', () => {
    expect(idIn(undefined, at(1))).toBe(idIn('one', at(9)))
  })
})
