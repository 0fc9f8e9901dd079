import type {Frame, LoweringContext} from './context.ts'
import {deepestNesting} from './context.ts'
import {readTag, voidElements} from './html-tag.ts'
import type {HtmlTag} from './html-tag.ts'
import {insideSpan} from '../source-text/inside-span.ts'
import {codeSpans} from './code-spans.ts'
import {readFence} from './read-fence.ts'
import {dedent, lineText, makeLine} from './line.ts'
import type {Line} from './line.ts'
import {frameInside, interruptsParagraph, startsHtmlBlock} from './scan-state.ts'
import type {ScanState, Step} from './scan-state.ts'

/** Elements whose content is inline Markdown where `markdown="1"` does not say which (Python-Markdown, md_in_html). */
const spanElements = new Set([
  'address',
  'dd',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'legend',
  'li',
  'p',
  'summary',
  'td',
  'th',
])
const rawElements = /^<(script|pre|style|textarea)(?=[\s>]|$)/i
/** Elements outside CommonMark's sixth kind of HTML block that are blocks all the same (Python-Markdown). */
const flowElements = new Set([
  'canvas',
  'colgroup',
  'group',
  'hgroup',
  'map',
  'math',
  'noscript',
  'object',
  'output',
  'progress',
  'svg',
  'video',
])
const inlineElements = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd label mark q s samp small span strong sub sup time u var'.split(' '),
)

/** Lowers what starts with `<` at the start of a line: comments, elements with a `markdown` attribute, other HTML blocks. */
export const lowerHtml: Step = (context, frame, state) => {
  const line = state.lines[state.at]
  if (!line || context.source[line.start] !== '<') return false
  const text = lineText(context.source, line)
  if (text.startsWith('<!--')) return lowerComment(context, frame, state)
  if (context.options.markdownInHtml && lowerElement(context, frame, state)) return true
  const raw = rawElements.exec(text)
  if (raw) return copyRaw(context, frame, {state, name: (raw[1] ?? '').toLowerCase()})
  const interrupts = interruptsParagraph(context, state, state.at)
  const alone = !state.paragraph && completeTagAlone(text) && !isInlineTagAlone(text)
  if (!startsHtmlBlock(text) || !(interrupts || alone)) return false
  // In a list the blank line behind the element would make the list loose.
  if (frame.element && state.items.length === 0) return copyElement(context, frame, state)
  context.writeLine(frame, line)
  state.at++
  state.html = true
  state.paragraph = false
  return true
}

/**
 * Whether a line would start an HTML block of CommonMark's seventh kind though its element is inline: `<img …>` alone on
 * a line is a paragraph, as in Python-Markdown.
 */
export function isInlineTagAlone(text: string): boolean {
  const name = /^<\/?([A-Za-z][\w-]*)/.exec(text)?.[1]?.toLowerCase()
  return name !== undefined && !flowElements.has(name) && completeTagAlone(text)
}

/** CommonMark's seventh kind of HTML block: a complete tag, and nothing else, on the first line. */
function completeTagAlone(text: string): boolean {
  const end = /^<\/([A-Za-z][\w-]*)\s*>\s*$/.test(text)
  if (end) return true
  const tag = readTag(text, 0)
  return tag !== undefined && text.slice(tag.end).trim() === ''
}

/** A comment becomes one marker line; what follows its end goes on as a line of its own. */
function lowerComment(context: LoweringContext, frame: Frame, state: ScanState): boolean {
  const line = state.lines[state.at]
  if (!line) return false
  const end = commentEnd(context, state, {at: state.at, from: line.start})
  const inner: Frame = {prefix: frame.prefix + ' '.repeat(line.pad), depth: frame.depth}
  state.paragraph = false
  if (!end) {
    context.problems.push({kind: 'unclosed-comment', start: line.start, end: line.start + 4})
    context.output.insert(`${inner.prefix}\\`, line.start)
    context.output.copy(line.start, line.end)
    context.output.insert('\n', line.end)
    state.at++
    state.paragraph = true
    return true
  }
  context.comment(inner, [line.start, end.offset])
  state.at = end.at
  const last = state.lines[end.at]
  const rest = last ? makeLine(context.source, end.offset, last.end) : undefined
  if (!rest || rest.indent < 0) state.at++
  else state.lines[end.at] = {...rest, pad: line.pad, indent: line.indent}
  return true
}

