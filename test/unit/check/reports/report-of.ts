import type {Report} from '../../../../src/check/reports/report.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import type {Place} from '../../../../src/core/position.ts'

/** Place from 1-based lines and columns, end exclusive; its offsets are 0. */
export function place(from: readonly [number, number], to: readonly [number, number]): Place {
  return {start: {line: from[0], column: from[1], offset: 0}, end: {line: to[0], column: to[1], offset: 0}}
}

/** A finding of `en/install.md`, with what a test wants different. */
export function finding(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {ruleId: 'icon/unknown', severity: 'error', message: 'Unknown icon', path: 'en/install.md', ...changes}
}

/** A report on `content/` for two brands in English and Chinese. */
export function reportOf(
  diagnostics: readonly Diagnostic[],
  sources: Readonly<Record<string, string>> = {},
  changes: Partial<Report> = {},
): Report {
  return {
    diagnostics,
    summary: {sources: 410, editions: 4, milliseconds: 2104},
    version: '1.2.3',
    displayPath: (path) => `content/${path}`,
    editionsOf: ({path, brands = ['aurora', 'borealis']}) => brands.map((brand) => `${brand}/${path.slice(0, 2)}`),
    sourceText: (path) => sources[path],
    ...changes,
  }
}

/** Summary line of a report with one error. */
export const oneError = '1 error, 0 warnings in 410 sources, 4 editions, 2.1 s'
