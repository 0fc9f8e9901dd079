import {lowerBlock, lowerDirective} from './blocks.ts'
import type {Frame, LoweringContext} from './context.ts'
import {deepestNesting} from './context.ts'
import {lowerFence} from './fences.ts'
import {isInlineTagAlone, lowerHtml} from './html-blocks.ts'
import {dedent, lineText} from './line.ts'
import type {Line} from './line.ts'
import {readOpener} from './openers.ts'
import {lowerParagraph} from './paragraphs.ts'
import {fenceAt, longestRaggedFence, readFence} from './read-fence.ts'
import type {Fence} from './read-fence.ts'
import {frameInside, interruptsParagraph, itemPattern, startsHtmlBlock, thematicBreak} from './scan-state.ts'
import type {OpenItem, ScanState, Step} from './scan-state.ts'

/**
 * Lowers the lines of one container into the context's output.
 *
 * @returns whether the last line left an HTML block open
 */
export function scanLines(context: LoweringContext, frame: Frame, lines: Line[]): boolean {
  const state: ScanState = {lines, at: 0, items: [], paragraph: false, html: false, unclosed: false}
  while (state.at < state.lines.length) scanLine(context, frame, state)
  return state.html
}

function scanLine(context: LoweringContext, frame: Frame, state: ScanState): void {
  const line = state.lines[state.at]
  if (!line) return
  if (line.indent < 0) {
    context.writeLine(frame, line)
    state.paragraph = false
    state.html = false
    state.at++
    return
  }
  closeItems(context, state, line)
  const base = state.items.at(-1)?.content ?? 0
  if (state.html || line.indent - base >= 4) {
    // Indented code, the rest of an HTML block, or the continuation of a paragraph.
    context.writeLine(frame, state.html || state.paragraph ? line : codeLine(line, state.items.at(-1)))
    state.at++
    return
  }
  if (steps.some((step) => step(context, frame, state))) return
  state.paragraph = true
  lowerParagraph(context, frame, {state})
}

/**
 * A line of indented code, where its item counts its own indentation: authors of Python-Markdown indent what belongs to
 * an item by four columns and code by four more, whatever the width of the marker.
 */
function codeLine(line: Line, item: OpenItem | undefined): Line {
  const missing = item ? 4 - (item.content - item.marker) : 0
  return item && missing > 0 && line.indent >= item.marker + 8 ? dedent(line, missing) : line
}

/** Closes the list items that the line is not part of. */
function closeItems(context: LoweringContext, state: ScanState, line: Line): void {
  const inner = state.items.at(-1)
  if (!inner || line.indent >= inner.content) return
  if (state.paragraph && !interruptsParagraph(context, state, state.at)) return
  if (numberingGoesOn(context, state, line)) return
  while ((state.items.at(-1)?.content ?? 0) > line.indent) state.items.pop()
  state.paragraph = false
}

/**
 * Whether the line opens a fence at the marker's own column, and the list goes on after it: Python-Markdown gives
 * such code to the item, so that the numbering is not broken.
 */
function numberingGoesOn(context: LoweringContext, state: ScanState, line: Line): boolean {
  const item = state.items.at(-1)
  if (!item?.ordered || line.indent !== item.marker || !context.options.fences) return false
  const fence = fenceAt(context, line)
  if (!fence) return false
  let next = state.at + 1
  while (next < state.lines.length && !fence.closes(lineText(context.source, state.lines[next] ?? line))) next++
  for (next++; next < state.lines.length; next++) {
    const after = state.lines[next]
    if (!after || after.indent < 0) continue
    return after.indent === item.marker && /^\d{1,9}[.)][ \t]/.test(lineText(context.source, after))
  }
  return false
}

const fence: Step = (context, frame, state) => {
  const line = state.lines[state.at]
  if (!line) return false
  const base = state.items.at(-1)
  if (!lowerFence(context, frame, {state, indent: base && line.indent < base.content ? base.content : line.indent}))
    return false
  state.paragraph = false
  return true
}

const container: Step = (context, frame, state) => {
  const line = state.lines[state.at]
  if (!line || frame.depth >= deepestNesting) return false
  const opener = readOpener(lineText(context.source, line))
  if (!opener) return false
  const {admonitions, details, tabs} = context.options
  if (!{admonition: admonitions, details, tab: tabs}[opener.name]) return false
  const last = lastBodyLine(context, state, line.indent + 4)
  const inner = frameInside(frame, state, line)
  const title = opener.title
  const id = context.open(inner, {
    name: opener.name,
    attributes: opener.attributes,
    label: title !== undefined,
    start: line.start,
    end: line.end,
  })
  if (title) context.label(inner, [[line.start + title[0], line.start + title[1]]])
  const body = state.lines.slice(state.at + 1, last + 1).map((next) => dedent(next, line.indent + 4))
  const endOffset = state.lines[last]?.end ?? line.end
  if (scanLines(context, inner, body)) context.blank(inner, endOffset)
  context.close(inner, id, endOffset)
  state.at = last + 1
  state.paragraph = false
  return true
}

/**
 * Index of the last line of a body that is indented by `indent` at least; that of the opening line for an empty one.
 * A fence whose code leaves the body, and is closed outside of it, is text: the body ends where it says it does.
 */
