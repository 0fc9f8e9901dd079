import {insideSpan} from '../source-text/inside-span.ts'
import {codeSpans} from './code-spans.ts'
import type {Frame, LoweringContext} from './context.ts'
import {deepestNesting} from './context.ts'
import {bareDestinations} from './destinations.ts'
import {formulaRanges, lowerFormulas} from './formulas.ts'
import {commentEnd, isInlineTagAlone} from './html-blocks.ts'
import {dedent, lineText, makeLine} from './line.ts'
import type {Line} from './line.ts'
import {interruptsParagraph, itemPattern, thematicBreak} from './scan-state.ts'
import type {ScanState} from './scan-state.ts'
import {makeGuard} from './markers.ts'
import {cellCount, isDelimiterRow, isSingleColumn, writeTableRow} from './tables.ts'

const definitionPattern = /^:( {1,3})(?=\S)/

/**
 * Lowers a run of paragraph lines: tables and definition lists are recognised by their second line, comments that
 * span lines are cut out, and link destinations with spaces get the angle brackets that CommonMark wants.
 *
 * @param opened  whether the first line's indentation was written already
 */
export function lowerParagraph(
  context: LoweringContext,
  frame: Frame,
  options: {state: ScanState; opened?: boolean},
): void {
  const {state} = options
  if (lowerFormulas(context, frame, {state, opened: options.opened === true})) return
  const lines = takeParagraph(context, state)
  const opened = writeTextAboveTable(context, frame, {lines, opened: options.opened === true})
  const first = lines[0]
  if (!first) return
  const tabular = startsTable(context, lines.slice(0, 2))
  if (tabular && lowerTable(context, frame, {lines, opened})) {
    state.paragraph = false
    return
  }
  if (context.options.definitionLists && lowerDefinitionList(context, frame, {state, lines, opened})) return
  const formulas = formulaRanges(context, lines)
  for (const [index, line] of lines.entries()) {
    if (tabular && index === 1) writeLiteralDelimiters(context, frame, line)
    else writeText(context, frame, {line, first: index === 0, opened: opened && index === 0, formulas})
  }
}

/**
 * Writes and removes the lines above a table that starts inside a paragraph, as it may on GitHub.
 *
 * @returns whether the indentation of the first line that is left was written already
 */
function writeTextAboveTable(
  context: LoweringContext,
  frame: Frame,
  paragraph: {lines: Line[]; opened: boolean},
): boolean {
  const {lines, opened} = paragraph
  const header = lines.findIndex((_, at) => startsTable(context, lines.slice(at, at + 2)))
  if (header < 1) return opened
  const above = lines.splice(0, header)
  const formulas = formulaRanges(context, above)
  for (const [index, line] of above.entries())
    writeText(context, frame, {line, first: index === 0, opened: opened && index === 0, formulas})
  return false
}

/** Whether the last two lines are the header and the delimiter row of a table. */
function startsTable(context: LoweringContext, lines: readonly Line[]): boolean {
  const [header, delimiter] = lines.slice(-2)
  if (!context.options.tables || !header || !delimiter) return false
  return lineText(context.source, header).includes('|') && isDelimiterRow(lineText(context.source, delimiter))
}

/** Consumes the lines of a paragraph. Comments that span lines are cut out of them. */
function takeParagraph(context: LoweringContext, state: ScanState): Line[] {
  const lines: Line[] = []
  let table = false
  do {
    const line = state.lines[state.at]
    if (!line) break
    const comment = spanningComment(context, state, line)
    if (comment) {
      context.comments.push([comment.from, comment.offset])
      if (comment.from > line.start) lines.push({...line, end: comment.from})
      const last = state.lines[comment.at]
      const rest = last ? makeLine(context.source, comment.offset, last.end) : undefined
      state.at = comment.at
      if (rest && rest.indent >= 0) {
        state.lines[state.at] = {...rest, pad: line.pad, indent: line.indent}
        continue
      }
    } else lines.push(line)
    state.at++
    const next = state.lines[state.at]
    if (!next || next.indent < 0) break
    if (isDefinition(context, state, next)) break
    const base = itemIndent(state)
    table ||= startsTable(context, lines)
    // A row, unlike a line of text, cannot stand to the left of the item that it belongs to.
    if (table && next.indent < base) break
    if (outdentsList(context, state, next)) break
    if (lines.length > 1 && context.options.authorsReadings && isSetext(context, next)) {
      if (thematicBreak.test(lineText(context.source, next).trimEnd())) {
        context.breakLines.add(next.start)
        break
      }
      context.textLines.add(next.start)
      continue
    }
    if (next.indent - base < 4 && interruptsParagraph(context, state, state.at)) break
    if (isSetext(context, next)) {
      lines.push(next)
      state.at++
      state.paragraph = false
      break
    }
  } while (state.at < state.lines.length)
  return lines
}

