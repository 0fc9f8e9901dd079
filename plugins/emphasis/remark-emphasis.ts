import type {Emphasis, Root, Strong} from 'mdast'
import type {} from 'remark-parse'
import type {Processor} from 'unified'
import type {VFile} from 'vfile'
import type {EmphasisOptions} from './syntax.ts'
import {emphasisSyntax} from './syntax.ts'
import {visitType} from '../tree/walk.ts'

/**
 * Emphasis as authors of `pymdownx.betterem` know it. Use it after the extension for CJK text, on which it builds.
 *
 * `***text***` and `___text___` are bold with italics inside, where CommonMark has italics with bold text inside.
 */
export default function remarkEmphasis(
  this: Processor,
  options: EmphasisOptions = {},
): (tree: Root, file: VFile) => void {
  const syntax = (this.data().micromarkExtensions ??= [])
  syntax.push(emphasisSyntax(options))
  return (tree, file) => {
    const source = String(file.value)
    visitType(tree, 'emphasis', (outer, index, parent) => {
      const inner = outer.children[0]
      if (outer.children.length > 1 || inner?.type !== 'strong') return
      if (isOneRun(outer, inner, source)) parent.children[index] = swapped(outer, inner)
    })
  }
}

/** Whether both open with one run of the same delimiter. */
function isOneRun({position: outer}: Emphasis, {position: inner}: Strong, source: string): boolean {
  const start = outer?.start.offset
  if (start === undefined || inner?.start.offset !== start + 1) return false
  return source[start] === source[start + 1]
}

/** The nodes keep their places in the source: the three signs belong to both. */
function swapped(outer: Emphasis, inner: Strong): Strong {
  const emphasis: Emphasis = {...outer, children: inner.children}
  return {...inner, children: [emphasis], ...(outer.position && {position: outer.position})}
}
