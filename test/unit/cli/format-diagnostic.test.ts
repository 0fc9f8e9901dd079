import {describe, expect, it} from 'vitest'
import {formatDiagnostics} from '../../../src/cli/format-diagnostic.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'

const format = {color: false, displayPath: (path: string) => `content/${path}`}

const place = (line: number, from: number, to: number): NonNullable<Diagnostic['place']> => ({
  start: {line, column: from, offset: 0},
  end: {line, column: to, offset: 0},
})

describe('formatDiagnostics', () => {
  it('prints path, place, severity, message, rule and brands on one line', () => {
    const text = formatDiagnostics(
      [
        {
          ruleId: 'link/missing-anchor',
          severity: 'error',
          message: 'Cannot find anchor `#step-3` in `helm.md`; did you mean `#step-2`',
          path: 'en/install.md',
          place: place(42, 7, 31),
          brands: ['aurora'],
        },
      ],
      format,
    )
    expect(text).toBe(
      'content/en/install.md:42:7-42:31  error    Cannot find anchor `#step-3` in `helm.md`; did you mean `#step-2`' +
        '  link/missing-anchor  [aurora]\n',
    )
  })

  it('groups by file and lines the columns of a group up', () => {
    const text = formatDiagnostics(
      [
        {ruleId: 'source/encoding', severity: 'error', message: 'A', path: 'a.md'},
        {ruleId: 'icon/unknown', severity: 'warning', message: 'B', path: 'a.md', place: place(3, 1, 2)},
        {ruleId: 'link/malformed', severity: 'info', message: 'C', path: 'b.md', place: place(1, 1, 2)},
      ],
      format,
    )
    expect(text).toBe(
      [
        'content/a.md          error    A  source/encoding',
        'content/a.md:3:1-3:2  warning  B  icon/unknown',
        '',
        'content/b.md:1:1-1:2  info     C  link/malformed',
        '',
      ].join('\n'),
    )
  })

  it('prints nothing for no findings', () => {
    expect(formatDiagnostics([], format)).toBe('')
  })

  it('writes control characters out, so that a source cannot steer the terminal', () => {
    const message = 'Found `\u001B[2J` and `\r`\nand \uD800'
    const text = formatDiagnostics([{ruleId: 'icon/unknown', severity: 'warning', message, path: 'a\n.md'}], format)
    expect(text).toBe('content/a⏎.md  warning  Found `\\u001b[2J` and `\\u000d`⏎and \\ud800  icon/unknown\n')
  })

  it('colours the severity when asked', () => {
    const finding: Diagnostic = {ruleId: 'icon/unknown', severity: 'error', message: 'A', path: 'a.md'}
    expect(formatDiagnostics([finding], {...format, color: true})).toContain('\u001B[31merror  \u001B[39m')
  })
})
