import type {Severity} from '../../core/diagnostic.ts'
import {fingerprints} from './fingerprints.ts'
import {headline, hintsOf} from './hints.ts'
import type {Report} from './report.ts'
import {createLineReader, lastLine} from './source-lines.ts'
import {writeJson} from './write-json.ts'

const severities: Readonly<Record<Severity, string>> = {error: 'major', warning: 'minor', info: 'info'}

/** Report as a Code Quality report of GitLab: a JSON array. A finding about a whole file stands on its first line. */
export function formatGitlab(report: Report): string {
  const sourceText = (path: string): string | undefined => report.sourceText(path)
  const readLine = createLineReader(sourceText)
  const ids = fingerprints(report.diagnostics, sourceText)
  return writeJson(
    report.diagnostics.map((diagnostic, index) => ({
      // GitLab shows one line of text and nothing else.
      description: [headline(diagnostic), ...hintsOf(diagnostic, readLine)].join('; '),
      check_name: diagnostic.ruleId,
      fingerprint: ids[index],
      severity: severities[diagnostic.severity],
      location: {
        path: report.displayPath(diagnostic.path),
        lines: diagnostic.place
          ? {begin: diagnostic.place.start.line, end: lastLine(diagnostic.place)}
          : {begin: 1, end: 1},
      },
    })),
  )
}
