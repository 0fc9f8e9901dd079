import {describe, expect, it} from 'vitest'
import {formatReport} from '../../../../src/check/reports/format-report.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {finding, oneError, place, reportOf} from './report-of.ts'

const github = (diagnostic: Diagnostic): readonly string[] =>
  formatReport('github', reportOf([diagnostic], {'en/install.md': 'one\ntwo\nthree :icon: x'}), {color: false}).split(
    '\n',
  )

describe('the GitHub report', () => {
  it('is a workflow command for each finding, and the summary', () => {
    expect(github(finding({place: place([3, 7], [3, 13])}))).toEqual([
      '::error file=content/en/install.md,line=3,endLine=3,col=7,endColumn=13,title=icon/unknown::Unknown icon',
      oneError,
      '',
    ])
  })

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('reports an %s as `%s`', (severity, command) => {
    expect(github(finding({severity}))[0]).toBe(
      `::${command} file=content/en/install.md,title=icon/unknown::Unknown icon`,
    )
  })

  it.each([
    ['several lines', place([1, 2], [3, 4]), 'line=1,endLine=3'],
    ['a line with its ending', place([1, 2], [2, 1]), 'line=1,endLine=1,col=2'],
    ['lines with their endings', place([1, 1], [3, 1]), 'line=1,endLine=2'],
    ['a point', place([2, 3], [2, 3]), 'line=2,endLine=2,col=3,endColumn=3'],
  ])('has columns for places in one line only: %s', (_, where, properties) => {
    expect(github(finding({place: where}))[0]).toContain(`.md,${properties},title=`)
  })

  it('escapes properties and messages', () => {
    const diagnostic = finding({path: 'en/100% a, b:c\r\n.md', message: '100%: `a,b::c`'})
    expect(github(diagnostic)[0]).toBe(
      '::error file=content/en/100%25 a%2C b%3Ac%0D%0A.md,title=icon/unknown::100%25: `a,b::c`',
    )
  })

  it('keeps a message from starting a command of its own', () => {
    expect(github(finding({message: 'x\n::stop-commands::y\r::debug::z'}))).toEqual([
      '::error file=content/en/install.md,title=icon/unknown::x⏎::stop-commands::y\\u000d::debug::z',
      oneError,
      '',
    ])
  })

  it('takes Windows paths', () => {
    const report = reportOf([finding()], {}, {displayPath: (path) => `C:/work/${path}`})
    expect(formatReport('github', report, {color: false})).toContain('file=C%3A/work/en/install.md,')
  })

  it('tells brands, fix and cause on lines of the message', () => {
    const diagnostic = finding({
      brands: ['aurora'],
      fix: {place: place([3, 7], [3, 13]), text: ':i:'},
      cause: 'The icon was removed',
    })
    expect(github(diagnostic)[0]).toContain(
      '::Unknown icon [aurora]%0Ahelp: replace `:icon:` with `:i:`%0Acaused by: The icon was removed',
    )
  })

  it('is the summary line alone where there are no findings', () => {
    expect(formatReport('github', reportOf([]), {color: false})).toBe('no findings in 410 sources, 4 editions, 2.1 s\n')
  })
})
