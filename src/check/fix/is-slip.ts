import {distance} from 'fastest-levenshtein'

/** Words that are shorter are other words when one letter differs. */
const shortestWord = 4

/** Length from which two slips are taken for such. */
const longWord = 12

/**
 * Whether a name is another one mistyped, for certain: the same but for case and what stands between words, or one letter
 * off (two in a long name) with the same first letter and the same digits. What a message may well ask about
 * (`#step-3` for `#step-2`, `grok-rules` for `glob-rules`) is none.
 */
export function isSlip(name: string, meant: string): boolean {
  const [one, other] = [name, meant].map((text) => text.toLowerCase().normalize('NFC')) as [string, string]
  const [bare, otherBare] = [one, other].map((text) => text.replace(/[^\p{L}\p{N}]/gu, '')) as [string, string]
  if (bare !== '' && bare === otherBare) return true
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '') || one.charAt(0) !== other.charAt(0)) return false
  const length = Math.min(one.length, other.length)
  return length >= shortestWord && distance(one, other) <= (length >= longWord ? 2 : 1)
}
