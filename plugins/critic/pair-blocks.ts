import type {Root, RootContent} from 'mdast'
import {SKIP, childrenOf, holdsBlocks, visitNodes} from '../tree/walk.ts'
import type {CriticKind} from './critic-kinds.ts'
import {criticMarkers} from './critic-kinds.ts'
import type {Critic} from './remark-critic.ts'

type BlockKind = Exclude<CriticKind, 'comment'>

const kinds = ['insertion', 'deletion', 'highlight', 'substitution'] as const satisfies readonly BlockKind[]
const arrow = '~>'

/**
 * Encloses the blocks between two paragraphs that hold nothing but a marker, such as `{++` and `++}`. Markers that
 * pair with nothing stay paragraphs. The tree is changed in place.
 */
export function pairBlocks(tree: Root): void {
  visitNodes(tree, (node) => {
    const children = childrenOf(node)
    if (!children || !holdsBlocks(node)) return SKIP
    const paired = pairSiblings(children)
    if (paired) Object.assign(node, {children: paired})
    return undefined
  })
}

/** Siblings with the blocks between markers enclosed; `undefined` where there are no markers. */
function pairSiblings(nodes: readonly RootContent[]): RootContent[] | undefined {
  if (!nodes.some((node) => markerOf(node) !== undefined)) return undefined
  const markers = nodes.map(markerOf)
  const nextOf = nextFinder(markers)
  const result: RootContent[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    const kind = kinds.find((one) => criticMarkers[one].open === markers[at])
    const close = kind && nextOf(criticMarkers[kind].close, at)
    const middle = kind === 'substitution' ? nextOf(arrow, at) : close
    if (kind === undefined || close === undefined || middle === undefined || middle > close) {
      if (node) result.push(node)
      continue
    }
    const first = nodes.slice(at + 1, middle)
    if (kind === 'substitution') {
      result.push(blockOf('deletion', first, [node, nodes[middle]]))
      result.push(blockOf('insertion', nodes.slice(middle + 1, close), [nodes[middle], nodes[close]]))
    } else result.push(blockOf(kind, first, [node, nodes[close]]))
    at = close
  }
  return result
}

function blockOf(
  kind: Exclude<BlockKind, 'substitution'>,
  children: RootContent[],
  [open, close]: readonly [RootContent | undefined, RootContent | undefined],
): Critic {
  const hName = {insertion: 'ins', deletion: 'del', highlight: 'mark'}[kind]
  const [start, end] = [open?.position?.start, close?.position?.end]
  const data = {hName, hProperties: {className: ['critic', 'block']}}
  return {type: 'critic', kind, children, data, ...(start && end && {position: {start, end}})}
}

/** The marker that a paragraph consists of, as it was written: an escaped one is longer in the source. */
function markerOf(node: RootContent): string | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined
  const [text] = node.children
  if (text?.type !== 'text' || text.value.length > 3) return undefined
  const length = (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0)
  return node.position && length !== text.value.length ? undefined : text.value
}

/** Finds the next place of a marker behind an index, looking at each place once. */
function nextFinder(markers: readonly (string | undefined)[]): (marker: string, from: number) => number | undefined {
  const places = new Map<string, number[]>()
  for (const [index, marker] of markers.entries()) {
    if (marker === undefined) continue
    const list = places.get(marker)
    if (list) list.push(index)
    else places.set(marker, [index])
  }
  const passed = new Map<string, number>()
  return (marker, from) => {
    const list = places.get(marker) ?? []
    let at = passed.get(marker) ?? 0
    while (at < list.length && (list[at] ?? 0) <= from) at++
    passed.set(marker, at)
    return list[at]
  }
}
