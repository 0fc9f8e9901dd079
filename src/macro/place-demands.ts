import {readBlock, type BlockReader, type OpenSyntax} from './block-reader.ts'
import type {Demands} from './inert-value.ts'
import type {PageDefinitions} from './page-definitions.ts'

/** A run of text in which words, lines or blocks are told apart once for all holes inside. */
interface Span {
  readonly start: number
  readonly end: number
}

interface Block extends Span {
  readonly reader: BlockReader
  /** Holds syntax in which any text may be a name: keys, critic marks. */
  readonly naming: boolean
  /** Holds `~` or `^`, which read a space as their end. */
  readonly spaceEnds: boolean
  /** May hold a formula. */
  readonly formula: boolean
}

interface Line extends Span {
  readonly kind: 'text' | 'fence' | 'container' | 'abbreviation' | 'option'
}

interface Word extends Span {
  /** An address, so far as GFM would link it. */
  readonly address: boolean
  /** Where the name of a language starts (`#!`, `:::`), or the end. */
  readonly language: number
}

// Attributes that hold text or a URL and nothing that decides how the page is parsed.
const textAttributes = /^(?:alt|title|aria-label|content|placeholder|summary|label)$/
const urlAttributes = /^(?:href|src|poster|data-.+)$/
const linePrefix = /(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]|:[ \t])*/y.source
const nameReach = 100

/**
 * What each place asks of a value for which a placeholder may stand there.
 *
 * @param text  with one letter in place of each value in question
 * @param holes  offsets of these letters, ascending
 */
export function placeDemands(text: string, holes: readonly number[], definitions: PageDefinitions): readonly Demands[] {
  const {edges = ''} = definitions
  let block: Block | undefined
  let line: Line | undefined
  let word: Word | undefined
  const isBlockOption = blockOptionFinder(text)
  return holes.map((hole, index) => {
    if (!block || hole >= block.end) block = blockAt(text, hole, block?.end ?? 0)
    if (!line || hole >= line.end) line = lineAt(text, hole, {from: block.start, isBlockOption})
    if (!word || hole >= word.end) word = wordAt(text, hole, line.start)
    const open = block.reader.openAt(hole)
    const touching = holes[index - 1] === hole - 1 || holes[index + 1] === hole + 1
    const url = isInUrl(open) || (definitions.references && open.definition)
    const around: Around = {text, hole, open, block, line, word, url, definitions}
    return {
      writeOut: touching || isWrittenOut(around),
      url,
      noSpaces: block.spaceEnds,
      asciiStart: asksForAscii({text, hole, direction: -1, edges}),
      asciiEnd: asksForAscii({text, hole, direction: 1, edges}),
      noScheme: text.charAt(hole + 1) === ':',
    }
  })
}

interface Around {
  readonly text: string
  readonly hole: number
  readonly open: OpenSyntax
  readonly block: Block
  readonly line: Line
  readonly word: Word
  readonly url: boolean
  readonly definitions: PageDefinitions
}

function blockAt(text: string, hole: number, from: number): Block {
  let start = hole
  while (start > from && !isBlankLineEnd(text, start, from)) start--
  let end = text.indexOf('\n', hole)
  while (end !== -1 && !/^\n[ \t]*\n/.test(text.slice(end, end + 200))) end = text.indexOf('\n', end + 1)
  if (end === -1) end = text.length
  const inside = text.slice(start, end)
  return {
    start,
    end,
    reader: readBlock(text, start, end),
    naming: /\+\+|\{(?:--|~~|==|>>)|(?:--|~~|==|<<)\}|~>/.test(inside),
    spaceEnds: /[~^]/.test(inside),
    formula: mayHoldFormula(inside),
  }
}

