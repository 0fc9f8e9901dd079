import type {Paragraph, Root, RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import type {Container} from '../lowering/markers.ts'
import {makeGuard, readMarker} from '../lowering/markers.ts'
import type {Lowered} from '../lowering/lower.ts'

/** Marks the paragraph that is a directive's label, as `mdast-util-directive` does. */
export function isLabel(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data
}

/**
 * Turns pairs of marker comments into `containerDirective` nodes, in place, and drops the markers of comments.
 *
 * A container whose closing marker is not among its siblings takes all siblings that follow.
 *
 * @param keptComments  comments that stay, as `html` nodes: their texts by id
 */
export function pairMarkers(tree: Root, lowered: Lowered, keptComments: ReadonlyMap<number, string> = new Map()): void {
  tree.children = pairSiblings(tree.children, {...lowered, keptComments})
}

interface Found extends Lowered {
  readonly keptComments: ReadonlyMap<number, string>
}

/** A container that is being filled. */
interface Open {
  readonly id: number
  readonly directive: ContainerDirective
}

function pairSiblings(nodes: readonly RootContent[], lowered: Found): RootContent[] {
  const top: RootContent[] = []
  const stack: Open[] = []
  const add = (node: RootContent): void => {
    const open = stack.at(-1)
    if (open) (open.directive.children as RootContent[]).push(node)
    else top.push(node)
  }
  for (const node of nodes) {
    const marker = node.type === 'html' ? readMarker(node.value, lowered.token) : undefined
    if (marker?.kind === 'open') {
      const container = lowered.containers[marker.id]
      if (container) stack.push({id: marker.id, directive: makeDirective(container, node)})
    } else if (marker?.kind === 'close') {
      const depth = stack.findLastIndex(({id}) => id === marker.id)
      while (depth >= 0 && stack.length > depth) closeTop(stack, {top, lowered, end: node})
    } else if (marker && node.type === 'html') {
      const comment = lowered.keptComments.get(marker.id)
      if (comment !== undefined) add({...node, value: comment})
    } else if (!marker) {
      if (node.type === 'paragraph') removeGuard(node, makeGuard(lowered.token))
      if ('children' in node) node.children = pairSiblings(node.children as RootContent[], lowered)
      add(node)
    }
  }
  while (stack.length > 0) closeTop(stack, {top, lowered, end: undefined})
  return top
}

/** Takes the guard out of a paragraph that starts with a tag. */
function removeGuard(paragraph: Paragraph, guard: string): void {
  const first = paragraph.children[0]
  if (first?.type !== 'text' || !first.value.startsWith(guard)) return
  first.value = first.value.slice(guard.length)
  if (first.value === '') paragraph.children.shift()
}

function makeDirective(container: Container, node: RootContent): ContainerDirective {
  return {
    type: 'containerDirective',
    name: container.name,
    attributes: {...container.attributes},
    children: [],
    ...(node.position && {position: {start: node.position.start, end: node.position.end}}),
  }
}

function closeTop(stack: Open[], options: {top: RootContent[]; lowered: Lowered; end: RootContent | undefined}): void {
  const open = stack.pop()
  if (!open) return
  const {directive} = open
  const container = options.lowered.containers[open.id]
  if (container?.label) {
    const first = directive.children[0]
    if (first?.type === 'heading') {
      const label: Paragraph = {type: 'paragraph', children: first.children, data: {directiveLabel: true}}
      if (first.position) label.position = first.position
      directive.children[0] = label
    }
  }
  if (options.end?.position && directive.position) directive.position.end = options.end.position.end
  const parent = stack.at(-1)
  if (parent) parent.directive.children.push(directive)
  else options.top.push(directive)
}
