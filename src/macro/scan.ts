import {findClosing, lineEnd, maximumMacroLength} from './closing.ts'
import type {Expression} from './expression.ts'
import type {Fault} from './fault.ts'
import {malformedMacros} from './malformed.ts'
import {parseExpression, type ParsedExpression} from './parse-expression.ts'
import {valuesName} from './scope.ts'
import {parseStatement, type Statement} from './statement.ts'

interface Range {
  /** 0-based UTF-16 offsets into the source, end exclusive. */
  readonly start: number
  readonly end: number
}

interface Trim {
  /** Whether a dash asks to drop the white space before or after the macro. */
  readonly trimBefore: boolean
  readonly trimAfter: boolean
}

/** A piece of a source. `silent` writes nothing: a comment, or one end of a `raw` block. */
export type Token =
  | (Range & {readonly type: 'text'})
  | (Range & Trim & {readonly type: 'output'; readonly expression: Expression})
  | (Range & Trim & {readonly type: 'tag'; readonly statement: Statement; readonly faulty: boolean})
  | (Range & Trim & {readonly type: 'silent'})

/** A source cut into tokens without gaps. */
export interface Scan {
  readonly tokens: readonly Token[]
  readonly faults: readonly Fault[]
}

/** Lines below its first that a macro may reach to; an unclosed one must not swallow the page. */
const linesBelow = 2

/** What the scanner makes of one opening delimiter; without a token the text up to `end` stays text. */
interface Step {
  readonly end: number
  readonly tokens: readonly Token[]
  readonly fault?: Fault
}

/**
 * Cuts a source into text and macros.
 *
 * Delimiters match as in Jinja: the longest opening, the first closing that does not stand in a string. What opens
 * like a macro and is none, such as a shell's `<<< "$x"` or a conflict marker, stays text. What was meant as a macro
 * and cannot be read stays text, too, and is a fault.
 */
export function scanMacros(text: string): Scan {
  const tokens: Token[] = []
  const faults: Fault[] = []
  const later = endFinder(text)
  let textStart = 0
  const addText = (end: number, checked: boolean): void => {
    if (end > textStart) tokens.push({type: 'text', start: textStart, end})
    if (checked) faults.push(...malformedMacros(text, textStart, end))
    textStart = end
  }
  for (let at = text.indexOf('<<<'); at !== -1;) {
    const step = scanOpening(text, at, later)
    if (step.tokens.length > 0 || step.fault) {
      addText(at, true)
      if (step.fault) faults.push(step.fault)
      if (step.tokens.length === 0) addText(step.end, false)
      tokens.push(...step.tokens)
      textStart = step.end
    }
    at = text.indexOf('<<<', step.end)
  }
  addText(text.length, true)
  return {tokens, faults}
}

/** Offset behind the end of a comment or of a `raw` block, looked for from an offset on. */
interface EndFinder {
  comment(from: number): number
  raw(from: number): Range & Trim
}

function endFinder(text: string): EndFinder {
  // Once there is no end behind one place there is none behind a later one: looking again would be quadratic.
  let openComments = false
  let openRaw = false
  const endraw = /<<<%(-?)\s*endraw\s*(-?)%>>>/g
  const nowhere = {start: -1, end: -1, trimBefore: false, trimAfter: false}
  return {
    comment(from) {
      const at = openComments ? -1 : text.indexOf('#>>>', from)
      openComments = at === -1
      return at
    },
    raw(from) {
      endraw.lastIndex = from
      const match = openRaw ? undefined : endraw.exec(text)
      openRaw = !match
      if (!match) return nowhere
      const [all, before, after] = match
      return {start: match.index, end: match.index + all.length, trimBefore: before === '-', trimAfter: after === '-'}
    },
  }
}

function scanOpening(text: string, at: number, later: EndFinder): Step {
  const following = text.charAt(at + 3)
  if (following === '#') return scanComment(text, at, later)
  if (following === '%') return scanTag(text, at, later)
  if (following === '<') {
    let end = at + 4
    while (text.charAt(end) === '<') end++
    return {end, tokens: []}
  }
  return scanOutput(text, at)
}

function scanComment(text: string, at: number, later: EndFinder): Step {
  const close = later.comment(at + 4)
  if (close === -1) return unclosed(text, at, '#>>>')
  const trimBefore = text.charAt(at + 4) === '-'
  const trimAfter = close > at + 4 && text.charAt(close - 1) === '-'
  return {end: close + 4, tokens: [{type: 'silent', start: at, end: close + 4, trimBefore, trimAfter}]}
}

