import {diffArrays} from '/@docprism/vendor/diff/diff/array.js'
import {diffWordsWithSpace} from '/@docprism/vendor/diff/diff/word.js'

/** One place where two pages differ: blocks of the left page, of the right page, or of both. */
export interface Difference {
  readonly left: readonly Element[]
  readonly right: readonly Element[]
}

/** Elements whose text is compared as one; those that hold others of them are left to these. */
const blockNames = 'h1, h2, h3, h4, h5, h6, p, li, pre, td, th, dt, dd, summary, figcaption, label, img'

/** Where the articles of two documents differ, in order. */
export function findDifferences(left: Document, right: Document): readonly Difference[] {
  const blocks = {left: readBlocks(left), right: readBlocks(right)}
  const changes = diffArrays(
    blocks.left.map(({key}) => key),
    blocks.right.map(({key}) => key),
  )
  const differences: Difference[] = []
  const at = {left: 0, right: 0}
  let open: {left: Element[]; right: Element[]} | undefined
  for (const {added, removed, value} of changes) {
    if (!added && !removed) {
      at.left += value.length
      at.right += value.length
      if (open) differences.push(open)
      open = undefined
      continue
    }
    const side = removed ? 'left' : 'right'
    open ??= {left: [], right: []}
    for (const {element} of blocks[side].slice(at[side], at[side] + value.length)) open[side].push(element)
    at[side] += value.length
  }
  if (open) differences.push(open)
  return differences
}

/** Ranges of the words that differ between two elements, on each side. */
export function differingWords(left: Element, right: Element): {readonly left: Range[]; readonly right: Range[]} {
  const texts = {left: readText(left), right: readText(right)}
  const ranges = {left: [] as Range[], right: [] as Range[]}
  const at = {left: 0, right: 0}
  for (const {added, removed, value} of diffWordsWithSpace(texts.left.text, texts.right.text)) {
    const sides: ('left' | 'right')[] = added ? ['right'] : removed ? ['left'] : ['left', 'right']
    for (const side of sides) {
      if (added || removed) ranges[side].push(...rangesOf(texts[side].nodes, at[side], at[side] + value.length))
      at[side] += value.length
    }
  }
  return ranges
}

interface Block {
  readonly element: Element
  /** What is compared: the kind of element and its text without differences of white space. */
  readonly key: string
}

function readBlocks(document: Document): readonly Block[] {
  const found = [...document.querySelectorAll(`article :is(${blockNames})`)]
  return found
    .filter((element) => !element.querySelector(blockNames))
    .map((element) => {
      const text =
        element instanceof HTMLImageElement || element.localName === 'img' ? imageText(element) : element.textContent
      return {element, key: `${element.localName} ${text.replace(/\s+/g, ' ').trim()}`}
    })
}

function imageText(image: Element): string {
  const name = image.getAttribute('src')?.replace(/^.*\//, '') ?? ''
  return `${name} ${image.getAttribute('alt') ?? ''}`
}

interface TextNode {
  readonly node: Text
  readonly start: number
}

function readText(element: Element): {text: string; nodes: readonly TextNode[]} {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: TextNode[] = []
  let text = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    nodes.push({node, start: text.length})
    text += node.data
  }
  return {text, nodes}
}

function rangesOf(nodes: readonly TextNode[], start: number, end: number): Range[] {
  return nodes.flatMap(({node, start: offset}) => {
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, node.length)
    if (from >= to) return []
    const range = node.ownerDocument.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return [range]
  })
}
