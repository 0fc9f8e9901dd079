import {readSectionMarker} from './notation.ts'
import type {LineRange} from './target.ts'

/** A line of a file without its line feed: `[start, end)` in 0-based UTF-16 units of the file's text. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Offset of one unit that is left out: the `;` of an escaped notation. */
  readonly without?: number
}

/** A section as it was found. */
export interface Section {
  readonly lines: readonly Line[]
  /** Line of its start marker, where no end marker follows. */
  readonly unclosed?: Line
}

/** The lines of a text from an offset on. A line feed at the end starts an empty last line; an empty text has none. */
export function splitLines(text: string, from = 0): readonly Line[] {
  const lines: Line[] = []
  if (from >= text.length) return lines
  for (let start = from; ;) {
    const feed = text.indexOf('\n', start)
    if (feed === -1) return [...lines, {start, end: text.length}]
    lines.push({start, end: feed})
    start = feed + 1
  }
}

/** Text of a line. */
export function lineText(text: string, {start, end, without}: Line): string {
  return without === undefined ? text.slice(start, end) : text.slice(start, without) + text.slice(without + 1, end)
}

/** The lines of each range, one range after the other (pymdownx.snippets 11). */
export function selectRanges(lines: readonly Line[], ranges: readonly LineRange[]): readonly Line[] {
  const clamp = (value: number): number => Math.max(0, Math.min(value, lines.length))
  return ranges.flatMap(({first = 1, last = lines.length}) => {
    const start = first < 0 ? clamp(lines.length + first) : Math.max(0, first - 1)
    const end = last < 0 ? clamp(lines.length + 1 + last) : last
    return lines.slice(start, end)
  })
}

/**
 * The lines between `[start:name]` and `[end:name]`; markers of other sections between them are left out, escaped ones
 * lose a `;`. `undefined` when there is no such section, or its end comes first.
 */
export function selectSection(text: string, lines: readonly Line[], name: string): Section | undefined {
  const selected: Line[] = []
  let opening: Line | undefined
  for (const line of lines) {
    const marker = readSectionMarker(text.slice(line.start, line.end))
    if (marker?.semicolon !== undefined) {
      if (opening) selected.push({...line, without: line.start + marker.semicolon})
    } else if (marker?.name === name) {
      if (marker.type === 'end') return opening && {lines: selected}
      opening ??= line
    } else if (opening && !marker) selected.push(line)
  }
  return opening && {lines: selected, unclosed: opening}
}

/** Names of the sections that start in a file, in order. */
export function sectionNames(text: string, lines: readonly Line[]): readonly string[] {
  const names = lines.flatMap((line) => {
    const marker = readSectionMarker(text.slice(line.start, line.end))
    return marker?.type === 'start' && marker.semicolon === undefined ? [marker.name] : []
  })
  return [...new Set(names)]
}

/** Lines without the white space that all of them start with; lines of nothing else become empty (`textwrap.dedent`). */
export function dedent(text: string, lines: readonly Line[]): readonly Line[] {
  let margin: string | undefined
  const blank = lines.map((line) => /^[ \t]*$/.test(lineText(text, line)))
  for (const [index, line] of lines.entries()) {
    if (blank[index]) continue
    const [indent = ''] = /^[ \t]*/.exec(text.slice(line.start, line.end)) ?? []
    margin = margin === undefined ? indent : commonStart(margin, indent)
  }
  const width = margin?.length ?? 0
  return lines.map((line, index) =>
    blank[index] ? {start: line.end, end: line.end} : {...line, start: line.start + width},
  )
}

function commonStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a.charAt(length) === b.charAt(length)) length++
  return a.slice(0, length)
}
