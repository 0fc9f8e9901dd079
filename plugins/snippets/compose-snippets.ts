import {createLineWriter} from './composed-text.ts'
import type {ComposedText, LineWriter} from './composed-text.ts'
import {readNotation, readSectionMarker} from './notation.ts'
import type {Notation} from './notation.ts'
import {dedent, sectionNames, selectRanges, selectSection, splitLines} from './select-lines.ts'
import type {Line} from './select-lines.ts'
import {readTarget} from './target.ts'
import type {SnippetTarget} from './target.ts'

/** A file that can be included. */
export interface SnippetFile {
  /** Says which file it is, whatever name it was asked for by; a URL for one that was downloaded. */
  readonly path: string
  /** Line endings are `\n`. */
  readonly text: string
  /** Offset behind its front matter, which is left out where the file is included as a whole outside fenced code. */
  readonly bodyStart?: number
}

/** Why there is no file for a name. */
export interface UnavailableSnippet {
  readonly rule: 'missing-file' | 'outside-base-path' | 'url' | 'macro-in-path'
  /** One sentence without a full stop. */
  readonly reason: string
  /** Names that could be meant, best first. */
  readonly expected?: readonly string[]
}

/** Finds the file of a name as it was written; `undefined` for a name that leads to none. */
export type SnippetLookup = (name: string) => SnippetFile | UnavailableSnippet | undefined

/** Something that is wrong with an include. */
export interface SnippetProblem {
  readonly rule: UnavailableSnippet['rule'] | 'missing-section' | 'cycle' | 'malformed' | 'too-large'
  /** File that holds the include, and the range in it; left out for one of `append`. */
  readonly at?: {readonly file: string; readonly start: number; readonly end: number}
  readonly reason: string
  readonly actual: string
  readonly expected?: readonly string[]
  /** Names of the sections that there are. */
  readonly sections?: readonly string[]
}

/** How snippets are put in. */
export interface ComposeOptions {
  /** Path of the text itself. */
  readonly path: string
  readonly lookup: SnippetLookup
  /** Names that are included behind the end of the text, each as in a block. */
  readonly append?: readonly string[]
  /** Whether parts of files lose the indent that all their lines have. */
  readonly dedent?: boolean
}

/** A text with its snippets in it, and what is wrong with them. */
export interface Composition extends ComposedText {
  readonly problems: readonly SnippetProblem[]
}

// Nobody writes a page that reaches one of these; files that include each other twice would grow without end.
const deepest = 100
const mostIncludes = 10_000
const longestText = 4_000_000
const mostRead = 200_000_000
const tabLength = 4

/** The lines of one file that are being put in. */
interface Frame {
  readonly file: SnippetFile
  readonly index: number
  readonly lines: readonly Line[]
  readonly indent: string
  /** Section markers were taken care of when the section was cut out. */
  readonly isSection: boolean
  /** The files that include this one, outermost first, and the file itself. Empty for the text that was given. */
  readonly trail: readonly {readonly path: string; readonly name: string}[]
}

interface State {
  readonly options: ComposeOptions
  readonly writer: LineWriter
  readonly files: string[]
  readonly problems: SnippetProblem[]
  includes: number
  read: number
}

class TooLarge extends Error {}

/**
 * Puts the snippets into a text (pymdownx.snippets 11): `--8<-- "file"`, blocks of names between two `--8<--`, ranges of
 * lines, sections, `;` before what is not meant; in the files that are included, too.
 *
 * A line without its file is left out and reported, and so is a file that would include itself. A `--8<--` that nothing
 * closes stays text. A text that would grow beyond all bounds is given back as it was. Never throws for a mistake.
 */