function lastBodyLine(context: LoweringContext, state: ScanState, indent: number): number {
  let last = state.at
  let open: {fence: Fence; line: Line} | undefined
  for (let at = state.at + 1; at < state.lines.length; at++) {
    const line = state.lines[at]
    if (!line || line.indent < 0) continue
    if (line.indent < indent) {
      if (open && closesOutside(context, state, {at, fence: open.fence, indent})) {
        context.textLines.add(open.line.start)
        context.problems.push({kind: 'code-leaves-body', start: line.start, end: line.end})
      }
      break
    }
    if (!open) {
      const fence = fenceAt(context, line)
      if (fence) open = {fence, line}
    } else if (open.fence.closes(lineText(context.source, line))) open = undefined
    last = at
  }
  return last
}

/** Whether a fence is closed at the indentation of its body, by a line after the one that left the body. */
function closesOutside(
  context: LoweringContext,
  state: ScanState,
  from: {at: number; fence: Fence; indent: number},
): boolean {
  for (let at = from.at + 1; at < Math.min(state.lines.length, from.at + longestRaggedFence); at++) {
    const line = state.lines[at]
    if (line && line.indent >= from.indent && from.fence.closes(lineText(context.source, line))) return true
  }
  return false
}

const quote: Step = (context, frame, state) => {
  const first = state.lines[state.at]
  if (!first || context.source[first.start] !== '>' || frame.depth >= deepestNesting) return false
  const inside: Line[] = []
  let end = state.at
  for (; end < state.lines.length; end++) {
    const line = state.lines[end]
    if (!line || line.indent < 0 || line.indent > first.indent + 3 || context.source[line.start] !== '>') break
    inside.push(insideQuote(context.source, line))
  }
  const html = scanLines(context, {prefix: `${frame.prefix}${' '.repeat(first.pad)}> `, depth: frame.depth + 1}, inside)
  if (html) context.blank({prefix: `${frame.prefix}${' '.repeat(first.pad)}>`, depth: frame.depth}, first.start)
  state.at = end
  state.paragraph = true
  return true
}

function insideQuote(source: string, line: Line): Line {
  let start = line.start + 1
  let pad = 0
  if (source[start] === ' ') start++
  for (; start < line.end && (source[start] === ' ' || source[start] === '\t'); start++)
    pad += source[start] === ' ' ? 1 : 4
  return start === line.end ? {pad: 0, start, end: start, indent: -1} : {pad, start, end: line.end, indent: pad}
}

const listItem: Step = (context, frame, state) => {
  const line = state.lines[state.at]
  if (!line) return false
  const text = lineText(context.source, line)
  const match = itemPattern.exec(text)
  if (!match || thematicBreak.test(text.trimEnd())) return false
  if (state.paragraph && !interruptsParagraph(context, state, state.at)) return false
  let column = line.indent
  let rest = text
  for (let depth = 0; depth < deepestNesting; depth++) {
    const marker = itemPattern.exec(rest)
    if (!marker || thematicBreak.test(rest.trimEnd())) break
    const after = rest.slice(marker[0].length)
    const space = after.length - after.trimStart().length
    const width = after.trim() === '' || space > 4 ? 1 : space
    state.items.push({marker: column, content: column + marker[0].length + width, ordered: marker[2] !== undefined})
    column += marker[0].length + width
    rest = after.slice(width)
    if (space > 4) break
  }
  state.at++
  state.paragraph = rest.trim() !== ''
  const head = line.end - rest.length
  const opened = context.options.fences === true ? readFence(rest) : undefined
  if (!opened) {
    state.html = /^<(?!!--)[A-Za-z/!?]/.test(rest) && startsHtmlBlock(rest) && !isInlineTagAlone(rest)
    lowerItemText(context, frame, {state, line, head})
    return true
  }
  // A fence on the marker's line: its lines follow, straightened to the item's content.
  context.startLine(frame, line)
  context.output.copy(line.start, head)
  state.lines[--state.at] = {pad: 0, start: head, end: line.end, indent: column}
  lowerFence(context, frame, {state, indent: column, opened: true})
  state.paragraph = false
  return true
}

/** Writes the marker of an item and hands its text to the paragraph, without repeating the indentation. */
function lowerItemText(
  context: LoweringContext,
  frame: Frame,
  item: {state: ScanState; line: Line; head: number},
): void {
  const {state, line, head} = item
  const text = context.source.slice(head, line.end)
  const comment = text.trimStart().startsWith('<!--') || state.html
  context.startLine(frame, line)
  if (comment || text.trim() === '' || /^[>#]/.test(text.trimStart())) {
    context.output.copy(line.start, line.end)
    context.output.insert('\n', line.end)
    return
  }
  context.output.copy(line.start, head)
  const indent = state.items.at(-1)?.content ?? 0
  state.lines[--state.at] = {pad: 0, start: head, end: line.end, indent}
  lowerParagraph(context, frame, {state, opened: true})
}

const heading: Step = (context, frame, state) => {
  const line = state.lines[state.at]
  if (!line || !/^#{1,6}(?:[ \t]|$)/.test(lineText(context.source, line))) return false
  context.writeLine(frame, line)
  state.at++
  state.paragraph = false
  return true
}

const steps: readonly Step[] = [fence, container, lowerBlock, lowerDirective, quote, listItem, heading, lowerHtml]
