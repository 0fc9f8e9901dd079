import {describe, expect, it} from 'vitest'
import {
  count,
  countBySeverity,
  countFindings,
  formatDuration,
  summaryLine,
} from '../../../../src/check/reports/summary.ts'
import type {Report} from '../../../../src/check/reports/report.ts'
import type {Diagnostic, Severity} from '../../../../src/core/diagnostic.ts'

const findings = (...severities: readonly Severity[]): readonly Diagnostic[] =>
  severities.map((severity) => ({ruleId: 'icon/unknown', severity, message: 'A', path: 'a.md'}))

describe('the summary line', () => {
  it.each([
    [0, '0 pages'],
    [1, '1 page'],
    [2, '2 pages'],
  ])('counts %i as `%s`', (amount, text) => {
    expect(count(amount, 'page')).toBe(text)
  })

  it.each([
    [findings(), 'no findings'],
    [findings('error', 'error', 'warning'), '2 errors, 1 warning'],
    [findings('info'), '0 errors, 0 warnings, 1 info'],
  ])('counts findings by severity', (diagnostics, text) => {
    expect(countFindings(diagnostics)).toBe(text)
  })

  it('gives the counts of each severity', () => {
    expect(countBySeverity(findings('info', 'error', 'error'))).toEqual({errors: 2, warnings: 0, infos: 1})
  })

  it.each([
    [0.4, '0 ms'],
    [381.6, '382 ms'],
    [999.6, '1.0 s'],
    [4230, '4.2 s'],
    [59_949, '59.9 s'],
    [59_960, '1 min 0 s'],
    [119_700, '2 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('prints %d milliseconds as `%s`', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text)
  })

  it.each([
    [findings('error', 'warning', 'warning'), 410, '1 error, 2 warnings in 410 sources, 4 editions, 2.1 s'],
    [findings(), 1, 'no findings in 1 source, 4 editions, 2.1 s'],
  ])('says what was found, in what and how fast', (diagnostics, sources, text) => {
    expect(summaryLine({diagnostics, summary: {sources, editions: 4, milliseconds: 2104}})).toBe(text)
  })

  it('says since when, and what a baseline leaves out', () => {
    const summary = {sources: 410, editions: 4, milliseconds: 2104}
    const line = (more: Partial<Report['summary']>) =>
      summaryLine({diagnostics: findings('error', 'error'), summary: {...summary, ...more}})
    expect(line({since: 'origin/main'})).toBe(
      '2 errors, 0 warnings introduced since origin/main in 410 sources, 4 editions, 2.1 s',
    )
    expect(line({baseline: {known: 12, mended: 0}})).toBe(
      '2 errors, 0 warnings in 410 sources, 4 editions, 2.1 s; 12 known from the baseline',
    )
    expect(line({baseline: {known: 12, mended: 1}})).toContain(
      '; 1 of the baseline is mended, update it with --update-baseline',
    )
  })
})
