import {insideSpan} from '../source-text/inside-span.ts'
import {codeSpans} from './code-spans.ts'
import {bareDestinations} from './destinations.ts'
import type {Output} from './output.ts'

/** Whether a line is the delimiter row of a table. Linear: each character is looked at once. */
export function isDelimiterRow(text: string): boolean {
  if (!text.includes('-') || !/^[|:\- \t]+$/.test(text)) return false
  const cells = text.trim().replace(/^\|/, '').replace(/\|$/, '').split('|')
  if (cells.length === 1 && !text.includes('|')) return false
  // Cells may be empty: authors lose count of them.
  return cells.every((cell) => /^\s*(?::?-+:?)?\s*$/.test(cell))
}

/** Offsets of the pipes that separate cells. */
function separators(text: string): readonly number[] {
  const spans = codeSpans(text)
  const pipes: number[] = []
  for (let at = text.indexOf('|'); at !== -1; at = text.indexOf('|', at + 1)) {
    if (!insideSpan(spans, at) && !isEscaped(text, at)) pipes.push(at)
  }
  return pipes
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}

/** Number of cells in a row. */
export function cellCount(text: string): number {
  const trimmed = text.trim()
  const pipes = separators(trimmed)
  const leading = pipes[0] === 0 ? 1 : 0
  const trailing = pipes.length > leading && pipes.at(-1) === trimmed.length - 1 ? 1 : 0
  return pipes.length + 1 - leading - trailing
}

/**
 * Whether the rows below a header of one cell make a table with it: each of them starts or ends with a pipe
 * (Python-Markdown 3.10).
 *
 * @param rows  lines below the header, the delimiter row among them
 */
export function isSingleColumn(rows: readonly string[]): boolean {
  return rows.every((row) => {
    const text = row.trim()
    return text.startsWith('|') || (text.endsWith('|') && !isEscaped(text, text.length - 1))
  })
}

/**
 * Writes a row as GitHub's tables want it: the pipes inside its code spans escaped, and link destinations with spaces in
 * angle brackets.
 *
 * @param isLeftAlone  whether what starts at an offset of the text is no link
 */
export function writeTableRow(
  output: Output,
  row: {text: string; start: number},
  isLeftAlone: (at: number) => boolean,
): void {
  const {text, start} = row
  const added: (readonly [at: number, sign: string])[] = []
  for (const [from, to] of codeSpans(text)) {
    for (let at = text.indexOf('|', from); at !== -1 && at < to; at = text.indexOf('|', at + 1))
      if (text[at - 1] !== '\\') added.push([at, '\\'])
  }
  const destinations = bareDestinations(text, isLeftAlone)
  if (destinations.length > 0) {
    const pipes = separators(text)
    for (const [from, to] of destinations)
      if (!pipes.some((pipe) => pipe > from && pipe < to)) added.push([from, '<'], [to, '>'])
    added.sort(([a], [b]) => a - b)
  }
  let written = 0
  for (const [at, sign] of added) {
    output.copy(start + written, start + at)
    output.insert(sign, start + at)
    written = at
  }
  output.copy(start + written, start + text.length)
}
