import {describe, expect, it} from 'vitest'
import {formatReport} from '../../../../src/check/reports/format-report.ts'
import type {Report} from '../../../../src/check/reports/report.ts'
import {rules} from '../../../../src/core/rules.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {finding, place, reportOf} from './report-of.ts'

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: {readonly text: string}
  readonly locations: readonly {
    readonly physicalLocation: {readonly artifactLocation: unknown; readonly region?: unknown}
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
}

interface Run {
  readonly tool: {readonly driver: {readonly rules: readonly {readonly id: string; readonly helpUri?: string}[]}}
  readonly results: readonly Result[]
}

const runOf = (report: Report): Run | undefined =>
  (JSON.parse(formatReport('sarif', report, {color: false})) as {runs: Run[]}).runs[0]

const resultOf = (diagnostic: Diagnostic, changes: Partial<Report> = {}): Result | undefined =>
  runOf(reportOf([diagnostic], {'en/install.md': 'one\nsee :icon: {x}'}, changes))?.results[0]

const addressOf = (displayed: string): unknown =>
  resultOf(finding(), {displayPath: () => displayed})?.locations[0]?.physicalLocation.artifactLocation

describe('the SARIF report', () => {
  it('is a log of one run', () => {
    const log = JSON.parse(formatReport('sarif', reportOf([]), {color: false})) as unknown
    expect(log).toEqual({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {driver: {name: 'Docprism', semanticVersion: '1.2.3', rules: expect.any(Array) as unknown}},
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: {'%SRCROOT%': {description: {text: 'The folder that the check was started in'}}},
          invocations: [{executionSuccessful: true}],
          properties: {sources: 410, editions: 4, milliseconds: 2104},
          results: [],
        },
      ],
    })
  })

  it('describes every rule', () => {
    const described = runOf(reportOf([]))?.tool.driver.rules
    expect(described?.map(({id}) => id)).toEqual(Object.keys(rules))
    expect(described?.[0]).toEqual({
      id: 'admonition/unknown-type',
      shortDescription: {text: 'An admonition type that no style knows'},
      defaultConfiguration: {level: 'warning'},
    })
  })

  it('links the pages of rules where they are published', () => {
    const [first] = runOf(reportOf([], {}, {ruleUrl: (id) => `https://x.example/${id}/`}))?.tool.driver.rules ?? []
    expect(first?.helpUri).toBe('https://x.example/admonition/unknown-type/')
  })

  it('has a result for each finding, with its place, its fix and its editions', () => {
    const diagnostic = finding({
      place: place([2, 5], [2, 11]),
      actual: ':icon:',
      expected: [':i:', ':j:'],
      brands: ['aurora'],
      fix: {place: place([2, 5], [2, 11]), text: ':i:'},
      cause: 'The icon was removed',
    })
    const artifactLocation = {uri: 'content/en/install.md', uriBaseId: '%SRCROOT%'}
    const region = {startLine: 2, startColumn: 5, endLine: 2, endColumn: 11}
    expect(resultOf(diagnostic)).toEqual({
      ruleId: 'icon/unknown',
      ruleIndex: Object.keys(rules).indexOf('icon/unknown'),
      level: 'error',
      message: {
        text: 'Unknown icon [aurora]\nhelp: replace `:icon:` with `:i:`\ncaused by: The icon was removed',
      },
      locations: [{physicalLocation: {artifactLocation, region}}],
      fixes: [
        {
          description: {text: 'replace `:icon:` with `:i:`'},
          artifactChanges: [
            {artifactLocation, replacements: [{deletedRegion: region, insertedContent: {text: ':i:'}}]},
          ],
        },
      ],
      properties: {
        editions: ['aurora/en'],
        brands: ['aurora'],
        actual: ':icon:',
        expected: [':i:', ':j:'],
        cause: 'The icon was removed',
      },
      partialFingerprints: {'docprism/v1': expect.stringMatching(/^[0-9a-f]{64}$/) as string},
    })
  })

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'note'],
  ] as const)('calls an %s `%s`', (severity, level) => {
    expect(resultOf(finding({severity}))?.level).toBe(level)
  })

  it('has no region for a finding about a whole file', () => {
    expect(resultOf(finding())?.locations).toEqual([
      {physicalLocation: {artifactLocation: {uri: 'content/en/install.md', uriBaseId: '%SRCROOT%'}}},
    ])
  })

  it('doubles braces, which stand for placeholders', () => {
    expect(resultOf(finding({message: 'Found `{0}`'}))?.message.text).toBe('Found `{{0}}`')
  })

  it.each([
    ['content/zh/安装 1.md', {uri: 'content/zh/%E5%AE%89%E8%A3%85%201.md', uriBaseId: '%SRCROOT%'}],
    ['a:b,c#d?e%.md', {uri: 'a%3Ab%2Cc%23d%3Fe%25.md', uriBaseId: '%SRCROOT%'}],
    ['../snippets/b.md', {uri: '../snippets/b.md', uriBaseId: '%SRCROOT%'}],
    ['/work/a b.md', {uri: 'file:///work/a%20b.md'}],
    ['C:/work/a b.md', {uri: 'file:///C:/work/a%20b.md'}],
    ['https://x.example/a b.md', {uri: 'https://x.example/a%20b.md'}],
    ['https://[/a.md', {uri: 'https%3A//%5B/a.md', uriBaseId: '%SRCROOT%'}],
  ])('writes the path `%s` as a URI', (path, address) => {
    expect(addressOf(path)).toEqual(address)
  })

  it('keeps the fingerprint of a finding whose line moves', () => {
    const id = resultOf(finding({place: place([2, 5], [2, 11])}))?.partialFingerprints
    const moved = reportOf([finding({place: place([4, 5], [4, 11])})], {'en/install.md': '\n\n\nsee :icon: {x}'})
    expect(runOf(moved)?.results[0]?.partialFingerprints).toEqual(id)
  })
})
