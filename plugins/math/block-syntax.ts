import {codes} from 'micromark-util-symbol'
import type {Code, Construct, Extension, ParseContext, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {endsBlock, findBlocks, opensBlock} from './find-blocks.ts'
import type {BlockRules} from './math-options.ts'
import {isLineEnding} from './read-ahead.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathBlock: 'mathBlock'
    mathBlockText: 'mathBlockText'
  }
}

/** The display formulas of one document, so far as they are known. Lines are those of the parser. */
interface Known {
  /** Last line by first line. */
  readonly blocks: Map<number, number>
  /** Last line that was looked at, by the column that the content of its container starts at. */
  readonly until: Map<number, number>
}

/**
 * micromark extension for `$$…$$`, `\[…\]` and `\begin{name}…\end{name}` that stand in a block of their own.
 *
 * Whether a formula is closed has to be known before its lines are looked at as list items and quotes, so the document
 * looks ahead at a line that could open one, to the end of the block. The flow then takes the lines it was told of.
 */
export function blockMathSyntax(rules: BlockRules): Extension {
  if (!rules.dollar && !rules.square && !rules.begin) return {}
  const documents = new WeakMap<ParseContext, Known>()
  const knownOf = (parser: ParseContext): Known => {
    const existing = documents.get(parser)
    if (existing) return existing
    const known: Known = {blocks: new Map(), until: new Map()}
    documents.set(parser, known)
    return known
  }
  const ahead: Construct = {name: 'mathAhead', tokenize: lookAhead(rules, knownOf)}
  const block: Construct = {name: 'mathBlock', concrete: true, tokenize: takeLines(knownOf)}
  return {
    document: {[codes.dollarSign]: ahead, [codes.backslash]: ahead},
    flow: {[codes.dollarSign]: block, [codes.backslash]: block},
  }
}

/** Looks at the lines of the block that starts here, notes the formulas in it, and never makes a token. */
function lookAhead(rules: BlockRules, knownOf: (parser: ParseContext) => Known): Tokenizer {
  return function (effects, _, nok) {
    const {line: first, column} = this.now()
    const content = column - indentBefore(this)
    const lines: string[] = []
    let line = ''
    const start = (code: Code): State | undefined => {
      if (first <= (knownOf(this.parser).until.get(content) ?? 0)) return nok(code)
      effects.enter('mathLookahead')
      return inside(code)
    }
    const inside = (code: Code): State | undefined => {
      if (code !== codes.eof && !isLineEnding(code)) {
        line += code < 0 ? ' ' : String.fromCharCode(code)
        effects.consume(code)
        return inside
      }
      const inner = lines.length === 0 ? line : withoutPrefix(line, content - 1)
      const goesOn = lines.length === 0 ? opensBlock(line, rules) : inner !== undefined && !endsBlock(inner)
      if (goesOn && inner !== undefined) {
        lines.push(inner)
        line = ''
        if (code !== codes.eof) {
          effects.consume(code)
          return inside
        }
      }
      if (lines.length > 0) note()
      return nok(code)
    }
    const note = (): void => {
      const known = knownOf(this.parser)
      known.until.set(content, first + lines.length - 1)
      for (const [from, to] of findBlocks(lines, rules)) known.blocks.set(first + from, first + to)
    }
    return start
  }
}

/** Width of the white space right before the current point. */
function indentBefore(context: TokenizeContext): number {
  const token = context.events.at(-1)?.[1]
  if (token?.type !== 'linePrefix' || token.end.offset !== context.now().offset) return 0
  return context.sliceSerialize(token, true).length
}

function isSpace(code: Code): boolean {
  return code === codes.space || code === codes.virtualSpace || code === codes.horizontalTab
}

/** A line without what its containers put before it; `undefined` for one that is in none of them. */
function withoutPrefix(line: string, width: number): string | undefined {
  let at = 0
  while (at < width && (line[at] === ' ' || line[at] === '>')) at++
  // A quote mark needs no space behind it.
  return at === width || at === line.length || line[at - 1] === '>' ? line.slice(at) : undefined
}

/** Takes the lines of a formula that was noted. */
function takeLines(knownOf: (parser: ParseContext) => Known): Tokenizer {
  return function (effects, ok, nok) {
    // A formula that is indented is as far to the right as its first line.
    const indent = indentBefore(this)
    let last = 0
    let taken = 0
    const start = (code: Code): State | undefined => {
      const noted = this.interrupt ? undefined : knownOf(this.parser).blocks.get(this.now().line)
      if (noted === undefined) return nok(code)
      last = noted
      effects.enter('mathBlock')
      effects.enter('mathBlockText')
      return inside(code)
    }
    const lineStart = (code: Code): State | undefined => {
      if (this.parser.lazy[this.now().line]) return nok(code)
      taken = 0
      if (!isSpace(code) || indent === 0) return prefixEnd(code)
      effects.enter('linePrefix')
      return prefix(code)
    }
    const prefix = (code: Code): State | undefined => {
      if (isSpace(code) && taken++ < indent) {
        effects.consume(code)
        return prefix
      }
      effects.exit('linePrefix')
      return prefixEnd(code)
    }
    const prefixEnd = (code: Code): State | undefined => {
      if (code === codes.eof || isLineEnding(code)) return lineEnd(code)
      effects.enter('mathBlockText')
      return inside(code)
    }
    const inside = (code: Code): State | undefined => {
      if (code !== codes.eof && !isLineEnding(code)) {
        effects.consume(code)
        return inside
      }
      effects.exit('mathBlockText')
      return lineEnd(code)
    }
    const lineEnd = (code: Code): State | undefined => {
      if (this.now().line === last) {
        effects.exit('mathBlock')
        return ok(code)
      }
      // The container was left, or the document ended, before the formula did.
      if (code === codes.eof) return nok(code)
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }
    return start
  }
}
