import {describe, expect, it} from 'vitest'
import {byNormalForm, createLinkMemory, nearestNames} from '../../../src/site/link-memory.ts'
import {nearestWithin} from '../../../src/site/suggest-target.ts'

describe('what is remembered about names', () => {
  it('is asked for by their set and the word', () => {
    const memory = createLinkMemory()
    const names = new Set(['step-1', 'install'])
    const others = new Set(['instal'])
    const ask = () => [
      nearestNames('instell', names, memory),
      nearestNames('instell', others, memory),
      nearestNames('nothing like it', names, memory),
    ]
    expect([ask(), ask()]).toEqual([
      [['install'], ['instal'], []],
      [['install'], ['instal'], []],
    ])
  })

  it('holds the normal forms of a set', () => {
    const memory = createLinkMemory()
    const names = new Set(['cafe\u0301'])
    expect(byNormalForm(names, memory).get('caf\u00e9')).toBe('cafe\u0301')
    expect(byNormalForm(names, memory)).toBe(byNormalForm(names, memory))
  })

  it('costs a page as much as what it finds out itself', () => {
    const memory = createLinkMemory()
    const names = new Set(['alpha', 'beta', 'gamma'])
    const guesses = [1, 2].map(() => {
      const budget = {comparisons: 7, memory}
      return [1, 2, 3].map(() => nearestWithin('bete', names, budget))
    })
    expect(guesses).toEqual([
      [['beta'], ['beta'], []],
      [['beta'], ['beta'], []],
    ])
  })
})