/** Where a comment that starts at `from` in line `at` ends: the line, and the offset after `-->`. */
export function commentEnd(
  context: LoweringContext,
  state: ScanState,
  start: {at: number; from: number},
): {at: number; offset: number} | undefined {
  // Remembering that no end follows keeps a text full of unclosed comments linear.
  if (state.unclosed || start.from > context.lastCommentEnd) return undefined
  for (let at = start.at; at < state.lines.length; at++) {
    const line = state.lines[at]
    if (!line || line.indent < 0) continue
    const from = at === start.at ? start.from + 2 : line.start
    const found = context.source.slice(from, line.end).indexOf('-->')
    if (found !== -1) return {at, offset: from + found + 3}
  }
  state.unclosed = true
  return undefined
}

/** Copies `<pre>`, `<script>`, `<style>` and `<textarea>` up to the line that closes them, and closes them if none does. */
function copyRaw(context: LoweringContext, frame: Frame, options: {state: ScanState; name: string}): boolean {
  const {state, name} = options
  const closing = /<\/(?:script|pre|style|textarea)>/i
  let closed = false
  let end = 0
  while (state.at < state.lines.length && !closed) {
    const line = state.lines[state.at++]
    if (!line) break
    closed = closing.test(lineText(context.source, line))
    context.writeLine(frame, line)
    end = line.end
  }
  if (!closed) context.output.insert(`${frame.prefix}</${name}>\n`, end)
  state.paragraph = false
  return true
}

/**
 * Copies HTML inside of an element with a `markdown` attribute up to the line that closes it, or to a blank one.
 * What follows is Markdown again, as in Python-Markdown; elsewhere HTML goes on to the next blank line.
 */
function copyElement(context: LoweringContext, frame: Frame, state: ScanState): boolean {
  const tag = readTag(context.source, state.lines[state.at]?.start ?? 0)
  const pattern = tag && elementTags(tag.name)
  let depth = tag ? 0 : Infinity
  let end = 0
  while (depth > 0 || end === 0) {
    const line = state.lines[state.at]
    if (!line || line.indent < 0) break
    context.writeLine(frame, line)
    end = line.end
    state.at++
    for (const match of pattern ? lineText(context.source, line).matchAll(pattern) : []) {
      if (!match[0].endsWith('/>') && !voidElements.has(tag?.name ?? '')) depth += match[1] === '/' ? -1 : 1
    }
  }
  // At the end of its container the caller writes the blank line.
  if (state.at >= state.lines.length || depth > 0) state.html = true
  else context.blank(frame, end)
  state.paragraph = false
  return true
}

