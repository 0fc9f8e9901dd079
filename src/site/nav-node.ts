import type {Place} from '../core/position.ts'
import type {NavEntry, NavPlace} from '../core/site.ts'
import {parseRestNode, type RestNode} from './rest-node.ts'

/** Nav entry that names a page or a folder, relative to the folder that the nav is for. */
export interface PathNode {
  readonly kind: 'path'
  readonly path: string
  /** May hold macros. */
  readonly title?: string
  readonly place?: Place
}

/** Nav entry that leads off the site. */
export interface LinkNode {
  readonly kind: 'link'
  readonly href: string
  readonly title?: string
  readonly place?: Place
}

/** Title with entries of its own; without any it is a label above what follows it. */
export interface GroupNode {
  readonly kind: 'group'
  readonly title: string
  readonly children: readonly NavNode[]
  readonly place?: Place
}

/** A nav entry as written, in a `.pages` file or in the configuration. */
export type NavNode = PathNode | LinkNode | GroupNode | RestNode

/** Nav entry for a target: the rest, an address off the site, or a path. */
export function targetNode(target: string, title: string | undefined, place: Place | undefined): NavNode {
  const rest = title === undefined ? parseRestNode(target, place) : undefined
  if (rest) return rest
  const common = {...(title === undefined ? {} : {title}), ...(place ? {place} : {})}
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return {kind: 'link', href: target, ...common}
  return {kind: 'path', path: target, ...common}
}

/**
 * Nav entries of the configuration; a mapping with several titles counts as that many entries.
 *
 * @param places  where they stand; left out when that is not known
 */
export function configuredNodes(entries: readonly NavEntry[], places: readonly NavPlace[] = []): readonly NavNode[] {
  return entries.flatMap((entry, index): readonly NavNode[] => {
    const {place, children} = places[index] ?? {children: []}
    if (typeof entry === 'string') return [targetNode(entry, undefined, place)]
    return Object.entries(entry).map(([title, target]) => {
      if (typeof target === 'string' && target !== '') return targetNode(target, title, place)
      const below = Array.isArray(target) ? configuredNodes(target, children) : []
      return {kind: 'group', title, children: below, ...(place && {place})}
    })
  })
}
