import {distance} from 'fastest-levenshtein'

/** Words that are shorter are other words when one letter differs. */
const shortestWord = 4

/** Length from which two slips are taken for such. */
const longWord = 12

/**
 * Whether a name is another one mistyped, for certain: the same but for case and what stands between words, or one letter
 * off (two in a long name) or two letters exchanged, with the same first letter and the same digits. What a message may well ask about
 * (`#step-3` for `#step-2`, `grok-rules` for `glob-rules`) is none.
 */
export function isSlip(name: string, meant: string): boolean {
  const [one, other] = [name, meant].map((text) => text.toLowerCase().normalize('NFC')) as [string, string]
  const [bare, otherBare] = [one, other].map((text) => text.replace(/[^\p{L}\p{N}]/gu, '')) as [string, string]
  if (bare !== '' && bare === otherBare) return true
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '') || !other.startsWith(one.charAt(0))) return false
  const length = Math.min(one.length, other.length)
  if (length < shortestWord) return false
  return isExchanged(one, other) || distance(one, other) <= (length >= longWord ? 2 : 1)
}

/** Whether two neighbouring letters stand the other way round, and all else is the same. */
function isExchanged(one: string, other: string): boolean {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === other
}
