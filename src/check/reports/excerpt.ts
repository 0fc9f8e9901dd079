import {cellWidth, splitCells} from './display-width.ts'
import {oneLine} from './one-line.ts'

/** One line of a source as a terminal shows it. */
export interface Excerpt {
  /** The line, cut with `…` where it is too long, free of tabs and control characters. */
  readonly text: string
  /** Columns before the marked part. */
  readonly indent: number
  /** Columns of the marked part, at least 1. */
  readonly length: number
}

interface Piece {
  readonly text: string
  readonly width: number
  readonly part: 'before' | 'marked' | 'after'
}

const tab = '    '

/**
 * Cuts a line to a width around a marked part, and says which columns the part takes.
 *
 * @param line  without its line ending
 * @param marked  0-based UTF-16 units, end exclusive; points outside the line count as its end
 * @param columns  to fill; fewer than 8 count as 8
 */
export function cutExcerpt(
  line: string,
  marked: {readonly start: number; readonly end: number},
  columns: number,
): Excerpt {
  const width = Math.max(columns, 8)
  const start = Math.min(marked.start, line.length)
  const end = Math.min(Math.max(marked.end, start), line.length)
  // Cells further away than this cannot be seen; a line of megabytes is not split for each of its findings.
  const from = wholeCharacter(line, Math.max(0, start - 2 * width))
  const to = wholeCharacter(line, Math.min(line.length, start + 2 * width))
  const pieces = splitCells(line.slice(from, to)).map((cell) => {
    const text = cell.text === '\t' ? tab : oneLine(cell.text)
    return {
      text,
      width: text === cell.text ? cellWidth(text) : text.length,
      part: from + cell.end <= start ? 'before' : from + cell.start < end ? 'marked' : 'after',
    } as const
  })
  return layOut(pieces, {cutBefore: from > 0, cutAfter: to < line.length, width})
}

function layOut(
  pieces: readonly Piece[],
  {cutBefore, cutAfter, width}: {readonly cutBefore: boolean; readonly cutAfter: boolean; readonly width: number},
): Excerpt {
  const before = pieces.filter(({part}) => part === 'before')
  const marked = pieces.filter(({part}) => part === 'marked')
  const after = pieces.filter(({part}) => part === 'after')
  if (!cutBefore && !cutAfter && widthOf(pieces) <= width) {
    return written(before, marked, after)
  }
  const fits = widthOf(marked) <= width - 2
  const lead = Math.min(widthOf(before) + Number(cutBefore), Math.floor(width / 4))
  const shownMarked = fits ? marked : takeWhile(marked, width - lead - 1)
  const isMarkedCut = shownMarked.length < marked.length
  const rest = isMarkedCut ? [] : after
  const cutEnd = cutAfter || isMarkedCut
  const spare = width - widthOf(shownMarked)
  // Two thirds of the room go to what follows, unless one side has less to show.
  const forBefore = Math.max(spare - widthOf(rest) - Number(cutEnd), Math.floor(spare / 3))
  const left = cutTo(before.toReversed(), {room: forBefore, cut: cutBefore}).toReversed()
  const right = cutTo(rest, {room: spare - widthOf(left), cut: cutEnd})
  return written(left, shownMarked, right)
}

const ellipsis: Piece = {text: '\u2026', width: 1, part: 'after'}

/** As many pieces as there is room for, with `…` in place of the others. */
function cutTo(pieces: readonly Piece[], {room, cut}: {readonly room: number; readonly cut: boolean}): Piece[] {
  if (!cut && widthOf(pieces) <= room) return [...pieces]
  return [...takeWhile(pieces, room - 1), ellipsis]
}

function takeWhile(pieces: readonly Piece[], room: number): Piece[] {
  let taken = 0
  const end = pieces.findIndex(({width}) => (taken += width) > room)
  return end === -1 ? [...pieces] : pieces.slice(0, end)
}

function written(before: readonly Piece[], marked: readonly Piece[], after: readonly Piece[]): Excerpt {
  const text = [...before, ...marked, ...after].map((piece) => piece.text).join('')
  return {text: text.trimEnd(), indent: widthOf(before), length: Math.max(1, widthOf(marked))}
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, {width}) => sum + width, 0)
}

/** Offset moved back to the start of the surrogate pair that it would split. */
function wholeCharacter(line: string, offset: number): number {
  const isInPair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(line.slice(Math.max(0, offset - 1), offset + 1))
  return isInPair ? offset - 1 : offset
}
