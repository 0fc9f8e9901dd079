import type {Place} from '../core/position.ts'
import {globMatcher} from './glob.ts'

/** The rest entry `...`: whatever its nav does not name, narrowed by a pattern on the file or folder name. */
export interface RestNode {
  readonly kind: 'rest'
  /** Pages of sub-folders too, without their folders. */
  readonly flat: boolean
  readonly pattern?: {readonly kind: 'glob' | 'regex'; readonly source: string}
  readonly place?: Place
}

/**
 * Reads a rest entry: `...`, `... | glob=*.md`, `... | step-*`, `... | flat | regex=^v\d`.
 *
 * @returns `undefined` for text that is no rest entry
 */
export function parseRestNode(text: string, place: Place | undefined): RestNode | undefined {
  const trimmed = text.trim()
  if (!trimmed.startsWith('...')) return undefined
  const filter = trimmed.slice(3).trimStart()
  const at = place ? {place} : {}
  if (filter === '') return {kind: 'rest', flat: false, ...at}
  if (!filter.startsWith('|')) return undefined
  const [first = '', ...others] = filter.slice(1).split('|')
  const flat = first.trim() === 'flat'
  // Only the word `flat` is cut off: a regular expression may hold bars.
  const source = (flat ? others.join('|') : filter.slice(1)).trim()
  if (source === '') return {kind: 'rest', flat, ...at}
  const [, kind = 'glob', pattern = source] = /^(glob|regex)\s*=\s*([^]*)$/.exec(source) ?? []
  return {kind: 'rest', flat, pattern: {kind: kind === 'regex' ? 'regex' : 'glob', source: pattern}, ...at}
}

/** Test for the file and folder names that a rest entry takes; a regular expression that is not valid takes none. */
export function restMatcher(rest: RestNode): (name: string) => boolean {
  if (!rest.pattern) return () => true
  if (rest.pattern.kind === 'glob') return globMatcher(rest.pattern.source)
  const expression = readExpression(rest.pattern.source)
  return (name) => expression?.test(name) === true
}

/** Whether the pattern of a rest entry can be used. */
export function isValidRest(rest: RestNode): boolean {
  return rest.pattern?.kind !== 'regex' || readExpression(rest.pattern.source) !== undefined
}

function readExpression(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u')
  } catch {
    return undefined
  }
}
