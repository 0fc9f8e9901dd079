import {formatGithub} from './github.ts'
import {formatGitlab} from './gitlab.ts'
import {formatJson} from './json.ts'
import {formatJunit} from './junit.ts'
import {formatPretty} from './pretty.ts'
import type {Report, ReportFormat, ReportStyle} from './report.ts'
import {formatSarif} from './sarif.ts'

const formatters: Readonly<Record<ReportFormat, (report: Report, style: ReportStyle) => string>> = {
  pretty: formatPretty,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  gitlab: formatGitlab,
  junit: formatJunit,
}

/** Report as text that ends with a line feed; `style` matters to `pretty` only. */
export function formatReport(format: ReportFormat, report: Report, style: ReportStyle): string {
  return formatters[format](report, style)
}
