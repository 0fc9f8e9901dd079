/**
 * Inside of a character class (flag `u`): what Python's `\w` matches in a `str` pattern. Letters and numbers of every
 * script, but no combining marks.
 */
export const wordClass = '\\p{L}\\p{N}_'

/**
 * Inside of a character class: what Python's `\s`, `str.strip` and `str.split` take for white space. Unlike
 * JavaScript's, it has U+001C to U+001F and U+0085 and lacks U+FEFF.
 */
export const spaceClass = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const spaces = new RegExp(`[${spaceClass}]+`, 'u')
const space = new RegExp(`[${spaceClass}]`, 'u')

/** Text with every run of white space as one blank, and none at the ends. */
export function collapseSpace(text: string): string {
  return text
    .split(spaces)
    .filter((part) => part !== '')
    .join(' ')
}

/** Text without white space at its ends. */
export function trimSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && space.test(text.charAt(start))) start++
  while (end > start && space.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
