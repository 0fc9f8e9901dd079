import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {collectChanges} from '../../../src/serve/change-batches.ts'

function collect() {
  const told: (readonly [when: string, ...files: string[]])[] = []
  const git = {isBusy: false}
  const batches = collectChanges({
    onFirst: (files) => told.push(['first', ...files]),
    onRest: (files) => told.push(['rest', ...files]),
    isBusy: () => git.isBusy,
  })
  return {batches, told, git}
}

describe('changes', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('of one save are told at once, and once more when they have come to rest', () => {
    const {batches, told} = collect()
    batches.add('a.md')
    vi.advanceTimersByTime(5)
    expect(told).toEqual([['first', 'a.md']])
    batches.add('a.md')
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([
      ['first', 'a.md'],
      ['rest', 'a.md'],
    ])
  })

  it('of a thousand files become one', () => {
    const {batches, told} = collect()
    for (let index = 0; index < 1000; index++) {
      batches.add(`${index}.md`)
      vi.advanceTimersByTime(index % 100 === 99 ? 150 : 1)
    }
    vi.advanceTimersByTime(1000)
    expect(told.map(([when, ...files]) => [when, files.length])).toEqual([
      ['first', 2],
      ['rest', 1000],
    ])
  })

  it('wait for Git to be done, but not for ever', () => {
    const {batches, told, git} = collect()
    git.isBusy = true
    batches.add('a.md')
    vi.advanceTimersByTime(5000)
    expect(told.map(([when]) => when)).toEqual(['first'])
    git.isBusy = false
    vi.advanceTimersByTime(100)
    expect(told.map(([when]) => when)).toEqual(['first', 'rest'])
    git.isBusy = true
    batches.add('b.md')
    vi.advanceTimersByTime(20_000)
    expect(told.at(-1)).toEqual(['rest', 'b.md'])
  })

  it('are told no more once nobody wants to know', () => {
    const {batches, told} = collect()
    batches.add('a.md')
    batches.close()
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([])
  })
})
