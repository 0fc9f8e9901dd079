import type {Point} from 'unist'

/** Makes a function from 0-based UTF-16 offsets of a text, clamped to it, to its points. */
export function locator(text: string): (offset: number) => Point & {readonly offset: number} {
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
