import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Report} from './report.ts'
import {countBySeverity} from './summary.ts'
import {writeJson} from './write-json.ts'

/** Version of the format: fields are added without a new one, never changed or removed. */
const formatVersion = 1

/**
 * Report as one JSON object: `version`, `tool`, `summary` and `findings`.
 *
 * Places are those of `Diagnostic`: 1-based lines and columns in UTF-16 units, 0-based offsets, ends exclusive.
 */
export function formatJson(report: Report): string {
  const {diagnostics, summary, version} = report
  return writeJson({
    version: formatVersion,
    tool: {name: 'docprism', version},
    summary: {...countBySeverity(diagnostics), ...summary},
    findings: diagnostics.map((diagnostic) => describeFinding(diagnostic, report)),
  })
}

function describeFinding(diagnostic: Diagnostic, report: Report): Readonly<Record<string, unknown>> {
  const {ruleId, severity, message, path, place, actual, expected, brands, fix, cause} = diagnostic
  return {
    ruleId,
    severity,
    message,
    path: report.displayPath(path),
    place,
    actual,
    expected,
    editions: report.editionsOf(diagnostic),
    brands,
    fix,
    cause,
    url: report.ruleUrl?.(ruleId),
  }
}
