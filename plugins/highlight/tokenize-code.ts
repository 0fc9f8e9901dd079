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
  collectCode(code, grammar, {tokens})
  return tokens
}

/** What Prism cuts code into. */
type Piece = string | PrismToken

interface PrismToken {
  readonly type: string
  readonly alias?: string | readonly string[] | null
  readonly content: Piece | readonly Piece[]
}

/** Code on its way through the hooks of grammars, which change it. */
interface PrismCode {
  code: string
  grammar: object
  readonly language: string
  tokens?: readonly Piece[]
}

/** What refractor has of Prism, and does not declare. */
interface PrismParts {
  readonly hooks?: {run(name: 'before-tokenize' | 'after-tokenize', code: PrismCode): void}
  tokenize?(code: string, grammar: object): readonly Piece[]
}

const prism: typeof refractor & PrismParts = refractor

/**
 * Cuts code as `highlight` of refractor 5 does, without the hast in between, which takes longer than the grammars. Of the
 * hooks that see a token, the one that knows the language of a fence in Markdown is carried out, the others add attributes.
 */
function collectCode(
  code: string,
  language: string,
  context: {className?: string | undefined; tokens: CodeToken[]},
): void {
  const grammar: unknown = Object.hasOwn(prism.languages, language) ? prism.languages[language] : undefined
  if (typeof grammar !== 'object' || grammar === null) {
    append(code, context.className, context.tokens)
    return
  }
  const cut: PrismCode = {code, grammar, language}
  prism.hooks?.run('before-tokenize', cut)
  cut.tokens = prism.tokenize?.(cut.code, cut.grammar) ?? [cut.code]
  prism.hooks?.run('after-tokenize', cut)
  collect(cut.tokens, context.className, context.tokens)
}

function collect(pieces: readonly Piece[], className: string | undefined, tokens: CodeToken[]): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      append(piece, className, tokens)
      continue
    }
    const {type, alias, content} = piece
    const types = alias ? [type].concat(alias) : [type]
    const name = tokenClass(types) ?? className
    const language = type === 'code-block' ? types.find((one) => one.includes('language-')) : undefined
    if (language !== undefined && typeof content === 'string')
      collectCode(content, language.slice(language.indexOf('language-') + 'language-'.length), {
        className: name,
        tokens,
      })
    else collect(isList(content) ? content : [content], name, tokens)
  }
}

function isList(content: PrismToken['content']): content is readonly Piece[] {
  return Array.isArray(content)
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
