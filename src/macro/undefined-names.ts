import {dottedName, innerExpressions, type DottedName, type Expression} from './expression.ts'
import type {Fault} from './fault.ts'

/** Names that a condition proves to be defined, by its outcome. */
export interface ProvenNames {
  readonly whenTrue: readonly string[]
  readonly whenFalse: readonly string[]
}

const nothingProven: ProvenNames = {whenTrue: [], whenFalse: []}

/** Names that are known to be defined where a condition `x is defined` holds. */
export function provenNames(condition: Expression): ProvenNames {
  if (condition.type === 'test') {
    const name = dottedName(condition.target)?.parts.join('.')
    if (name === undefined) return nothingProven
    if (condition.name === 'defined') return {whenTrue: [name], whenFalse: []}
    return condition.name === 'undefined' ? {whenTrue: [], whenFalse: [name]} : nothingProven
  }
  if (condition.type === 'unary' && condition.operator === 'not') {
    const {whenTrue, whenFalse} = provenNames(condition.target)
    return {whenTrue: whenFalse, whenFalse: whenTrue}
  }
  if (condition.type === 'binary' && (condition.operator === 'and' || condition.operator === 'or')) {
    const left = provenNames(condition.left)
    const right = provenNames(condition.right)
    if (condition.operator === 'and') return {whenTrue: [...left.whenTrue, ...right.whenTrue], whenFalse: []}
    return {whenTrue: [], whenFalse: [...left.whenFalse, ...right.whenFalse]}
  }
  return nothingProven
}

/**
 * Dotted names that an expression needs to be defined.
 *
 * Left out are names that the expression itself makes fine: `x is defined`, `x | default('…')`, and what stands
 * behind `x is defined and`.
 *
 * @param proven  dotted names already known to be defined
 */
export function neededNames(expression: Expression, proven: ReadonlySet<string>): readonly DottedName[] {
  const name = dottedName(expression)
  if (name) return proven.has(name.parts.join('.')) ? [] : [name]
  switch (expression.type) {
    case 'test': {
      const asksForIt = ['defined', 'undefined'].includes(expression.name) && dottedName(expression.target)
      const asked = asksForIt ? expression.args : [expression.target, ...expression.args]
      return asked.flatMap((inner) => neededNames(inner, proven))
    }
    case 'filter': {
      const [subject, ...others] = innerExpressions(expression)
      const defaults = ['default', 'd'].includes(expression.name) && subject && dottedName(subject)
      return (defaults || !subject ? others : [subject, ...others]).flatMap((inner) => neededNames(inner, proven))
    }
    case 'binary': {
      const {whenTrue, whenFalse} = provenNames(expression.left)
      const more = expression.operator === 'and' ? whenTrue : expression.operator === 'or' ? whenFalse : []
      return [...neededNames(expression.left, proven), ...neededNames(expression.right, including(proven, more))]
    }
    case 'conditional': {
      const {whenTrue, whenFalse} = provenNames(expression.condition)
      const {otherwise} = expression
      return [
        ...neededNames(expression.then, including(proven, whenTrue)),
        ...neededNames(expression.condition, proven),
        ...(otherwise ? neededNames(otherwise, including(proven, whenFalse)) : []),
      ]
    }
    default:
      return innerExpressions(expression).flatMap((inner) => neededNames(inner, proven))
  }
}

// A condition that proves more names than this proves nothing further: copying ever larger sets would be quadratic.
const maximumProvenNames = 500

/** The set with more members; the set itself when there are none to add. */
export function including(set: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return more.length === 0 || set.size > maximumProvenNames ? set : new Set([...set, ...more])
}

/**
 * Makes the fault of a name that has no value.
 *
 * @param closest  known names that could be meant, equally near
 */
export function undefinedFault({parts, start, end}: DottedName, closest: readonly string[]): Fault {
  const name = parts.join('.')
  const [guess] = closest
  return {
    ruleId: 'macro/undefined',
    start,
    end,
    message: `Cannot find \`${name}\`${guess === undefined ? '' : `; did you mean \`${guess}\``}`,
    actual: name,
    ...(guess !== undefined && {expected: closest}),
  }
}

/** Makes the fault of a name that stands for a group of values where text is needed. */
export function groupFault({parts, start, end}: DottedName, members: readonly string[]): Fault {
  const name = parts.join('.')
  const expected = members.slice(0, 5).map((member) => `${name}.${member}`)
  const hint = expected.length === 0 ? '' : `, expected one of ${expected.map((one) => `\`${one}\``).join(', ')}`
  return {
    ruleId: 'macro/undefined',
    start,
    end,
    message: `\`${name}\` is a group of values and has no text${hint}`,
    actual: name,
    ...(expected.length > 0 && {expected}),
  }
}
