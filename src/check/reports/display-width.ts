/** Part of a line that a terminal shows as one character. */
export interface Cell {
  /** Where it starts in the line: 0-based UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly text: string
}

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** Splits a line into what readers take for characters (extended grapheme clusters of UAX 29). */
export function splitCells(line: string): readonly Cell[] {
  return [...graphemes.segment(line)].map(({segment, index}) => ({
    start: index,
    end: index + segment.length,
    text: segment,
  }))
}

/** East Asian Wide and Fullwidth characters of UAX 11 (Unicode 16) that are no emoji; code points between them too. */
const wide =
  /^[\u1100-\u115F\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\u3247\u3250-\uA4C6\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FB}\u{1D300}-\u{1D376}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]/u

const emoji = /^\p{Emoji_Presentation}|\uFE0F/u

const invisible = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]+$/u

/** Columns that one character takes in a terminal: 0, 1, or 2 for full-width characters and emoji. */
export function cellWidth(character: string): 0 | 1 | 2 {
  if (/^[\x20-\x7E]$/.test(character)) return 1
  if (invisible.test(character)) return 0
  return wide.test(character) || emoji.test(character) ? 2 : 1
}
