import {tokenizeInfo} from './info-tokens.ts'

/** Lines from `first` to `last`, both 1-based and included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** Line numbers as asked for by one fence. */
export interface FenceLineNumbers {
  /** Number of the first line; 0 asks for no numbers. */
  readonly start: number
  /** Number every n-th line; 1 is every line. */
  readonly step: number
  /** Mark every n-th line as special; left out: the option of the site decides. */
  readonly special?: number
}

/** One `key=value` of an info string. */
export interface FenceOption {
  readonly name: string
  /** Without its quotes; the name itself for a word alone in braces. */
  readonly value: string
  /** Whether a highlighted block reads it: `title`, `linenums` or `hl_lines` with a value of the right form. */
  readonly read: boolean
}

/** What the info string of a fence says. */
export interface FenceInfo {
  /** As written, without a leading dot; the empty string without one. */
  readonly language: string
  /** Classes beside the language. */
  readonly classes: readonly string[]
  readonly id?: string
  /** Whether the options stand in braces, where every name is allowed. */
  readonly inBraces: boolean
  /** All options, in order; words alone count in braces only, elsewhere they say nothing. */
  readonly options: readonly FenceOption[]
  /** Title, plain text; the empty string asks for none. */
  readonly title?: string
  readonly lineNumbers?: FenceLineNumbers
  /** Lines to mark, in the order written. */
  readonly highlightedLines: readonly LineRange[]
}

/**
 * Reads the info string of a fence, in all the forms of `pymdownx.superfences` (pymdown-extensions 11).
 *
 * `py title="x" linenums="1" hl_lines="2 4-5"`, `{.py .class #id key="v" linenums=1}`, `py {.class #id}`. With braces
 * and no word before them the first class is the language. What nobody reads is among the options; whether that
 * leaves a code block is for `chooseFence` to say. Linear.
 */
export function parseFenceInfo(info: string): FenceInfo {
  const {word, tokens, inBraces} = splitInfo(info)
  const classes: string[] = []
  const options: FenceOption[] = []
  const known: {id?: string; title?: string; lineNumbers?: FenceLineNumbers} = {}
  let highlightedLines: readonly LineRange[] = []
  let language = word
  for (const {name, value} of tokens) {
    if (name === '.') classes.push(value ?? '')
    else if (name === '#') known.id = value ?? ''
    else if (value !== undefined) {
      const lineNumbers = name === 'linenums' ? parseLineNumbers(value) : undefined
      const isLines = name === 'hl_lines' && linesPattern.test(value)
      if (name === 'title') known.title = value
      else if (lineNumbers) known.lineNumbers = lineNumbers
      else if (isLines) highlightedLines = parseLineRanges(value)
      options.push({name, value, read: name === 'title' || lineNumbers !== undefined || isLines})
    } else if (inBraces) options.push({name, value: name, read: false})
  }
  if (language === '' && inBraces) language = classes.shift() ?? ''
  return {language, classes, inBraces, options, highlightedLines, ...known}
}

/**
 * Options of a fence as attributes of an element, in order; only braces hold attributes.
 *
 * @param all  also those that a highlighted block reads: `title`, `linenums`, `hl_lines`
 */
export function fenceAttributes(
  {inBraces, options}: Pick<FenceInfo, 'inBraces' | 'options'>,
  all = false,
): readonly (readonly [string, string])[] {
  if (!inBraces) return []
  return options.flatMap(({name, value, read}) => {
    return (read && !all) || !isAttributeName(name) ? [] : [[name, value] as const]
  })
}

const linesPattern = /^\s*\d+(?:-\d+)?(?:[\s,]+\d+(?:-\d+)?)*[\s,]*$/

/**
 * Reads lines to mark: `2 4-5`. Ranges whose end comes before their start, and what is no number, are left out.
 */
export function parseLineRanges(value: string): LineRange[] {
  const ranges: LineRange[] = []
  for (const part of value.split(/[\s,]+/)) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part)
    if (!match) continue
    const first = Number(match[1])
    const last = Number(match[2] ?? match[1])
    if (first <= last && last > 0) ranges.push({first: Math.max(1, first), last})
  }
  return ranges
}

function parseLineNumbers(value: string): FenceLineNumbers | undefined {
  const match = /^\s*(\d+)(?:\s+(\d+))?(?:\s+(\d+))?/.exec(value)
  if (!match) return undefined
  const numbers = {start: boundedNumber(match[1]), step: Math.max(1, boundedNumber(match[2] ?? '1'))}
  return match[3] === undefined ? numbers : {...numbers, special: boundedNumber(match[3])}
}

/** No page has a billion lines; a larger number would lose its last digits. */
function boundedNumber(digits = '0'): number {
  return Math.min(Number(digits), 999_999_999)
}

function splitInfo(info: string) {
  const text = info.trim()
  const word = /^\.?([\p{L}\p{N}_#.+-]+)(?=[\s{]|$)/u.exec(text)
  const rest = (word ? text.slice(word[0].length) : text).trim()
  const inBraces = rest.startsWith('{')
  const tokens = tokenizeInfo(inBraces ? rest.slice(1, rest.endsWith('}') ? -1 : undefined) : rest)
  return {word: word?.[1] ?? '', tokens, inBraces}
}

function isAttributeName(name: string): boolean {
  return /^[A-Za-z_:][\w:.-]*$/.test(name)
}
