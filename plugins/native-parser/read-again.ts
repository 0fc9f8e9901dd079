import type {Root, RootContent} from 'mdast'
import type {Parser} from 'unified'
import type {Point, Position} from 'unist'
import type {VFile} from 'vfile'
import {visitNodes} from '../tree/walk.ts'
import type {PageDefinitions} from './page-definitions.ts'

/** A page of which blocks are read again. */
export interface Reading {
  readonly text: string
  readonly file: VFile
  readonly parse: Parser<Root>
  /** Offset of each line of the text. */
  readonly lineStarts: readonly number[]
  readonly definitions: PageDefinitions
}

/**
 * Reads one block of a page with the reference parser, and gives its nodes the positions that they have in the page.
 *
 * @returns `undefined` where the block, on its own, is not one block of the same kind over the whole of its lines, or lines
 *   of text between definitions of abbreviations
 */
export function readAgain(block: RootContent, reading: Reading): readonly RootContent[] | undefined {
  const {position} = block
  if (position?.start.offset === undefined || position.end.offset === undefined) return undefined
  const cut = cutOut(position, reading)
  if (!cut) return undefined
  const definitions = reading.definitions.namedIn(cut.text)
  const tree = reading.parse(definitions === '' ? cut.text : `${cut.text}\n\n${definitions}`, reading.file)
  const read = tree.children.filter(({position: own}) => (own?.start.offset ?? 0) <= cut.text.length)
  if (
    /\S/.test(cut.text.slice(0, read[0]?.position?.start.offset)) ||
    read.at(-1)?.position?.end.offset !== cut.text.length
  )
    return undefined
  const isSame = read.length === 1 && read[0]?.type === block.type
  if (!isSame && !read.every(({type}) => type === 'paragraph' || type === 'abbreviationDefinition')) return undefined
  for (const node of read)
    visitNodes(node, (inner) => {
      if (inner.position) inner.position = cut.toPage(inner.position)
      return undefined
    })
  return read
}

/** Reads a block of the page again that stands in no other. */
export function readTopAgain(block: RootContent, reading: Reading): readonly RootContent[] | undefined {
  const {position} = block
  const read = position && readAgain({...block, position: wholeLines(position)}, reading)
  return read?.[0]?.position?.start.offset === position?.start.offset ? read : undefined
}

/** Range of a block with the indentation of its first line, which is its own. */
function wholeLines({start, end}: Position): Position {
  return {start: {line: start.line, column: 1, offset: (start.offset ?? 0) - (start.column - 1)}, end}
}

interface Cut {
  readonly text: string
  /** Turns positions in the text into those in the page. */
  readonly toPage: (position: Position) => Position
}

/** The lines of a block, without the indentation of the containers around it. */
function cutOut({start, end}: Position, {text, lineStarts}: Reading): Cut | undefined {
  const indent = start.column - 1
  const first = lineStarts[start.line - 1] ?? 0
  // Behind a tab or a quote mark, columns are not counted in characters.
  if (/[^ \-+*\d.)]/.test(text.slice(first, first + indent)) && end.line > start.line) return undefined
  if (text.slice(first, first + indent).includes('\t')) return undefined
  const lines: string[] = []
  const removed: number[] = []
  const starts: number[] = []
  let length = 0
  for (let line = start.line; line <= end.line; line++) {
    const from = lineStarts[line - 1] ?? 0
    const to = line === end.line ? (end.offset ?? 0) : (lineStarts[line] ?? text.length + 1) - 1
    let skipped = indent
    if (line > start.line) {
      skipped = 0
      while (skipped < indent && text[from + skipped] === ' ') skipped++
      if (text[from + skipped] === '\t') return undefined
    }
    const content = text.slice(from + skipped, to)
    lines.push(content)
    removed.push(skipped)
    starts.push(length)
    length += content.length + 1
  }
  const pointAt = (point: Point, skipped: number): Point => {
    const index = point.line - 1
    const inLine = (point.offset ?? 0) - (starts[index] ?? 0)
    const offset = (lineStarts[start.line - 1 + index] ?? 0) + skipped + inLine
    return {line: start.line + index, column: inLine + skipped + 1, offset}
  }
  const removedFrom = ({line}: Point): number => removed[line - 1] ?? 0
  const toPage = ({start: from, end: to}: Position): Position => ({
    start: pointAt(from, removedFrom(from)),
    // What ends with a line ending does so before the indentation of the next line.
    end: pointAt(to, to.line > 1 && to.column === 1 ? 0 : removedFrom(to)),
  })
  return {text: lines.join('\n'), toPage}
}
