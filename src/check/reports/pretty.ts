import picocolors from 'picocolors'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {cutExcerpt} from './excerpt.ts'
import {groupByPath} from './group-by-path.ts'
import {hintsOf} from './hints.ts'
import {oneLine} from './one-line.ts'
import type {Report, ReportStyle} from './report.ts'
import {severityColor} from './severity-color.ts'
import type {Colors} from './severity-color.ts'
import {createLineReader} from './source-lines.ts'
import type {LineReader} from './source-lines.ts'
import {summaryLine} from './summary.ts'

interface Context {
  readonly report: Report
  readonly colors: Colors
  readonly width: number
  readonly readLine: LineReader
}

const defaultWidth = 100

/**
 * Report for a person: each finding with the line that it is about, the place in it, and what to do; then the summary.
 *
 * ```text
 * content/en/install.md:42:5  error  Cannot find anchor `#step-3` in `helm.md`  link/missing-anchor  [aurora]
 *   42 | See [Step 3](helm.md#step-3).
 *      |     ^^^^^^^^^^^^^^^^^^^^^^^^
 *   help: replace `helm.md#step-3` with `helm.md#step-2`
 *   caused by: `#step-3` was removed in `helm.md`
 * ```
 *
 * Findings of one file stand together. A place of several lines shows the first of them.
 */
export function formatPretty(report: Report, {color, width = defaultWidth}: ReportStyle): string {
  const colors = picocolors.createColors(color)
  const context = {report, colors, width, readLine: createLineReader((path) => report.sourceText(path))}
  const findings = [...groupByPath(report.diagnostics).values()].flat().map((finding) => describe(finding, context))
  return `${[...findings, summaryLine(report)].join('\n\n')}\n`
}

function describe(diagnostic: Diagnostic, context: Context): string {
  const {colors} = context
  const hints = hintsOf(diagnostic, context.readLine).map((hint) => {
    const label = hint.slice(0, hint.indexOf(':') + 1)
    return `  ${colors.bold(label)}${hint.slice(label.length)}`
  })
  return [header(diagnostic, context), ...excerptLines(diagnostic, context), ...hints].join('\n')
}

function header({path, place, severity, message, ruleId, brands}: Diagnostic, {report, colors}: Context): string {
  const where = place ? `:${place.start.line}:${place.start.column}` : ''
  return [
    `${colors.bold(oneLine(report.displayPath(path)))}${where}`,
    severityColor(severity, colors)(severity),
    oneLine(message),
    colors.dim(ruleId),
    ...(brands ? [colors.cyan(`[${brands.map(oneLine).join(', ')}]`)] : []),
  ].join('  ')
}

function excerptLines({path, place, severity}: Diagnostic, {colors, width, readLine}: Context): readonly string[] {
  if (!place) return []
  const {start, end} = place
  const line = readLine(path, start.line)
  if (line === undefined) return []
  const number = String(start.line)
  const marked = {start: start.column - 1, end: end.line === start.line ? end.column - 1 : line.length}
  const excerpt = cutExcerpt(line, marked, width - number.length - '   | '.length)
  const caret = severityColor(severity, colors)('^'.repeat(excerpt.length))
  return [
    `  ${colors.dim(`${number} |`)} ${excerpt.text}`.trimEnd(),
    `  ${colors.dim(`${' '.repeat(number.length)} |`)} ${' '.repeat(excerpt.indent)}${caret}`,
  ]
}
