import {expect, test} from 'vitest'
import {summarise} from '../../../bench/measure/statistics.ts'

test.each([
  ['an odd number of runs', [30, 10, 20], {median: 20, least: 10, most: 30}],
  ['an even number of runs', [4, 1, 2, 3], {median: 2.5, least: 1, most: 4}],
  ['one run', [7], {median: 7, least: 7, most: 7}],
])('the summary of %s has its median, least and most', (_, numbers, summary) => {
  expect(summarise(numbers)).toEqual(summary)
})

test('no runs have no summary', () => {
  expect(() => summarise([])).toThrow(RangeError)
})
