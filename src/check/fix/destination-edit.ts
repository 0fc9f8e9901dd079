import {decodeDestination, type Destination} from './destination.ts'
import type {TextRange} from './text-range.ts'

/** A file as destinations are looked for in it. */
export interface DestinationText {
  readonly text: string
  /** Ranges of macros, in order. */
  readonly macros: readonly TextRange[]
}

/** What stands before the first macro of a destination and behind its last one. */
interface Literals {
  readonly before: TextRange
  readonly after: TextRange
}

// What may be written into every kind of destination, and into a table, as it stands.
const unsafe = /[\s<>|`"'\\{}()[\]*]|&#?\w*;/

/** Whether a destination in a file stands for this text, whatever the values of its macros are. */
export function isDestinationOf(destination: Destination, actual: string, source: DestinationText): boolean {
  const literals = literalsOf(destination, source)
  if (!literals) return decode(destination, destination, source).text === actual
  const before = decode(literals.before, destination, source).text
  const after = decode(literals.after, destination, source).text
  return actual.length >= before.length + after.length && actual.startsWith(before) && actual.endsWith(after)
}

/**
 * The smallest change that makes a destination stand for another text.
 *
 * @returns `undefined` where a macro would have to change, or what is new cannot be written as it stands
 */
export function editDestination(
  destination: Destination,
  change: {readonly actual: string; readonly expected: string},
  source: DestinationText,
): (TextRange & {readonly text: string}) | undefined {
  const {actual, expected} = change
  const start = sharedStart(actual, expected)
  const shared = sharedEnd(actual.slice(start), expected.slice(start))
  const end = actual.length - shared
  const text = expected.slice(start, expected.length - shared)
  if (unsafe.test(text)) return undefined
  const literals = literalsOf(destination, source)
  const ranges = literals ? [literals.before, literals.after] : [destination]
  for (const [index, range] of ranges.entries()) {
    const decoded = decode(range, destination, source)
    const shift = index === 0 ? 0 : actual.length - decoded.text.length
    const [from, to] = [decoded.offsets[start - shift], decoded.offsets[end - shift]]
    if (from === undefined || to === undefined) continue
    const edit = {start: range.start + from, end: range.start + to, text}
    return standsFor(expected, {destination, edit, source}) ? edit : undefined
  }
  return undefined
}

/** Whether a destination without macros stands for a text once it is edited. */
function standsFor(
  expected: string,
  {destination, edit, source}: {destination: Destination; edit: TextRange & {text: string}; source: DestinationText},
): boolean {
  if (literalsOf(destination, source)) return true
  const {text} = source
  const raw = text.slice(destination.start, edit.start) + edit.text + text.slice(edit.end, destination.end)
  return raw !== '' && decodeDestination(raw, destination.syntax).text === expected
}

function decode(
  range: TextRange,
  {syntax}: Destination,
  {text}: DestinationText,
): ReturnType<typeof decodeDestination> {
  return decodeDestination(text.slice(range.start, range.end), syntax)
}

function literalsOf(destination: TextRange, {macros}: DestinationText): Literals | undefined {
  const inside = macros.filter(({start, end}) => start < destination.end && end > destination.start)
  const [first] = inside
  const last = inside.at(-1)
  if (!first || !last) return undefined
  return {
    before: {start: destination.start, end: Math.max(destination.start, first.start)},
    after: {start: Math.min(destination.end, last.end), end: destination.end},
  }
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length++
  return length
}

function sharedEnd(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++
  return length
}
