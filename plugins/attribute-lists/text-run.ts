import type {Html, RootContent, Text} from 'mdast'
import {escapedCharacters} from '../source-text/escaped-characters.ts'
import {longestList} from './parse-list.ts'
import type {ListText} from './parse-list.ts'

/** Neighbouring text and raw HTML, read as one text: a value of an attribute list may hold HTML. */
export interface TextRun {
  readonly text: ListText
  /** Takes a range of the text out of the nodes; the space before it goes when nothing but space follows. */
  remove(range: {readonly start: number; readonly end: number}): void
}

type Piece = Text | Html

/**
 * Runs that start with one node and grow in one direction, up to the next node that is neither text nor HTML. All of
 * them end or start with text. A run that is too long for a list is not given.
 *
 * @param from  `index` of the text node to start with; `step` 1 to grow forwards, -1 to grow backwards
 */
export function* growingRuns(
  children: readonly RootContent[],
  from: {readonly index: number; readonly step: 1 | -1; readonly source: string},
): Generator<TextRun> {
  const pieces: Piece[] = []
  let length = 0
  for (let at = from.index; ; at += from.step) {
    const node = children[at]
    if (node?.type !== 'text' && node?.type !== 'html') return
    if (from.step === 1) pieces.push(node)
    else pieces.unshift(node)
    if (node.type === 'text') yield makeRun([...pieces], from.source)
    length += node.value.length
    if (length > longestList) return
  }
}

function makeRun(pieces: readonly Piece[], source: string): TextRun {
  let value = ''
  const escaped = new Set<number>()
  for (const piece of pieces) {
    if (piece.type === 'text') for (const at of escapedCharacters(piece, source)) escaped.add(value.length + at)
    value += piece.value
  }
  return {
    text: {value, escaped},
    remove: ({start, end}) => {
      const atEnd = start > 0 && value.slice(end).trim() === ''
      let offset = 0
      for (const piece of pieces) {
        const {length} = piece.value
        const from = Math.max(0, start - offset)
        const to = atEnd ? length : Math.max(0, end - offset)
        if (from < length && to > 0) {
          if (from === 0 && to < length) startLater(piece, to)
          piece.value = piece.value.slice(0, from) + piece.value.slice(Math.min(to, length))
        }
        offset += length
      }
    },
  }
}

/** Moves the start of a node behind a list, which is written as it is read unless it holds an escape. */
function startLater(piece: Piece, length: number): void {
  const {position} = piece
  if (position?.start.offset === undefined) return
  const {line, column, offset} = position.start
  piece.position = {...position, start: {line, column: column + length, offset: offset + length}}
}
