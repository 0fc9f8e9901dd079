import {describe, expect, it} from 'vitest'
import {headline, hintsOf} from '../../../../src/check/reports/hints.ts'
import type {Diagnostic, Fix} from '../../../../src/core/diagnostic.ts'
import {finding, place} from './report-of.ts'

const lines: Readonly<Record<number, string>> = {1: 'See [Step 3](helm.md#step-3).', 2: 'Second line'}

const hints = (changes: Partial<Diagnostic>): readonly string[] =>
  hintsOf(finding(changes), (path, line) => (path === 'en/install.md' ? lines[line] : undefined))

describe('a headline', () => {
  it('is the message, with the brands when it does not hold for all', () => {
    expect(headline(finding({message: 'A'}))).toBe('A')
    expect(headline(finding({message: 'A\nB', brands: ['aurora', 'borealis']}))).toBe('A⏎B [aurora, borealis]')
  })
})

describe('hints', () => {
  it('are none for a finding that says it all', () => {
    expect(hints({})).toEqual([])
  })

  it.each<[string, Fix, string]>([
    [
      'replaces',
      {place: place([1, 14], [1, 28]), text: 'helm.md#step-2'},
      'replace `helm.md#step-3` with `helm.md#step-2`',
    ],
    ['removes', {place: place([1, 1], [1, 5]), text: ''}, 'remove `See `'],
    ['inserts', {place: place([2, 8], [2, 8]), text: 'whole '}, 'insert `whole ` at 2:8'],
    ['replaces lines', {place: place([1, 5], [2, 1]), text: 'x\ny'}, 'replace 1:5-2:1 with `x⏎y`'],
    ['removes lines', {place: place([1, 1], [3, 1]), text: ''}, 'remove 1:1-3:1'],
    ['is about an unreadable line', {place: place([9, 1], [9, 2]), text: 'x'}, 'replace 9:1-9:2 with `x`'],
    ['writes a control character', {place: place([2, 1], [2, 1]), text: '\u001B'}, 'insert `\\u001b` at 2:1'],
  ])('say what a fix does that %s', (_, fix, help) => {
    expect(hints({fix})).toEqual([`help: ${help}`])
  })

  it('cut a long text, but not through a surrogate pair', () => {
    const fix = {place: place([2, 1], [2, 1]), text: `${'x'.repeat(79)}😀 and more`}
    expect(hints({fix})).toEqual([`help: insert \`${'x'.repeat(79)}…\` at 2:1`])
  })

  it.each([
    [['a'], 'did you mean `a`'],
    [['a', 'b'], 'did you mean `a` or `b`'],
    [['a', 'b', 'c'], 'did you mean `a`, `b` or `c`'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'did you mean `a`, `b`, `c`, `d` or `e`'],
  ])('name what was expected: %j', (expected, help) => {
    expect(hints({expected})).toEqual([`help: ${help}`])
  })

  it('leave out what the message names already', () => {
    const message = 'Cannot find anchor `#b`; did you mean `#c`'
    expect(hints({message, expected: ['#c']})).toEqual([])
    expect(hints({message, expected: ['#c', '#d']})).toEqual(['help: did you mean `#d`'])
    expect(hints({message, expected: []})).toEqual([])
  })

  it('prefer a fix to what was expected, and end with the cause', () => {
    const fix = {place: place([2, 1], [2, 7]), text: 'Third'}
    expect(hints({fix, expected: ['Fourth'], cause: '`#step-3` was removed in `helm.md`'})).toEqual([
      'help: replace `Second` with `Third`',
      'caused by: `#step-3` was removed in `helm.md`',
    ])
  })
})
