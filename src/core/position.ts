/**
 * Point in a source file. `line` and `column` are 1-based, columns count UTF-16 units; `offset` is the
 * 0-based UTF-16 offset into the text after line endings became `\n`.
 */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Range in a source file, end exclusive. */
export interface Place {
  readonly start: Point
  readonly end: Point
}