function scanTag(text: string, at: number, later: EndFinder): Step {
  const closing = findClosing(text, at + 4, Math.min(text.length, at + 4 + maximumMacroLength))
  if (closing.kind !== 'closed') return unclosed(text, at, '%>>>')
  const end = closing.at + 3
  if (text.charAt(closing.at - 1) !== '%' || closing.at === at + 4) {
    return {end, tokens: [], fault: syntaxFault(text, {start: at, end}, {message: 'Found `>>>`, expected `%>>>`'})}
  }
  const inside = trimDashes(text, at + 4, closing.at - 1)
  const {statement, problem, expected} = parseStatement(text.slice(inside.start, inside.end), inside.start)
  const fault =
    problem === undefined
      ? undefined
      : syntaxFault(text, {start: at, end}, {message: problem, ...(expected && {expected})})
  if (!statement) return {end, tokens: [], ...(fault && {fault})}
  const {trimBefore, trimAfter} = inside
  if (statement.kind !== 'raw') {
    const faulty = fault !== undefined
    return {
      end,
      tokens: [{type: 'tag', start: at, end, trimBefore, trimAfter, statement, faulty}],
      ...(fault && {fault}),
    }
  }
  const endraw = later.raw(end)
  if (endraw.start === -1) {
    const message = 'Cannot find `<<<% endraw %>>>` for this `raw`'
    return {end, tokens: [], fault: syntaxFault(text, {start: at, end}, {message})}
  }
  return {
    end: endraw.end,
    tokens: [
      {type: 'silent', start: at, end, trimBefore, trimAfter},
      {type: 'text', start: end, end: endraw.start},
      {type: 'silent', ...endraw},
    ],
    ...(fault && {fault}),
  }
}

function scanOutput(text: string, at: number): Step {
  const from = at + 3
  const limit = lineEnd(text, from, {limit: from + maximumMacroLength, linesDown: linesBelow})
  const closing = findClosing(text, from, limit)
  if (closing.kind !== 'closed') {
    const line = text.slice(from, Math.min(closing.at, lineEnd(text, from, {limit})))
    // With other brackets behind the name it is reported as malformed, not as unclosed.
    if (!line.includes(valuesName) || /^[\s-]*custom_key[.\p{L}\p{N}_-]*\s*>/u.test(line))
      return {end: from, tokens: []}
    return unclosed(text, at, '>>>')
  }
  const end = closing.at + 3
  const inside = trimDashes(text, from, closing.at)
  const source = text.slice(inside.start, inside.end)
  const parsed = closing.foreign ? undefined : parseExpression(source, inside.start)
  if (parsed?.expression) {
    const {trimBefore, trimAfter} = inside
    return {
      end,
      tokens: [{type: 'output', start: at, end, trimBefore, trimAfter, expression: parsed.expression}],
    }
  }
  if (/^\s*custom_key[.\p{L}\p{N}_-]*[ \t]*>/u.test(source)) return {end: from, tokens: []}
  const message = outputProblem(source, parsed)
  return message === undefined
    ? {end: from, tokens: []}
    : {end, tokens: [], fault: syntaxFault(text, {start: at, end}, {message})}
}

/** What is wrong with the inside of an output, or `undefined` when it does not look like one. */
function outputProblem(source: string, parsed: ParsedExpression | undefined): string | undefined {
  const [keyword] = /^\s*(?:if|elif|else|endif|for|endfor|set|endset|raw|endraw)(?![\p{L}\p{N}_])/u.exec(source) ?? []
  if (keyword !== undefined && source.trimEnd().endsWith('%')) return 'Found `<<<`, expected `<<<%`'
  const meant = source.includes(valuesName) || /^\s*[\p{L}_][\p{L}\p{N}_]*\.[\p{L}_]/u.test(source)
  if (meant || (parsed?.problem !== undefined && parsed.grammatical)) {
    return parsed?.problem ?? 'Cannot read this expression'
  }
  return undefined
}

function trimDashes(text: string, start: number, end: number): Range & Trim {
  const trimBefore = text.charAt(start) === '-' && end > start
  const first = start + (trimBefore ? 1 : 0)
  const trimAfter = text.charAt(end - 1) === '-' && end > first
  return {start: first, end: end - (trimAfter ? 1 : 0), trimBefore, trimAfter}
}

/** An opening without its end: a fault that reaches over the rest of its line, and leaves that to be scanned. */
function unclosed(text: string, at: number, delimiter: string): Step {
  const opening = delimiter.length === 4 ? 4 : 3
  const from = at + opening
  const line = text.slice(from, lineEnd(text, from, {limit: from + maximumMacroLength}))
  const next = line.indexOf('<<<')
  const rest = next === -1 ? line : line.slice(0, next)
  const range = {start: at, end: from + rest.trimEnd().length}
  const message = `Cannot find the end \`${delimiter}\` of this macro`
  return {end: from, tokens: [], fault: syntaxFault(text, range, {message})}
}

function syntaxFault(
  text: string,
  {start, end}: Range,
  about: {readonly message: string; readonly expected?: readonly string[]},
): Fault {
  return {ruleId: 'macro/syntax', start, end, actual: text.slice(start, end), ...about}
}
