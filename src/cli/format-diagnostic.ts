import picocolors from 'picocolors'
import {groupByPath} from '../check/reports/group-by-path.ts'
import {oneLine} from '../check/reports/one-line.ts'
import {severityColor} from '../check/reports/severity-color.ts'
import type {Colors} from '../check/reports/severity-color.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Place} from '../core/position.ts'

/** How findings are printed. */
export interface DiagnosticFormat {
  readonly color: boolean
  /** Path as the user would type it, from the path of a finding. */
  displayPath(path: string): string
}

/**
 * Findings as text, one a line, grouped by file with an empty line between the groups.
 *
 * `content/en/a.md:42:7-42:31  error  Cannot find anchor `#b`  link/missing-anchor  [aurora]`; columns line up inside
 * a group. Ends with a line feed unless there are no findings.
 *
 * @param diagnostics  sorted, so that those of one file stand together
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], format: DiagnosticFormat): string {
  const colors = picocolors.createColors(format.color)
  return [...groupByPath(diagnostics)]
    .map(([path, group]) => formatGroup(oneLine(format.displayPath(path)), group, colors))
    .join('\n')
}

function formatGroup(path: string, group: readonly Diagnostic[], colors: Colors): string {
  const width = group.reduce((widest, {place}) => Math.max(widest, formatPlace(place).length), 0)
  return group
    .map((diagnostic) => {
      const place = formatPlace(diagnostic.place)
      const padding = ' '.repeat(width - place.length)
      const severity = diagnostic.severity.padEnd('warning'.length)
      const columns = [
        `${colors.bold(path)}${place}${padding}`,
        severityColor(diagnostic.severity, colors)(severity),
        oneLine(diagnostic.message),
        colors.dim(diagnostic.ruleId),
        ...(diagnostic.brands ? [colors.cyan(`[${diagnostic.brands.join(', ')}]`)] : []),
      ]
      return `${columns.join('  ')}\n`
    })
    .join('')
}

/** `:line:column-line:column`, or nothing for a finding about a file as a whole. */
function formatPlace(place: Place | undefined): string {
  if (!place) return ''
  const {start, end} = place
  return `:${start.line}:${start.column}-${end.line}:${end.column}`
}
