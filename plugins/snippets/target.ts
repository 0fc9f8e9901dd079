/** Lines of a file: 1-based, both ends included, negative ones counted from the end; left out: from the first, to the last. */
export interface LineRange {
  readonly first?: number
  readonly last?: number
}

/** What an include names: a file, and the part of it that is wanted. */
export interface SnippetTarget {
  readonly name: string
  /** Empty for no choice of lines. */
  readonly ranges: readonly LineRange[]
  readonly section?: string
}

const group = /^-?\d*(?::-?\d*)?$/
const firstGroup = /(?::-?\d*){1,2}$/

/**
 * Takes `file:3:5,8:-1` and `file:name` apart (pymdownx.snippets 11). What fits neither form is a file name as a whole.
 */
export function readTarget(text: string): SnippetTarget {
  const named = /:([a-z][-_0-9a-z]*)$/i.exec(text)
  if (named?.[1] !== undefined) return {name: text.slice(0, named.index).trim(), ranges: [], section: named[1]}
  const at = rangesStart(text)
  if (at === undefined) return {name: text.trim(), ranges: []}
  const ranges = text
    .slice(at + 1)
    .split(',')
    .map((range): LineRange => {
      const [first = '', last = ''] = range.split(':')
      return {...(first !== '' && {first: toNumber(first)}), ...(last !== '' && {last: toNumber(last)})}
    })
  return {name: text.slice(0, at).trim(), ranges}
}

/** Offset of the colon before the ranges at the end of a text: the first from which everything is a range. */
function rangesStart(text: string): number | undefined {
  let tail = text.length
  while (tail > 0 && '-:,0123456789'.includes(text.charAt(tail - 1))) tail--
  let found: number | undefined
  let end = text.length
  for (;;) {
    const comma = text.lastIndexOf(',', end - 1)
    const start = end > 0 && comma >= tail ? comma + 1 : tail
    const part = text.slice(start, end)
    const match = firstGroup.exec(part)
    if (match) found = start + match.index
    if (start === tail || part === '' || !group.test(part)) return found
    end = start - 1
  }
}

function toNumber(digits: string): number {
  return digits === '-' ? 0 : Number(digits)
}
