import type {Nodes, Parents} from 'mdast'
import {hasContestedRun} from './delimiter-runs.ts'

/** What of a text only the reference parser reads as it has to be read. */
export interface ReferenceSyntax {
  /** In the source of a page: the reference reads all of it. */
  readonly page: RegExp | undefined
  /** In the text of a block, code left out: the reference reads that block again. */
  readonly text: RegExp | undefined
  /** In the source of a block: the same. */
  readonly source: RegExp | undefined
  /** Whether every run of `*` and `_` is the reference's. */
  readonly emphasis: boolean
}

/**
 * Whether the inline content of a block has to be read by the reference parser: it holds, or may hold, syntax that the
 * native one does not know, or something that it alone reads.
 *
 * @param block  paragraph, heading or table cell of the native parser
 */
export function needsSecondReading(block: Parents, text: string, syntax: ReferenceSyntax): boolean {
  const {position} = block
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? 0
  if (syntax.source?.test(text.slice(start, end)) === true) return true
  const found = {emphasis: false, code: [] as [number, number][]}
  if (block.children.some((child) => isForReference(child, text, {syntax, found}))) return true
  if (!found.emphasis) return false
  return syntax.emphasis || hasContestedRun(withoutRanges(text.slice(start, end), start, found.code))
}

interface Search {
  readonly syntax: ReferenceSyntax
  readonly found: {emphasis: boolean; readonly code: [number, number][]}
}

function isForReference(node: Nodes, text: string, search: Search): boolean {
  const {found} = search
  switch (node.type) {
    case 'text':
      return isSpecial(node.value, search)
    case 'image':
    case 'imageReference':
      return isSpecial(node.alt ?? '', search)
    case 'inlineCode':
    case 'html':
      found.code.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0])
      return false
    case 'delete':
      return true
    case 'emphasis':
    case 'strong':
      found.emphasis = true
      break
    case 'link': {
      // A bare address, which is text to the reference.
      const first = text.charAt(node.position?.start.offset ?? 0)
      if (first !== '[' && first !== '<') return true
    }
  }
  return 'children' in node && node.children.some((child) => isForReference(child, text, search))
}

function isSpecial(value: string, {syntax, found}: Search): boolean {
  if (syntax.text?.test(value) === true) return true
  found.emphasis ||= /[*_]/.test(value)
  return false
}

/** The text with ranges of it blanked out; they are ascending offsets of the page. */
function withoutRanges(text: string, start: number, ranges: readonly (readonly [number, number])[]): string {
  let kept = ''
  let at = 0
  for (const [from, to] of ranges) {
    // A letter on both sides of a run says less than a sign does, so code counts as the signs around it.
    kept += text.slice(at, from - start) + '`'.repeat(to - from)
    at = to - start
  }
  return kept + text.slice(at)
}
