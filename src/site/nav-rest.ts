import {basename, joinPath} from '../core/paths.ts'
import type {FolderChild} from './folder-tree.ts'
import type {NavNode, PathNode} from './nav-node.ts'
import {restMatcher, type RestNode} from './rest-node.ts'

/** Path inside the locale folder that an entry names; `undefined` when it leaves the folder. */
export function nodePath(node: PathNode, folder: string): string | undefined {
  return joinPath(node.path.startsWith('/') ? '' : folder, node.path)
}

/** Paths inside the locale folder that the nav of a folder names, in groups too. */
export function namedPaths(nodes: readonly NavNode[], folder: string): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'group') return namedPaths(node.children, folder)
    const path = node.kind === 'path' ? nodePath(node, folder) : undefined
    return path === undefined ? [] : [path]
  })
}

/**
 * What each rest entry of a nav stands for, and all paths that one of them took.
 *
 * Entries with a pattern choose first, in order; then those without.
 *
 * @param available  what no entry names: directly in the folder, and the pages below it for flat entries
 */
export function shareRest(
  nodes: readonly NavNode[],
  available: {readonly children: readonly FolderChild[]; readonly below: () => readonly FolderChild[]},
): {readonly shares: ReadonlyMap<RestNode, readonly FolderChild[]>; readonly claimed: ReadonlySet<string>} {
  const claimed = new Set<string>()
  const shares = new Map<RestNode, readonly FolderChild[]>()
  const rests = restNodes(nodes)
  for (const rest of [...rests.filter(({pattern}) => pattern), ...rests.filter(({pattern}) => !pattern)]) {
    const matches = restMatcher(rest)
    const from = rest.flat ? available.below() : available.children
    const chosen = from.filter(({path}) => !claimed.has(path) && matches(basename(path)))
    for (const {path} of chosen) claimed.add(path)
    shares.set(rest, chosen)
  }
  return {shares, claimed}
}

function restNodes(nodes: readonly NavNode[]): readonly RestNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'rest' ? [node] : node.kind === 'group' ? restNodes(node.children) : [],
  )
}
