import type {TemplatePart} from '../core/page.ts'
import type {DestinationToken} from './references.ts'
import type {SlotTokens} from './template.ts'

type Range = readonly [start: number, end: number]

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Text of a page as Markdown for readers that are programs, cut at its slots: macros carried out and snippets in it,
 * in the dialect of its author.
 *
 * @param options.text  what was parsed, front matter blanked out
 * @param options.hidden  ranges that readers of the page do not see, such as comments
 * @param options.destinations  of links and images; their resolved URLs go there
 */
export function markdownTemplate(options: {
  readonly text: string
  readonly hidden: readonly Range[]
  readonly destinations: readonly DestinationToken[]
  readonly tokens: SlotTokens
}): readonly TemplatePart[] {
  const {text, hidden, destinations, tokens} = options
  const edits: Edit[] = [
    ...hidden.map((range): Edit => ({...wholeLines(text, range), text: ''})),
    ...destinations.map(({start, end, token}): Edit => ({start, end, text: token})),
  ]
  // Of two that start together the longer one comes first, and what begins inside it goes with it.
  edits.sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let at = 0
  for (const edit of edits) {
    if (edit.start < at) continue
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  const blankLines = /^(?:[ \t]*\n)+/
  return tokens.split(`${(out + text.slice(at)).replace(blankLines, '').trimEnd()}\n`)
}

/** A range with its line, or lines, where these hold nothing else but blanks. */
function wholeLines(text: string, [start, end]: Range): {readonly start: number; readonly end: number} {
  let from = start
  while (isBlank(text.charAt(from - 1))) from--
  let to = end
  while (isBlank(text.charAt(to))) to++
  const isAlone = (from === 0 || text.charAt(from - 1) === '\n') && (to === text.length || text.charAt(to) === '\n')
  return isAlone ? {start: from, end: Math.min(to + 1, text.length)} : {start, end}
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t'
}
