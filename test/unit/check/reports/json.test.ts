import {describe, expect, it} from 'vitest'
import {formatReport} from '../../../../src/check/reports/format-report.ts'
import type {Report} from '../../../../src/check/reports/report.ts'
import {finding, place, reportOf} from './report-of.ts'

const json = (report: Report): string => formatReport('json', report, {color: false})

describe('the JSON report', () => {
  it('has its version, the tool, the counts and every finding with all that is known', () => {
    const where = {start: {line: 3, column: 5, offset: 40}, end: {line: 3, column: 9, offset: 44}}
    const diagnostic = finding({
      message: 'Cannot find `ab`',
      place: where,
      actual: 'ab',
      expected: ['abc'],
      brands: ['aurora'],
      fix: {place: where, text: 'abc'},
      cause: 'It was renamed',
    })
    const report = reportOf([diagnostic, finding({severity: 'info'})], {}, {ruleUrl: (id) => `https://x.example/${id}`})
    expect(JSON.parse(json(report))).toEqual({
      version: 1,
      tool: {name: 'docprism', version: '1.2.3'},
      summary: {errors: 1, warnings: 0, infos: 1, sources: 410, editions: 4, milliseconds: 2104},
      findings: [
        {
          ruleId: 'icon/unknown',
          severity: 'error',
          message: 'Cannot find `ab`',
          path: 'content/en/install.md',
          place: where,
          actual: 'ab',
          expected: ['abc'],
          editions: ['aurora/en'],
          brands: ['aurora'],
          fix: {place: where, text: 'abc'},
          cause: 'It was renamed',
          url: 'https://x.example/icon/unknown',
        },
        {
          ruleId: 'icon/unknown',
          severity: 'info',
          message: 'Unknown icon',
          path: 'content/en/install.md',
          editions: ['aurora/en', 'borealis/en'],
          url: 'https://x.example/icon/unknown',
        },
      ],
    })
  })

  it('is indented, ends with a line feed, and leaves out what is not known', () => {
    expect(json(reportOf([]))).toBe(
      [
        '{',
        '  "version": 1,',
        '  "tool": {',
        '    "name": "docprism",',
        '    "version": "1.2.3"',
        '  },',
        '  "summary": {',
        '    "errors": 0,',
        '    "warnings": 0,',
        '    "infos": 0,',
        '    "sources": 410,',
        '    "editions": 4,',
        '    "milliseconds": 2104',
        '  },',
        '  "findings": []',
        '}',
        '',
      ].join('\n'),
    )
    expect(json(reportOf([finding({place: place([1, 1], [1, 1])})]))).not.toMatch(
      /actual|expected|brands|fix|cause|url/,
    )
  })

  it('keeps every character of a message, but no halves of surrogate pairs', () => {
    const [first] = (
      JSON.parse(json(reportOf([finding({message: '"\u001B\n\u2028😀\uD800'})]))) as {
        findings: {message: string}[]
      }
    ).findings
    expect(first?.message).toBe('"\u001B\n\u2028😀\uFFFD')
  })
})
