import type {Nodes} from 'mdast'
import {readTag} from '../../../plugins/lowering/html-tag.ts'
import type {PageRule, PageRuleContext} from './page-rule.ts'

/** An id that an author wrote, and where: `[start, end)` in the text that was parsed. */
interface WrittenId {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** Nodes that an attribute list can give an id. */
const listed = [
  ...(['heading', 'paragraph', 'tableCell', 'listItem', 'link', 'linkReference', 'image', 'imageReference'] as const),
  ...(['emphasis', 'strong', 'inlineCode'] as const),
]

/** Longest attribute list that an inline element is looked behind for. */
const longestList = 500

/**
 * Reports `anchor/duplicate-id`: an id that is written twice on a page, so that only the first can be reached. Ids that
 * are made from text differ in any case, and one with a macro in it is not judged.
 */
export const duplicateId: PageRule = {
  types: [...listed, 'containerDirective', 'html'],
  start: (context) => {
    const seen = new Set<string>()
    const svg = {depth: 0}
    return {
      node: (node) => {
        const found = node.type === 'html' ? idsOfHtml(node, context, svg) : idOfNode(node, context)
        for (const {id, start, end} of found) {
          const place = context.range(start, end)
          // Where a value is part of it, the source reads otherwise.
          if (context.source.slice(place.start.offset, place.end.offset) !== id) continue
          if (!seen.has(id)) {
            seen.add(id)
            continue
          }
          context.report({
            ruleId: 'anchor/duplicate-id',
            message: `Id \`${id}\` stands on this page before, and links lead there; choose another one`,
            place,
            actual: id,
          })
        }
      },
    }
  },
}

function idOfNode(node: Nodes, {text}: PageRuleContext): readonly WrittenId[] {
  const id = node.data && 'hProperties' in node.data ? node.data.hProperties?.['id'] : undefined
  if (typeof id !== 'string' || id === '' || !node.position) return []
  const start = node.position.start.offset ?? 0
  const end = node.position.end.offset ?? 0
  if (node.type === 'containerDirective') {
    const tag = readTag(text, start)
    const attribute = tag?.attributes.find(({name, value}) => name === 'id' && value === id)
    return attribute ? [{id, start: attribute.start, end: attribute.end}] : []
  }
  const lineEnd = text.indexOf('\n', end)
  const last = Math.min(lineEnd === -1 ? text.length : lineEnd, end + longestList)
  const written = text.slice(start, last)
  const isList = node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell'
  const from = isList ? written.lastIndexOf('{') : written.indexOf('{', end - start)
  const at = from === -1 ? -1 : written.indexOf(`#${id}`, from)
  if (at === -1 || !/[\s}]/.test(written.charAt(at + 1 + id.length))) return []
  return [{id, start: start + at + 1, end: start + at + 1 + id.length}]
}

/** Ids of the tags in raw HTML that links can lead to; those inside a drawing are its own business. */
function idsOfHtml(
  node: Extract<Nodes, {type: 'html'}>,
  {text}: PageRuleContext,
  svg: {depth: number},
): readonly WrittenId[] {
  const found: WrittenId[] = []
  const offset = node.position?.start.offset ?? 0
  const html = text.slice(offset, node.position?.end.offset)
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 2)
      if (end === -1) break
      at = end + 2
      continue
    }
    const tag = readTag(html, at)
    if (!tag) continue
    if (tag.name === 'svg') svg.depth = Math.max(0, svg.depth + (tag.kind === 'end' ? -1 : tag.selfClosing ? 0 : 1))
    const own = new Set<string>()
    for (const {name, value, start, end} of tag.kind === 'start' && svg.depth === 0 ? tag.attributes : []) {
      if (value === undefined || value === '' || own.has(value)) continue
      if (name !== 'id' && !(name === 'name' && tag.name === 'a')) continue
      own.add(value)
      found.push({id: value, start: offset + start, end: offset + end})
    }
    at = tag.end - 1
  }
  return found
}
