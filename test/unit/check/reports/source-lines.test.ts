import {describe, expect, it} from 'vitest'
import {createLineReader, lastLine} from '../../../../src/check/reports/source-lines.ts'
import {place} from './report-of.ts'

describe('a line reader', () => {
  it('counts lines as places do, whatever ends them', () => {
    const readLine = createLineReader(() => '\uFEFFone\r\ntwo\rthree\nfour\u2028still four')
    expect([1, 2, 3, 4, 5].map((line) => readLine('a.md', line))).toEqual([
      'one',
      'two',
      'three',
      'four\u2028still four',
      undefined,
    ])
  })

  it('asks for each file once, for one that cannot be read too', () => {
    const asked: string[] = []
    const readLine = createLineReader((path) => {
      asked.push(path)
      return path === 'a.md' ? 'one' : undefined
    })
    expect([readLine('a.md', 1), readLine('b.md', 1), readLine('a.md', 1), readLine('b.md', 1)]).toEqual([
      'one',
      undefined,
      'one',
      undefined,
    ])
    expect(asked).toEqual(['a.md', 'b.md'])
  })
})

describe('the last line of a place', () => {
  it.each([
    [place([3, 1], [3, 9]), 3],
    [place([3, 5], [7, 2]), 7],
    [place([3, 1], [7, 1]), 6],
    [place([3, 1], [3, 1]), 3],
  ])('is the last that it touches', (where, line) => {
    expect(lastLine(where)).toBe(line)
  })
})
