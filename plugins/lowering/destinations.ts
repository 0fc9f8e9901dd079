import {insideSpan} from '../source-text/inside-span.ts'
import {codeSpans} from './code-spans.ts'

/** `](` and a destination that holds white space or a template tag, but no title. */
const spacedDestination =
  /\]\(([ \t]*)((?:[^()<>"'\s\\]|\{\{[^{}]*\}\})(?:[^()<>"'\\\n]|\{\{[^{}]*\}\}|\([^()\n]*\))*)\)/g

/** `x.md (title)`: CommonMark's third way to write a title, so no destination with a space. */
const titledInBrackets = /^[^\s{]+[ \t]+\([^()]*\)$/

/**
 * Link destinations of a line that CommonMark reads only in angle brackets, as ranges `[start, end)` of the line. Those
 * in code are left out.
 *
 * @param isLeftAlone  whether what starts at an offset of the line is no link
 */
export function bareDestinations(
  text: string,
  isLeftAlone: (at: number) => boolean,
): readonly (readonly [start: number, end: number])[] {
  if (!text.includes('](')) return []
  const spans = codeSpans(text)
  const found: [number, number][] = []
  for (const match of text.matchAll(spacedDestination)) {
    const destination = (match[2] ?? '').trimEnd()
    if (!/[ \t]|\{\{/.test(destination) || titledInBrackets.test(destination)) continue
    if (insideSpan(spans, match.index) || isLeftAlone(match.index)) continue
    const start = match.index + 2 + (match[1] ?? '').length
    found.push([start, start + destination.length])
  }
  return found
}
