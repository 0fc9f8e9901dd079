import type {Diagnostic} from '../../core/diagnostic.ts'
import {groupByPath} from './group-by-path.ts'
import {headline, hintsOf} from './hints.ts'
import type {Report} from './report.ts'
import {createLineReader} from './source-lines.ts'
import type {LineReader} from './source-lines.ts'
import {xmlElement, xmlText} from './write-xml.ts'
import type {Attributes} from './write-xml.ts'

/**
 * Report as JUnit XML: a test suite for each file with findings, a test case for each finding, and one case that
 * passes where there are none. Errors and warnings fail their case; an info passes and says so in `system-out`.
 */
export function formatJunit(report: Report): string {
  const {diagnostics, summary} = report
  const readLine = createLineReader((path) => report.sourceText(path))
  const suites = [...groupByPath(diagnostics)].map(([path, group]) => suite(report.displayPath(path), group, readLine))
  const time = (summary.milliseconds / 1000).toFixed(3)
  const attributes = {name: 'docprism check', ...counts(diagnostics), time}
  const root = xmlElement('testsuites', attributes, suites.length > 0 ? suites : [passingSuite()])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function passingSuite(): string {
  const testCase = xmlElement('testcase', {name: 'no findings', classname: 'docprism', time: '0'}, [])
  return xmlElement('testsuite', {name: 'docprism', ...counts([]), time: '0'}, [testCase])
}

function suite(file: string, diagnostics: readonly Diagnostic[], readLine: LineReader): string {
  const cases = diagnostics.map((diagnostic) => testCase(file, diagnostic, readLine))
  return xmlElement('testsuite', {name: file, ...counts(diagnostics), time: '0'}, cases)
}

function testCase(file: string, diagnostic: Diagnostic, readLine: LineReader): string {
  const {place, ruleId, severity} = diagnostic
  const where = place && `${place.start.line}:${place.start.column}`
  const message = headline(diagnostic)
  const text = [where ? `${file}:${where}` : file, message, ...hintsOf(diagnostic, readLine)].join('\n')
  const outcome =
    severity === 'info' ? xmlText('system-out', {}, text) : xmlText('failure', {type: severity, message}, text)
  const name = where ? `${ruleId} at ${where}` : ruleId
  return xmlElement('testcase', {name, classname: file, file, time: '0'}, [outcome])
}

/** A suite without findings has the one case that passes. */
function counts(diagnostics: readonly Diagnostic[]): Attributes {
  const failures = diagnostics.filter(({severity}) => severity !== 'info').length
  return {tests: String(Math.max(1, diagnostics.length)), failures: String(failures), errors: '0', skipped: '0'}
}
