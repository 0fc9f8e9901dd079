import type {Nodes} from 'mdast'

/** Whether a node is a link that shows its own address, whose text no other syntax may touch. */
export function isAutolink(node: Nodes): boolean {
  if (node.type !== 'link' || node.children.length !== 1) return false
  const [child] = node.children
  return child?.type === 'text' && (child.value === node.url || `mailto:${child.value}` === node.url)
}
