import type {Node, Text} from 'mdast'
import {isAutolink} from '../source-text/autolink.ts'
import {escapedCharacters} from '../source-text/escaped-characters.ts'
import type {} from '../critic/remark-critic.ts'

/** Stands for the start of an element, and for a sign that was escaped. */
const edge = '\uE000'
/** Stands for what is not text: code, images, icons. */
const atom = '\uFFFC'

/** A text node of a block. */
export interface BlockPart {
  readonly node: Text
  /** Where its text starts in that of the block. */
  readonly start: number
  /** Its text; signs that the author escaped are edges. */
  readonly text: string
}

/** The text of a block across its inline elements. */
export interface BlockText {
  readonly text: string
  readonly parts: readonly BlockPart[]
}

const verbatim = /^<(\/?)(?:code|kbd|math|pre|samp|script|style|textarea|tt|var)\b/i
const signs = /["'\-.<>]/

/**
 * Reads the text of a block. What stands in code, be it an element of HTML, is no part of it.
 *
 * @param source  the file that the positions are about
 */
export function readBlockText(block: Node, source: string): BlockText {
  const parts: BlockPart[] = []
  const pieces: string[] = []
  let length = 0
  let verbatimDepth = 0
  const add = (piece: string): void => {
    pieces.push(piece)
    length += piece.length
  }
  const addText = (node: Text): void => {
    const text = markEscaped(node, source)
    if (verbatimDepth === 0) parts.push({node, start: length, text})
    add(text)
  }
  const addTag = (value: string): void => {
    const [tag, slash] = verbatim.exec(value) ?? []
    if (tag !== undefined) verbatimDepth = Math.max(0, verbatimDepth + (slash === '' ? 1 : -1))
    if (/^<br\b/i.test(value)) add('\n')
    else if (/^<[a-z]/i.test(value)) add(edge)
  }
  const addNode = (node: Node): void => {
    if (isText(node)) addText(node)
    else if (isHtml(node)) addTag(node.value)
    else if (node.type === 'break') add('\n')
    else if (hasChildren(node) && !isAtom(node)) {
      add(edge)
      for (const child of node.children) addNode(child)
    } else add(atom)
  }
  if (hasChildren(block)) for (const child of block.children) addNode(child)
  return {text: pieces.join(''), parts}
}

/** Whether a node has children. */
export function hasChildren(node: Node): node is Node & {children: Node[]} {
  return 'children' in node
}

function markEscaped(node: Text, source: string): string {
  if (!signs.test(node.value)) return node.value
  const escaped = escapedCharacters(node, source)
  if (escaped.size === 0) return node.value
  const units = node.value.split('')
  for (const index of escaped) {
    if (signs.test(node.value.charAt(index))) units[index] = edge
  }
  return units.join('')
}

/** Elements whose text is none of the author's prose. */
function isAtom(node: Node): boolean {
  if (node.type === 'critic' && 'kind' in node && node.kind === 'comment') return true
  if (node.data && 'hName' in node.data && (node.data.hName === 'code' || node.data.hName === 'kbd')) return true
  return isLink(node) && isAutolink(node)
}

function isText(node: Node): node is Text {
  return node.type === 'text'
}

function isHtml(node: Node): node is Node & {value: string} {
  return node.type === 'html'
}

function isLink(node: Node): node is Parameters<typeof isAutolink>[0] {
  return node.type === 'link'
}
