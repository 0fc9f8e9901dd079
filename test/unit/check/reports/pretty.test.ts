import {describe, expect, it} from 'vitest'
import {formatReport} from '../../../../src/check/reports/format-report.ts'
import type {Report} from '../../../../src/check/reports/report.ts'
import {finding, oneError, place, reportOf} from './report-of.ts'

const pretty = (report: Report, width?: number): readonly string[] =>
  formatReport('pretty', report, {color: false, ...(width === undefined ? {} : {width})}).split('\n')

describe('the pretty report', () => {
  it('shows the line, the place in it, what to do and what brought it', () => {
    const diagnostic = finding({
      ruleId: 'link/missing-anchor',
      message: 'Cannot find anchor `#step-3` in `helm.md`; did you mean `#step-2`',
      place: place([42, 5], [42, 29]),
      expected: ['helm.md#step-2'],
      brands: ['aurora'],
      fix: {place: place([42, 14], [42, 28]), text: 'helm.md#step-2'},
      cause: '`#step-3` was removed in `helm.md`',
    })
    const source = `${'\n'.repeat(41)}See [Step 3](helm.md#step-3).\n`
    expect(pretty(reportOf([diagnostic], {'en/install.md': source}))).toEqual([
      'content/en/install.md:42:5  error  Cannot find anchor `#step-3` in `helm.md`; did you mean `#step-2`' +
        '  link/missing-anchor  [aurora]',
      '  42 | See [Step 3](helm.md#step-3).',
      '     |     ^^^^^^^^^^^^^^^^^^^^^^^^',
      '  help: replace `helm.md#step-3` with `helm.md#step-2`',
      '  caused by: `#step-3` was removed in `helm.md`',
      '',
      oneError,
      '',
    ])
  })

  it('keeps the findings of a file together and counts them at the end', () => {
    const report = reportOf(
      [
        finding({path: 'en/a.md', message: 'A'}),
        finding({path: 'en/b.md', message: 'B', severity: 'warning', place: place([1, 1], [1, 2])}),
        finding({path: 'en/a.md', message: 'C', severity: 'info', place: place([2, 2], [2, 3])}),
      ],
      {'en/a.md': 'one\ntwo', 'en/b.md': 'three'},
    )
    expect(pretty(report)).toEqual([
      'content/en/a.md  error  A  icon/unknown',
      '',
      'content/en/a.md:2:2  info  C  icon/unknown',
      '  2 | two',
      '    |  ^',
      '',
      'content/en/b.md:1:1  warning  B  icon/unknown',
      '  1 | three',
      '    | ^',
      '',
      '1 error, 1 warning, 1 info in 410 sources, 4 editions, 2.1 s',
      '',
    ])
  })

  it('is the summary line alone where there are no findings', () => {
    expect(pretty(reportOf([]))).toEqual(['no findings in 410 sources, 4 editions, 2.1 s', ''])
  })

  it('shows the first line of a place of several lines', () => {
    const report = reportOf([finding({place: place([1, 5], [3, 2])})], {'en/install.md': 'one two\nthree\nfour'})
    expect(pretty(report).slice(1, 3)).toEqual([
      '  1 | one two', //
      '    |     ^^^',
    ])
  })

  it('puts the caret under full-width text', () => {
    const report = reportOf([finding({place: place([1, 4], [1, 8])})], {'en/install.md': '安装：`极光`。'})
    expect(pretty(report).slice(1, 3)).toEqual([
      '  1 | 安装：`极光`。', //
      '    |       ^^^^^^',
    ])
  })

  it('cuts long lines to the width of the terminal', () => {
    const source = `${'word '.repeat(50)}here ${'word '.repeat(50)}`
    const report = reportOf([finding({place: place([1, 251], [1, 255])})], {'en/install.md': source})
    expect(pretty(report, 40).slice(1, 3)).toEqual([
      '  1 | …ord word here word word word wor…', //
      '    |           ^^^^',
    ])
    expect(pretty(report)[1]).toHaveLength(100)
  })

  it('shows an empty line without white space at its end', () => {
    const report = reportOf([finding({place: place([2, 1], [2, 1])})], {'en/install.md': 'one\n\ntwo'})
    expect(pretty(report).slice(1, 3)).toEqual(['  2 |', '    | ^'])
  })

  it('shows no line where the source or the line cannot be read', () => {
    const here = place([7, 1], [7, 2])
    expect(pretty(reportOf([finding({place: here})])).slice(0, 2)).toEqual([
      'content/en/install.md:7:1  error  Unknown icon  icon/unknown',
      '',
    ])
    expect(pretty(reportOf([finding({place: here})], {'en/install.md': 'one'}))[1]).toBe('')
  })

  it('writes control characters out, so that a source cannot steer the terminal', () => {
    const diagnostic = finding({
      path: 'en/a\n\u001B.md',
      message: 'Found `\u009B2J`\nhere',
      cause: 'By \u0007',
      brands: ['\u001B[1m'],
      expected: ['\u001B'],
      place: place([1, 2], [1, 3]),
    })
    expect(pretty(reportOf([diagnostic], {'en/a\n\u001B.md': '\u001Bx'}))).toEqual([
      'content/en/a⏎\\u001b.md:1:2  error  Found `\\u009b2J`⏎here  icon/unknown  [\\u001b[1m]',
      '  1 | \\u001bx',
      '    |       ^',
      '  help: did you mean `\\u001b`',
      '  caused by: By \\u0007',
      '',
      oneError,
      '',
    ])
  })

  it('colours severities and carets when asked', () => {
    const report = reportOf([finding({place: place([1, 1], [1, 4])})], {'en/install.md': 'one'})
    const text = formatReport('pretty', report, {color: true})
    expect(text).toContain('\u001B[31merror\u001B[39m')
    expect(text).toContain('\u001B[31m^^^\u001B[39m')
  })
})