export function composeSnippets(text: string, options: ComposeOptions): Composition {
  const append = text.trim() === '' ? [] : (options.append ?? [])
  if (append.length === 0 && !text.includes('8<-')) return {...unchanged(text, options), problems: []}
  const state: State = {
    options,
    writer: createLineWriter(),
    files: [options.path],
    problems: [],
    includes: 0,
    read: 0,
  }
  const file = {path: options.path, text}
  const page: Frame = {file, index: 0, lines: splitLines(text), indent: '', isSection: false, trail: []}
  try {
    writeFrame(page, state)
    const writeBlank = (): void => {
      state.writer.write({start: text.length, end: text.length}, {file: 0, text}, '')
    }
    if (append.length > 0) writeBlank()
    for (const name of append) {
      writeBlank()
      include({text: name, indent: ''}, page, state)
    }
    if (append.length > 0) writeBlank()
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    const reason = 'The snippets of this page include each other too often; the page is shown without them'
    return {...unchanged(text, options), problems: [{rule: 'too-large', reason, actual: options.path}]}
  }
  return {...state.writer.finish(), files: state.files, problems: state.problems}
}

function unchanged(text: string, {path}: ComposeOptions): ComposedText {
  return {text, files: [path], runs: [{out: 0, file: 0, source: 0, copy: true}]}
}

function writeFrame(frame: Frame, state: State): void {
  const {file, index, lines, indent} = frame
  const {text} = file
  const unclosed = unclosedBlock(frame)
  let inBlock = false
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    const notation = line.without === undefined ? readNotation(content) : undefined
    const write = (without = line.without): void => {
      const cut = without === undefined ? {} : {without}
      state.writer.write({...line, ...cut}, {file: index, text}, indent)
      if (state.writer.length() > longestText) throw new TooLarge()
    }
    if (notation?.kind === 'escaped') write(line.start + notation.semicolon)
    else if (line === unclosed) {
      report(state, {rule: 'malformed', ...unclosedProblem(content)}, rangeOf(frame, line))
      write()
    } else if (notation?.kind === 'block') inBlock = !inBlock
    else if (inBlock) writeListed(line, {frame, state, notation, write})
    else if (notation) {
      const {target, start} = notation
      const at = {start: line.start + start, end: line.start + start + target.length}
      include({text: target, at, indent: notation.indent}, frame, state)
    } else {
      const marker = frame.isSection ? undefined : readSectionMarker(content)
      if (!marker) write()
      else if (marker.semicolon !== undefined) write(line.start + marker.semicolon)
    }
  }
}

/** Puts in what a line between two `--8<--` names; an empty line stays. */
function writeListed(
  line: Line,
  context: {frame: Frame; state: State; notation: Notation | undefined; write: () => void},
): void {
  const {frame, state, notation, write} = context
  const content = frame.file.text.slice(line.start, line.end)
  const name = content.trim()
  const [indent = ''] = /^[ \t]*/.exec(content) ?? []
  const at = {start: line.start + content.indexOf(name), end: line.start + content.indexOf(name) + name.length}
  if (notation) {
    const reason = 'Between two `--8<--` a line is a file name alone; write it without `--8<--` and quotes'
    report(state, {rule: 'malformed', reason, actual: name}, {file: frame.file.path, ...at})
  } else if (name === '') write()
  else include({text: name, at, indent}, frame, state)
}

/** Line of the last `--8<--` of a file where they do not come in pairs. */
function unclosedBlock({file, lines}: Frame): Line | undefined {
  const markers = lines.filter(
    ({start, end, without}) => without === undefined && readNotation(file.text.slice(start, end))?.kind === 'block',
  )
  return markers.length % 2 === 1 ? markers.at(-1) : undefined
}

function unclosedProblem(content: string): {reason: string; actual: string} {
  const reason =
    'No second `--8<--` closes this list of files, so it stays text; write `;--8<--` if it is meant as text'
  return {reason, actual: content.trim()}
}

function rangeOf({file}: Frame, {start, end}: Line): {file: string; start: number; end: number} {
  return {file: file.path, start, end}
}

function report(state: State, problem: SnippetProblem, at: SnippetProblem['at']): void {
  state.problems.push({...problem, ...(at && {at})})
}

