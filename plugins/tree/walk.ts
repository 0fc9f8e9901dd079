import type {Node, Nodes, Parent, RootContent} from 'mdast'

/** What a visitor of `visitNodes` returns to leave out what is below a node. */
export const SKIP = 'skip'

/** Children of a node, `undefined` for one that cannot have any. */
export function childrenOf(node: Node): RootContent[] | undefined {
  // A read of a field that is not there costs a fraction of the operator `in`.
  return (node as Partial<Parent>).children
}

/**
 * Calls a function with a tree and every node below it, in document order.
 *
 * A visitor may give the node that it is called with other children: they are visited then.
 */
export function visitNodes(tree: Node, visitor: (node: Nodes) => typeof SKIP | undefined): void {
  if (visitor(tree as Nodes) === SKIP) return
  const children = childrenOf(tree)
  if (children) for (const child of children) visitNodes(child, visitor)
}

/** Nodes whose content is part of a line, as mdast has it: below them there are no blocks. */
const lineParents: ReadonlySet<string> = new Set(['paragraph', 'heading', 'table'])
/** Blocks that are looked for by their type. */
const blockTypes: ReadonlySet<string> = new Set([
  ...['code', 'containerDirective', 'definition', 'footnoteDefinition', 'heading', 'list', 'paragraph', 'table'],
  'tocMarker',
])

/** Whether there can be blocks below a node. Most nodes of a page are below one where there are none. */
export function holdsBlocks({type}: Node): boolean {
  return !lineParents.has(type)
}

/**
 * Calls a function with every node of one type below a tree, in document order.
 *
 * A visitor may put another node into the place of the one that it is called with. The other is not visited; what is
 * below the one that it replaces is.
 */
export function visitType<Type extends RootContent['type']>(
  tree: Node,
  type: Type,
  visitor: (node: Extract<RootContent, {type: Type}>, index: number, parent: Parent) => void,
): void {
  const visitBelow = (parent: Node, isBlock: boolean): void => {
    const children = childrenOf(parent)
    if (!children || (isBlock && !holdsBlocks(parent))) return
    for (let index = 0; index < children.length; index++) {
      const child = children[index]
      if (child === undefined) continue
      if (isOfType(child, type)) visitor(child, index, parent as Parent)
      visitBelow(child, isBlock)
    }
  }
  visitBelow(tree, blockTypes.has(type))
}

/**
 * Replaces text below a tree, in place.
 *
 * @param replace  what to put in the place of a text, `undefined` to leave it; the result is not looked at again
 * @param isLeftAlone  nodes whose text is no business of the caller's
 */
export function replaceText(
  tree: Node,
  replace: (text: Extract<RootContent, {type: 'text'}>) => readonly Node[] | undefined,
  isLeftAlone: (node: Nodes) => boolean,
): void {
  const children = childrenOf(tree)
  if (!children) return
  let changed: Node[] | undefined
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (child === undefined) continue
    const parts = child.type === 'text' ? replace(child) : undefined
    if (parts) {
      changed ??= children.slice(0, index)
      for (const part of parts) changed.push(part)
      continue
    }
    changed?.push(child)
    if (child.type !== 'text' && !isLeftAlone(child)) replaceText(child, replace, isLeftAlone)
  }
  // The kinds of children stay those that the parent had; what replaces text may stand wherever text does.
  if (changed) Object.assign(tree, {children: changed})
}

function isOfType<Type extends RootContent['type']>(
  node: RootContent,
  type: Type,
): node is Extract<RootContent, {type: Type}> {
  return node.type === type
}
