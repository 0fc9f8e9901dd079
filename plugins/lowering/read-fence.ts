import type {LoweringContext} from './context.ts'
import {lineText} from './line.ts'
import type {Line} from './line.ts'

/** Longest code block with ragged lines, in lines; a bound for fences that nothing closes. */
export const longestRaggedFence = 400

/** The opening line of fenced code. */
export interface Fence {
  /** Whether a line, without its indentation, closes the fence. */
  closes(text: string): boolean
  /** The run of backticks or tildes. */
  readonly run: string
}

/** Reads the opening line of a fence from the text after its indentation. */
export function readFence(text: string): Fence | undefined {
  const match = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text)
  if (!match) return undefined
  const run = match[1] ?? match[2] ?? ''
  const closing = new RegExp(`^${run}${run.startsWith('`') ? '`' : '~'}*[ \\t]*$`)
  return {run, closes: (line) => closing.test(line)}
}

/** Reads a line that may open a fence, unless it was found to be text. */
export function fenceAt(context: LoweringContext, line: Line): Fence | undefined {
  return context.textLines.has(line.start) ? undefined : readFence(lineText(context.source, line))
}
