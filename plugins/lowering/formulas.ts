import {endsBlock, findBlocks, opensBlock} from '../math/find-blocks.ts'
import {makeInlineFinder} from '../math/find-inline.ts'
import {insideSpan} from '../source-text/inside-span.ts'
import {codeSpans} from './code-spans.ts'
import type {Frame, LoweringContext} from './context.ts'
import {lineText} from './line.ts'
import type {Line} from './line.ts'
import type {ScanState} from './scan-state.ts'

/** A stretch of the source, in UTF-16 units. */
type Range = readonly [start: number, end: number]

/**
 * Writes the display formulas that start at the current line as they are, whatever their lines look like.
 *
 * @param opened  whether the first line's indentation was written already
 * @returns false, and nothing is written, where there is no formula
 */
export function lowerFormulas(
  context: LoweringContext,
  frame: Frame,
  {state, opened}: {state: ScanState; opened: boolean},
): boolean {
  const rules = context.options.formulas?.block
  const head = state.lines[state.at]
  if (!rules || !head || !opensBlock(lineText(context.source, head), rules)) return false
  const texts: string[] = []
  const base = state.items.at(-1)?.content ?? 0
  const looked = (state.formulasUntil ??= new Map<number, number>())
  if (state.at < (looked.get(base) ?? 0)) return false
  for (let at = state.at; at < state.lines.length; at++) {
    const line = state.lines[at]
    if (!line || line.indent < 0 || (at > state.at && line.indent < base)) break
    const text = lineText(context.source, line)
    if (endsBlock(text)) break
    texts.push(text)
  }
  looked.set(base, state.at + texts.length)
  const last = findBlocks(texts, rules).at(-1)?.[1]
  if (last === undefined) return false
  for (const [index, line] of state.lines.slice(state.at, state.at + last + 1).entries()) {
    if (index > 0 || !opened) context.startLine(frame, line)
    context.output.copy(line.start, line.end)
    context.output.insert('\n', line.end)
  }
  state.at += last + 1
  state.paragraph = false
  return true
}

/** Where the formulas in the lines of a paragraph are, in the source, ascending. */
export function formulaRanges(context: LoweringContext, lines: readonly Line[]): readonly Range[] {
  const rules = context.options.formulas?.inline
  const texts = lines.map((line) => lineText(context.source, line))
  if (!rules || !texts.some((text) => text.includes(']('))) return []
  const text = texts.join('\n')
  const code = codeSpans(text)
  const find = makeInlineFinder(text, rules)
  const ranges: Range[] = []
  let end = 0
  let offset = 0
  for (const [index, line] of lines.entries()) {
    const next = offset + (texts[index]?.length ?? 0)
    const inSource = (at: number): number => line.start + Math.min(at, next) - offset
    if (end > offset) ranges.push([line.start, inSource(end)])
    for (let at = Math.max(offset, end); at < next; at++) {
      const close = insideSpan(code, at) ? undefined : find(at)
      if (close !== undefined) {
        end = close
        ranges.push([inSource(at), inSource(close)])
        at = close - 1
      } else if (text[at] === '\\') at++
    }
    offset = next + 1
  }
  return ranges
}
