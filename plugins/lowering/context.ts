import type {BlockRules, InlineRules} from '../math/math-options.ts'
import type {Line} from './line.ts'
import {freeToken, makeMarker} from './markers.ts'
import type {Container, MarkerKind} from './markers.ts'
import {Output} from './output.ts'

/** Which syntaxes are on. Every one is off unless it is named. */
export interface LoweringOptions {
  readonly admonitions?: boolean
  readonly details?: boolean
  readonly tabs?: boolean
  readonly definitionLists?: boolean
  readonly markdownInHtml?: boolean
  readonly tables?: boolean
  /** Formulas, whose text is no Markdown. */
  readonly formulas?: {readonly inline: InlineRules; readonly block: BlockRules} | undefined
  /** The generic form, `:::name`. */
  readonly directives?: boolean
  /**
   * Two readings of Python-Markdown that authors rely on: right below the text of an item, a list may be indented by up
   * to seven columns from the item's marker; and only a single line of text is made a heading by a line under it.
   */
  readonly authorsReadings?: boolean
  /** Types of admonitions that the generic form knows by name beside the usual ones, in lower case. */
  readonly directiveTypes?: readonly string[]
  /** Fenced code of any indentation and attribute-list info strings belong to the code. */
  readonly fences?: boolean
  /** The `///` blocks by name; each value lists further types that the block is known by. */
  readonly blocks?: Readonly<Record<string, BlockSettings>>
}

/** A `///` block under one of its names. */
export interface BlockSettings {
  readonly kind: 'admonition' | 'details' | 'tab' | 'html' | 'definition-list' | 'caption'
  /** Class that the name stands for. */
  readonly class?: string
  /** Title where none is written. */
  readonly title?: string
  /** How the content of elements is read, by their name in lower case; others as their kind has it. */
  readonly modes?: Readonly<Record<string, string>>
}

/** Something that the scan noticed about the text; offsets are those of the text that was lowered. */
export interface LoweringProblem {
  readonly kind: 'unclosed-comment' | 'code-leaves-body'
  readonly start: number
  readonly end: number
}

/** How a run of lines is being read: what to put before each line that it gives. */
export interface Frame {
  /** Text before every line: indentation and quote marks of the containers around. */
  readonly prefix: string
  readonly depth: number
  /** Whether the lines are the content of an element with a `markdown` attribute. */
  readonly element?: boolean
}

/** Containers nest up to this depth; what lies deeper is read as plain text. */
export const deepestNesting = 120

/** State of one lowering: what was found, and the text that comes out. */
export class LoweringContext {
  readonly source: string
  readonly options: LoweringOptions
  readonly token: string
  /** Offset of the last `-->` in the text, -1 if there is none. */
  readonly lastCommentEnd: number
  readonly output: Output
  readonly containers: Container[] = []
  readonly comments: (readonly [number, number])[] = []
  readonly problems: LoweringProblem[] = []
  /** Offsets of lines that are text where CommonMark would read a fence or the underline of a heading. */
  readonly textLines = new Set<number>()
  /** Offsets of lines of hyphens that are thematic breaks where CommonMark would read the underline of a heading. */
  readonly breakLines = new Set<number>()
  #comments = 0

  /** Lowers the lines of a container; returns whether the last one left an HTML block open. */
  readonly scan: (frame: Frame, lines: Line[]) => boolean

  constructor(
    source: string,
    options: LoweringOptions,
    scan: (context: LoweringContext, frame: Frame, lines: Line[]) => boolean,
  ) {
    this.source = source
    this.options = options
    this.token = freeToken(source)
    this.scan = (frame, lines) => scan(this, frame, lines)
    this.lastCommentEnd = source.lastIndexOf('-->')
    this.output = new Output(source)
  }

  /** Writes a line as it stands, behind the frame's prefix. */
  writeLine(frame: Frame, line: Line): void {
    this.startLine(frame, line)
    // With its line feed, so that lines that stay as they are make one run.
    if (this.source[line.end] === '\n') this.output.copy(line.start, line.end + 1)
    else {
      this.output.copy(line.start, line.end)
      this.output.insert('\n', line.end)
    }
  }

  /** Writes the prefix and indentation of a line. */
  startLine(frame: Frame, line: Line): void {
    if (line.indent < 0) this.output.insert(frame.prefix.trimEnd(), line.start)
    else this.output.insert(line.pad === 0 ? frame.prefix : frame.prefix + ' '.repeat(line.pad), line.start)
  }

  /** Writes the opening marker of a container and returns its id. */
  open(frame: Frame, container: Container): number {
    const id = this.containers.push(container) - 1
    this.#writeMarker(frame, 'open', {id, at: container.start})
    return id
  }

  close(frame: Frame, id: number, at: number): void {
    this.#writeMarker(frame, 'close', {id, at})
  }

  /** Writes the marker that keeps a comment's place, and remembers the comment. */
  comment(frame: Frame, range: readonly [number, number]): void {
    this.comments.push(range)
    this.#writeMarker(frame, 'comment', {id: this.#comments++, at: range[0]})
  }

  /**
   * Writes inline text as the label of the container just opened: a heading, because its content is inline and
   * nothing in it can start a block.
   */
  label(frame: Frame, pieces: readonly (readonly [number, number])[]): void {
    const first = pieces[0]
    if (!first) return
    this.output.insert(`${frame.prefix}# `, first[0])
    for (const [index, [start, end]] of pieces.entries()) {
      if (index > 0) this.output.insert(' ', start)
      this.output.copy(start, end)
    }
    const last = pieces.at(-1) ?? first
    // A closing run of number signs would be cut off a heading; an empty comment keeps it text.
    if (this.source.slice(last[0], last[1]).trimEnd().endsWith('#')) this.output.insert('<!---->', last[1])
    this.output.insert('\n', last[1])
  }

  blank(frame: Frame, at: number): void {
    this.output.insert(`${frame.prefix.trimEnd()}\n`, at)
  }

  #writeMarker(frame: Frame, kind: MarkerKind, marker: {id: number; at: number}): void {
    this.output.insert(`${frame.prefix}${makeMarker(this.token, kind, marker.id)}\n`, marker.at)
  }
}
