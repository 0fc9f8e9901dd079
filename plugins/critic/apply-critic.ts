import type {CriticKind} from './critic-kinds.ts'
import {criticMarkers, kindOfMarker} from './critic-kinds.ts'

/**
 * Text with its critic markup carried out.
 *
 * Markup may span paragraphs. In fenced code it is left alone; markup inside of markup stays. Linear in the text.
 *
 * @param mode  `accept` keeps what was inserted, `reject` what was deleted; both drop comments
 */
export function applyCritic(text: string, mode: 'accept' | 'reject'): string {
  const find = nextFinder(text)
  const fences = fencedRanges(text)
  const parts: string[] = []
  let at = 0
  let from = 0
  for (let open = text.indexOf('{', from); open !== -1; open = text.indexOf('{', from)) {
    from = open + 1
    const kind = kindOfMarker.get(text.slice(open, open + 3))
    if (!kind) continue
    const fence = fences.find(open)
    if (fence !== undefined) {
      from = fence
      continue
    }
    const close = find(criticMarkers[kind].close, open + 3)
    const arrow = kind === 'substitution' ? find('~>', open + 3) : undefined
    if (close === -1 || (arrow !== undefined && (arrow === -1 || arrow > close))) continue
    parts.push(
      text.slice(at, open),
      kept({kind, mode, content: text.slice(open + 3, close), arrow: (arrow ?? 0) - open - 3}),
    )
    at = close + 3
    from = at
  }
  parts.push(text.slice(at))
  return parts.join('')
}

function kept(markup: {kind: CriticKind; mode: 'accept' | 'reject'; content: string; arrow: number}): string {
  const {kind, mode, content, arrow} = markup
  switch (kind) {
    case 'insertion':
      return mode === 'accept' ? content : ''
    case 'deletion':
      return mode === 'accept' ? '' : content
    case 'highlight':
      return content
    case 'comment':
      return ''
    case 'substitution':
      return mode === 'accept' ? content.slice(arrow + 2) : content.slice(0, arrow)
  }
}

/** Search whose starting points only ever grow, so that no stretch is read twice for the same needle. */
function nextFinder(text: string): (needle: string, from: number) => number {
  const known = new Map<string, number>()
  return (needle, from) => {
    const last = known.get(needle)
    if (last !== undefined && (last === -1 || last >= from)) return last
    const found = text.indexOf(needle, from)
    known.set(needle, found)
    return found
  }
}

/** Fenced code, in ascending order; `find` gives the end of the one that holds an offset. */
function fencedRanges(text: string): {find(offset: number): number | undefined} {
  const ranges: {start: number; end: number}[] = []
  let fence: {marker: string; start: number} | undefined
  for (const match of text.matchAll(/^[ \t>]*(`{3,}|~{3,})([^\n]*)$/gm)) {
    const [whole, marker = '', rest = ''] = match
    if (!fence) {
      if (marker.startsWith('~') || !rest.includes('`')) fence = {marker, start: match.index}
    } else if (marker.startsWith(fence.marker) && rest.trim() === '') {
      ranges.push({start: fence.start, end: match.index + whole.length})
      fence = undefined
    }
  }
  if (fence) ranges.push({start: fence.start, end: text.length})
  let next = 0
  return {
    find(offset) {
      while ((ranges[next]?.end ?? Infinity) <= offset) next++
      const range = ranges[next]
      return range && range.start <= offset ? range.end : undefined
    },
  }
}
