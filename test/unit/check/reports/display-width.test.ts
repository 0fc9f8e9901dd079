import {describe, expect, it} from 'vitest'
import {cellWidth, splitCells} from '../../../../src/check/reports/display-width.ts'

describe('the width of a character', () => {
  it.each([
    ['a', 1],
    ['é', 1],
    ['e\u0301', 1],
    ['Ω', 1],
    ['…', 1],
    ['ｱ', 1],
    ['中', 2],
    ['。', 2],
    ['か', 2],
    ['한', 2],
    ['Ａ', 2],
    ['𠮷', 2],
    ['😀', 2],
    ['👩‍💻', 2],
    ['🇫🇷', 2],
    ['✔\uFE0F', 2],
    ['✔', 1],
    ['\u200B', 0],
    ['\u0301', 0],
  ])('of %j is %i', (character, width) => {
    expect(cellWidth(character)).toBe(width)
  })
})

describe('splitCells', () => {
  it('keeps together what readers take for one character', () => {
    expect(splitCells('ae\u0301👩‍💻中')).toEqual([
      {start: 0, end: 1, text: 'a'},
      {start: 1, end: 3, text: 'e\u0301'},
      {start: 3, end: 8, text: '👩‍💻'},
      {start: 8, end: 9, text: '中'},
    ])
  })
})
