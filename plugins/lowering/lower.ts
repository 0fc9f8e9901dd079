import {LoweringContext} from './context.ts'
import type {LoweringOptions, LoweringProblem} from './context.ts'
import {splitLines} from './line.ts'
import type {Container} from './markers.ts'
import type {LoweredRun} from './output.ts'
import {scanLines} from './scan.ts'

/** A text in which the block syntax of the dialect became marker lines. */
export interface Lowered {
  readonly text: string
  /** Where each piece of `text` came from. */
  readonly runs: readonly LoweredRun[]
  /** What the markers stand for, by id. */
  readonly containers: readonly Container[]
  /** Ranges of comments in the source. */
  readonly comments: readonly (readonly [number, number])[]
  /** The token that the markers carry; see `readMarker`. */
  readonly token: string
  readonly problems: readonly LoweringProblem[]
}

/**
 * Turns the block syntax of the Material dialect into text that any CommonMark parser reads.
 *
 * One scan over the lines that knows fences, lists, block quotes and HTML blocks: bodies are dedented and put between
 * marker comments, comments shrink to one line, ragged fences are straightened. Never throws; linear in the length
 * of the text times the depth of nesting, which is bounded.
 *
 * @param source  Markdown whose line endings are `\n`
 */
export function lower(source: string, options: LoweringOptions): Lowered {
  const context = new LoweringContext(source, options, scanLines)
  context.scan({prefix: '', depth: 0}, splitLines(source))
  const {output, containers, comments, token, problems} = context
  return {text: output.text(), runs: output.runs, containers, comments, token, problems}
}
