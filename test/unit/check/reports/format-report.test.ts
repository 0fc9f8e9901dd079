import {describe, expect, it} from 'vitest'
import {formatReport} from '../../../../src/check/reports/format-report.ts'
import {reportFormats} from '../../../../src/check/reports/report.ts'
import {finding, place, reportOf} from './report-of.ts'

describe.each(reportFormats)('a report as %s', (format) => {
  it('ends with one line feed', () => {
    expect(formatReport(format, reportOf([finding()]), {color: false})).toMatch(/[^\n]\n$/)
    expect(formatReport(format, reportOf([]), {color: false})).toMatch(/[^\n]\n$/)
  })

  it('takes work in proportion to its findings, in a line of a megabyte too', () => {
    const places = Array.from({length: 5000}, (_, index) => place([1, 200 * index + 1], [1, 200 * index + 5]))
    const findings = places.map((where) => finding({place: where, fix: {place: where, text: 'x'}}))
    const report = reportOf(findings, {'en/install.md': '中文 word '.repeat(125_000)})
    const text = formatReport(format, report, {color: false})
    expect(text.match(/icon\/unknown/g)?.length).toBeGreaterThanOrEqual(5000)
  })

  it('asks for each source a few times, however many findings it has', () => {
    const asked: string[] = []
    const sourceText = (path: string): string => {
      asked.push(path)
      return 'one\n'.repeat(100)
    }
    const findings = Array.from({length: 100}, (_, index) => finding({place: place([index + 1, 1], [index + 1, 2])}))
    formatReport(format, reportOf(findings, {}, {sourceText}), {color: false})
    expect(asked.length).toBeLessThanOrEqual(2)
  })
})
