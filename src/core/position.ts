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

/**
 * Turns 0-based offsets of `text` into points.
 *
 * Offsets outside the text are clamped to it.
 */
export function pointLocator(text: string): (offset: number) => Point {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, text.length))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= inside) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: inside - (starts[low] ?? 0) + 1, offset: inside}
  }
}
