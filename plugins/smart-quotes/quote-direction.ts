/** What stands around a quote. */
export interface QuoteSides {
  /** The character before it as it is shown; empty at the start of a block. */
  readonly before: string
  /** The text behind it, a few characters; empty at the end of a block. */
  readonly after: string
  /** Whether a Chinese, Japanese or Korean character or mark touches it. */
  readonly cjk: boolean
  /** Whether a quote of its kind is open. */
  readonly opened: boolean
}

const word = String.raw`[\p{L}\p{N}_]`
const startsWord = new RegExp(`^${word}`, 'u')
const isWord = new RegExp(`^${word}$`, 'u')
const loneMark = new RegExp(String.raw`^[!"#$%'()*+,\-./:;<=>?@[\\\]^_${'`'}{|}~](?!${word})`, 'u')
const doubleInSingle = new RegExp(`^"${word}`, 'u')
const singleInDouble = new RegExp(`^'${word}`, 'u')
/** White space and dashes, behind which a word is opened. */
const opensWord = /^(?:\s|–|—|--)$/u
/** What a closing quote cannot follow: spaces, opening marks, and the edge of an element. */
const closesNothing = /^(?:[ \t\r\n[{(\-–—“‘«\uE000]|)$/u

/**
 * Whether a quote opens, by the rules of `smarty` (Python-Markdown 3.10) for what stands around it.
 *
 * Beside CJK text, where no spaces tell the two apart, a quote closes what is open and opens otherwise. A space or an
 * end on one side tells them apart there, too.
 */
export function quoteOpens(quote: '"' | "'", sides: QuoteSides): boolean {
  return quote === '"' ? doubleOpens(sides) : singleOpens(sides)
}

function doubleOpens({before, after, cjk, opened}: QuoteSides): boolean {
  if (before === '' && loneMark.test(after)) return false
  if (singleInDouble.test(after)) return true
  if (opensWord.test(before) && startsWord.test(after)) return true
  if (/^\s/.test(after)) return false
  if (cjk && after !== '') return !opened
  return closesNothing.test(before)
}

function singleOpens({before, after, cjk, opened}: QuoteSides): boolean {
  if (before === '' && loneMark.test(after)) return false
  if (doubleInSingle.test(after)) return true
  // The '80s.
  if (!isWord.test(before) && /^\d\ds/.test(after)) return false
  if (opensWord.test(before) && startsWord.test(after)) return true
  if (/^\s/.test(after)) return false
  if (cjk && after !== '') return !opened
  return closesNothing.test(before) || /^\d/.test(after)
}
