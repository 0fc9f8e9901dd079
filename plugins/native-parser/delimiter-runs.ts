/** Characters that no rule for CJK text is about. */
const asciiOnly = /^[\0-\x7F]$/
const punctuation = /[\p{P}\p{S}]/u
const space = /\s/
/** Marks beside which `*` opens or closes inside a word, as `pymdownx.betterem` has it. */
const opening = /[\p{Ps}\p{Pi}]/u
const closing = /[\p{Pe}\p{Pf}.,:;!?%…]/u

type Side = 'space' | 'punctuation' | 'word' | 'unusual'

/**
 * Whether a text has a run of `*` or `_` that the rules for CJK text and for words may open or close where CommonMark does
 * not, or the other way round. May say yes where both agree, never no where they differ.
 *
 * CommonMark looks at the two characters beside a run. Its verdict can only change where one of them is punctuation and
 * the other part of a word; between plain Latin characters, only beside the marks that `pymdownx.betterem` names.
 *
 * @param text  a block as it stands in the source
 */
export function hasContestedRun(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const marker = text.charAt(at)
    if (marker !== '*' && marker !== '_') continue
    const start = at
    while (text.charAt(at + 1) === marker) at++
    if (isContested(marker, text.charAt(start - 1), text.charAt(at + 1))) return true
  }
  return false
}

function isContested(marker: string, before: string, after: string): boolean {
  // Runs of other delimiters beside it count neither as signs nor as letters.
  if (/[*_~^]/.test(before + after)) return true
  const [left, right] = [sideOf(before), sideOf(after)]
  if (left === 'space' || right === 'space') return left === 'unusual' || right === 'unusual'
  if (left === 'unusual' || right === 'unusual') return true
  if (left === right) return false
  if (!asciiOnly.test(before) || !asciiOnly.test(after)) return true
  return marker === '*' && (left === 'word' ? opening.test(after) : closing.test(before))
}

function sideOf(character: string): Side {
  if (character === '' || space.test(character)) return 'space'
  const code = character.charCodeAt(0)
  // Halves of surrogate pairs, variation selectors and joiners take part in what stands beside them.
  if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x200b && code <= 0x200f))
    return 'unusual'
  return punctuation.test(character) ? 'punctuation' : 'word'
}