/** Tags of an element that stand on one line; group 1 is the slash of an end tag. */
function elementTags(name: string): RegExp {
  return new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*>`, 'gi')
}

/** Lowers an element that says its content is Markdown. */
function lowerElement(context: LoweringContext, frame: Frame, state: ScanState): boolean {
  const line = state.lines[state.at]
  if (!line || frame.depth >= deepestNesting) return false
  const tag = readTag(context.source, line.start)
  const mode = tag?.kind === 'start' ? modeOf(tag) : undefined
  if (!tag || !mode || inlineElements.has(tag.name)) return false
  const inner: Frame = {...frameInside(frame, state, line), element: true}
  const empty = tag.selfClosing || voidElements.has(tag.name)
  const first = lineOf(state, tag.end - 1)
  const close = empty ? {at: first, start: tag.end, end: tag.end} : closingTag(context, state, {tag, at: first})
  const attributes = {element: tag.name, mode, source: context.source.slice(tag.start, tag.end)}
  const id = context.open(inner, {name: 'html', attributes, label: mode === 'span', start: tag.start, end: tag.end})
  const content = linesBetween(context, state, {from: tag.end, firstLine: first, close, indent: line.indent})
  if (mode === 'span') {
    const pieces = content.filter((piece) => piece.indent >= 0).map((piece) => [piece.start, piece.end] as const)
    context.label(inner, pieces.length > 0 ? pieces : [[tag.end, tag.end]])
  } else if (context.scan(inner, content)) context.blank(inner, close.start)
  context.close(inner, id, close.start)
  const last = state.lines[close.at]
  const rest = last ? makeLine(context.source, close.end, last.end) : undefined
  if (!last || !rest || rest.indent < 0) state.at = close.at + 1
  else {
    state.at = close.at
    state.lines[close.at] = {...rest, pad: line.pad, indent: line.indent}
  }
  state.paragraph = false
  return true
}

function modeOf(tag: HtmlTag): 'block' | 'span' | undefined {
  const attribute = tag.attributes.find(({name}) => name === 'markdown')
  if (!attribute) return undefined
  switch (attribute.value?.toLowerCase()) {
    case 'block':
      return 'block'
    case 'span':
      return 'span'
    case undefined:
    case '':
    case '1':
    case 'markdown':
      return spanElements.has(tag.name) ? 'span' : 'block'
    default:
      return undefined
  }
}

/** Index of the line, from the current one on, that holds an offset. */
function lineOf(state: ScanState, offset: number): number {
  let at = state.at
  while (at < state.lines.length - 1 && (state.lines[at]?.end ?? 0) <= offset) at++
  return at
}

/** The end tag that belongs to a start tag; the end of the container where there is none. */
function closingTag(
  context: LoweringContext,
  state: ScanState,
  open: {tag: HtmlTag; at: number},
): {at: number; start: number; end: number} {
  const pattern = elementTags(open.tag.name)
  let depth = 1
  let closes: ((text: string) => boolean) | undefined
  for (let at = open.at; at < state.lines.length; at++) {
    const line = state.lines[at]
    if (!line || line.indent < 0) continue
    const from = at === open.at ? open.tag.end : line.start
    const text = context.source.slice(from, line.end)
    const fence = at === open.at ? undefined : readFence(text)
    if (closes) {
      if (closes(text)) closes = undefined
      continue
    }
    if (fence) {
      closes = (candidate) => fence.closes(candidate)
      continue
    }
    const spans = codeSpans(text)
    for (const match of text.matchAll(pattern)) {
      if (insideSpan(spans, match.index) || match[0].endsWith('/>')) continue
      depth += match[1] === '/' ? -1 : 1
      if (depth === 0) return {at, start: from + match.index, end: from + match.index + match[0].length}
    }
  }
  const end = state.lines.at(-1)?.end ?? open.tag.end
  return {at: state.lines.length - 1, start: end, end}
}

/** The lines of an element's content, without the indentation of its start tag. */
function linesBetween(
  context: LoweringContext,
  state: ScanState,
  range: {from: number; firstLine: number; close: {at: number; start: number}; indent: number},
): Line[] {
  const {close, from, firstLine} = range
  if (close.at === firstLine) return close.start > from ? [makeLine(context.source, from, close.start)] : []
  const lines: Line[] = []
  const head = makeLine(context.source, from, state.lines[firstLine]?.end ?? from)
  if (head.indent >= 0) lines.push({...head, pad: 0, indent: 0})
  for (let at = firstLine + 1; at < close.at; at++) {
    const line = state.lines[at]
    if (line) lines.push(dedent(line, range.indent))
  }
  const last = state.lines[close.at]
  if (last && close.start > last.start) lines.push(dedent({...last, end: close.start}, range.indent))
  return lines
}
