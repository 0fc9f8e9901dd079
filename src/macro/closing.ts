/** Longest inside of a macro, in UTF-16 units; comments and `raw` may be longer. */
export const maximumMacroLength = 2_000

/** Where the search for the end of a macro came to its end. */
export interface Closing {
  /** `closed`: at `>>>`. `opened`: at another `<<<`. `ended`: at the limit, without either. */
  readonly kind: 'closed' | 'opened' | 'ended'
  readonly at: number
  /** Whether the text up to there holds a character that no expression has outside its strings. */
  readonly foreign: boolean
}

const foreignCharacter = /[^\p{L}\p{M}\p{N}_\s.,|()[\]{}~+\-*/%=!<>:'"]/u

/**
 * Finds the first `>>>` that does not stand in a string.
 *
 * @param from  offset behind the opening delimiter
 * @param limit  offset to stop at
 */
export function findClosing(text: string, from: number, limit: number): Closing {
  const certain = withoutStrings(text, from, limit)
  if (certain.kind !== 'closed' && !text.slice(from, limit).includes('>>>')) return certain
  let foreign = false
  for (let at = from; at < limit; at++) {
    const character = text.charAt(at)
    if (character === '"' || character === "'") {
      const end = stringEnd(text, at, limit)
      if (end === undefined) return withoutStrings(text, from, limit)
      at = end
    } else if (character === '>' && text.startsWith('>>>', at)) {
      return {kind: 'closed', at, foreign}
    } else if (character === '<' && text.startsWith('<<<', at)) {
      return {kind: 'opened', at, foreign}
    } else if (foreignCharacter.test(character)) {
      foreign = true
    }
  }
  return {kind: 'ended', at: limit, foreign}
}

function stringEnd(text: string, quote: number, limit: number): number | undefined {
  const mark = text.charAt(quote)
  for (let at = quote + 1; at < limit; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === mark) return at
  }
  return undefined
}

/** A quote that nothing closes is an apostrophe; what holds it is no expression, but its end can still be told. */
function withoutStrings(text: string, from: number, limit: number): Closing {
  const inside = text.slice(from, limit)
  const close = inside.indexOf('>>>')
  const open = inside.indexOf('<<<')
  if (close !== -1 && (open === -1 || close < open)) return {kind: 'closed', at: from + close, foreign: true}
  return open === -1 ? {kind: 'ended', at: limit, foreign: true} : {kind: 'opened', at: from + open, foreign: true}
}

/**
 * Offset of the end of a line, or the limit when that comes first.
 *
 * @param linesDown  0 for the line of `from`, 1 for the next
 */
export function lineEnd(
  text: string,
  from: number,
  {limit, linesDown = 0}: {limit: number; linesDown?: number},
): number {
  // Only a window is searched: a page without line breaks would be searched to its end from every macro.
  const window = text.slice(from, limit)
  let end = window.indexOf('\n')
  for (let line = 0; line < linesDown && end !== -1; line++) end = window.indexOf('\n', end + 1)
  return end === -1 ? from + window.length : from + end
}
