import type {Properties} from 'hast'
import type {ListItem, Parents, Root, RootContent} from 'mdast'
import type {} from 'mdast-util-to-hast'
import type {VFile} from 'vfile'
import {listAtEnd, listAtStart, longestList} from './parse-list.ts'
import type {AttributeList} from './parse-list.ts'
import {growingRuns} from './text-run.ts'
import type {TextRun} from './text-run.ts'

/** Inline nodes that a list may follow directly. */
const followable = new Set<string>([
  'link', 'linkReference', 'image', 'imageReference', 'emphasis', 'strong', 'inlineCode', 'mark', 'insert', 'delete',
  'superscript', 'subscript', 'icon', 'keys', 'inlineMath',
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
  let changed = false
  for (const [index, node] of children.entries()) {
    const before = children[index - 1]
    if (node.type !== 'text' || !before || !followable.has(before.type) || !node.value.startsWith('{')) continue
    const list = readAhead(children, index, source)
    if (!list) continue
    assign(before, list.properties)
    list.run.remove(list)
    changed = true
  }
  if (changed) parent.children = children.filter(isNotEmpty)
}

/** The list that a text node starts with, which may go on after raw HTML in one of its values. */
function readAhead(
  children: readonly RootContent[],
  index: number,
  source: string,
): (AttributeList & {run: TextRun}) | undefined {
  for (const run of growingRuns(children, {index, step: 1, source})) {
    const list = listAtStart(run.text)
    if (list) return {...list, run}
  }
  return undefined
}

/** Applies the list at the end of a block's text. */
function applyToBlock(parent: Parents, context: {item: ListItem | undefined; source: string}): void {
  const inLine = parent.type === 'heading' || parent.type === 'tableCell' || isTerm(parent)
  if (!inLine && parent.type !== 'paragraph') return
  const children = parent.children as RootContent[]
  const last = children.at(-1)
  if (last?.type !== 'text' || !/\}[ \t]*$/.test(last.value.slice(-longestList))) return
  for (const run of growingRuns(children, {index: children.length - 1, step: -1, source: context.source})) {
    const list = listAtEnd(run.text, inLine ? 'space' : 'line')
    if (!list) continue
    assign(parent.type === 'paragraph' && context.item ? context.item : parent, list.properties)
    run.remove(list)
    parent.children = children.filter(isNotEmpty)
    if (parent.type === 'heading') removeClosingSigns(parent)
    return
  }
}

/** The closing sequence of a heading may stand before its list: `## Title ## {#id}`. */
function removeClosingSigns(heading: Parents): void {
  const last = heading.children.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/(?<![ \t#])[ \t]+#+$/, '')
}

function isNotEmpty(node: RootContent): boolean {
  return !((node.type === 'text' || node.type === 'html') && node.value === '')
}

function isTerm(node: Parents): boolean {
  return node.type === 'containerDirective' && node.data?.hName === 'dt'
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
