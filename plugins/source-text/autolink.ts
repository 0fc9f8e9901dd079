import type {Nodes} from 'mdast'

declare module 'mdast' {
  interface LinkData {
    /** Set where the text of the link was made from its address, or the address from the text. */
    autolink?: boolean
  }
}

/** Whether a node is a link that shows its own address or a short form of it, whose text no other syntax may touch. */
export function isAutolink(node: Nodes): boolean {
  if (node.type !== 'link' || node.children.length !== 1) return false
  if (node.data?.autolink === true) return true
  const [child] = node.children
  return child?.type === 'text' && (child.value === node.url || `mailto:${child.value}` === node.url)
}
