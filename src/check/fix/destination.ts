import {readTag} from '../../../plugins/lowering/html-tag.ts'
import {decodeReferences} from '../../../plugins/containers/html-elements.ts'
import {definitionDestination as findInDefinition, readResource} from '../../../plugins/source-text/destinations.ts'
import type {TextRange} from './text-range.ts'

/** How escapes in a destination are written: as in Markdown, as in an HTML attribute, or not at all. */
export type DestinationSyntax = 'markdown' | 'html' | 'plain'

/** Where a destination stands in a file, without brackets and quotes. */
export interface Destination extends TextRange {
  readonly syntax: DestinationSyntax
}

/** A destination taken apart. */
interface Decoded {
  readonly text: string
  /** Offset in what was decoded, for each unit of `text` and for its end. */
  readonly offsets: readonly number[]
}

const escapable = /[!-/:-@[-`{-~]/
const characterReference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y

/** Text that an author's destination stands for, with the way back. */
export function decodeDestination(raw: string, syntax: DestinationSyntax): Decoded {
  let text = ''
  const offsets: number[] = []
  let at = 0
  while (at < raw.length) {
    const {value, length} = decodeUnit(raw, at, syntax)
    offsets.push(...new Array<number>(value.length).fill(at))
    text += value
    at += length
  }
  return {text, offsets: [...offsets, raw.length]}
}

function decodeUnit(raw: string, at: number, syntax: DestinationSyntax): {value: string; length: number} {
  const character = raw.charAt(at)
  if (syntax === 'markdown' && character === '\\' && escapable.test(raw.charAt(at + 1))) {
    return {value: raw.charAt(at + 1), length: 2}
  }
  if (syntax !== 'plain' && character === '&') {
    characterReference.lastIndex = at
    const [found] = characterReference.exec(raw) ?? []
    if (found !== undefined) {
      const value = decodeReferences(found)
      if (value !== found) return {value, length: found.length}
    }
  }
  return {value: character, length: 1}
}

/** What is needed to find the destination of a reference. */
export interface DestinationSearch {
  /** The file, macros replaced by letters so that the text has their length and no syntax of theirs. */
  readonly masked: string
  /** Of the reference, as a finding about it has it. */
  readonly place: TextRange
  /** Whether the destination at a range is that of the reference. */
  readonly isIt: (destination: Destination) => boolean
}

/**
 * Where the destination of a link or image stands: `[a](x)`, `[a](<x> "title")`, `<x>`, a bare address, a value of an
 * attribute in raw HTML, an attribute of the start tag that the place begins with. Links by label have theirs in a
 * definition, see `definitionDestination`.
 */
export function findDestination({masked, place, isIt}: DestinationSearch): Destination | undefined {
  const slice = masked.slice(place.start, place.end)
  const whole = (['html', 'plain'] as const).map((syntax) => ({...place, syntax})).find(isIt)
  if (whole) return whole
  if (slice.startsWith('<')) {
    const inside: Destination = {start: place.start + 1, end: place.end - 1, syntax: 'plain'}
    return slice.endsWith('>') && isIt(inside) ? inside : tagDestination(masked, place.start, isIt)
  }
  for (let at = slice.indexOf(']('); at !== -1; at = slice.indexOf('](', at + 1)) {
    const resource = readResource(masked, place.start + at + 1)
    if (resource?.end !== place.end) continue
    const destination: Destination = {...resource.destination, syntax: 'markdown'}
    if (isIt(destination)) return destination
  }
  // The dialect takes a destination with white space for one, too.
  const open = slice.lastIndexOf('](')
  const loose: Destination = {start: place.start + open + 2, end: place.end - 1, syntax: 'markdown'}
  return open !== -1 && slice.endsWith(')') && isIt(loose) ? loose : undefined
}

function tagDestination(
  masked: string,
  start: number,
  isIt: (destination: Destination) => boolean,
): Destination | undefined {
  const found = (readTag(masked, start)?.attributes ?? [])
    .filter(({name, value}) => value !== undefined && /^(?:href|src|poster)$/.test(name))
    .map((attribute): Destination => ({start: attribute.start, end: attribute.end, syntax: 'html'}))
    .filter(isIt)
  return found.length === 1 ? found[0] : undefined
}

/** Destination of the definition `[label]: x "title"` that starts at an offset. */
export function definitionDestination(masked: string, start: number): Destination | undefined {
  const found = findInDefinition(masked, start)
  return found && {...found, syntax: 'markdown'}
}
