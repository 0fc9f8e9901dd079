import type {Diagnostic, Severity} from '../../core/diagnostic.ts'
import {encodePath} from '../../core/paths.ts'
import type {Place} from '../../core/position.ts'
import {rules} from '../../core/rules.ts'
import type {RuleId} from '../../core/rules.ts'
import {fingerprints} from './fingerprints.ts'
import {describeFix, headline, hintsOf} from './hints.ts'
import type {Report} from './report.ts'
import {createLineReader} from './source-lines.ts'
import type {LineReader} from './source-lines.ts'
import {writeJson} from './write-json.ts'

type Json = Readonly<Record<string, unknown>>

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'note'}

const ruleIds = Object.keys(rules) as readonly RuleId[]

const indexByRule: ReadonlyMap<RuleId, number> = new Map(ruleIds.map((id, index) => [id, index]))

/**
 * Report as a SARIF 2.1.0 log (OASIS standard, with errata 01) of one run.
 *
 * Paths are relative to `%SRCROOT%`, the working folder, whose address is left to the reader of the log.
 */
export function formatSarif(report: Report): string {
  const sourceText = (path: string): string | undefined => report.sourceText(path)
  const readLine = createLineReader(sourceText)
  const ids = fingerprints(report.diagnostics, sourceText)
  const driver = {
    name: 'Docprism',
    semanticVersion: report.version,
    rules: ruleIds.map((id) => describeRule(id, report)),
  }
  const run = {
    tool: {driver},
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {'%SRCROOT%': {description: message('The folder that the check was started in')}},
    invocations: [{executionSuccessful: true}],
    properties: report.summary,
    results: report.diagnostics.map((diagnostic, index) => ({
      ...describeResult(diagnostic, report, readLine),
      partialFingerprints: {'docprism/v1': ids[index]},
    })),
  }
  return writeJson({$schema: schema, version: '2.1.0', runs: [run]})
}

function describeRule(id: RuleId, report: Report): Json {
  const {severity, summary} = rules[id]
  return {
    id,
    shortDescription: message(summary),
    helpUri: report.ruleUrl?.(id),
    defaultConfiguration: {level: levels[severity]},
  }
}

function describeResult(diagnostic: Diagnostic, report: Report, readLine: LineReader): Json {
  const {ruleId, severity, path, place, actual, expected, brands, fix, cause} = diagnostic
  const artifactLocation = locateArtifact(report.displayPath(path))
  return {
    ruleId,
    ruleIndex: indexByRule.get(ruleId),
    level: levels[severity],
    message: message([headline(diagnostic), ...hintsOf(diagnostic, readLine)].join('\n')),
    locations: [{physicalLocation: {artifactLocation, region: place && region(place)}}],
    fixes: fix && [
      {
        description: message(describeFix(fix, path, readLine)),
        artifactChanges: [
          {
            artifactLocation,
            replacements: [{deletedRegion: region(fix.place), insertedContent: {text: fix.text}}],
          },
        ],
      },
    ],
    properties: {editions: report.editionsOf(diagnostic), brands, actual, expected, cause},
  }
}

/** Braces stand for placeholders in a message of SARIF (3.11.5), doubled ones for themselves. */
function message(text: string): Json {
  return {text: text.replace(/[{}]/g, '$&$&')}
}

/** Regions of SARIF count as places do: from 1, in UTF-16 units, end column exclusive. */
function region({start, end}: Place): Json {
  return {startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column}
}

function locateArtifact(path: string): Json {
  if (/^https?:\/\//i.test(path) && URL.canParse(path)) return {uri: new URL(path).href}
  if (path.startsWith('/')) return {uri: `file://${encodePath(path)}`}
  const [, drive, rest] = /^([A-Za-z]:)(\/.*)$/s.exec(path) ?? []
  if (drive !== undefined && rest !== undefined) return {uri: `file:///${drive}${encodePath(rest)}`}
  return {uri: encodePath(path), uriBaseId: '%SRCROOT%'}
}
