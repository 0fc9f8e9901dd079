/**
 * One line of a container, seen from inside it: `pad` virtual spaces, then `source.slice(start, end)`.
 *
 * `pad` is what is left of tabs and indentation after outer containers took theirs. `indent` counts `pad` and the
 * spaces that the slice starts with; a blank line has the indent -1.
 */
export interface Line {
  readonly pad: number
  readonly start: number
  readonly end: number
  readonly indent: number
}

/** Width of the white space at `start`; tabs stop every 4 columns. */
function measure(source: string, start: number, end: number): {width: number; at: number} {
  let width = 0
  let at = start
  for (; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === 32) width++
    else if (code === 9) width += 4 - (width % 4)
    else break
  }
  return {width, at}
}

/** Line with its leading white space turned into `pad`. */
export function makeLine(source: string, start: number, end: number): Line {
  const {width, at} = measure(source, start, end)
  return at === end ? {pad: 0, start: end, end, indent: -1} : {pad: width, start: at, end, indent: width}
}

/** Lines of a text whose line endings are `\n`. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (;;) {
    const end = source.indexOf('\n', start)
    lines.push(makeLine(source, start, end === -1 ? source.length : end))
    if (end === -1) return lines
    start = end + 1
  }
}

/** The line without up to `width` columns of indentation. */
export function dedent(line: Line, width: number): Line {
  if (line.indent <= 0 || width <= 0) return line
  const pad = Math.max(0, line.pad - width)
  return {pad, start: line.start, end: line.end, indent: pad}
}

/** Text of the line after its indentation. */
export function lineText(source: string, line: Line): string {
  return source.slice(line.start, line.end)
}
