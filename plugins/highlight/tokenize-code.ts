import type {RootContent} from 'hast'
import {refractor} from 'refractor/core'
import {grammarOf} from './languages.ts'
import {tokenClass} from './token-classes.ts'

/** Piece of code with one look. */
export interface CodeToken {
  readonly text: string
  /** Left out for plain text. */
  readonly className?: string
}

/**
 * The longest code and the longest line that are coloured, in UTF-16 units.
 *
 * Grammars are lists of regular expressions; the worst take time that grows with the square of the code (about a second
 * at this length). Within the limits the cost for each unit is bounded, so a page as a whole stays linear.
 */
export const colouringLimits = {code: 20_000, line: 2_000} as const

/**
 * Splits code into tokens, which together are the code. Adjacent tokens have different classes.
 *
 * Code in an unknown language or beyond `colouringLimits` is one plain token.
 */
export function tokenizeCode(code: string, language: string): CodeToken[] {
  const grammar = grammarOf(language)
  if (grammar === undefined || !isWithinLimits(code)) return code === '' ? [] : [{text: code}]
  const tokens: CodeToken[] = []
  collect(refractor.highlight(code, grammar).children, undefined, tokens)
  return tokens
}

function collect(nodes: readonly RootContent[], className: string | undefined, tokens: CodeToken[]): void {
  for (const node of nodes) {
    if (node.type === 'text') append(node.value, className, tokens)
    else if (node.type === 'element') {
      const names = node.properties.className
      const types = Array.isArray(names) ? names.map(String).filter((name) => name !== 'token') : []
      collect(node.children, tokenClass(types) ?? className, tokens)
    }
  }
}

function append(text: string, className: string | undefined, tokens: CodeToken[]): void {
  if (text === '') return
  const last = tokens.at(-1)
  if (last && last.className === className) tokens[tokens.length - 1] = {...last, text: last.text + text}
  else tokens.push(className === undefined ? {text} : {text, className})
}

function isWithinLimits(code: string): boolean {
  if (code.length > colouringLimits.code) return false
  let start = 0
  for (let end = code.indexOf('\n'); end !== -1; end = code.indexOf('\n', start)) {
    if (end - start > colouringLimits.line) return false
    start = end + 1
  }
  return code.length - start <= colouringLimits.line
}
