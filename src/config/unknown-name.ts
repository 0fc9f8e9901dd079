import {nearest} from '../core/nearest.ts'
import {listChoices, quoteValue} from './finding.ts'

/** Most letters of choices that a message lists. */
const longestChoices = 120

/** The parts of a finding about a name that nobody knows. */
export interface UnknownName {
  readonly message: string
  readonly actual: string
  readonly expected?: readonly string[]
}

/**
 * Words for a name that is not among `known`: the nearest one when it looks like a typo, else the choices
 * (left out when there are more than fit into a sentence).
 *
 * @param kind  what the name stands for: `key`, `brand`, `locale`, `extension`, `option`
 */
export function unknownName(kind: string, name: string, known: readonly string[]): UnknownName {
  const guess = nearest(name, known)
  const found = `Unknown ${kind} ${quoteValue(name)}`
  if (guess !== undefined) return {message: `${found}; did you mean \`${guess}\``, actual: name, expected: [guess]}
  if (known.length === 0 || known.join('').length > longestChoices) return {message: found, actual: name}
  return {message: `${found}, expected ${listChoices(known)}`, actual: name, expected: known}
}
