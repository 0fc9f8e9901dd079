import {annotateComment} from './annotate-comment.ts'
import {attributesHtml, escapeCode} from './escape-html.ts'
import type {LineRange} from './fence-info.ts'
import {guessLanguage} from './guess-language.ts'
import {grammarOf} from './languages.ts'
import {countLines, prepareCode} from './prepare-code.ts'
import type {CodePreparation} from './prepare-code.ts'
import {tokenizeCode} from './tokenize-code.ts'
import type {CodeToken} from './tokenize-code.ts'

/** Numbers in front of the lines of code. */
export interface InlineNumbers {
  /** `data`: the number is in `data-linenos`, so that nobody copies it. */
  readonly style: 'text' | 'data'
  readonly step: number
  readonly special: number
  /** Each number is a link to its line. */
  readonly linked: boolean
}

/** How the lines of one block are written. Plain data: it can be kept beside the code until its values are known. */
export interface LineOptions {
  readonly preparation: CodePreparation
  readonly colours: boolean
  /** Colours code whose language nobody knows by what it looks like. Default: `false`. */
  readonly guess?: boolean
  /** Number of the first line. */
  readonly start: number
  /** Lines to mark, counted from 1 whatever the number of the first line. */
  readonly highlighted: readonly LineRange[]
  /** Ids of lines start with this and a hyphen; left out: lines have none. */
  readonly spanPrefix?: string
  /** Ids of anchors start with this and a hyphen; left out: there are none. */
  readonly anchorPrefix?: string
  /** Anchors link to themselves; not where the number of the line does. */
  readonly anchorHref: boolean
  /** Left out: no numbers here. */
  readonly numbers?: InlineNumbers
  /** Ids of the annotations that comments may name by number; left out: `(1)` in a comment is text. */
  readonly annotations?: readonly string[]
  /** Ends the last line as well. */
  readonly finalLineFeed: boolean
}

/** Options of lines with nothing about them: colours only. */
export const plainLines: LineOptions = {
  preparation: {lineFeeds: 'keep', expandTabs: false},
  colours: true,
  start: 1,
  highlighted: [],
  anchorHref: false,
  finalLineFeed: false,
}

/**
 * Inner HTML of a `code` element: tokens as `span`s with the classes of `tokenClass`, line by line.
 *
 * A token that goes over several lines is closed and opened again at each, so that a line can be wrapped on its own.
 *
 * @param code  as the author wrote it, values filled in; line feeds only
 */
export function highlightLines(code: string, language: string, options: LineOptions = plainLines): string {
  const shown = prepareCode(code, options.preparation)
  const named = options.guess && !grammarOf(language) ? guessLanguage(shown) : undefined
  const tokens: CodeToken[] = options.colours ? tokenizeCode(shown, named ?? language) : [{text: shown}]
  const lines = linesOfTokens(tokens, options.annotations)
  const isMarked = markedLines(options.highlighted)
  const width = String(options.start + countLines(shown) - 1).length
  return lines
    .map((html, index) => {
      const ended = index < lines.length - 1 || options.finalLineFeed ? `${html}\n` : html
      const line = {number: options.start + index, width}
      const numbered = numberLine(ended, line, options)
      return wrapLine(isMarked(index + 1) ? `<span class="hll">${numbered}</span>` : numbered, line, options)
    })
    .join('')
}

/** HTML of each line, without line feeds; at least one line. */
function linesOfTokens(tokens: readonly CodeToken[], annotations: readonly string[] = []): string[] {
  const lines: string[] = []
  let line = ''
  for (const {text, className} of tokens) {
    let start = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      lines.push(line + tokenHtml(text.slice(start, end), className, annotations))
      line = ''
      start = end + 1
    }
    line += tokenHtml(start === 0 ? text : text.slice(start), className, annotations)
  }
  lines.push(line)
  return lines
}

function tokenHtml(text: string, className: string | undefined, annotations: readonly string[]): string {
  if (text === '') return ''
  const html = className === 'tok-comment' ? annotateComment(text, annotations) : escapeCode(text)
  return className === undefined ? html : `<span class="${className}">${html}</span>`
}

interface LineNumber {
  readonly number: number
  /** Digits of the largest number. */
  readonly width: number
}

function numberLine(html: string, line: LineNumber, {numbers, anchorPrefix, spanPrefix}: LineOptions): string {
  if (!numbers) return html
  const gutter = gutterHtml(line, numbers)
  const target = `#${anchorPrefix ?? spanPrefix ?? ''}-${line.number}`
  return (numbers.linked ? `<a${attributesHtml([['href', target]])}>${gutter}</a>` : gutter) + html
}

function wrapLine(html: string, line: LineNumber, options: LineOptions): string {
  const {anchorPrefix, anchorHref, spanPrefix} = options
  let wrapped = html
  if (anchorPrefix !== undefined) {
    const id = `${anchorPrefix}-${line.number}`
    const href = anchorHref ? `#${id}` : undefined
    wrapped = `<a${attributesHtml([
      ['id', id],
      ['name', id],
      ['href', href],
    ])}></a>${wrapped}`
  }
  if (spanPrefix === undefined) return wrapped
  return `<span${attributesHtml([['id', `${spanPrefix}-${line.number}`]])}>${wrapped}</span>`
}

function gutterHtml({number, width}: LineNumber, {style, step, special}: InlineNumbers): string {
  const text = (number % step === 0 ? String(number) : '').padStart(width)
  const classes = special > 0 && number % special === 0 ? 'linenos special' : 'linenos'
  return style === 'data'
    ? `<span class="${classes}" data-linenos="${text} "></span>`
    : `<span class="${classes}">${text}</span>`
}

/** Whether a line is in one of the ranges; to be asked in ascending order. */
function markedLines(ranges: readonly LineRange[]): (line: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a.first - b.first)
  let next = 0
  let until = 0
  return (line) => {
    for (let range = sorted[next]; range && range.first <= line; range = sorted[++next]) {
      until = Math.max(until, range.last)
    }
    return line <= until
  }
}