function mayHoldFormula(block: string): boolean {
  return block.indexOf('$') !== block.lastIndexOf('$') || /\\[([]|\\begin\{/.test(block)
}

/** Whether a block can start at this offset: behind a line break that ends a line with nothing but spaces. */
function isBlankLineEnd(text: string, offset: number, from: number): boolean {
  if (text.charAt(offset - 1) !== '\n') return false
  let at = offset - 2
  while (at >= from && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at--
  return at < from || text.charAt(at) === '\n'
}

function lineAt(
  text: string,
  hole: number,
  {from, isBlockOption}: {readonly from: number; readonly isBlockOption: (start: number) => boolean},
): Line {
  const start = Math.max(from, text.lastIndexOf('\n', hole - 1) + 1)
  const newline = text.indexOf('\n', hole)
  const marker = markerAt(text, start)
  let kind: Line['kind'] = 'text'
  if (marker === '```' || marker === '~~~') kind = 'fence'
  else if (/^(?:!!!|\?\?\?|===|\/\/\/|:::)/.test(marker)) kind = 'container'
  else if (marker.startsWith('*[')) kind = 'abbreviation'
  else if (isBlockOption(start)) kind = 'option'
  return {start, end: newline === -1 ? text.length : newline, kind}
}

/** The first three characters of a line behind the marks of the containers that it stands in. */
function markerAt(text: string, start: number): string {
  const prefix = new RegExp(linePrefix, 'y')
  prefix.lastIndex = start
  prefix.exec(text)
  return text.slice(prefix.lastIndex, prefix.lastIndex + 3)
}

/**
 * Function that tells by its start whether a line may be among the options of a `///` block: YAML on indented lines,
 * right below its first line. To be asked in ascending order; it goes back to the last line that it was asked about.
 */
function blockOptionFinder(text: string): (start: number) => boolean {
  let last = {start: -1, isOption: false}
  return (start) => {
    let isOption = false
    let at = start
    // Each step goes to the start of the line before; an offset of 1 is behind an empty first line.
    while (!isOption && at > 1 && /[ \t>]/.test(text.charAt(at))) {
      at = text.lastIndexOf('\n', at - 2) + 1
      isOption = markerAt(text, at) === '///' || (at === last.start && last.isOption)
      if (at === last.start) break
    }
    last = {start, isOption}
    return isOption
  }
}

function wordAt(text: string, hole: number, from: number): Word {
  let start = hole
  while (start > from && !/\s/.test(text.charAt(start - 1))) start--
  let end = hole + 1
  while (end < text.length && !/\s/.test(text.charAt(end))) end++
  const word = text.slice(start, end)
  const language = word.search(/#!|:::/)
  return {
    start,
    end,
    // Behind the slashes of a URL `www.` starts no link of its own.
    address: /@|(?<!\/\/)www\./i.test(word),
    language: language === -1 ? end : start + language,
  }
}

function isInUrl(open: OpenSyntax): boolean {
  if (open.destination || open.html === 'autolink' || open.url) return true
  return open.html === 'attribute' && urlAttributes.test(open.attribute)
}

function isWrittenOut(around: Around): boolean {
  const {text, hole, open, block, line, word, url, definitions} = around
  const before = text.charAt(hole - 1)
  const after = text.charAt(hole + 1)
  if (definitions.rendersMath && block.formula) return true
  if (block.naming || word.address) return true
  if (definitions.references && open.bracket) return true
  if (open.brace || open.footnote || open.html === 'tag' || open.html === 'lost') return true
  if (open.html === 'attribute' && !textAttributes.test(open.attribute) && !urlAttributes.test(open.attribute))
    return true
  if (line.kind !== 'text' && line.kind !== 'container') return true
  if (word.language < hole) return true
  if (line.kind === 'container' && !open.quoted) return true
  if (before === '<' || isInReference(text, hole)) return true
  // Rules that know ASCII letters and digits only (`\b`, fractions, ordinals) see no word character in a placeholder.
  if (!url && (/[A-Za-z0-9]/.test(before) || /[A-Za-z0-9]/.test(after))) return true
  if (definitions.abbreviations.length > 0 && (/[\p{L}\p{N}_]/u.test(before) || /[\p{L}\p{N}_]/u.test(after)))
    return true
  if (/[\p{M}\u200D]/u.test(after)) return true
  return isBracketed(text, hole) || isShortCode(text, hole)
}

/** Whether the place may be inside a character reference: `&na…me;`. */
function isInReference(text: string, hole: number): boolean {
  return /&#?[A-Za-z0-9]{0,32}$/.test(text.slice(Math.max(0, hole - 35), hole))
}

/** Whether the value stands alone in brackets, as `[TOC]` and `[!NOTE]` do. */
function isBracketed(text: string, hole: number): boolean {
  const before = text.slice(Math.max(0, hole - 2), hole)
  if (before.endsWith('[!')) return true
  return before.endsWith('[') && text.charAt(hole + 1) === ']' && text.charAt(hole + 2) !== '('
}

/** Whether the place is part of something like `:name:`, an icon or an emoji. */
function isShortCode(text: string, hole: number): boolean {
  const isName = (at: number): boolean => /[\p{L}\p{N}_+-]/u.test(text.charAt(at))
  let start = hole - 1
  while (hole - start < nameReach && isName(start)) start--
  let end = hole + 1
  while (end - hole < nameReach && isName(end)) end++
  const opened = text.charAt(start) === ':' || hole - start >= nameReach
  return opened && (text.charAt(end) === ':' || end - hole >= nameReach)
}

interface Side {
  readonly text: string
  readonly hole: number
  readonly direction: 1 | -1
  readonly edges: string
}

/**
 * Whether the place touches a run of delimiters on whose other side stands a mark. Then emphasis asks whether the
 * letter is Chinese, Japanese or Korean, and a placeholder is not.
 */
function asksForAscii({text, hole, direction, edges}: Side): boolean {
  const delimiter = text.charAt(hole + direction)
  if (delimiter === '' || !('*_~=^'.includes(delimiter) || edges.includes(delimiter))) return false
  let at = hole + direction
  // Quotes do not form runs.
  if (delimiter === '"' || delimiter === "'") at += direction
  else while (text.charAt(at) === delimiter) at += direction
  const beyond = text.charAt(at)
  if (edges.includes(delimiter)) return beyond !== '' && !/\s/.test(beyond)
  // Punctuation that is itself Chinese, Japanese or Korean answers the question whatever the letter is.
  if ('*_'.includes(delimiter) && /[\u3001-\u303E\uFF01-\uFF60]/.test(beyond)) return false
  // Between letters, `~`, `^` and `=` ask whether both belong to one word, which such letters never do.
  if ('~^='.includes(delimiter)) return beyond !== '' && !/\s/.test(beyond)
  return beyond !== '' && !/[\p{L}\p{N}\s]/u.test(beyond)
}
