import type picocolors from 'picocolors'
import type {Severity} from '../../core/diagnostic.ts'

export type Colors = ReturnType<typeof picocolors.createColors>

/** Paints text in the colour of a severity. */
export function severityColor(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red
  return severity === 'warning' ? colors.yellow : colors.blue
}
