import {codeRanges} from './code-ranges.ts'
import type {CriticKind} from './critic-kinds.ts'
import {kindOfMarker} from './critic-kinds.ts'

/** A stretch of text that was kept: where it is now, where it was, and its length. */
export interface KeptRun {
  readonly out: number
  readonly source: number
  readonly length: number
}

/** Text with its critic markup carried out. */
export interface AppliedCritic {
  readonly text: string
  /** What was kept, in order and without gaps in the new text. */
  readonly runs: readonly KeptRun[]
}

/** Which version of the text is wanted: `accept` keeps what was inserted, `reject` what was deleted. */
export type CriticDecision = 'accept' | 'reject'

interface Marker {
  readonly at: number
  readonly role: 'open' | 'close' | 'arrow'
  readonly kind: CriticKind
}

/** Markers by role and kind, as ascending indexes into the list of all. */
type MarkerIndex = ReadonlyMap<string, readonly number[]>

const anyMarker = /\{(?:\+\+|--|==|>>|~~)|(?:\+\+|--|==|<<|~~)\}|~>/g
const markerLength = 3
const arrowLength = 2

/**
 * Carries out critic markup, in a whole document.
 *
 * What opens first is closed by the first marker that can; it may hold other markup, span paragraphs, and stand
 * anywhere but in fenced code and code spans. A backslash makes text of a marker. Comments are left out. Linear in
 * the text but for a factor of the logarithm of its markers.
 */
export function applyCritic(text: string, decision: CriticDecision): AppliedCritic {
  const markers = findMarkers(text)
  const index = indexMarkers(markers)
  const runs: KeptRun[] = []
  const pieces: string[] = []
  let out = 0
  const keep = (from: number, to: number): void => {
    if (from >= to) return
    pieces.push(text.slice(from, to))
    runs.push({out, source: from, length: to - from})
    out += to - from
  }
  /** Keeps a stretch, the markup of its markers (indexes `[first, end)`) carried out. */
  const carryOut = (from: number, to: number, [first, end]: readonly [number, number]): void => {
    let at = from
    for (let open = first; open < end; open++) {
      const group = readGroup({markers, index}, open, end)
      const marker = markers[open]
      if (!group || !marker) continue
      keep(at, marker.at)
      const kept = keptPart(group, marker, decision)
      // A kind never holds itself, so this goes no deeper than there are kinds.
      if (kept) carryOut(kept.from, kept.to, kept.markers)
      at = group.closeAt + markerLength
      open = group.close
    }
    keep(at, to)
  }
  carryOut(0, text.length, [0, markers.length])
  return {text: pieces.join(''), runs}
}

interface Group {
  readonly open: number
  readonly arrow: number | undefined
  readonly arrowAt: number
  readonly close: number
  readonly closeAt: number
}

/** What a marker opens, unless nothing closes it before the marker `end`. */
function readGroup(
  {markers, index}: {markers: readonly Marker[]; index: MarkerIndex},
  open: number,
  end: number,
): Group | undefined {
  const marker = markers[open]
  if (marker?.role !== 'open') return undefined
  const close = firstAfter(index.get(`close ${marker.kind}`), open)
  const closing = close === undefined || close >= end ? undefined : markers[close]
  if (close === undefined || !closing) return undefined
  const group = {open, close, closeAt: closing.at, arrow: undefined, arrowAt: closing.at}
  if (marker.kind !== 'substitution') return group
  const arrow = firstAfter(index.get('arrow substitution'), open)
  const pointing = arrow === undefined || arrow > close ? undefined : markers[arrow]
  return pointing && {...group, arrow, arrowAt: pointing.at}
}

function keptPart(
  {open, arrow = open, arrowAt, close, closeAt}: Group,
  {at, kind}: Marker,
  decision: CriticDecision,
): {from: number; to: number; markers: readonly [number, number]} | undefined {
  if (kind === 'comment') return undefined
  const accepted = decision === 'accept'
  if (kind === 'substitution') {
    return accepted
      ? {from: arrowAt + arrowLength, to: closeAt, markers: [arrow + 1, close]}
      : {from: at + markerLength, to: arrowAt, markers: [open + 1, arrow]}
  }
  if (kind === (accepted ? 'deletion' : 'insertion')) return undefined
  return {from: at + markerLength, to: closeAt, markers: [open + 1, close]}
}

function findMarkers(text: string): readonly Marker[] {
  const code = codeRanges(text)
  const markers: Marker[] = []
  let next = 0
  for (const {0: written, index: at} of text.matchAll(anyMarker)) {
    while ((code[next]?.[1] ?? Infinity) <= at) next++
    if ((code[next]?.[0] ?? Infinity) <= at || isEscaped(text, at)) continue
    const kind = kindOfMarker.get(written) ?? 'substitution'
    markers.push({at, kind, role: written === '~>' ? 'arrow' : written.startsWith('{') ? 'open' : 'close'})
  }
  return markers
}

function isEscaped(text: string, at: number): boolean {
  let start = at
  while (text.charAt(start - 1) === '\\') start--
  return (at - start) % 2 === 1
}

function indexMarkers(markers: readonly Marker[]): MarkerIndex {
  const index = new Map<string, number[]>()
  for (const [at, {role, kind}] of markers.entries()) {
    const list = index.get(`${role} ${kind}`)
    if (list) list.push(at)
    else index.set(`${role} ${kind}`, [at])
  }
  return index
}

/** The first of ascending numbers that is greater than a bound. */
function firstAfter(numbers: readonly number[] | undefined, bound: number): number | undefined {
  if (!numbers) return undefined
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= bound) low = middle + 1
    else high = middle
  }
  return numbers[low]
}
