import type {Node, Root, Text} from 'mdast'
import {replaceText} from '../tree/walk.ts'

/**
 * Makes a hard line break of every line break in running text, as `nl2br` of Python-Markdown 3.10 does. Code, raw HTML
 * and the text of review comments stay as they are. Use it after the plugins that read text.
 */
export default function remarkLineBreaks(): (tree: Root) => void {
  return (tree) => {
    replaceText(tree, breakText, isComment)
  }
}

/** The text and the breaks in it, if there are any; all of them have the place of the whole. */
function breakText(text: Text): Node[] | undefined {
  if (!text.value.includes('\n')) return undefined
  const place = text.position && {position: text.position}
  return text.value.split('\n').flatMap((value, index): Node[] => {
    const line: Text = {type: 'text', value, ...place}
    const parts = value === '' ? [] : [line]
    return index === 0 ? parts : [{type: 'break', ...place}, ...parts]
  })
}

function isComment(node: Node): boolean {
  return node.type === 'critic' && 'kind' in node && node.kind === 'comment'
}
