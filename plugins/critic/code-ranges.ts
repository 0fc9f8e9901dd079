import {codeSpans} from '../lowering/code-spans.ts'

/** A stretch of text, `[start, end)` in UTF-16 units. */
export type Range = readonly [number, number]

const fenceOpening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/
const fenceClosing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/
const blockStart = /^[ \t>]*(?:$|#|\||[-*+][ \t]|\d{1,9}[.)][ \t])/

/** Fenced code and code spans of a document, in ascending order. Linear in the text. */
export function codeRanges(text: string): readonly Range[] {
  const ranges: Range[] = []
  let blockAt = 0
  let fence: {readonly marker: string; readonly start: number} | undefined
  const endBlock = (end: number): void => {
    for (const [from, to] of codeSpans(text.slice(blockAt, end))) ranges.push([blockAt + from, blockAt + to])
    blockAt = end
  }
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, end)
    const marker = (fence ? fenceClosing : fenceOpening).exec(line)?.[1]
    if (fence) {
      if (marker?.startsWith(fence.marker)) {
        ranges.push([fence.start, end])
        blockAt = end
        fence = undefined
      }
    } else if (marker !== undefined) {
      endBlock(start)
      fence = {marker, start}
    } else if (blockStart.test(line)) endBlock(start)
    start = end + 1
  }
  if (fence) ranges.push([fence.start, text.length])
  else endBlock(text.length)
  return ranges
}
