import {describe, expect, it} from 'vitest'
import {statusOf} from '../../../src/cli/exit-status.ts'
import type {Diagnostic, Severity} from '../../../src/core/diagnostic.ts'

const findings = (...severities: readonly Severity[]): readonly Diagnostic[] =>
  severities.map((severity) => ({ruleId: 'icon/unknown', severity, message: 'A', path: 'a.md'}))

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
