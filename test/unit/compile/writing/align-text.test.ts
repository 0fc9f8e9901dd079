import {describe, expect, it} from 'vitest'
import {alignText} from '../../../../src/compile/writing/align-text.ts'

/** The source with each unit that was found in brackets, and how many were not. */
const aligned = (value: string, source: string): string => {
  const offsets = alignText(value, source, {start: 0, limit: source.length})
  return offsets.map((offset) => (offset === -1 ? '?' : source.charAt(offset))).join('')
}

describe('the offsets of a text', () => {
  it.each<{readonly what: string; readonly value: string; readonly source: string; readonly found: string}>([
    {what: 'as written', value: 'plain text', source: 'plain text', found: 'plain text'},
    {what: 'escapes', value: 'a*b\\c', source: String.raw`a\*b\\c`, found: 'a*b\\c'},
    {what: 'prefixes of containers', value: 'one\ntwo', source: 'one\n> > two', found: 'one\ntwo'},
    {what: 'character references', value: 'a&b<c', source: 'a&amp;b&#60;c', found: 'a?b?c'},
    {what: 'astral references', value: 'a\u{1F600}b', source: 'a&#x1F600;b', found: 'a??b'},
    {what: 'an ampersand that is none', value: 'a&b', source: 'a&b', found: 'a&b'},
    {what: 'what another syntax made', value: 'a™ b', source: 'a(tm) b', found: 'a???'},
  ])('are those of the source: $what', ({value, source, found}) => {
    expect(aligned(value, source)).toBe(found)
  })

  it('stay inside of the limit', () => {
    expect(alignText('abc', 'abc', {start: 0, limit: 2})).toEqual([0, 1, -1])
  })
})
