/**
 * Letters whose Unicode case folding (C + F) is not the lower case of their upper case: `ı` folds to itself, and
 * Cherokee folds to its upper case.
 */
const foldsToUpperCase = /[\u13a0-\u13f5\u13f8-\u13fd\uab70-\uabbf]/u

/**
 * Text folded for caseless comparison, as Python's `str.casefold` does (full case folding of Unicode).
 *
 * Letter by letter, so that no letter depends on its neighbours (a final sigma folds like any other).
 */
export function foldCase(text: string): string {
  let folded = ''
  for (const letter of text) folded += foldLetter(letter)
  return folded
}

function foldLetter(letter: string): string {
  if (letter <= '\u007f') return letter.toLowerCase()
  if (letter === '\u0131') return letter
  if (foldsToUpperCase.test(letter)) return letter.toUpperCase()
  // Lower, upper, lower: the first step takes capital sharp s to the small one, the others unfold ligatures.
  return letter.toLowerCase().toUpperCase().toLowerCase()
}
