import type {Definition, Image, ImageReference, Link, LinkReference, Node, Root, RootContent} from 'mdast'
import {childrenOf, visitType} from '../../plugins/tree/walk.ts'
import type {Reference} from '../core/page.ts'
import type {Place} from '../core/position.ts'
import type {SlotTokens} from './template.ts'

/** Collects what a page refers to and hands out the token that stands for each resolved URL. */
export interface ReferenceCollector {
  readonly references: Reference[]
  add(reference: Reference): string
}

export function makeReferenceCollector(tokens: SlotTokens): ReferenceCollector {
  const references: Reference[] = []
  return {references, add: (reference) => tokens.make('reference', references.push(reference) - 1)}
}

/**
 * Replaces the destinations of Markdown links and images by tokens, in place. References by label become plain links
 * and images first, each with its own position.
 */
export function collectMarkdownReferences(
  tree: Root,
  options: {collector: ReferenceCollector; place: (position: Link['position']) => Place | undefined},
): void {
  const definitions = new Map<string, Definition>()
  visitType(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  const token = (node: Link | Image): string => {
    const place = options.place(node.position)
    const image = node.type === 'image'
    return options.collector.add({
      origin: node.type,
      element: image ? 'img' : 'a',
      attribute: image ? 'src' : 'href',
      target: node.url,
      ...(place && {place}),
    })
  }
  const walk = (parent: Node): void => {
    const children = childrenOf(parent)
    if (!children) return
    for (const [index, child] of children.entries()) {
      if (child.type === 'text') continue
      const node = isReference(child) ? resolved(child, definitions) : child
      if (node.type === 'link' || node.type === 'image') node.url = token(node)
      if (node !== child) children[index] = node
      walk(node)
    }
  }
  walk(tree)
}

function isReference(node: RootContent): node is LinkReference | ImageReference {
  return node.type === 'linkReference' || node.type === 'imageReference'
}

/** The link or image that a reference by label stands for; the reference where nothing defines its label. */
function resolved(
  node: LinkReference | ImageReference,
  definitions: ReadonlyMap<string, Definition>,
): LinkReference | ImageReference | Link | Image {
  const definition = definitions.get(node.identifier)
  if (!definition) return node
  const shared = {
    url: definition.url,
    ...(definition.title !== undefined && {title: definition.title}),
    ...(node.position && {position: node.position}),
    ...(node.data && {data: node.data}),
  }
  return node.type === 'linkReference'
    ? {type: 'link', ...shared, children: node.children}
    : {type: 'image', ...shared, ...(node.alt !== undefined && {alt: node.alt})}
}
