import type {Node, Text} from 'mdast'
import {hasChildren} from './block-text.ts'

/**
 * Makes text of tags of raw HTML that stand in angled quotes, as in `<<soon>>`, in a block and its elements.
 *
 * The quotes count as such when both touch the tag, which in HTML they never do.
 */
export function joinAngled(block: Node): void {
  if (!hasChildren(block)) return
  const joined: Node[] = []
  for (let index = 0; index < block.children.length; index++) {
    const [node, next] = [block.children[index], block.children[index + 1]]
    const last = joined.at(-1)
    if (!node) break
    if (isHtml(node) && isText(last) && isText(next) && last.value.endsWith('<') && next.value.startsWith('>')) {
      joined.pop()
      joined.push(join(last, node, next))
      index++
    } else {
      joinAngled(node)
      joined.push(node)
    }
  }
  if (joined.length < block.children.length) block.children = joined
}

function join(before: Text, tag: Node & {value: string}, after: Text): Text {
  const [start, end] = [before.position?.start, after.position?.end]
  const position = start && end && {start, end}
  return {type: 'text', value: before.value + tag.value + after.value, ...(position && {position})}
}

function isText(node: Node | undefined): node is Text {
  return node?.type === 'text'
}

function isHtml(node: Node): node is Node & {value: string} {
  return node.type === 'html'
}
