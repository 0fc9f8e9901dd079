import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseYaml} from '../../../src/config/parse-yaml.ts'
import type {ConfigPath} from '../../../src/config/finding.ts'

describe('parseYaml', () => {
  const text = [
    'a: &base {k: one}',
    'b:',
    '  <<: *base',
    '  z: [x, y]',
    'c: *base',
    'd:',
    '2: two',
    "'e f': !!python/name:m.n",
    '',
  ].join('\n')
  const {data, locate} = parseYaml(text)

  it('reads merge keys and aliases', () => {
    expect(data).toEqual({
      a: {k: 'one'},
      b: {k: 'one', z: ['x', 'y']},
      c: {k: 'one'},
      d: null,
      2: 'two',
      'e f': {python: 'm.n', kwds: {}},
    })
  })

  it.each<[string, ConfigPath, 'key' | 'value', string]>([
    ['a value', ['a', 'k'], 'value', 'one'],
    ['a key', ['a', 'k'], 'key', 'k'],
    ['an item of a list', ['b', 'z', 1], 'value', 'y'],
    ['an item that is missing, as its list', ['b', 'z', 9], 'value', '[x, y]'],
    ['a value that was merged in', ['b', 'k'], 'value', 'one'],
    ['a value behind an alias', ['c', 'k'], 'value', 'one'],
    ['an empty value, as its key', ['d'], 'value', 'd'],
    ['a key that is a number', ['2'], 'key', '2'],
    ['a value that is only a tag, as its key', ['e f'], 'value', "'e f'"],
    ['what a tag stands for, as the key of the tag', ['e f', 'kwds', 'x'], 'value', "'e f'"],
    ['a key that is missing, as the key of its map', ['a', 'other'], 'key', 'a'],
  ])('locates %s', (...[, path, at, expected]) => {
    const place = locate(path, at)
    expect(text.slice(place?.start.offset, place?.end.offset)).toBe(expected)
  })

  it('takes a list of maps to merge', () => {
    const merged = 'a: &a {k: 1}\nb: &b {l: 2}\nc: {<<: [*a, *b]}\n'
    const parsed = parseYaml(merged)
    expect(parsed.data).toMatchObject({c: {k: 1, l: 2}})
    expect(parsed.locate(['c', 'l'], 'key')?.start).toEqual({line: 2, column: 8, offset: 20})
  })

  it('refuses aliases that grow without bound', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let at = 1; at < 9; at++)
      lines.push(
        `a${at}: &a${at} [${Array<string>(9)
          .fill(`*a${at - 1}`)
          .join(', ')}]`,
      )
    expect(parseYaml(lines.join('\n')).faults.map((fault) => fault.message)).toEqual([
      'Found aliases that expand to too much',
    ])
  })

  it('never throws, and its positions lie inside the text', () => {
    const token = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&x',
      '*x',
      '<<',
      '!!python/name:m',
      '|',
      '#',
      ',',
      '\t',
      '?',
    )
    fc.assert(
      fc.property(
        fc.array(token, {maxLength: 40}).map((tokens) => tokens.join('')),
        (source) => {
          for (const {place} of parseYaml(source).faults) {
            expect(place.start.offset).toBeLessThanOrEqual(place.end.offset)
            expect(place.end.offset).toBeLessThanOrEqual(source.length)
          }
        },
      ),
    )
  })

  it.each(['[', '{', '- ', '? ', 'a: ', '"', '&a ', '<<: ', '!!python/name:x '])(
    'ends on a long run of %j',
    (token) => {
      const source = token.repeat(20_000)
      expect(() => parseYaml(source)).not.toThrow()
    },
  )
})
