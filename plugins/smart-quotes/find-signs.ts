import type {BlockPart, BlockText} from './block-text.ts'
import {quoteOpens} from './quote-direction.ts'
import {usualSigns} from './signs.ts'
import type {Sign} from './signs.ts'

/** Which signs are written. All but angled quotes and arrows default to true. */
export interface SignOptions {
  /** `"` and `'` */
  readonly smart_quotes?: boolean | undefined
  /** `<<` and `>>` */
  readonly smart_angled_quotes?: boolean | undefined
  /** `--` and `---` */
  readonly smart_dashes?: boolean | undefined
  /** `...` */
  readonly smart_ellipses?: boolean | undefined
  /** Leaves `-->`, `<--` and `<-->` to another plugin. */
  readonly keep_arrows?: boolean | undefined
}

/** A sign found in a text node; the end is exclusive. */
export interface FoundSign {
  readonly start: number
  readonly end: number
  readonly sign: Sign
}

/** What has been read of a block so far. */
interface Progress {
  doubleOpened: boolean
  singleOpened: boolean
  /** Where the last sign ended in the block, and a character of its kind. */
  last: {readonly end: number; readonly character: string} | undefined
}

const candidates = /-+|\.+|<<|>>|["']/g
const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u

/** Makes a search for signs; it gives those of each part of a block. Linear in the text. */
export function signFinder(options: SignOptions): (block: BlockText) => FoundSign[][] {
  const {
    smart_quotes: quotes = true,
    smart_angled_quotes: angled = false,
    smart_dashes: dashes = true,
    smart_ellipses: ellipses = true,
    keep_arrows: keepArrows = false,
  } = options

  const readRun = (run: string, part: BlockPart, at: number): Sign | undefined => {
    if (run === '<<') return angled ? 'left-angle-quote' : undefined
    if (run === '>>') return angled ? 'right-angle-quote' : undefined
    if (run === '...') return ellipses ? 'ellipsis' : undefined
    if (!dashes) return undefined
    if (run === '---') return 'mdash'
    if (run !== '--') return undefined
    const arrow = part.text.charAt(at - 1) === '<' || part.text.charAt(at + 2) === '>'
    return keepArrows && arrow ? undefined : 'ndash'
  }

  return (block) => {
    const progress: Progress = {doubleOpened: false, singleOpened: false, last: undefined}
    return block.parts.map((part) =>
      [...part.text.matchAll(candidates)].flatMap(({0: run, index: start}): FoundSign[] => {
        const end = start + run.length
        const sign =
          run === '"' || run === "'"
            ? quotes && readQuote(run, {block, part, start, progress})
            : readRun(run, part, start)
        if (sign === undefined || sign === false) return []
        progress.last = {end: part.start + end, character: characters[sign]}
        return [{start, end, sign}]
      }),
    )
  }
}

/** A character of the kind of each sign, whatever is shown for it. */
const characters: Readonly<Record<Sign, string>> = {...usualSigns, ellipsis: '.'}

function readQuote(
  quote: '"' | "'",
  {block, part, start, progress}: {block: BlockText; part: BlockPart; start: number; progress: Progress},
): Sign {
  const at = part.start + start
  const double = quote === '"'
  const opens = quoteOpens(quote, {
    before: before(block.text, at, progress),
    after: block.text.slice(at + 1, at + 4),
    // Only what stands in the same text is asked, so that the source shows what the direction depends on.
    cjk: cjk.test(lastCharacter(part.text, start)) || cjk.test(firstCharacter(part.text, start + 1)),
    opened: double ? progress.doubleOpened : progress.singleOpened,
  })
  if (double) progress.doubleOpened = opens
  else progress.singleOpened = opens
  return `${opens ? 'left' : 'right'}-${double ? 'double' : 'single'}-quote`
}

function before(text: string, at: number, {last}: Progress): string {
  if (last?.end === at) return last.character
  return text.slice(Math.max(0, at - 2), at) === '--' ? '--' : lastCharacter(text, at)
}

/** The character that ends at an offset, in one or two units. */
function lastCharacter(text: string, end: number): string {
  return /(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^])$/.exec(text.slice(Math.max(0, end - 2), end))?.[0] ?? ''
}

function firstCharacter(text: string, start: number): string {
  const code = text.codePointAt(start)
  return code === undefined ? '' : String.fromCodePoint(code)
}
