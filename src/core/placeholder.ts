/**
 * Placeholders stand for macro values in text that several brands share.
 *
 * A placeholder is made of Vai letters: they are caseless letters to every parser on the road (not punctuation,
 * not white space, not wide, not ASCII), have one UTF-16 unit each, and documents do not use them. It starts with
 * `start`, then three digits of base 128 that hold the index of the look-up, then `fill` up to the length wanted.
 * Sources that hold such letters themselves get no placeholders: their values are written out.
 */
const start = 0xa500
const fill = 0xa501
const zero = 0xa510
const base = 128

/** Shortest placeholder, in UTF-16 units. */
const minimumPlaceholderLength = 4

/** Matches one placeholder; group 1 holds its digits. Use with `matchAll` or `replace` only (the flag is global). */
const placeholderPattern = /\uA500([\uA510-\uA58F]{3})\uA501*/g

/** Whether the text holds letters that placeholders are made of. */
export function hasPlaceholderLetters(text: string): boolean {
  return /[\uA500\uA501\uA510-\uA58F]/.test(text)
}

/**
 * Placeholder of the look-up with this index.
 *
 * @param index  0 to 2,097,151
 * @param length  in UTF-16 units, at least `minimumPlaceholderLength`
 */
export function makePlaceholder(index: number, length: number): string {
  const digits = [index >> 14, (index >> 7) & 127, index & 127].map((digit) => zero + digit)
  return String.fromCharCode(start, ...digits) + String.fromCharCode(fill).repeat(length - minimumPlaceholderLength)
}

/** Index that the digits (group 1 of `placeholderPattern`) stand for. */
export function placeholderIndex(digits: string): number {
  let index = 0
  for (let at = 0; at < digits.length; at++) index = index * base + digits.charCodeAt(at) - zero
  return index
}

/** Text with its placeholders replaced by `values[index]`; what has no value there was no placeholder and stays. */
export function fillPlaceholders(text: string, values: readonly string[]): string {
  if (!text.includes('\uA500')) return text
  return text.replace(placeholderPattern, (found, digits: string) => values[placeholderIndex(digits)] ?? found)
}

/** The placeholders of a text: the ranges `[start, end)` that they take, and the indices of their look-ups. */
export function findPlaceholders(text: string): readonly {start: number; end: number; index: number}[] {
  if (!text.includes('\uA500')) return []
  return [...text.matchAll(placeholderPattern)].map(({0: found, 1: digits = '', index}) => {
    return {start: index, end: index + found.length, index: placeholderIndex(digits)}
  })
}
