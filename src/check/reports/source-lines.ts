import type {Place} from '../../core/position.ts'

/** Reads a line of a file by the path of a finding and its 1-based number; `undefined` where there is none. */
export type LineReader = (path: string, line: number) => string | undefined

/**
 * Reader of lines that asks for each file once.
 *
 * Lines are counted as places count them: without a byte order mark, and ended by `\n`, `\r\n` or `\r`.
 *
 * @param sourceText  text of a file by its path; `undefined` where it cannot be read
 */
export function createLineReader(sourceText: (path: string) => string | undefined): LineReader {
  const linesByPath = new Map<string, readonly string[]>()
  return (path, line) => {
    let lines = linesByPath.get(path)
    if (!lines) {
      lines =
        sourceText(path)
          ?.replace(/^\uFEFF/, '')
          .split(/\r\n?|\n/) ?? []
      linesByPath.set(path, lines)
    }
    return lines[line - 1]
  }
}

/** Last line that a place touches: one that ends before the first column of a line does not touch that line. */
export function lastLine({start, end}: Place): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line
}