/** Puts in the file that `wanted.text` names. Without `at` it is one of `append`. */
function include(
  wanted: {
    readonly text: string
    readonly indent: string
    readonly at?: {readonly start: number; readonly end: number}
  },
  frame: Frame,
  state: State,
): void {
  const {options} = state
  const actual = wanted.text.trim()
  if (actual.startsWith(';')) return
  const at = wanted.at && {file: frame.file.path, ...wanted.at}
  const target = readTarget(actual)
  const found = findFile(target, frame, options.lookup)
  if (!('text' in found)) {
    report(state, {...found, actual}, at)
    return
  }
  const {name} = target
  const before = frame.trail.findIndex(({path}) => path === found.path)
  if (before !== -1) {
    const circle = [...frame.trail.slice(before).map((file) => file.name), name].join('` → `')
    report(state, {rule: 'cycle', reason: `File includes itself: \`${circle}\``, actual}, at)
    return
  }
  state.includes++
  state.read += found.text.length
  if (state.includes > mostIncludes || state.read > mostRead || frame.trail.length >= deepest) throw new TooLarge()
  const known = state.files.indexOf(found.path, 1)
  const index = known === -1 ? state.files.push(found.path) - 1 : known
  const lines = selectLines(found, target, {state, at, actual})
  writeFrame(
    {
      file: found,
      index,
      lines,
      indent: frame.indent + expandTabs(wanted.indent),
      isSection: target.section !== undefined,
      trail: [...frame.trail, {path: found.path, name}],
    },
    state,
  )
}

function findFile({name}: SnippetTarget, frame: Frame, lookup: SnippetLookup): SnippetFile | UnavailableSnippet {
  if (name === '') return {rule: 'missing-file', reason: 'This names lines without a file'}
  if (isUrl(frame.file.path) && !isUrl(name)) {
    const reason = `A downloaded file cannot include the local file \`${name}\``
    return {rule: 'outside-base-path', reason}
  }
  return lookup(name) ?? {rule: 'missing-file', reason: `Cannot find the file \`${name}\``}
}

/** Whether a name is one of the web. */
export function isUrl(name: string): boolean {
  return /^https?:\/\//i.test(name)
}

function selectLines(
  file: SnippetFile,
  {name, ranges, section}: SnippetTarget,
  context: {state: State; at: SnippetProblem['at']; actual: string},
): readonly Line[] {
  const {state, at, actual} = context
  const {text, path, bodyStart = 0} = file
  const cut = (lines: readonly Line[]): readonly Line[] => (state.options.dedent ? dedent(text, lines) : lines)
  if (ranges.length > 0) {
    const lines = splitLines(text)
    const selected = selectRanges(lines, ranges)
    if (selected.length === 0 && lines.length > 0) {
      const last = text.endsWith('\n') ? lines.length - 1 : lines.length
      const reason = `Cannot find these lines in \`${name}\`, whose last is line ${last}`
      report(state, {rule: 'missing-section', reason, actual}, at)
    }
    return cut(selected)
  }
  if (section === undefined) return splitLines(text, state.writer.isInFence() ? 0 : bodyStart)
  const lines = splitLines(text)
  const found = selectSection(text, lines, section)
  if (!found) {
    const reason = `Cannot find section \`${section}\` in \`${name}\``
    report(state, {rule: 'missing-section', reason, actual, sections: sectionNames(text, lines)}, at)
    return []
  }
  if (found.unclosed) {
    const reason = `Section \`${section}\` reaches to the end of the file; close it with \`--8<-- [end:${section}]\``
    report(state, {rule: 'malformed', reason, actual: section}, {file: path, ...found.unclosed})
  }
  return cut(found.lines)
}

/** White space with each tab as the spaces that lead to the next of its stops. */
function expandTabs(space: string): string {
  let expanded = ''
  for (const character of space) {
    expanded += character === '\t' ? ' '.repeat(tabLength - (expanded.length % tabLength)) : character
  }
  return expanded
}
