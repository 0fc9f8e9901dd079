import {describe, expect, it} from 'vitest'
import {formatReport} from '../../../../src/check/reports/format-report.ts'
import type {Report} from '../../../../src/check/reports/report.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {finding, place, reportOf} from './report-of.ts'

interface Issue {
  readonly description: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: {readonly path: string; readonly lines: unknown}
}

const issues = (report: Report): readonly Issue[] =>
  JSON.parse(formatReport('gitlab', report, {color: false})) as readonly Issue[]

const issue = (diagnostic: Diagnostic): Issue | undefined =>
  issues(reportOf([diagnostic], {'en/install.md': 'one\ntwo'}))[0]

describe('the GitLab report', () => {
  it('is a Code Quality array', () => {
    expect(issue(finding({place: place([2, 1], [2, 4])}))).toEqual({
      description: 'Unknown icon',
      check_name: 'icon/unknown',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      severity: 'major',
      location: {path: 'content/en/install.md', lines: {begin: 2, end: 2}},
    })
  })

  it.each([
    ['error', 'major'],
    ['warning', 'minor'],
    ['info', 'info'],
  ] as const)('grades an %s as %s', (severity, grade) => {
    expect(issue(finding({severity}))?.severity).toBe(grade)
  })

  it('puts a finding about a whole file on its first line', () => {
    expect(issue(finding())?.location.lines).toEqual({begin: 1, end: 1})
  })

  it('ends with the last line that a place touches', () => {
    expect(issue(finding({place: place([1, 1], [3, 1])}))?.location.lines).toEqual({begin: 1, end: 2})
  })

  it('says all in one line', () => {
    const changes = {brands: ['aurora'], expected: ['a', 'b'], cause: 'The icon was removed'}
    expect(issue(finding({message: 'Unknown\nicon', ...changes}))?.description).toBe(
      'Unknown⏎icon [aurora]; help: did you mean `a` or `b`; caused by: The icon was removed',
    )
  })

  it('has a fingerprint of its own for each of equal findings', () => {
    const report = reportOf([finding(), finding(), finding()])
    expect(new Set(issues(report).map(({fingerprint}) => fingerprint)).size).toBe(3)
  })

  it('is an empty array where there are no findings', () => {
    expect(formatReport('gitlab', reportOf([]), {color: false})).toBe('[]\n')
  })
})
