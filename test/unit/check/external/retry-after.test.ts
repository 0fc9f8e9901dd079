import {describe, expect, it} from 'vitest'
import {backoff, parseRetryAfter} from '../../../../src/check/external/retry-after.ts'

const now = Date.UTC(2024, 0, 1, 12, 0, 0)

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 01 Jan 2024 12:00:30 GMT', 30_000],
    ['Monday, 01-Jan-24 12:00:30 GMT', 30_000],
    ['Mon Jan  1 12:00:30 2024 GMT', 30_000],
    ['Mon, 01 Jan 2024 11:00:00 GMT', 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['2024', 2_024_000],
    ['soon', undefined],
    ['Monday morning', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j milliseconds', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected)
  })
})

describe('the wait before a retry', () => {
  it('doubles up to the longest wait', () => {
    const options = {backoffMs: 1000, maxWaitMs: 5000}
    expect([0, 1, 2, 3, 2000].map((retry) => backoff(retry, options))).toEqual([1000, 2000, 4000, 5000, 5000])
  })
})
