import type {Point} from 'unist'
import {lastStart} from './last-start.ts'
import {lineStarts} from './line-starts.ts'

/** Makes a function from 0-based UTF-16 offsets of a text, clamped to it, to its points. */
export function locator(text: string): (offset: number) => Point & {readonly offset: number} {
  const starts = lineStarts(text)
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, text.length))
    const line = lastStart(starts, inside)
    return {line: line + 1, column: inside - (starts[line] ?? 0) + 1, offset: inside}
  }
}
