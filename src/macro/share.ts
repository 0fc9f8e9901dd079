import type {OffsetMap, OffsetRun} from '../core/offset-map.ts'
import {hasPlaceholderLetters, makePlaceholder} from '../core/placeholder.ts'
import {pieceText, type Piece} from './carry-out.ts'
import {isPlainWords, meetsDemands, touchesAbbreviation, type Demands} from './inert-value.ts'
import type {DemandingSyntax} from './demanding-syntax.ts'
import {holdsHash, linkDemands} from './link-demands.ts'
import {findDefinitions, type PageDefinitions} from './page-definitions.ts'
import {placeDemands} from './place-demands.ts'

/** Text that some editions share, the way back to the source, and the names of the look-ups in it. */
export interface Variant {
  readonly text: string
  readonly map: OffsetMap
  /** Dotted names by placeholder index. */
  readonly lookups: readonly string[]
}

/** Finds the look-ups of an edition whose values a placeholder may stand for, as indices into its pieces. */
export type InertFinder = (pieces: readonly Piece[]) => ReadonlySet<number>

interface Context {
  readonly definitions: PageDefinitions
  readonly demands: readonly Demands[]
}

const hole = '\uA500'
const maximumRounds = 6

/**
 * Makes the finder of inert look-ups for the editions of one source.
 *
 * A value that is written out can change what its neighbours may be, so places are looked at again until no further
 * value is written out.
 *
 * @param syntax  what counts beside the syntax that every page has
 */
export function inertFinder(
  source: string,
  {links, edges = '', abbreviations = [], rendersMath = false}: Partial<DemandingSyntax> = {},
): InertFinder {
  const contexts = new Map<string, Context>()
  const contextOf = (text: string, holes: readonly number[]): Context => {
    const known = contexts.get(text)
    if (known) return known
    const definitions = {...findDefinitions(text, abbreviations), edges, rendersMath}
    const places = placeDemands(text, holes, definitions)
    const linked = links && linkDemands(text, holes, links)
    const demands = places.map((demand, index) => (linked?.[index] ? {...demand, writeOut: true} : demand))
    const context = {definitions, demands}
    contexts.set(text, context)
    return context
  }
  return (pieces) => {
    let inert = new Set<number>()
    for (const [index, piece] of pieces.entries()) {
      if (piece.type === 'lookup' && isPlainWords(piece.text)) inert.add(index)
      else if (hasPlaceholderLetters(pieceText(source, piece))) return new Set()
    }
    for (let round = 0; round < maximumRounds && inert.size > 0; round++) {
      const {text, holes} = withHoles(source, pieces, inert)
      const {definitions, demands} = contextOf(text, holes)
      const kept = [...inert].filter((index, at) => {
        const value = pieces[index]
        const demand = demands[at]
        if (value?.type !== 'lookup' || !demand || !meetsDemands(value.text, demand)) return false
        if (links?.shorthand && holdsHash(value.text)) return false
        return !touchesAbbreviation(value.text, definitions.abbreviations)
      })
      if (kept.length === inert.size) return inert
      inert = new Set(kept)
    }
    return new Set()
  }
}

function withHoles(
  source: string,
  pieces: readonly Piece[],
  inert: ReadonlySet<number>,
): {text: string; holes: readonly number[]} {
  const parts: string[] = []
  const holes: number[] = []
  let length = 0
  for (const [index, piece] of pieces.entries()) {
    const part = inert.has(index) ? hole : pieceText(source, piece)
    if (inert.has(index)) holes.push(length)
    parts.push(part)
    length += part.length
  }
  return {text: parts.join(''), holes}
}

/**
 * Joins the pieces of an edition.
 *
 * @param inert  indices of the pieces that become placeholders; each is as long as its macro in the source
 */
export function joinPieces(source: string, pieces: readonly Piece[], inert: ReadonlySet<number>): Variant {
  const parts: string[] = []
  const runs: OffsetRun[] = []
  const indexOf = new Map<string, number>()
  let out = 0
  // Where the next run starts if it only goes on with the text of the last one.
  let expected: number | undefined
  for (const [index, piece] of pieces.entries()) {
    const part = inert.has(index) ? placeholderOf(piece, indexOf) : pieceText(source, piece)
    if (part === '') continue
    const copy = piece.type === 'text'
    if (!copy || piece.start !== expected) runs.push({out, source: piece.start, copy})
    expected = copy ? piece.end : undefined
    parts.push(part)
    out += part.length
  }
  // The end of the text is a point, too: it stands for the end of what it was made from.
  const last = pieces.at(-1)
  if (last && last.end !== expected) runs.push({out, source: last.end, copy: true})
  if (runs[0]?.out !== 0) runs.unshift({out: 0, source: 0, copy: true})
  return {text: parts.join(''), map: {runs}, lookups: [...indexOf.keys()]}
}

function placeholderOf(piece: Piece, indexOf: Map<string, number>): string {
  if (piece.type !== 'lookup') throw new TypeError('only a look-up has a placeholder')
  const index = indexOf.get(piece.name) ?? indexOf.size
  indexOf.set(piece.name, index)
  return makePlaceholder(index, piece.end - piece.start)
}
