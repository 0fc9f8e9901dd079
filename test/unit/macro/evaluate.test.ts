import fc from 'fast-check'
import nunjucks from 'nunjucks'
import {describe, expect, it} from 'vitest'
import {evaluate} from '../../../src/macro/evaluate.ts'
import {createFilters} from '../../../src/macro/filters.ts'
import {parseExpression} from '../../../src/macro/parse-expression.ts'

const values: Readonly<Record<string, unknown>> = {a: 'Aurora', b: 7, c: ['x', 'y'], d: {e: 'deep', f: 0}, t: true}

function result(source: string): unknown {
  const {expression, problem} = parseExpression(source, 0)
  if (!expression) return problem
  return evaluate(expression, {lookUp: (name) => values[name], filters: createFilters()})
}

describe('evaluate', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 * 7 % 4', 2],
    ['2 * 7 // 4', 3],
    ['8 / 2 * 2', 8],
    ['2 ** 3', 8],
    ['-b + 10', 3],
    ['+t', 1],
    ["'a' ~ 1 ~ none", 'a1'],
    ["a + '!'", 'Aurora!'],
    ['1 < 2 < 3', true],
    ['3 > 2 > 2', false],
    ['b >= 7 and b <= 7', true],
    ["'a' < 'b'", true],
    ["b == '7'", true],
    ["b === '7'", false],
    ["b !== '7'", true],
    ['none == nothing', true],
    ["not a == 'x'", true],
    ["a != 'x'", true],
    ["'ro' in a", true],
    ["'x' in c and 'z' not in c", true],
    ["'e' in d", true],
    ['d.e', 'deep'],
    ["d['e']", 'deep'],
    ['c[1]', 'y'],
    ['c.length', 2],
    ['a[0]', 'A'],
    ['a.length', 6],
    ["a['constructor']", undefined],
    ['d.e.f.g', undefined],
    ["'' or 'x'", 'x'],
    ["a and ''", ''],
    ["a if t else 'no'", 'Aurora'],
    ['a if not t', ''],
    ['b is odd', true],
    ['b is divisibleby(7)', true],
    ['none is null', true],
    ['nothing is not defined', true],
    ['[1, a] | join', '1Aurora'],
    ["{k: 'v'}.k", 'v'],
    ['(1, 2)', 2],
    ['c | length', 2],
    ['a | truncate(3, true)', 'Aur...'],
    ["'<b>' | escape", '&lt;b&gt;'],
  ])('gives %s its value', (source, value) => {
    expect(result(source)).toEqual(value)
  })

  it.each([
    ['a b', 'Cannot read this expression'],
    ['', 'Cannot read this expression'],
    ['$a', 'Cannot read this expression'],
    ['a.b()', 'Function calls are not offered in macros, use a filter'],
    ['r/a/g', 'Regular expressions are not offered in macros'],
    ['a | random', 'Cannot find a filter `random`'],
    ['a is evn', 'Cannot find a test `evn`; did you mean `even`'],
  ])('cannot read %j', (source, problem) => {
    expect(result(source)).toBe(problem)
  })

  it.each(["'x' | indent(100000)", "'x' | center(100000)"])('refuses to fill the memory: %s', (source) => {
    expect(() => result(source)).toThrow(RangeError)
  })

  const leaf = fc.constantFrom('a', 'b', 't', 'd.e', 'd.f', 'c.length', '1', '2', "'x'", "'ro'", 'true', 'false')
  const {tree} = fc.letrec<{tree: string}>((tie) => ({
    tree: fc.oneof(
      {maxDepth: 4},
      leaf,
      fc
        .tuple(tie('tree'), fc.constantFrom('==', '!=', 'and', 'or', '~', '<', '>='), tie('tree'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      tie('tree').map((inner) => `(not (${inner}))`),
      tie('tree').map((inner) => `((${inner}) ~ '' | upper)`),
      fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => `(${a} if ${b} else ${c})`),
    ),
  }))

  it('agrees with Nunjucks wherever brackets say what is meant', () => {
    const env = new nunjucks.Environment(null, {autoescape: false})
    fc.assert(
      fc.property(tree, (source) => {
        expect(String(result(source))).toBe(env.renderString(`{{ ${source} }}`, {...values}))
      }),
      {numRuns: 500},
    )
  })
})
