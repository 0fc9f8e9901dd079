import {describe, expect, it} from 'vitest'
import {nearest, nearestAll} from '../../../src/core/nearest.ts'

describe('nearestAll', () => {
  it.each([
    ['instal', ['install', 'step-1'], ['install']],
    ['step-3', ['step-1', 'intro', 'step-2'], ['step-1', 'step-2']],
    ['step-1', ['step-12', 'step-1'], ['step-1']],
    ['Setup', ['setup', 'setups'], ['setup']],
    ['a', ['intro'], []],
    [
      'item-x',
      ['item-1', 'item-2', 'item-3', 'item-4', 'item-5', 'item-6'],
      ['item-1', 'item-2', 'item-3', 'item-4', 'item-5'],
    ],
  ])('of `%s` among %j are %j', (word, candidates, expected) => {
    expect(nearestAll(word, candidates)).toEqual(expected)
    expect(nearest(word, candidates)).toBe(expected[0])
  })
})
