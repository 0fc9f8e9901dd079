import {folded, type BrandWord} from './brand-words.ts'

/** A word in a text: 0-based UTF-16 units, end exclusive. */
export interface FoundWord {
  readonly word: BrandWord
  readonly start: number
  readonly end: number
  /** As it stands there. */
  readonly text: string
}

/** Finds words in texts. */
export interface WordFinder {
  /** Whether there is anything to look for. */
  readonly isEmpty: boolean
  find(text: string): readonly FoundWord[]
}

const letterOrDigit = /[\p{L}\p{N}]/u
/** Scripts that put no spaces between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/**
 * Makes a finder of words. Where several start at one place the longest counts.
 *
 * A word has no letter or digit beside it, except in CJK, and an address none of another label. Names of one plain word
 * are found as they are written, in capitals, and in any case where they are part of a path or an identifier: `Nova` is in
 * `/opt/nova` and not in `a nova`. Others are found in any case.
 *
 * @param ignored  texts in which no word counts
 */
export function createWordFinder(words: readonly BrandWord[], ignored: readonly string[]): WordFinder {
  if (words.length === 0) return {isEmpty: true, find: () => []}
  const byText = new Map(words.map((word) => [folded(word.text), word]))
  const texts = [...ignored, ...words.map(({text}) => text)].map(folded).filter((text) => text !== '')
  const pattern = new RegExp(
    [...new Set(texts)]
      .sort((a, b) => b.length - a.length)
      .map(patternOf)
      .join('|'),
    'gi',
  )
  const skipped = new Set(ignored.map(folded))
  return {
    isEmpty: false,
    find: (text) => {
      const found: FoundWord[] = []
      pattern.lastIndex = 0
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const [written] = match
        const start = match.index
        const end = start + written.length
        const key = folded(written)
        const word = byText.get(key)
        if (skipped.has(key)) continue
        const isFound =
          word && standsAlone(text, {start, end, word}) && (isWritten(written, word) || isInPath(text, start, end))
        if (isFound) {
          found.push({word, start, end, text: written})
        } else pattern.lastIndex = start + 1
      }
      return found
    },
  }
}

function isWritten(found: string, {text, anyCase}: BrandWord): boolean {
  const plain = found.replaceAll(/\s+/g, ' ')
  return anyCase || plain === text || plain === text.toUpperCase()
}

/** Whether what stands beside a word makes it part of a path or an identifier: `/nova`, `nova_key`, `com.nova.agent`. */
function isInPath(text: string, start: number, end: number): boolean {
  return /[/\\_@=.]/.test(text.charAt(start - 1)) || /^(?:[/\\_@=]|[.:][\p{L}\p{N}])/u.test(text.slice(end, end + 3))
}

function standsAlone(text: string, {start, end, word}: {start: number; end: number; word: BrandWord}): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  if (word.kind === 'name') return !joins(text.charAt(start), before) && !joins(text.charAt(end - 1), after)
  if (before === '-' || joins('', before)) return false
  return !joins('', after === '.' || after === '-' ? text.charAt(end + 1) : after)
}

/** Whether a character beside a word makes both a longer word. */
function joins(edge: string, beside: string): boolean {
  return letterOrDigit.test(beside) && !spaceless.test(beside) && !spaceless.test(edge)
}

/** Source of an expression for text; white space may be broken elsewhere. */
function patternOf(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`)
}
