/** Where a destination stands in a text, without its brackets: 0-based UTF-16 offsets, end exclusive. */
export interface DestinationRange {
  readonly start: number
  readonly end: number
}

const escapable = /[!-/:-@[-`{-~]/

/** Destination of the definition `[label]: x "title"` that starts at an offset. */
export function definitionDestination(text: string, start: number): DestinationRange | undefined {
  const label = /\[(?:[^\\[\]]|\\[^])*\]:/y
  label.lastIndex = start
  if (!label.test(text)) return undefined
  const from = skipSpace(text, label.lastIndex)
  return readDestination(text, from)
}

/** Reads `(x "title")`, from its opening parenthesis on, as CommonMark 0.31 says. */
export function readResource(
  text: string,
  start: number,
): {readonly destination: DestinationRange; readonly end: number} | undefined {
  const destination = readDestination(text, skipSpace(text, start + 1))
  if (!destination) return undefined
  const after = destination.end + (text.charAt(destination.start - 1) === '<' ? 1 : 0)
  let at = skipSpace(text, after)
  if (at > after && /["'(]/.test(text.charAt(at))) {
    const title = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\)/y
    title.lastIndex = at
    if (!title.test(text)) return undefined
    at = skipSpace(text, title.lastIndex)
  }
  return text.charAt(at) === ')' ? {destination, end: at + 1} : undefined
}

function readDestination(text: string, start: number): DestinationRange | undefined {
  if (text.charAt(start) === '<') {
    const inside = /(?:[^<>\\\n]|\\[^\n])*/y
    inside.lastIndex = start + 1
    inside.test(text)
    const end = inside.lastIndex
    return text.charAt(end) === '>' ? {start: start + 1, end} : undefined
  }
  let depth = 0
  let at = start
  for (; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\' && escapable.test(text.charAt(at + 1))) at++
    else if (character <= ' ') break
    else if (character === '(') depth++
    else if (character === ')' && depth-- === 0) break
  }
  return {start, end: at}
}

/** Offset behind white space, line breaks and the marks of block quotes that start a line. */
function skipSpace(text: string, start: number): number {
  const space = /[ \t]*(?:\n[ \t>]*)?/y
  space.lastIndex = start
  space.test(text)
  return space.lastIndex
}
