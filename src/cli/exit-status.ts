import type {Diagnostic} from '../core/diagnostic.ts'

/** Exit statuses of every command: fine; findings that count; a wrong call, configuration or environment. */
export const exitStatus = {fine: 0, findings: 1, unusable: 2} as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

/** Status after findings: errors count, warnings count when `strict`, infos never do. */
export function statusOf(diagnostics: readonly Diagnostic[], strict: boolean): ExitStatus {
  const counts = diagnostics.some(({severity}) => severity === 'error' || (strict && severity === 'warning'))
  return counts ? exitStatus.findings : exitStatus.fine
}
