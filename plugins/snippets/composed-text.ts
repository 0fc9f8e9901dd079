import {lastStart} from '../source-text/last-start.ts'
import {lineText} from './select-lines.ts'
import type {Line} from './select-lines.ts'

/**
 * Run of the composed text.
 *
 * `copy: true` says that it corresponds unit by unit to the file from `source` on; otherwise every point of it stands
 * for `source` (an indent, say). Offsets are 0-based UTF-16 units.
 */
export interface ComposedRun {
  readonly out: number
  /** Index into `ComposedText.files`. */
  readonly file: number
  readonly source: number
  readonly copy: boolean
}

/** A text with its snippets in it, and the way back from each point to the file it came from. */
export interface ComposedText {
  readonly text: string
  /** Paths of the files it was made of: that of the text itself first, then those included, in order. */
  readonly files: readonly string[]
  /** In ascending `out` order; the first starts at 0. */
  readonly runs: readonly ComposedRun[]
}

/** A range of one file, `[start, end)` in 0-based UTF-16 units. */
export interface FileRange {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** Collects the lines of a composed text. */
export interface LineWriter {
  /** @param from  file that holds the line, by index into `ComposedText.files`, and its text */
  write(line: Line, from: {readonly file: number; readonly text: string}, indent: string): void
  /** UTF-16 units so far. */
  length(): number
  /** Whether the last line stands in fenced code. */
  isInFence(): boolean
  finish(): Omit<ComposedText, 'files'>
}

/** Makes an empty composed text. */
export function createLineWriter(): LineWriter {
  const parts: string[] = []
  const runs: ComposedRun[] = []
  let out = 0
  let fence: string | undefined
  const add = (text: string, run: Omit<ComposedRun, 'out'>): void => {
    const last = runs.at(-1)
    const goesOn = last?.copy && run.copy && last.file === run.file && last.source + out - last.out === run.source
    if (!goesOn) runs.push({out, ...run})
    parts.push(text)
    out += text.length
  }
  return {
    write(line, {file, text}, indent) {
      const content = lineText(text, line)
      if (parts.length > 0) {
        parts.push('\n')
        out++
      }
      if (indent !== '') add(indent, {file, source: line.start, copy: false})
      if (line.without === undefined) add(content, {file, source: line.start, copy: true})
      else {
        add(text.slice(line.start, line.without), {file, source: line.start, copy: true})
        add(text.slice(line.without + 1, line.end), {file, source: line.without + 1, copy: true})
      }
      const [, marker, rest = ''] = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})(.*)/.exec(content) ?? []
      if (fence === undefined) fence = marker
      else if (marker?.startsWith(fence) && rest.trim() === '') fence = undefined
    },
    length: () => out,
    isInFence: () => fence !== undefined,
    finish: () => ({text: parts.join(''), runs: runs.length === 0 ? [{out: 0, file: 0, source: 0, copy: true}] : runs}),
  }
}

/** Where a range of a composed text came from. One that reaches into another file ends where its own file is left. */
export function originOf({files, runs}: ComposedText, start: number, end: number): FileRange {
  const first = lastStart(runs, start)
  const run = runs[first]
  if (!run) return {file: files[0] ?? '', start, end}
  const from = sourceOffset(run, start)
  const last = runs[lastStart(runs, Math.max(start, end))] ?? run
  const sameFile = last.file === run.file
  const to = sameFile ? sourceOffset(last, Math.max(start, end)) : sourceOffset(run, runs[first + 1]?.out ?? end)
  return {file: files[run.file] ?? '', start: from, end: Math.max(from, to)}
}

function sourceOffset({copy, source, out}: ComposedRun, offset: number): number {
  return copy ? source + offset - out : source
}
