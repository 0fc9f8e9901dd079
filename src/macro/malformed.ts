import type {Fault} from './fault.ts'
import {valuesName} from './scope.ts'

const furthestSpace = 20

/**
 * Finds look-ups of `custom_key` with the wrong brackets: `{{{ custom_key.x }}}`, `<< custom_key.x >>`,
 * `<<< custom_key.x >>`. Only a dotted name alone between the brackets counts, so code that shifts or compares stays
 * what it is.
 *
 * @param start  first offset to look at
 * @param end  offset to stop at; between the two there are no macros
 */
export function malformedMacros(text: string, start: number, end: number): readonly Fault[] {
  const nameTail = /(?:\.[\p{L}\p{N}_-]+)*/uy
  const faults: Fault[] = []
  for (let at = text.indexOf(valuesName, start); at !== -1 && at < end; at = text.indexOf(valuesName, at + 1)) {
    if (/[\p{L}\p{N}_.]/u.test(text.charAt(at - 1))) continue
    nameTail.lastIndex = at + valuesName.length
    const name = valuesName + (nameTail.exec(text)?.[0] ?? '')
    const open = bracketRun(text, at, -1)
    const close = bracketRun(text, at + name.length, 1)
    if (open.edge < start || close.edge > end || !isMalformed(open, close)) continue
    const correct = `<<< ${name} >>>`
    const actual = text.slice(open.edge, close.edge)
    faults.push({
      ruleId: 'macro/malformed',
      start: open.edge,
      end: close.edge,
      message: `Found \`${actual}\`, expected \`${correct}\``,
      actual,
      expected: [correct],
    })
  }
  return faults
}

interface BracketRun {
  readonly bracket: string
  readonly count: number
  /** Outer edge. */
  readonly edge: number
}

function isMalformed(open: BracketRun, close: BracketRun): boolean {
  if (open.bracket === '{' || close.bracket === '}') {
    return open.bracket === '{' && close.bracket === '}' && open.count + close.count > 2
  }
  if (open.count > 0) return close.count > 0 && open.count + close.count > 2
  return close.count === 3
}

/** Offset behind the white space (and a trim dash) next to a name; `direction` 1 goes right, -1 left. */
function skipSpaces(text: string, from: number, direction: 1 | -1): number {
  let at = from
  const next = (): string => text.charAt(direction === 1 ? at : at - 1)
  for (let steps = 0; steps < furthestSpace && (next() === ' ' || next() === '\t'); steps++) at += direction
  if (next() === '-') at += direction
  return at
}

/** Brackets next to a name; without any, the run is empty and ends where the name does. */
function bracketRun(text: string, name: number, direction: 1 | -1): BracketRun {
  const from = skipSpaces(text, name, direction)
  const brackets = direction === 1 ? '>}' : '<{'
  const bracket = text.charAt(direction === 1 ? from : from - 1)
  if (bracket === '' || !brackets.includes(bracket)) return {bracket: '', count: 0, edge: name}
  let edge = from
  while (text.charAt(direction === 1 ? edge : edge - 1) === bracket) edge += direction
  return {bracket, count: Math.abs(edge - from), edge}
}
