import type {Root} from 'mdast'
import type {Parser, Processor} from 'unified'
import {lastStart} from '../source-text/last-start.ts'
import {locator} from '../source-text/locator.ts'
import {visitNodes} from '../tree/walk.ts'
import {composeSnippets} from './compose-snippets.ts'
import type {ComposedText} from './composed-text.ts'

/** What `remarkSnippets` takes. */
export interface SnippetsOptions {
  /** Text of a file by its name as it was written; `undefined` for one that does not exist or must not be read. */
  readonly read: (name: string) => string | undefined
  /** Names of files that are included behind every document. */
  readonly auto_append?: readonly string[]
  /** Whether parts of files lose the indent that all their lines have. */
  readonly dedent_subsections?: boolean
}

/**
 * Snippets (`--8<-- "file"`) for any unified pipeline. Use it after the parser; it wraps it, and sees the text before the
 * plugins that were used earlier.
 *
 * Positions are those of the document given; what came from a snippet stands where it is included. What is wrong is
 * reported as `snippet/missing-file` and the like, see `SnippetProblem`.
 */
export default function remarkSnippets(this: Processor, options: SnippetsOptions): void {
  const parse = this.parser as Parser<Root> | undefined
  if (!parse) throw new Error('remarkSnippets wraps a parser: use it after `remark-parse`')
  this.parser = (document, file) => {
    const path = file.path
    const composed = composeSnippets(document, {
      path,
      lookup: (name) => {
        const text = options.read(name)
        return text === undefined ? undefined : {path: name, text: text.replace(/\r\n?/g, '\n')}
      },
      append: options.auto_append ?? [],
      dedent: options.dedent_subsections ?? false,
    })
    const locate = locator(document)
    for (const {rule, reason, at} of composed.problems) {
      const place = at?.file === path ? {start: locate(at.start), end: locate(at.end)} : undefined
      const where = at && !place ? ` (in \`${at.file}\`)` : ''
      file.message(`${reason}${where}`, {...(place && {place}), ruleId: rule, source: 'snippet'})
    }
    const tree = parse(composed.text, file)
    restorePositions(tree, composed, locate)
    return tree
  }
}

/** Turns positions in the composed text into positions in the document. */
function restorePositions(tree: Root, {runs}: ComposedText, locate: ReturnType<typeof locator>): void {
  let own = {out: 0, source: 0}
  let included: number | undefined
  // What stands in a snippet stands, for the document, where its own text is interrupted.
  const starts = runs.map(({out, file, source, copy}) => {
    if (file === 0) {
      own = {out, source}
      included = undefined
      return {out, source, copy}
    }
    included ??= own.source + out - own.out
    return {out, source: included, copy: false}
  })
  const sourceOf = (offset: number): number => {
    const run = starts[lastStart(starts, offset)]
    return run?.copy ? run.source + offset - run.out : (run?.source ?? offset)
  }
  visitNodes(tree, (node) => {
    if (!node.position) return undefined
    const from = sourceOf(node.position.start.offset ?? 0)
    node.position = {start: locate(from), end: locate(Math.max(from, sourceOf(node.position.end.offset ?? 0)))}
    return undefined
  })
}
