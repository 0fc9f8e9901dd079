import {describe, expect, it} from 'vitest'
import {statusOf} from '../../../src/cli/exit-status.ts'
import {count, countFindings, formatDuration} from '../../../src/cli/summary.ts'
import type {Diagnostic, Severity} from '../../../src/core/diagnostic.ts'

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

  it.each([
    [0.4, '0 ms'],
    [381.6, '382 ms'],
    [4230, '4.2 s'],
    [125_000, '2 min 5 s'],
  ])('prints %d milliseconds as `%s`', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text)
  })
})

describe('the exit status', () => {
  it.each([
    [findings(), false, 0],
    [findings('info'), true, 0],
    [findings('warning'), false, 0],
    [findings('warning'), true, 1],
    [findings('warning', 'error'), false, 1],
  ])('follows from the worst finding that counts', (diagnostics, strict, status) => {
    expect(statusOf(diagnostics, strict)).toBe(status)
  })
})
