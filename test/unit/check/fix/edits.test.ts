import {describe, expect, it} from 'vitest'
import {applyEdits, editedRanges, mergeEdits, withoutConflicts} from '../../../../src/check/fix/edits.ts'
import type {Edit} from '../../../../src/check/fix/edits.ts'

const edit = (start: number, end: number, text: string): Edit => ({start, end, text, findings: []})

describe('edits', () => {
  it('leave every other byte as it is', () => {
    expect(applyEdits('\uFEFFab\r\ncd\nef\rgh', [edit(0, 1, 'x'), edit(3, 5, 'yy'), edit(9, 10, '')])).toBe(
      '\uFEFFxb\r\nyy\nef\rh',
    )
    expect(applyEdits('a\r\nb', [edit(1, 1, '!'), edit(3, 3, '\nc')])).toBe('a!\r\nb\r\nc')
    expect(applyEdits('a\r\nb', [edit(1, 2, '')])).toBe('ab')
  })

  it('are made one where they are the same', () => {
    expect(mergeEdits([edit(4, 5, 'b'), edit(1, 2, 'a'), edit(1, 2, 'a')])).toEqual([edit(1, 2, 'a'), edit(4, 5, 'b')])
  })

  it.each([
    ['beside each other', [edit(0, 2, 'a'), edit(2, 3, 'b')], 2],
    ['one over the other', [edit(0, 2, 'a'), edit(1, 3, 'b')], 0],
    ['one inside a wide one', [edit(0, 9, 'a'), edit(1, 2, 'b'), edit(4, 5, 'c'), edit(9, 10, 'd')], 1],
    ['two for one place', [edit(1, 2, 'a'), edit(1, 2, 'b')], 0],
    ['two insertions at one place', [edit(1, 1, 'a'), edit(1, 1, 'b')], 0],
    ['a chain', [edit(0, 2, 'a'), edit(1, 4, 'b'), edit(3, 5, 'c')], 0],
  ])('%s', (_, edits, left) => {
    expect(withoutConflicts(mergeEdits(edits))).toHaveLength(left)
  })

  it('know where their text stands afterwards', () => {
    expect(editedRanges([edit(0, 1, 'abc'), edit(4, 6, '')])).toEqual([
      {start: 0, end: 3},
      {start: 6, end: 6},
    ])
  })
})
