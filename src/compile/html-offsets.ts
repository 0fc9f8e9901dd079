import type {Html} from 'mdast'

/**
 * Way from an offset in the value of a piece of raw HTML to that in the text it was parsed from, both 0-based UTF-16
 * units: inside a list or a quote the lines of the value lack what its lines in the text start with.
 *
 * @param text  what was parsed
 */
export function htmlOffsets({value, position}: Html, text: string): (offset: number) => number {
  const first = position?.start.offset ?? 0
  if (!value.includes('\n')) return (offset) => first + offset
  const shifts: {readonly start: number; readonly shift: number}[] = []
  let start = 0
  let from = first
  for (const line of value.split('\n')) {
    const end = text.indexOf('\n', from)
    const to = (end === -1 ? text.length : end) - (text[end - 1] === '\r' ? 1 : 0)
    const at = shifts.length === 0 ? first : to - line.length
    // A line that is not found where it should be is as far off as the one before it.
    const shift = text.startsWith(line, at) ? at - start : (shifts.at(-1)?.shift ?? first)
    shifts.push({start, shift})
    start += line.length + 1
    from = end === -1 ? text.length : end + 1
  }
  return (offset) => offset + (shifts.findLast((line) => line.start <= offset)?.shift ?? first)
}
