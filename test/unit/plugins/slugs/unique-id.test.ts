import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {makeIdRegistry, uniqueId} from '../../../../plugins/slugs/unique-id.ts'

describe('uniqueId', () => {
  it.each([
    [
      ['a', 'a', 'a'],
      ['a', 'a_1', 'a_2'],
    ],
    [
      ['', '', ''],
      ['_1', '_2', '_3'],
    ],
    [
      ['a_7', 'a_7'],
      ['a_7', 'a_8'],
    ],
    [
      ['a_1', 'a', 'a'],
      ['a_1', 'a', 'a_2'],
    ],
    [
      ['a_007', 'a_007'],
      ['a_007', 'a_8'],
    ],
    [
      ['a_', 'a_'],
      ['a_', 'a__1'],
    ],
    [
      ['a_99999999999999999999', 'a_99999999999999999999'],
      ['a_99999999999999999999', 'a_100000000000000000000'],
    ],
  ])('makes of %j the ids %j', (ids, unique) => {
    const used = new Set<string>()
    expect(ids.map((id) => uniqueId(id, used))).toEqual(unique)
    expect(used).toEqual(new Set(unique))
  })
})

describe('makeIdRegistry', () => {
  it('avoids the ids that are taken already', () => {
    const register = makeIdRegistry(['a', 'a_1'])
    expect([register('a'), register('b')]).toEqual(['a_2', 'b'])
  })

  it('gives the ids that uniqueId gives', () => {
    const id = fc.constantFrom('', 'a', 'a_1', 'a_2', 'a_3', '_1', 'b', 'a_1_1')
    fc.assert(
      fc.property(fc.array(id), fc.array(id, {maxLength: 3}), (ids, taken) => {
        const used = new Set(taken)
        const register = makeIdRegistry(taken)
        expect(ids.map(register)).toEqual(ids.map((one) => uniqueId(one, used)))
      }),
    )
  })

  it('numbers a hundred thousand equal ids', () => {
    const register = makeIdRegistry()
    for (let count = 0; count < 100_000; count++) register('a')
    expect(register('a')).toBe('a_100000')
  })
})