/**
 * Moves a list to the content of the item whose text it follows without a blank line, where it is indented so far that
 * CommonMark would read it as more of that text.
 */
function outdentsList(context: LoweringContext, state: ScanState, first: Line): boolean {
  const item = state.items.at(-1)
  if (!item || !context.options.authorsReadings) return false
  const width = first.indent - item.content
  if (width < 4 || first.indent - item.marker > 7 || !itemPattern.test(lineText(context.source, first))) return false
  for (let at = state.at; at < state.lines.length; at++) {
    const line = state.lines[at]
    if (!line) break
    if (line.indent >= 0 && line.indent < first.indent) break
    state.lines[at] = dedent(line, width)
  }
  return true
}

function isSetext(context: LoweringContext, line: Line): boolean {
  return line.indent < 4 && /^(?:=+|-+)[ \t]*$/.test(lineText(context.source, line))
}

/** The first comment of a line, outside code, that ends on a later line. */
function spanningComment(
  context: LoweringContext,
  state: ScanState,
  line: Line,
): {from: number; at: number; offset: number} | undefined {
  const text = lineText(context.source, line)
  let start = text.indexOf('<!--')
  if (start === -1) return undefined
  const spans = codeSpans(text)
  for (; start !== -1; start = text.indexOf('<!--', start)) {
    const from = line.start + start
    if (insideSpan(spans, start) || text[start - 1] === '\\') start += 4
    else {
      const sameLine = text.indexOf('-->', start + 2)
      if (sameLine === -1) {
        const end = commentEnd(context, state, {at: state.at, from})
        return end && {from, ...end}
      }
      context.comments.push([from, line.start + sameLine + 3])
      start = sameLine + 3
    }
  }
  return undefined
}

/** Whether the line starts a definition, in the list item that is open. */
function isDefinition(context: LoweringContext, state: ScanState, line: Line): boolean {
  const indent = line.indent - itemIndent(state)
  return (
    context.options.definitionLists === true &&
    indent >= 0 &&
    indent < 4 &&
    definitionPattern.test(lineText(context.source, line))
  )
}

/** Column at which the content of the innermost open item starts. */
function itemIndent(state: ScanState): number {
  return state.items.at(-1)?.content ?? 0
}

/** Lowers a definition list whose terms are the lines given; false when no definition follows them. */
function lowerDefinitionList(
  context: LoweringContext,
  frame: Frame,
  options: {state: ScanState; lines: Line[]; opened: boolean},
): boolean {
  const {state, lines, opened} = options
  const first = lines[0]
  if (!first || definitionAt(context, state) === undefined || frame.depth >= deepestNesting) return false
  const inner: Frame = {prefix: frame.prefix + ' '.repeat(itemIndent(state)), depth: frame.depth + 1}
  const list = context.open(opened ? {...inner, prefix: ''} : inner, {
    name: 'definition-list',
    attributes: {},
    label: false,
    start: first.start,
    end: first.end,
  })
  let terms: readonly Line[] = lines
  let end = first.end
  for (;;) {
    for (const term of terms) {
      const id = context.open(inner, {
        name: 'definition-term',
        attributes: {},
        label: true,
        start: term.start,
        end: term.end,
      })
      context.label(inner, [[term.start, term.end]])
      context.close(inner, id, term.end)
    }
    for (let at = definitionAt(context, state); at !== undefined; at = definitionAt(context, state)) {
      end = lowerDefinition(context, inner, {state, at})
    }
    const next = nextTerms(context, state)
    if (!next) break
    state.at = next.at
    terms = next.terms
  }
  context.close(inner, list, end)
  state.paragraph = false
  return true
}

/** Index of the definition line at the current place, with at most one blank line before it. */
function definitionAt(context: LoweringContext, state: ScanState): number | undefined {
  for (let at = state.at; at <= state.at + 1; at++) {
    const line = state.lines[at]
    if (!line) return undefined
    if (line.indent >= 0) return isDefinition(context, state, line) ? at : undefined
  }
  return undefined
}

