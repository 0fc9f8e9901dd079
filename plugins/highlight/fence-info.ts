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

/** What the info string of a fence says. */
export interface FenceInfo {
  /** As written, without a leading dot; the empty string without one. */
  readonly language: string
  /** Classes beside the language. */
  readonly classes: readonly string[]
  readonly id?: string
  /** Other attributes, in order. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
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
 * and no word before them the first class is the language. Unlike the reference it never refuses: a second word or an
 * option that nobody knows leaves a code block. Linear.
 */
export function parseFenceInfo(info: string): FenceInfo {
  const {word, tokens, inBraces} = splitInfo(info)
  const classes: string[] = []
  const attributes: (readonly [string, string])[] = []
  const options: {id?: string; title?: string; lineNumbers?: FenceLineNumbers} = {}
  let highlightedLines: readonly LineRange[] = []
  let language = word
  for (const {name, value} of tokens) {
    const lineNumbers = name === 'linenums' && value !== undefined ? parseLineNumbers(value) : undefined
    if (name === '.') classes.push(value ?? '')
    else if (name === '#') options.id = value ?? ''
    else if (name === 'title' && value !== undefined) options.title = value
    else if (name === 'hl_lines' && value !== undefined) highlightedLines = parseLineRanges(value)
    else if (lineNumbers) options.lineNumbers = lineNumbers
    else if (inBraces && isAttributeName(name)) attributes.push([name, value ?? name])
  }
  if (language === '' && inBraces) language = classes.shift() ?? ''
  return {language, classes, attributes, highlightedLines, ...options}
}

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
