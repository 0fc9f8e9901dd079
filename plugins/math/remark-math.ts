import type {Root} from 'mdast'
import type {} from 'mdast-util-to-hast'
import type {} from 'remark-parse'
import type {Processor} from 'unified'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {visitNodes} from '../tree/walk.ts'
import {blockMathSyntax} from './block-syntax.ts'
import {inlineMathSyntax} from './inline-syntax.ts'
import {plainText, renderedElement, texElement} from './math-element.ts'
import type {Formula} from './math-element.ts'
import {mathFromMarkdown} from './math-nodes.ts'
import type {InlineMath, Math} from './math-nodes.ts'
import {blockRules, inlineRules} from './math-options.ts'
import type {MathOptions} from './math-options.ts'

/** Why a formula cannot be rendered. */
export interface Unreadable {
  /** One sentence without a full stop. */
  readonly reason: string
  /** Offsets in the TeX of what it is about; `undefined` for all of it. */
  readonly range: readonly [start: number, end: number] | undefined
}

/** HTML of a formula, or why there is none. */
export type RenderedMath = {readonly html: string} | Unreadable

/** Options of the plugin: those of `pymdownx.arithmatex`, and how formulas are rendered. */
export interface RemarkMathOptions extends MathOptions {
  /** Renders formulas, see `renderKatex`; left out, they stay TeX for a script in the browser. */
  readonly render?: ((formula: Formula) => RenderedMath) | undefined
}

/**
 * Reads formulas: `$…$` and `\(…\)` in text, `$$…$$`, `\[…\]` and `\begin{name}…\end{name}` as blocks.
 *
 * Adds `inlineMath` and `math` nodes, ready for `mdast-util-to-hast`. A formula that `render` cannot read keeps its TeX in
 * its place and is reported as `math/syntax`.
 */
export default function remarkMath(
  this: Processor,
  options: RemarkMathOptions = {},
): (tree: Root, file: VFile) => void {
  const data = this.data()
  const syntax = (data.micromarkExtensions ??= [])
  const nodes = (data.fromMarkdownExtensions ??= [])
  syntax.push(inlineMathSyntax(inlineRules(options)), blockMathSyntax(blockRules(options)))
  nodes.push(mathFromMarkdown())
  return (tree, file) => {
    visitNodes(tree, (node) => {
      if (node.type === 'inlineMath' || node.type === 'math') renderNode(node, file, options)
      return undefined
    })
  }
}

function renderNode(node: InlineMath | Math, file: VFile, options: RemarkMathOptions): void {
  const formula: Formula = {tex: node.value, display: node.type === 'math'}
  if (node.type === 'inlineMath') node.plain = plainText(node.value, options)
  const rendered = options.render?.(formula)
  if (rendered && 'reason' in rendered) report(node, rendered, file)
  const element =
    rendered && 'html' in rendered
      ? renderedElement(formula, rendered.html, options)
      : texElement(formula, rendered ? {...options, generic: true} : options)
  node.data = {...node.data, ...element}
}

function report(node: InlineMath | Math, {reason, range}: Unreadable, file: VFile): void {
  const {position} = node
  if (position?.start.offset === undefined || position.end.offset === undefined) {
    file.message(reason, {ruleId: 'syntax', source: 'math'})
    return
  }
  const {start} = position
  const written = String(file).slice(position.start.offset, position.end.offset)
  const pointAt = (offset: number): Point => pointIn({written, tex: node.value}, start, offset)
  const place = range ? {start: pointAt(range[0]), end: pointAt(range[1])} : position
  file.message(reason, {place, ruleId: 'syntax', source: 'math'})
}

/**
 * Point in the document that an offset in the TeX of a formula leads to. What the source has besides, marks and the
 * prefixes of containers, stands before the TeX of each line.
 */
function pointIn({written, tex}: {written: string; tex: string}, start: Point, offset: number): Point {
  const before = tex.slice(0, offset).split('\n')
  const index = before.length - 1
  const lines = written.split('\n')
  const prefix = Math.max(0, (lines[index] ?? '').lastIndexOf(tex.split('\n')[index] ?? ''))
  const column = prefix + (before.at(-1)?.length ?? 0)
  const skipped = lines.slice(0, index).reduce((sum, {length}) => sum + length + 1, 0)
  return {
    line: start.line + index,
    column: (index === 0 ? start.column : 1) + column,
    offset: (start.offset ?? 0) + Math.min(written.length, skipped + column),
  }
}
