import {createHash} from 'node:crypto'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {createLineReader, type LineReader} from './source-lines.ts'

/** Longest part of a line that findings are recognised by, in UTF-16 units. */
const longestLine = 1000

/**
 * Ids of findings that stay when lines are inserted above them, 64 hexadecimal digits each, no two equal.
 *
 * SHA-256 of the rule, the path, what stands there (or else the message without its positions and suggestions), the
 * text of its first line without the white space around it, and the number of equal findings before it.
 *
 * @param diagnostics  sorted by place, so that equal findings keep their numbers
 * @param sourceText  text of a file by the path of a finding; `undefined` where it cannot be read
 * @returns ids in the order of the findings
 */
export function fingerprints(
  diagnostics: readonly Diagnostic[],
  sourceText: (path: string) => string | undefined,
): readonly string[] {
  const readLine = createLineReader(sourceText)
  const seen = new Map<string, number>()
  return diagnostics.map((diagnostic) => {
    const {ruleId, path} = diagnostic
    const identity = JSON.stringify([ruleId, path, subjectOf(diagnostic), lineOf(diagnostic, readLine)])
    const before = seen.get(identity) ?? 0
    seen.set(identity, before + 1)
    return createHash('sha256').update(`${identity}${before}`).digest('hex')
  })
}

/** First line that a finding is about, without the white space around it; empty for a finding about a whole file. */
export function lineOf({path, place}: Diagnostic, readLine: LineReader): string {
  return (place && readLine(path, place.start.line))?.trim().slice(0, longestLine) ?? ''
}

/** What a finding is about, wherever it stands: what is written there, or else the message without its positions. */
export function subjectOf({actual, message}: Diagnostic): string {
  return actual ?? withoutPositions(message)
}

/** A message without what a change elsewhere can turn: lines, columns and the nearest match. */
function withoutPositions(message: string): string {
  return message
    .replace(/; did you mean .*$/su, '')
    .replace(/\b\d+:\d+(?:-\d+:\d+)?\b/gu, '')
    .replace(/\b(lines?|columns?) \d+(?:-\d+)?/gu, '$1')
}
