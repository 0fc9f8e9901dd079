import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {cellWidth, splitCells} from '../../../../src/check/reports/display-width.ts'
import {cutExcerpt} from '../../../../src/check/reports/excerpt.ts'

/** The line and, below it, the carets. */
function draw(line: string, marked: readonly [start: number, end: number], width = 60): readonly string[] {
  const {text, indent, length} = cutExcerpt(line, {start: marked[0], end: marked[1]}, width)
  return [text, ' '.repeat(indent) + '^'.repeat(length)]
}

const displayWidth = (text: string): number => splitCells(text).reduce((sum, cell) => sum + cellWidth(cell.text), 0)

describe('an excerpt', () => {
  it('marks a part of a line', () => {
    expect(draw('See [Step 3](helm.md).', [4, 21])).toEqual([
      'See [Step 3](helm.md).', //
      '    ^^^^^^^^^^^^^^^^^',
    ])
  })

  it('marks a point with one caret, at the end of the line too', () => {
    expect(draw('abc', [1, 1])).toEqual(['abc', ' ^'])
    expect(draw('abc', [3, 3])).toEqual(['abc', '   ^'])
    expect(draw('', [0, 0])).toEqual(['', '^'])
  })

  it('takes points outside the line for its end', () => {
    expect(draw('abc', [7, 9])).toEqual(['abc', '   ^'])
    expect(draw('abc', [2, 9])).toEqual(['abc', '  ^'])
  })

  it('shows tabs as four columns', () => {
    expect(draw('\t- \ta', [4, 5])).toEqual(['    -     a', '          ^'])
    expect(draw('\ta', [0, 1])).toEqual(['    a', '^^^^'])
  })

  it('counts full-width characters as two columns', () => {
    expect(draw('参见 [安装](a.md)。', [3, 13])).toEqual([
      '参见 [安装](a.md)。', //
      '     ^^^^^^^^^^^^',
    ])
    expect(draw('中文', [1, 2])).toEqual(['中文', '  ^^'])
  })

  it('counts emoji and combined characters as they are shown', () => {
    expect(draw('👩‍💻😀 :x:', [8, 11])).toEqual(['👩‍💻😀 :x:', '     ^^^'])
    expect(draw('e\u0301 x', [3, 4])).toEqual(['e\u0301 x', '  ^'])
  })

  it('marks the whole character for a part of it', () => {
    expect(draw('a😀b', [2, 3])).toEqual(['a😀b', ' ^^'])
  })

  it('writes control characters out and counts them as written', () => {
    expect(draw('\u001B[31m x', [6, 7])).toEqual(['\\u001b[31m x', '           ^'])
  })

  it('drops white space at the end of a line', () => {
    expect(draw('a  ', [0, 1])).toEqual(['a', '^'])
  })

  describe('of a long line', () => {
    const words = 'one two three four five six seven eight nine ten eleven twelve'

    it('cuts its end', () => {
      expect(draw(words, [4, 7], 24)).toEqual([
        'one two three four five…', //
        '    ^^^',
      ])
    })

    it('cuts its start', () => {
      expect(draw(words, [56, 62], 24)).toEqual([
        '… nine ten eleven twelve', //
        '                  ^^^^^^',
      ])
    })

    it('cuts both ends, and shows more of what follows', () => {
      expect(draw(words, [24, 27], 24)).toEqual([
        '… five six seven eight …', //
        '       ^^^',
      ])
    })

    it('cuts a marked part that is longer than the line', () => {
      expect(draw(words, [0, 62], 20)).toEqual([
        'one two three four …', //
        '^^^^^^^^^^^^^^^^^^^',
      ])
      expect(draw(words, [4, 50], 20)).toEqual([
        'one two three four …', //
        '    ^^^^^^^^^^^^^^^',
      ])
      expect(draw(words, [24, 62], 20)).toEqual([
        '…ive six seven eigh…', //
        '     ^^^^^^^^^^^^^^',
      ])
    })

    it('cuts between full-width characters, not through them', () => {
      expect(draw('一二三四五六七八九十', [10, 10], 12)).toEqual([
        '…六七八九十', //
        '           ^',
      ])
      expect(draw('一二三四五六七八九十', [0, 1], 12)).toEqual([
        '一二三四五…', //
        '^^',
      ])
    })

    it('is shown in eight columns where there is hardly any room', () => {
      expect(draw(words, [8, 13], -3)).toEqual([
        '…three …', //
        ' ^^^^^',
      ])
    })

    it('cuts between surrogate pairs, not through them', () => {
      expect(draw('😀'.repeat(100), [100, 102], 12)).toEqual([
        '…😀😀😀😀😀…', //
        '   ^^',
      ])
    })
  })

  it('fits the width, whatever the line', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', '中', '😀', '\t', ' ', 'e\u0301', '\u0007', '𠮷', '\u200B', '\uD800'),
      maxLength: 200,
      size: 'max',
    })
    const cut = fc.record({line, start: fc.nat(200), length: fc.nat(100), width: fc.integer({min: 12, max: 80})})
    fc.assert(
      fc.property(cut, ({line, start, length, width}) => {
        const excerpt = cutExcerpt(line, {start, end: start + length}, width)
        expect(displayWidth(excerpt.text)).toBeLessThanOrEqual(width)
        // A point at the end of a line is one column after it.
        expect(excerpt.indent + excerpt.length).toBeLessThanOrEqual(width + 1)
        expect(excerpt.length).toBeGreaterThan(0)
      }),
      {numRuns: 1000},
    )
  })
})