function lowerDefinition(context: LoweringContext, frame: Frame, options: {state: ScanState; at: number}): number {
  const {state, at} = options
  const line = state.lines[at]
  if (!line) return 0
  const loose = at > state.at
  const marker = definitionPattern.exec(lineText(context.source, line))?.[0].length ?? 0
  const indent = itemIndent(state) + 4
  const id = context.open(frame, {
    name: 'definition',
    attributes: loose ? {loose: 'true'} : {},
    label: false,
    start: line.start,
    end: line.end,
  })
  const body: Line[] = [makeLine(context.source, line.start + marker, line.end)]
  let last = at
  let blank = false
  for (let next = at + 1; next < state.lines.length; next++) {
    const candidate = state.lines[next]
    if (!candidate) break
    if (candidate.indent < 0) {
      blank = true
      continue
    }
    // Right below, any text goes on; after a blank line it has to be indented.
    if (
      blank
        ? candidate.indent < indent
        : candidate.indent < indent &&
          (isDefinition(context, state, candidate) || interruptsParagraph(context, state, next))
    )
      break
    for (let between = last + 1; between < next; between++) body.push(state.lines[between] ?? candidate)
    body.push(dedent(candidate, indent))
    last = next
  }
  const end = state.lines[last]?.end ?? line.end
  const nested: Frame = {prefix: frame.prefix, depth: frame.depth + 1}
  if (context.scan(nested, body)) context.blank(nested, end)
  context.close(frame, id, end)
  state.at = last + 1
  return end
}

/** The terms of a further entry of the same list: lines after blank ones, followed by a definition. */
function nextTerms(context: LoweringContext, state: ScanState): {terms: readonly Line[]; at: number} | undefined {
  let at = state.at
  while (state.lines[at]?.indent === -1) at++
  const terms: Line[] = []
  for (; at < state.lines.length; at++) {
    const line = state.lines[at]
    if (!line || line.indent < 0 || isDefinition(context, state, line)) break
    const indent = line.indent - itemIndent(state)
    if (indent < 0 || indent >= 4 || interruptsParagraph(context, state, at)) return undefined
    terms.push(line)
  }
  if (terms.length === 0) return undefined
  return definitionAt(context, {...state, at}) === undefined ? undefined : {terms, at}
}

/** Writes a line that looks like a delimiter row and is text, so that GitHub's tables do not take it for one. */
function writeLiteralDelimiters(context: LoweringContext, frame: Frame, line: Line): void {
  const pipe = line.start + lineText(context.source, line).indexOf('|')
  context.startLine(frame, line)
  context.output.copy(line.start, pipe)
  context.output.insert('\\', pipe)
  context.output.copy(pipe, line.end)
  context.output.insert('\n', line.end)
}

/**
 * Lowers a table: pipes inside code belong to the code, and the delimiter row gets as many cells as the header. False
 * when the rows do not agree that there is one column.
 */
function lowerTable(
  context: LoweringContext,
  frame: Frame,
  options: {lines: readonly Line[]; opened: boolean},
): boolean {
  const [header, delimiter, ...rows] = options.lines
  if (!header || !delimiter) return false
  const head = lineText(context.source, header)
  const row = lineText(context.source, delimiter)
  const columns = cellCount(head)
  const below = options.lines.slice(1)
  if (columns === 1 && !isSingleColumn(below.map((line) => lineText(context.source, line)))) return false
  if (!options.opened) context.startLine(frame, header)
  const writeRow = (text: string, line: Line): void => {
    const formulas = formulaRanges(context, [line])
    writeTableRow(context.output, {text, start: line.start}, (at) => insideSpan(formulas, line.start + at))
  }
  writeRow(head, header)
  context.output.insert('\n', header.end)
  const cells = row
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
  const aligned = Array.from({length: columns}, (_, index) => {
    const cell = cells[index]?.trim() ?? ''
    return cell === '' ? '---' : cell
  })
  context.startLine(frame, delimiter)
  if (cells.length === columns && cells.every((cell) => cell.includes('-')))
    context.output.copy(delimiter.start, delimiter.end)
  else context.output.insert(`| ${aligned.join(' | ')} |`, delimiter.start)
  context.output.insert('\n', delimiter.end)
  for (const line of rows) {
    context.startLine(frame, line)
    writeRow(lineText(context.source, line), line)
    context.output.insert('\n', line.end)
  }
  return true
}

/** Writes a line of text. */
function writeText(
  context: LoweringContext,
  frame: Frame,
  options: {line: Line; first: boolean; opened: boolean; formulas: readonly (readonly [number, number])[]},
): void {
  const {line} = options
  if (!options.opened) context.startLine(frame, line)
  const text = lineText(context.source, line)
  if (options.first && text.startsWith('<') && isInlineTagAlone(text))
    context.output.insert(makeGuard(context.token), line.start)
  if (context.textLines.has(line.start)) context.output.insert('\\', line.start)
  if (context.breakLines.has(line.start)) {
    context.output.insert('***\n', line.start)
    return
  }
  let written = 0
  const isFormula = (at: number): boolean => insideSpan(options.formulas, line.start + at)
  for (const [start, end] of bareDestinations(text, isFormula)) {
    context.output.copy(line.start + written, line.start + start)
    context.output.insert('<', line.start + start)
    context.output.copy(line.start + start, line.start + end)
    context.output.insert('>', line.start + end)
    written = end
  }
  context.output.copy(line.start + written, line.end)
  context.output.insert('\n', line.end)
}
