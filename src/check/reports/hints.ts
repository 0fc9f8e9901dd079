import type {Diagnostic, Fix} from '../../core/diagnostic.ts'
import {oneLine} from './one-line.ts'
import type {LineReader} from './source-lines.ts'

/** Longest piece of text that a hint repeats, in UTF-16 units. */
const longestQuote = 80

/** Most names that a hint lists. */
const mostNames = 5

/**
 * Message of a finding on one line, with its brands when it does not hold for all:
 * ``Cannot find anchor `#b` [aurora]``.
 */
export function headline({message, brands}: Diagnostic): string {
  return oneLine(brands ? `${message} [${brands.join(', ')}]` : message)
}

/**
 * What a reader can do about a finding and what brought it, a line each: ``help: replace `a` with `b` ``,
 * `caused by: …`.
 */
export function hintsOf(diagnostic: Diagnostic, readLine: LineReader): readonly string[] {
  const help = helpOf(diagnostic, readLine)
  return [
    ...(help === undefined ? [] : [`help: ${help}`]),
    ...(diagnostic.cause === undefined ? [] : [`caused by: ${oneLine(diagnostic.cause)}`]),
  ]
}

/** What a fix does, in the imperative: ``replace `a` with `b` ``, ``insert `a` at 3:4``, ``remove `a` ``. */
export function describeFix({place, text}: Fix, path: string, readLine: LineReader): string {
  const {start, end} = place
  const where = `${start.line}:${start.column}`
  if (start.line === end.line && start.column === end.column) return `insert ${quoted(text)} at ${where}`
  const line = start.line === end.line ? readLine(path, start.line) : undefined
  const old =
    line === undefined ? `${where}-${end.line}:${end.column}` : quoted(line.slice(start.column - 1, end.column - 1))
  return text === '' ? `remove ${old}` : `replace ${old} with ${quoted(text)}`
}

function helpOf({fix, expected, message, path}: Diagnostic, readLine: LineReader): string | undefined {
  if (fix) return describeFix(fix, path, readLine)
  // Most messages end with the nearest match already.
  const unsaid = (expected ?? []).filter((name) => !message.includes(`\`${name}\``)).slice(0, mostNames)
  if (unsaid.length === 0) return undefined
  const names = unsaid.map(quoted)
  const last = names.pop() ?? ''
  return `did you mean ${names.length > 0 ? `${names.join(', ')} or ${last}` : last}`
}

function quoted(text: string): string {
  const cut = text.length > longestQuote ? `${text.slice(0, longestQuote).replace(/[\uD800-\uDBFF]$/, '')}\u2026` : text
  return `\`${oneLine(cut)}\``
}
