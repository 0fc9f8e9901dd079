import type {Root} from 'mdast'
import {visitNodes} from '../../../plugins/tree/walk.ts'
import type {TextRange} from './text-range.ts'

const guardedTypes: ReadonlySet<string> = new Set(['code', 'inlineCode', 'math', 'inlineMath', 'yaml'])

/** Elements of raw HTML whose content is code. */
const codeElements = ['code', 'pre', 'script', 'style', 'kbd', 'samp'] as const

/** Ranges of code and formulas in a tree, in the text that was parsed. */
export function codeRanges(tree: Root): readonly TextRange[] {
  const found: TextRange[] = []
  visitNodes(tree, (node) => {
    const {start, end} = node.position ?? {}
    if (guardedTypes.has(node.type) && start?.offset !== undefined && end?.offset !== undefined) {
      found.push({start: start.offset, end: end.offset})
    }
    return undefined
  })
  return found
}

/** Ranges of comments and of code elements in raw HTML, found in the text alone. */
export function htmlGuards(text: string): readonly TextRange[] {
  const found: TextRange[] = []
  const collect = (opening: RegExp, closing: string): void => {
    let openUntil = 0
    for (const match of text.matchAll(opening)) {
      if (match.index < openUntil) continue
      const end = text.indexOf(closing, match.index + match[0].length)
      // Without an end here there is none further on.
      if (end === -1) return
      openUntil = end + closing.length
      found.push({start: match.index, end: openUntil})
    }
  }
  collect(/<!--/g, '-->')
  for (const name of codeElements) collect(new RegExp(`<${name}(?=[\\s>])`, 'g'), `</${name}>`)
  return found
}
