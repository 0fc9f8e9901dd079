import type {Node, Nodes, Root, Text} from 'mdast'
import {isAutolink} from '../../../plugins/source-text/autolink.ts'
import {childrenOf} from '../../../plugins/tree/walk.ts'
import {alignText, nowhere} from './align-text.ts'

/** Text that readers read in one go: of a paragraph, a heading, a cell, a label; or the text or title of an image or link. */
export interface Prose {
  /** Inline markup left out. A `gap` stands for what is no prose: code, images, formulas, raw HTML. */
  readonly text: string
  /** Where each unit stands in the text that was parsed; `nowhere` for gaps. */
  readonly offsets: readonly number[]
  /** How many inline elements are around each unit. */
  readonly depths: readonly number[]
}

/** Stands for inline content that is no prose. */
const gap = '\uFFFC'

/** Inline elements whose content is part of the text around them. */
const flowing: ReadonlySet<string> = new Set([
  ...['abbreviation', 'critic', 'delete', 'emphasis', 'insert', 'link', 'linkReference', 'mark', 'strong'],
])
const startsCode = /^<(?:code|kbd|pre|samp|script|style|tt|var)\b/i
const endsCode = /^<\/(?:code|kbd|pre|samp|script|style|tt|var)\b/i

/** Collects the prose of a page in document order. */
export function collectProse(tree: Root, source: string): readonly Prose[] {
  const found: Prose[] = []
  const visit = (node: Nodes, isInline: boolean): void => {
    found.push(...attributeProse(node, source))
    const children = childrenOf(node)
    if (!children || isCode(node)) return
    if (!isInline && children.some((child) => child.type === 'text' || flowing.has(child.type))) {
      const prose = flatten(node, source)
      if (prose.text !== '') found.push(prose)
    }
    for (const child of children) if (child.type !== 'text') visit(child, flowing.has(child.type))
  }
  visit(tree, false)
  return found
}

/** The texts that a node holds beside its content. */
function attributeProse(node: Nodes, source: string): readonly Prose[] {
  const alt = 'alt' in node ? node.alt : undefined
  const title = 'title' in node ? node.title : undefined
  if (!alt && !title) return []
  const start = node.position?.start.offset
  const limit = node.position?.end.offset
  if (start === undefined || limit === undefined) return []
  const written = source.slice(start, limit)
  return [
    ...(alt && written.startsWith('![') ? [prosaic(alt, source, {start: start + '!['.length, limit})] : []),
    ...(title && written.lastIndexOf(title) > 0
      ? [prosaic(title, source, {start: start + written.lastIndexOf(title), limit})]
      : []),
  ]
}

function prosaic(text: string, source: string, place: {start: number; limit: number}): Prose {
  return {text, offsets: alignText(text, source, place), depths: Array.from(text, () => 0)}
}

function isCode({type, data}: Node): boolean {
  return type === 'footnoteMark' || /^(?:code|kbd|pre|samp|script|style|tt|var)$/.test(data?.hName ?? '')
}

function flatten(block: Nodes, source: string): Prose {
  let text = ''
  const offsets: number[] = []
  const depths: number[] = []
  const limit = block.position?.end.offset ?? source.length
  // Where to look for what other syntaxes made and so has no position.
  let at = block.position?.start.offset ?? nowhere
  let inCode = false
  const add = (units: string, where: readonly number[], depth: number): void => {
    text += units
    for (const offset of where) {
      offsets.push(offset)
      depths.push(depth)
    }
  }
  const addText = (node: Text, depth: number): void => {
    const {value} = node
    const start = node.position?.start.offset ?? (at === nowhere ? nowhere : findStart(value, source, {at, limit}))
    const end = node.position?.end.offset ?? limit
    if (start === nowhere || inCode) {
      add(gap, [nowhere], depth)
      return
    }
    const where = alignText(value, source, {start, limit: end})
    at = node.position?.end.offset ?? Math.max(at, (where.findLast((offset) => offset !== nowhere) ?? start - 1) + 1)
    add(value, where, depth)
  }
  const visit = (node: Nodes, depth: number): void => {
    for (const child of childrenOf(node) ?? []) {
      if (child.type === 'text') addText(child, depth)
      else if (flowing.has(child.type) && !isAutolink(child)) visit(child, depth + 1)
      else {
        if (child.type === 'html') inCode = startsCode.test(child.value) || (inCode && !endsCode.test(child.value))
        add(gap, [nowhere], depth)
      }
      at = child.position?.end.offset ?? at
    }
  }
  visit(block, 0)
  return {text, offsets, depths}
}

/** Where text without a position starts: at its first words. */
function findStart(value: string, source: string, {at, limit}: {at: number; limit: number}): number {
  const [words = ''] = /^[^\n\\&]{1,40}/.exec(value) ?? []
  const found = words === '' ? nowhere : source.indexOf(words, at)
  return found === -1 || found + words.length > limit ? nowhere : found
}
