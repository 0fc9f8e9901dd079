import type {Definition, Image, ImageReference, Link, LinkReference, Node, Root, RootContent} from 'mdast'
import {definitionDestination, readResource} from '../../plugins/source-text/destinations.ts'
import type {DestinationRange} from '../../plugins/source-text/destinations.ts'
import {childrenOf, visitType} from '../../plugins/tree/walk.ts'
import type {Reference} from '../core/page.ts'
import type {Place} from '../core/position.ts'
import type {SlotTokens} from './template.ts'

/** A destination in the text that was parsed, and the token that stands for its resolved URL. */
export interface DestinationToken extends DestinationRange {
  readonly token: string
}

/** Collects what a page refers to and hands out the token that stands for each resolved URL. */
export interface ReferenceCollector {
  readonly references: Reference[]
  /** Destinations whose place in the text is known. */
  readonly destinations: DestinationToken[]
  /** @param at  where the destination stands in the text that was parsed */
  add(reference: Reference, at?: DestinationRange): string
}

export function makeReferenceCollector(tokens: SlotTokens): ReferenceCollector {
  const references: Reference[] = []
  const destinations: DestinationToken[] = []
  return {
    references,
    destinations,
    add: (reference, at) => {
      const token = tokens.make('reference', references.push(reference) - 1)
      if (at) destinations.push({...at, token})
      return token
    },
  }
}

/**
 * Replaces the destinations of Markdown links and images by tokens, in place. References by label become plain links
 * and images first, each with its own position.
 */
export function collectMarkdownReferences(
  tree: Root,
  options: {
    collector: ReferenceCollector
    /** Text that was parsed. */
    text: string
    place: (position: Link['position']) => Place | undefined
  },
): void {
  const {collector, text} = options
  const definitions = new Map<string, Definition>()
  visitType(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  const defined = new Set<Definition>()
  const token = (node: Link | Image, at: DestinationRange | undefined): string => {
    const place = options.place(node.position)
    const image = node.type === 'image'
    const reference: Reference = {
      origin: node.type,
      element: image ? 'img' : 'a',
      attribute: image ? 'src' : 'href',
      target: node.url,
      ...(place && {place}),
    }
    return collector.add(reference, at)
  }
  // Links that share a definition have one destination in the text.
  const firstInDefinition = (definition: Definition): DestinationRange | undefined => {
    if (defined.has(definition)) return undefined
    defined.add(definition)
    return inDefinition(text, definition)
  }
  const walk = (parent: Node): void => {
    const children = childrenOf(parent)
    if (!children) return
    for (const [index, child] of children.entries()) {
      if (child.type === 'text') continue
      const node = isReference(child) ? resolved(child, definitions) : child
      if (node.type === 'link' || node.type === 'image') {
        const definition = isReference(child) ? definitions.get(child.identifier) : undefined
        node.url = token(node, definition ? firstInDefinition(definition) : inLink(text, node))
      }
      if (node !== child) children[index] = node
      walk(node)
    }
  }
  walk(tree)
}

function inDefinition(text: string, {position}: Definition): DestinationRange | undefined {
  const start = position?.start.offset
  return start === undefined ? undefined : definitionDestination(text, start)
}

/** Places at which a link may be tried to be cut, from its end; a bound for text full of brackets. */
const mostCuts = 8

/** Destination of `[a](x "title")`; `undefined` for an address that is a link by itself. */
function inLink(text: string, {position}: Link | Image): DestinationRange | undefined {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? 0
  let last: DestinationRange | undefined
  let at = text.lastIndexOf('](', end - 1)
  for (let cuts = 0; at >= start && cuts < mostCuts; cuts++) {
    const resource = readResource(text, at + 1)
    if (resource?.end === end) return resource.destination
    if (resource && resource.end < end) last ??= resource.destination
    at = text.lastIndexOf('](', at - 1)
  }
  return last
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
