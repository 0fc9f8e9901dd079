import type {Frame, LoweringContext} from './context.ts'
import {lineText} from './line.ts'
import type {Line} from './line.ts'
import {readOpener} from './openers.ts'
import {fenceAt} from './read-fence.ts'

/** A list item that is open while its lines are read. Columns are 0-based. */
export interface OpenItem {
  readonly marker: number
  readonly content: number
  readonly ordered: boolean
}

/** What is known at a point of the scan. */
export interface ScanState {
  readonly lines: Line[]
  /** Index of the line being read. */
  at: number
  items: OpenItem[]
  /** Whether a paragraph is open, which the next line may continue. */
  paragraph: boolean
  /** Whether an HTML block is open that a blank line ends. */
  html: boolean
  /** Whether a comment was met that nothing closes: then nothing closes a later one either. */
  unclosed: boolean
  /** First line that has not been looked at for the end of a formula, by the indentation of its container. */
  formulasUntil?: Map<number, number>
}

/**
 * Frame for what a container at a line holds. Only what the item around it takes counts: a few more spaces before the
 * container are no indentation to the engine, which would add them up with those of the content.
 */
export function frameInside(frame: Frame, state: ScanState, line: Line): Frame {
  const indent = Math.min(line.pad, state.items.at(-1)?.content ?? 0)
  return {prefix: frame.prefix + ' '.repeat(indent), depth: frame.depth + 1}
}

/** A lowering step for one kind of block: consumes lines and returns true, or leaves the state alone. */
export type Step = (context: LoweringContext, frame: Frame, state: ScanState) => boolean

/** Marker of a list item; group 1 is a bullet, group 2 a number. */
export const itemPattern = /^(?:([-*+])|(\d{1,9})[.)])(?=$|[ \t])/
export const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** Whether HTML that starts a line starts an HTML block that a blank line ends (CommonMark, kinds 6 and 7). */
export function startsHtmlBlock(text: string): boolean {
  return /^<\/?[A-Za-z][A-Za-z0-9-]*(?:[\s/>]|$)/.test(text)
}

/** Whether line `at` starts a block that ends an open paragraph. */
export function interruptsParagraph(context: LoweringContext, state: ScanState, at: number): boolean {
  const line = state.lines[at]
  if (!line || line.indent < 0) return true
  const text = lineText(context.source, line)
  switch (text.charCodeAt(0)) {
    case 35: // #
      return /^#{1,6}(?:[ \t]|$)/.test(text)
    case 62: // >
      return true
    case 60: // <
      return (
        text.startsWith('<!--') ||
        /^<(?:[?!]|\/?(?:address|article|aside|blockquote|body|center|col|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$))/i.test(
          text,
        )
      )
    case 96: // `
    case 126: // ~
      return fenceAt(context, line) !== undefined
    case 33: // !
    case 63: // ?
    case 61: // =
      return readOpener(text) !== undefined
    case 47: // /
      return text.startsWith('///')
    case 58: // :
      return text.startsWith(':::')
    default: {
      if (thematicBreak.test(text.trimEnd())) return true
      const item = itemPattern.exec(text)
      if (!item || text.trim() === item[0]) return false
      // Only a list that starts with 1 interrupts; to the left of the paragraph's item any number is its next item.
      return item[2] === undefined || Number(item[2]) === 1 || line.indent < (state.items.at(-1)?.content ?? 0)
    }
  }
}
