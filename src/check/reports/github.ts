import type {Diagnostic, Severity} from '../../core/diagnostic.ts'
import {headline, hintsOf} from './hints.ts'
import type {Report} from './report.ts'
import {createLineReader, lastLine} from './source-lines.ts'
import type {LineReader} from './source-lines.ts'
import {summaryLine} from './summary.ts'

const commands: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'notice'}

/**
 * Report as workflow commands of GitHub Actions, one a finding, and the summary as a last line.
 *
 * `::error file=a.md,line=3,endLine=3,col=5,endColumn=9,title=link/missing-page::Cannot find …`
 */
export function formatGithub(report: Report): string {
  const readLine = createLineReader((path) => report.sourceText(path))
  const lines = report.diagnostics.map((diagnostic) => annotation(diagnostic, report, readLine))
  return `${[...lines, summaryLine(report)].join('\n')}\n`
}

function annotation(diagnostic: Diagnostic, report: Report, readLine: LineReader): string {
  const properties = [
    ['file', report.displayPath(diagnostic.path)],
    ...placeProperties(diagnostic),
    ['title', diagnostic.ruleId],
  ].map(([name = '', value = '']) => `${name}=${escapeProperty(value)}`)
  const message = [headline(diagnostic), ...hintsOf(diagnostic, readLine)].join('\n')
  return `::${commands[diagnostic.severity]} ${properties.join(',')}::${escapeData(message)}`
}

/** Columns only where they belong to one line: the runner drops those of several. */
function placeProperties({place}: Diagnostic): readonly (readonly [name: string, value: string])[] {
  if (!place) return []
  const {start, end} = place
  const endLine = lastLine(place)
  return [
    ['line', String(start.line)],
    ['endLine', String(endLine)],
    ...(endLine === start.line ? [['col', String(start.column)] as const] : []),
    ...(end.line === start.line ? [['endColumn', String(end.column)] as const] : []),
  ]
}

/** Escapes of `@actions/core` 1.11. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
