import type {Root} from 'mdast'
import type {Parser, Processor} from 'unified'
import type {LoweringOptions, LoweringProblem} from '../lowering/context.ts'
import {lower} from '../lowering/lower.ts'
import type {Lowered} from '../lowering/lower.ts'
import type {LoweredRun} from '../lowering/output.ts'
import {lastStart} from '../source-text/last-start.ts'
import {locator} from '../source-text/locator.ts'
import {visitNodes} from '../tree/walk.ts'
import {pairMarkers} from './pair-markers.ts'
import {renderContainers} from './render-containers.ts'
import type {ContainerRendering} from './render-containers.ts'

declare module 'vfile' {
  interface DataMap {
    /** Ranges of comments in the source, `[start, end)` in UTF-16 units; set by `remarkContainers`. */
    comments: readonly (readonly [number, number])[]
  }
}

/** What `remarkContainers` takes: which syntaxes are on, and how components render. */
export interface ContainerOptions extends LoweringOptions, ContainerRendering {
  /** Comments that stay in the tree, as `html` nodes; left out: none. */
  readonly keptComments?: RegExp
}

const problems: Readonly<Record<LoweringProblem['kind'], {text: string; source: string; ruleId: string}>> = {
  'unclosed-comment': {
    text: 'Unclosed comment: `-->` is missing, so `<!--` stays text',
    source: 'html',
    ruleId: 'unclosed-comment',
  },
  'code-leaves-body': {
    text: 'Line of code that ends the tab, admonition or details it should be in; indent it like the fence around it',
    source: 'code',
    ruleId: 'leaves-body',
  },
}

/**
 * The block syntax of the Material dialect for any unified pipeline: `!!!`, `???`, `===`, `:::`, `///`, definition lists,
 * `markdown` attributes of HTML elements, comments. Use it after the parser; it wraps it.
 *
 * Adds `containerDirective` nodes as `mdast-util-directive` defines them, ready for `mdast-util-to-hast`. Positions are
 * those of the document given. Reports a comment without an end as `html/unclosed-comment`, and code that is indented less
 * than the tab or admonition it stands in as `code/leaves-body`.
 */
export default function remarkContainers(this: Processor, options: ContainerOptions): (tree: Root) => void {
  const parse = this.parser as Parser<Root> | undefined
  if (!parse) throw new Error('remarkContainers wraps a parser: use it after `remark-parse`')
  this.parser = (document, file) => {
    const lowered = lower(document, options)
    const tree = parse(lowered.text, file)
    pairMarkers(tree, lowered, keptComments(lowered, document, options.keptComments))
    const locate = locator(document)
    restorePositions(tree, lowered, locate)
    file.data.comments = lowered.comments
    for (const {kind, start, end} of lowered.problems)
      file.message(problems[kind].text, {
        place: {start: locate(start), end: locate(end)},
        ruleId: problems[kind].ruleId,
        source: problems[kind].source,
      })
    return tree
  }
  return (tree) => {
    renderContainers(tree, options)
  }
}

/** Texts of the comments that stay, by id. */
function keptComments({comments}: Lowered, document: string, pattern: RegExp | undefined): ReadonlyMap<number, string> {
  const kept = new Map<number, string>()
  if (!pattern) return kept
  for (const [id, [start, end]] of comments.entries()) {
    const text = document.slice(start, end)
    if (pattern.test(text)) kept.set(id, text)
  }
  return kept
}

/** Turns positions in the lowered text into positions in the document. */
function restorePositions(tree: Root, lowered: Lowered, locate: ReturnType<typeof locator>): void {
  const {runs} = lowered
  const runAt = (offset: number): LoweredRun | undefined => runs[lastStart(runs, offset)]
  const startOf = (offset: number): number => {
    const run = runAt(offset)
    return run ? (run.copy ? run.source + offset - run.out : run.source) : offset
  }
  // An end belongs to what stands before it, not to the run that follows.
  const endOf = (offset: number): number => {
    const run = runAt(offset - 1)
    return run ? (run.copy ? run.source + offset - run.out : run.source) : offset
  }
  visitNodes(tree, (node) => {
    if (!node.position) return undefined
    const from = startOf(node.position.start.offset ?? 0)
    node.position = {start: locate(from), end: locate(Math.max(from, endOf(node.position.end.offset ?? 0)))}
    return undefined
  })
}
