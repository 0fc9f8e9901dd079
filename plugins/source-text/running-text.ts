import type {Heading, Node, Nodes, Paragraph, TableCell} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {childrenOf} from '../tree/walk.ts'

/** Nodes around text that belongs to the line like any other. */
const transparent: ReadonlySet<string> = new Set([
  ...['emphasis', 'strong', 'delete', 'mark', 'insert', 'superscript', 'subscript', 'abbreviation'],
])
/** Elements of raw HTML whose text is no sentence. */
const verbatim = /^<(code|pre|kbd|samp|var|script|style|textarea|math|svg)[\s>]/i

/** A block whose children are text and what can stand in a line with it. */
export type LineBlock = Paragraph | Heading | TableCell | ContainerDirective

/** Whether a node is a line block: a paragraph, a heading, a cell, or the term or definition of a list that has no paragraphs. */
export function isLineBlock(node: Nodes): node is LineBlock {
  if (node.type === 'containerDirective') return node.children.some(({type}) => (type as string) === 'text')
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
}

/**
 * Source of a line block with everything blanked out that is not running text: code, formulas, links, images, raw HTML
 * and what stands in its `<code>`. Offsets stay those of the block, which starts at `start`.
 *
 * @param source  text that the positions of the tree are in
 */
export function runningText(block: LineBlock, source: string): {readonly text: string; readonly start: number} {
  const start = block.position?.start.offset ?? 0
  const end = block.position?.end.offset ?? start
  const parts: string[] = []
  let at = start
  let closing: RegExp | undefined
  const blank = (to: number): void => {
    parts.push(source.slice(at, to).replace(/[^\n]/g, ' '))
    at = to
  }
  const visit = (node: Node): void => {
    for (const child of childrenOf(node) ?? []) {
      const from = child.position?.start.offset ?? at
      const to = child.position?.end.offset ?? at
      if (from < at || to > end || child.type === 'text') continue
      if (transparent.has(child.type)) {
        visit(child)
        continue
      }
      if (closing) blank(from)
      else parts.push(source.slice(at, from))
      at = from
      blank(to)
      if (child.type === 'html') closing = closingAfter(child.value, closing)
    }
  }
  visit(block)
  if (closing) blank(end)
  else parts.push(source.slice(at, end))
  return {text: parts.join(''), start}
}

/** End tag that is waited for behind a piece of raw HTML. */
function closingAfter(html: string, waiting: RegExp | undefined): RegExp | undefined {
  if (waiting) return waiting.test(html) ? undefined : waiting
  const [, element] = verbatim.exec(html) ?? []
  if (element === undefined || html.endsWith('/>') || html.includes(`</${element}`)) return undefined
  return new RegExp(`^</${element}\\s*>`, 'i')
}
