import type {Frame, LoweringContext} from './context.ts'
import {dedent, lineText} from './line.ts'
import {fenceAt, longestRaggedFence, readFence} from './read-fence.ts'
import type {Fence} from './read-fence.ts'
import type {ScanState} from './scan-state.ts'

/**
 * Writes fenced code straight: every line behind the same indentation, so that ragged indents neither end the list
 * item around it nor keep the fence from closing. A fence without an end is closed where its container ends.
 */
export function lowerFence(
  context: LoweringContext,
  frame: Frame,
  options: {state: ScanState; indent: number; opened?: boolean},
): boolean {
  const {state, indent} = options
  const first = state.lines[state.at]
  if (!first) return false
  const fence = fenceAt(context, first)
  if (!fence) return false
  const base = Math.min(first.indent, indent)
  const content = state.items.at(-1)?.content ?? 0
  const inner: Frame = {prefix: frame.prefix + ' '.repeat(indent), depth: frame.depth}
  if (options.opened) {
    context.output.copy(first.start, first.end)
    context.output.insert('\n', first.end)
  } else context.writeLine(inner, {...first, pad: 0})
  let at = state.at + 1
  let closed = false
  let goesOn: boolean | undefined
  for (; at < state.lines.length && !closed; at++) {
    const line = state.lines[at]
    if (!line) break
    closed = line.indent >= 0 && line.indent <= first.indent + 3 && fence.closes(lineText(context.source, line))
    // Text left of the item ends it, as it would in CommonMark, unless the fence does close further down.
    if (!closed && line.indent >= 0 && line.indent < Math.min(content, first.indent)) {
      goesOn ??= closesLater(context, state, {at, fence, limit: first.indent + 3})
      if (!goesOn) break
    }
    context.writeLine(inner, closed ? {...line, pad: 0} : dedent(line, base))
  }
  if (!closed) context.output.insert(`${inner.prefix}${fence.run}\n`, state.lines[at - 1]?.end ?? first.end)
  state.at = at
  return true
}

/** Whether a closing line follows before the next fence opens. */
function closesLater(
  context: LoweringContext,
  state: ScanState,
  from: {at: number; fence: Fence; limit: number},
): boolean {
  for (let at = from.at; at < Math.min(state.lines.length, from.at + longestRaggedFence); at++) {
    const line = state.lines[at]
    if (!line || line.indent < 0) continue
    const text = lineText(context.source, line)
    if (line.indent <= from.limit && from.fence.closes(text)) return true
    if (readFence(text)) return false
  }
  return false
}
