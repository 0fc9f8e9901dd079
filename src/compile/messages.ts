import type {VFileMessage} from 'vfile-message'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Place} from '../core/position.ts'
import {isRuleId, rules} from '../core/rules.ts'

/** Diagnostic of a plugin's message, whose rule is `source/ruleId`; `undefined` for a rule that is not ours. */
export function toDiagnostic(
  message: VFileMessage,
  context: {path: string; range: (start: number, end: number) => Place},
): Diagnostic | undefined {
  const ruleId = `${message.source ?? ''}/${message.ruleId ?? ''}`
  if (!isRuleId(ruleId)) return undefined
  const {place} = message
  const start = place && 'start' in place ? place.start.offset : place?.offset
  const end = place && 'start' in place ? place.end.offset : start
  return {
    ruleId,
    severity: rules[ruleId].severity,
    message: message.reason,
    path: context.path,
    ...(start !== undefined && {place: context.range(start, end ?? start)}),
    ...(message.actual !== undefined && {actual: message.actual}),
    ...(message.expected && {expected: message.expected}),
  }
}
