import type {Diagnostic} from '../core/diagnostic.ts'

/** `1 page`, `2 pages`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

/** `2 errors, 1 warning`, infos only when there are some; `no findings` for none at all. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const amount = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  if (diagnostics.length === 0) return 'no findings'
  const infos = amount('info')
  const parts = [count(amount('error'), 'error'), count(amount('warning'), 'warning')]
  return [...parts, ...(infos > 0 ? [count(infos, 'info')] : [])].join(', ')
}

/** Time as a reader wants it: `380 ms`, `4.2 s`, `2 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
