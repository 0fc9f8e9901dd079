import type {FootnoteDefinition, Root} from 'mdast'
import {isLineBlock, runningText} from '../source-text/running-text.ts'
import type {LineBlock} from '../source-text/running-text.ts'
import {visitNodes} from '../tree/walk.ts'

/** Something about the footnotes of a page that its author cannot have meant. Offsets are those of the text parsed. */
export interface FootnoteFault {
  /** `missing`: a reference without a note; `unused`: a note without a reference; `duplicate`: a note that a later one replaces. */
  readonly kind: 'missing' | 'unused' | 'duplicate'
  /** Of `[^label]`. */
  readonly start: number
  readonly end: number
  /** Labels of the notes of the page. */
  readonly labels: readonly string[]
}

declare module 'vfile' {
  interface DataMap {
    /** Set by `remarkFootnotes`. */
    footnoteFaults: readonly FootnoteFault[]
  }
}

/** A reference that was left as text: a label that a person would choose, and nothing that makes it a regular expression. */
const leftAsText = /\[\^([\p{L}\p{N}][\p{L}\p{N}_.-]*)\](?![+*?{|(:\]])/gu

/**
 * Faults of the footnotes in a tree that `mdast-util-gfm-footnote` made, in no order.
 *
 * @param source  text that the positions of the tree are in
 */
export function findFootnoteFaults(tree: Root, source: string): readonly FootnoteFault[] {
  if (!source.includes('[^')) return []
  const definitions: FootnoteDefinition[] = []
  const references: {readonly name: string; readonly start: number; readonly end: number}[] = []
  const lines: LineBlock[] = []
  visitNodes(tree, (node) => {
    if (node.type === 'footnoteDefinition') definitions.push(node)
    else if (node.type === 'footnoteReference') {
      const start = node.position?.start.offset ?? 0
      references.push({name: nameOf(node), start, end: node.position?.end.offset ?? start})
    } else if (isLineBlock(node)) lines.push(node)
    return undefined
  })
  const labels = [...new Set(definitions.map(nameOf))]
  const known = new Set(labels)
  const used = new Set(references.map(({name}) => name))
  const faults: FootnoteFault[] = []
  for (const {name, start, end} of references) if (!known.has(name)) faults.push({kind: 'missing', start, end, labels})
  for (const [index, definition] of definitions.entries()) {
    const name = nameOf(definition)
    const start = definition.position?.start.offset ?? 0
    const end = source.indexOf(']', start) + 1
    const isReplaced = definitions.slice(index + 1).some((later) => nameOf(later) === name)
    if (isReplaced) faults.push({kind: 'duplicate', start, end, labels})
    else if (!used.has(name)) faults.push({kind: 'unused', start, end, labels})
  }
  for (const line of lines) {
    if (!source.slice(line.position?.start.offset, line.position?.end.offset).includes('[^')) continue
    const running = runningText(line, source)
    for (const match of running.text.matchAll(leftAsText)) {
      const [whole, label = ''] = match
      const start = running.start + match.index
      const isEscaped = source.charAt(start - 1) === '\\'
      if (isEscaped || (known.size === 0 && isCharacterClass(label))) continue
      faults.push({kind: 'missing', start, end: start + whole.length, labels})
    }
  }
  return faults
}

/** Whether `[^…]` could as well be part of a regular expression: a range, or a single letter. */
function isCharacterClass(label: string): boolean {
  return /^.-./u.test(label) || /^\p{L}$/u.test(label)
}

function nameOf({label, identifier}: {label?: string | null | undefined; identifier: string}): string {
  return (label ?? identifier).replace(/\s+/g, ' ').trim()
}
