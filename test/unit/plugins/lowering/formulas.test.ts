import {describe, expect, it} from 'vitest'
import {lower} from '../../../../plugins/lowering/lower.ts'

const formulas = {
  inline: {dollar: true, round: true, smart: true},
  block: {dollar: true, square: true, begin: true},
}
const lowered = (source: string): string => lower(source, {tables: true, authorsReadings: true, formulas}).text

describe('lowering', () => {
  it.each([
    ['brackets before parentheses', '$$\n\\left[ a \\right](b + c)\n$$\n'],
    ['a sign alone on its line', '$$\na\nb\n=\nc\n$$\n'],
    ['bars', '$$\n| a | b |\n|---|---|\n$$\n'],
    ['quotes', '> \\[\n> a](b c)\n> \\]\n'],
    ['items', '- $$\n  a](b c)\n  =\n  $$\n- d\n'],
    ['a formula in a line', '$a[b](c d)$\n'],
    ['a formula over two lines', 'a $b\nc[d](e f)$\n'],
  ])('leaves formulas as they are: %s', (_, source) => {
    expect(lowered(source)).toBe(`${source}\n`)
  })

  it.each([
    ['beside a formula', '$a$ [b](c d) $e$', '$a$ [b](<c d>) $e$'],
    ['beside dollar signs', '$5 [b](c d) \\$ `$` $6', '$5 [b](<c d>) \\$ `$` $6'],
    ['below what is no formula', '$$\n[b](c d)', '$$\n[b](<c d>)'],
  ])('still finds destinations with spaces %s', (_, source, text) => {
    expect(lowered(source)).toBe(`${text}\n`)
  })

  it('looks at everything where formulas are off', () => {
    expect(lower('$a[b](c d)$', {}).text).toBe('$a[b](<c d>)$\n')
  })

  it.each([
    '$',
    '$](',
    '$[](a b)',
    '\\(](',
    '$$\n',
    '\\[\n',
    '\\[\n> a\n',
    '\\[\n- \\[\n  \\[\n',
    '$a$ ](b c) ',
    '`$](a b)',
  ])('stays linear: %j', (token) => {
    const start = performance.now()
    lowered(token.repeat(200_000 / token.length))
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
