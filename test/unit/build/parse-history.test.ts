import {describe, expect, it} from 'vitest'
import {parseHistory} from '../../../src/build/parse-history.ts'

/** Output of git for commits, the last one first: time, author, then the fields of each change. */
function log(...commits: readonly (readonly [time: number, author: string, ...changes: readonly string[]])[]): string {
  return commits
    .map(
      ([time, author, ...fields]) =>
        `\u0001${String(time)}\0${author}\n${fields.map((field) => `${field}\0`).join('')}`,
    )
    .join('\0')
}

function historyOf(text: string): unknown {
  return Object.fromEntries(parseHistory(text))
}

describe('the history of sources', () => {
  it('has the time of the last change and the names of all authors', () => {
    const text = log(
      [30, 'Ada', 'M', 'en/a.md'],
      [20, 'Bo', 'M', 'en/a.md'],
      [10, 'Ada', 'A', 'en/a.md', 'A', 'en/b.md'],
    )
    expect(historyOf(text)).toEqual({
      'en/a.md': {updated: 30, authors: ['Ada', 'Bo']},
      'en/b.md': {updated: 10, authors: ['Ada']},
    })
  })

  it('names first who made more commits, then goes by the alphabet', () => {
    const text = log([3, 'Cy', 'M', 'a.md'], [2, 'Bo', 'M', 'a.md'], [2, 'Bo', 'M', 'a.md'], [1, 'Ada', 'A', 'a.md'])
    expect(historyOf(text)).toEqual({'a.md': {updated: 3, authors: ['Bo', 'Ada', 'Cy']}})
  })

  it('leaves programs out', () => {
    const text = log([2, 'tidy[bot]', 'M', 'a.md'], [1, 'Ada', 'A', 'a.md'])
    expect(historyOf(text)).toEqual({'a.md': {updated: 2, authors: ['Ada']}})
  })

  it('follows a file under its former names, and takes a new name for no change', () => {
    const text = log(
      [40, 'Di', 'R100', 'b.md', 'c.md'],
      [30, 'Cy', 'M', 'b.md'],
      [20, 'Bo', 'R100', 'a.md', 'b.md'],
      [10, 'Ada', 'A', 'a.md'],
    )
    expect(historyOf(text)).toEqual({'c.md': {updated: 30, authors: ['Ada', 'Cy']}})
  })

  it('forgets a file that was deleted, and starts anew where it came back', () => {
    const text = log(
      [40, 'Di', 'A', 'b.md'],
      [30, 'Cy', 'D', 'a.md', 'D', 'b.md'],
      [20, 'Bo', 'M', 'a.md'],
      [10, 'Ada', 'A', 'a.md', 'A', 'b.md'],
    )
    expect(historyOf(text)).toEqual({'b.md': {updated: 40, authors: ['Di']}})
  })

  it('keeps two files apart that had one name after the other', () => {
    const text = log([30, 'Cy', 'A', 'a.md'], [20, 'Bo', 'R100', 'a.md', 'b.md'], [10, 'Ada', 'A', 'a.md'])
    expect(historyOf(text)).toEqual({
      'a.md': {updated: 30, authors: ['Cy']},
      'b.md': {updated: 10, authors: ['Ada']},
    })
  })

  it('is empty without commits', () => {
    expect(historyOf('')).toEqual({})
  })
})
