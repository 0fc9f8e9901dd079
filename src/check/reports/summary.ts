import type {Diagnostic} from '../../core/diagnostic.ts'
import {oneLine} from './one-line.ts'
import type {Report} from './report.ts'

/** How many findings there are of each severity. */
export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** Findings of each severity, counted. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): FindingCounts {
  const amount = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  return {errors: amount('error'), warnings: amount('warning'), infos: amount('info')}
}

/** `1 page`, `2 pages`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

/** `2 errors, 1 warning`, infos only when there are some; `no findings` for none at all. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'no findings'
  const {errors, warnings, infos} = countBySeverity(diagnostics)
  const parts = [count(errors, 'error'), count(warnings, 'warning')]
  return [...parts, ...(infos > 0 ? [count(infos, 'info')] : [])].join(', ')
}

/** Time as a reader wants it: `380 ms`, `4.2 s`, `2 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  const whole = Math.round(milliseconds)
  if (whole < 1000) return `${whole} ms`
  const tenths = Math.round(whole / 100)
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`
  const seconds = Math.round(whole / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/**
 * `12 errors, 3 warnings in 410 sources, 4 editions, 2.1 s`; with a commit that was compared with, `2 errors, 0 warnings
 * introduced since origin/main in 410 sources, …`; with a baseline, a second sentence about it.
 */
export function summaryLine({diagnostics, summary}: Pick<Report, 'diagnostics' | 'summary'>): string {
  const {sources, editions, milliseconds, since, baseline} = summary
  const introduced = since === undefined ? '' : ` introduced since ${oneLine(since)}`
  const checked = `${countFindings(diagnostics)}${introduced} in ${count(sources, 'source')}`
  const line = `${checked}, ${count(editions, 'edition')}, ${formatDuration(milliseconds)}`
  return baseline ? `${line}; ${aboutBaseline(baseline)}` : line
}

/** `12 known from the baseline; 3 of the baseline are mended, update it with --update-baseline`. */
function aboutBaseline({known, mended}: NonNullable<Report['summary']['baseline']>): string {
  const about = `${known} known from the baseline`
  if (mended === 0) return about
  return `${about}; ${mended} of the baseline ${mended === 1 ? 'is' : 'are'} mended, update it with --update-baseline`
}
