import type {Properties} from 'hast'
import type {ListItem, Parents, Root, RootContent, Text} from 'mdast'
import type {} from 'mdast-util-to-hast'
import type {VFile} from 'vfile'
import {listAtEnd, listAtStart} from './parse-list.ts'
import type {AttributeList} from './parse-list.ts'

/** Inline nodes that a list may follow directly. */
const followable = new Set<string>([
  'link', 'linkReference', 'image', 'imageReference', 'emphasis', 'strong', 'inlineCode', 'mark', 'insert', 'delete',
  'superscript', 'subscript', 'icon', 'keys',
]) // prettier-ignore

/**
 * Attribute lists as in Python-Markdown's `attr_list`: `{: .class #id key="value" }`, the colon optional.
 *
 * A list belongs to the inline element right before it; to the heading, table cell or term that it ends, after a space;
 * or to the paragraph, or tight list item, whose last line it is. Anything else stays text. The tree is changed in
 * place: attributes go to `data.hProperties`.
 */
export default function remarkAttributeLists(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file.value)
    const walk = (parent: Parents, item: ListItem | undefined): void => {
      applyInline(parent, source)
      applyToBlock(parent, {item, source})
      for (const child of parent.children as RootContent[]) {
        if (!('children' in child)) continue
        walk(child, parent.type === 'listItem' && parent.spread !== true ? parent : undefined)
      }
    }
    walk(tree, undefined)
  }
}

/** Applies the lists that follow an inline element among the children. */
function applyInline(parent: Parents, source: string): void {
  const children = parent.children as RootContent[]
  let emptied = false
  for (const [index, node] of children.entries()) {
    const before = children[index - 1]
    if (node.type !== 'text' || !before || !followable.has(before.type) || !node.value.startsWith('{')) continue
    const list = listAtStart(node.value)
    if (!list || isEscaped(node, 0, source)) continue
    assign(before, list.properties)
    removeText(node, list)
    emptied ||= node.value === ''
  }
  if (emptied) parent.children = children.filter((node) => node.type !== 'text' || node.value !== '')
}

/** Applies the list at the end of a block's text. */
function applyToBlock(parent: Parents, context: {item: ListItem | undefined; source: string}): void {
  const inLine = parent.type === 'heading' || parent.type === 'tableCell' || isTerm(parent)
  if (!inLine && parent.type !== 'paragraph') return
  const last = parent.children.at(-1)
  if (last?.type !== 'text') return
  const list = listAtEnd(last.value, inLine ? 'space' : 'line')
  if (!list || isEscaped(last, last.value.lastIndexOf('{', list.end) - last.value.length, context.source)) return
  assign(parent.type === 'paragraph' && context.item ? context.item : parent, list.properties)
  removeText(last, list)
  if (last.value === '') parent.children.pop()
}

function isTerm(node: Parents): boolean {
  return node.type === 'containerDirective' && node.data?.hName === 'dt'
}

/**
 * Whether the brace was escaped in the source, where backslashes are still to be seen.
 *
 * @param at  offset of the brace in the node's text; from its end when negative
 */
function isEscaped(node: Text, at: number, source: string): boolean {
  const offset = at < 0 ? node.position?.end.offset : node.position?.start.offset
  if (offset === undefined) return false
  const brace = offset + at
  return at < 0 ? source[brace] === '{' && source[brace - 1] === '\\' : source[brace] === '\\'
}

function removeText(node: Text, list: AttributeList): void {
  const rest = node.value.slice(list.end)
  node.value = node.value.slice(0, list.start) + (list.start === 0 ? rest : rest.trimEnd())
}

/** Adds attributes to a node: classes join those that it has, the others replace them. */
function assign(node: Parents | RootContent, properties: Properties): void {
  const existing = node.data?.hProperties ?? {}
  const classes = [...classList(existing['className']), ...classList(properties['className'])]
  const hProperties = {...existing, ...properties, ...(classes.length > 0 && {className: classes})}
  // Every node may carry data; some types only narrow what is in it.
  Object.assign(node, {data: {...node.data, hProperties}})
}

function classList(value: Properties[string]): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
