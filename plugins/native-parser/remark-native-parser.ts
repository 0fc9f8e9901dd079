import type {ListItem, Parents, Root, RootContent} from 'mdast'
import type {Parser, Processor} from 'unified'
import {lineStarts} from '../source-text/line-starts.ts'
import type {NativeParse, NativeSyntax} from './load-native.ts'
import {pageDefinitions} from './page-definitions.ts'
import {readAgain, readTopAgain} from './read-again.ts'
import type {Reading} from './read-again.ts'
import {needsSecondReading} from './second-reading.ts'
import type {ReferenceSyntax} from './second-reading.ts'

declare module 'vfile' {
  interface DataMap {
    /** How a page was parsed; set by `remarkNativeParser`. */
    nativeParse: {
      /** Blocks with inline content. */
      readonly blocks: number
      /** Those of them that the reference parser read again. */
      readonly again: number
      /** Whether it read the whole page. */
      readonly whole: boolean
    }
  }
}

/** What `remarkNativeParser` takes. */
export interface NativeParserOptions {
  readonly parse: NativeParse
  /** Syntaxes that both parsers read. */
  readonly reads: NativeSyntax
  /** Syntax that only the parser around which it is put reads. */
  readonly syntax: ReferenceSyntax
}

/**
 * Puts a native parser in the place of `remark-parse`, for the same tree. Use it directly after the parser and the
 * extensions that it knows.
 *
 * What the native parser reads otherwise, or cannot read, is given to the parser that was there before, which is the
 * reference: a block where possible, else the block of the page that it is in, else the page.
 */
export default function remarkNativeParser(this: Processor, options: NativeParserOptions): void {
  const reference = this.parser as Parser<Root> | undefined
  if (!reference) throw new Error('remarkNativeParser wraps a parser: use it after `remark-parse`')
  const {syntax} = options
  this.parser = (text, file) => {
    const readAll = (): Root => {
      file.data.nativeParse = {blocks: 0, again: 0, whole: true}
      return reference(text, file)
    }
    if (syntax.page?.test(text) === true) return readAll()
    const tree = options.parse(text, options.reads)
    const reading: Reading = {
      text,
      file,
      parse: reference,
      lineStarts: lineStarts(text),
      definitions: pageDefinitions(tree),
    }
    const count = {blocks: 0, again: 0, doubts: 0}
    const children: RootContent[] = []
    for (const [index, block] of tree.children.entries()) {
      if (isDoubtful(block, tree.children[index - 1], text)) return readAll()
      const read = readBlock(block, {reading, syntax, count}) ?? readTopAgain(block, reading)
      if (!read || count.doubts > 0) return readAll()
      children.push(...read)
    }
    file.data.nativeParse = {blocks: count.blocks, again: count.again, whole: false}
    tree.children = children
    return tree
  }
}

interface Context {
  readonly reading: Reading
  readonly syntax: ReferenceSyntax
  /** `doubts`: what has to be read with the page around it. */
  readonly count: {blocks: number; again: number; doubts: number}
}

/** Reads again what has to be in a block. `undefined`: it can only be read as a whole. */
function readBlock(block: RootContent, context: Context): readonly RootContent[] | undefined {
  const {reading, syntax, count} = context
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'table': {
      const lines = block.type === 'table' ? block.children.flatMap(({children}) => children) : [block]
      count.blocks++
      if (!lines.some((line) => needsSecondReading(line, reading.text, syntax))) return [block]
      count.again++
      return readAgain(block, reading)
    }
    case 'blockquote':
      // Whether such a list is loose, the two say differently where a line holds nothing but the quote mark.
      if (holdsList(block)) return undefined
      return readChildren(block, context) ? [block] : undefined
    case 'definition':
    case 'code':
      if (hasOwnEscape(block, context)) count.doubts++
      return [block]
    case 'html':
      // One that ends where its item does takes the line ending along.
      return block.value.endsWith('\n') ? undefined : [block]
    case 'listItem':
      if (startsBlank(block)) count.doubts++
      return readChildren(block, context) ? [block] : undefined
    case 'footnoteDefinition':
    case 'list':
      return readChildren(block, context) ? [block] : undefined
    default:
      return [block]
  }
}

function readChildren(parent: Parents, context: Context): boolean {
  const children: RootContent[] = []
  const isTask = parent.type === 'listItem' && typeof parent.checked === 'boolean'
  if (isTask) parent.checked = null
  for (const [index, child] of parent.children.entries()) {
    if (isDoubtful(child, parent.children[index - 1], context.reading.text)) return false
    const read = isTask && index === 0 ? readTask(child, context) : readBlock(child, context)
    if (!read) return false
    children.push(...read)
  }
  Object.assign(parent, {children})
  return true
}

/** Reads the text of a task with its marker, which is text to the reference. */
function readTask(block: RootContent, context: Context): readonly RootContent[] | undefined {
  const {reading, syntax, count} = context
  if (block.type !== 'paragraph' || block.position?.start.offset === undefined) return undefined
  const {start, end} = block.position
  const at = reading.text.lastIndexOf('[', (start.offset ?? 0) - 1)
  const marker = reading.text.slice(at, start.offset)
  const first = {line: start.line, column: start.column - marker.length, offset: at}
  count.blocks++
  const isAgain =
    !/^\[[ xX]\] $/.test(marker) ||
    reading.definitions.has(marker.charAt(1)) ||
    needsSecondReading(block, reading.text, syntax)
  block.position = {start: first, end}
  if (isAgain) {
    count.again++
    return readAgain(block, reading)
  }
  const [text] = block.children
  if (text?.type === 'text') {
    text.value = marker + text.value
    if (text.position) text.position = {start: first, end: text.position.end}
  } else block.children.unshift({type: 'text', value: marker, position: {start: first, end: start}})
  return [block]
}

/** Whether an item has no text on the line of its marker. */
function startsBlank({position, children}: ListItem): boolean {
  return children[0]?.position?.start.line !== position?.start.line
}

/** Whether an address, title or info string is escaped as only the reference reads it. */
function hasOwnEscape({type, position}: RootContent, {reading, syntax}: Context): boolean {
  if (!syntax.source) return false
  const written = reading.text.slice(position?.start.offset, position?.end.offset)
  const read = type === 'code' ? written.slice(0, written.indexOf('\n') + 1) : written
  return read.includes('\\') && syntax.source.test(read)
}

function holdsList(parent: Parents): boolean {
  return parent.children.some((child) => child.type === 'list' || ('children' in child && holdsList(child)))
}

/**
 * Whether the native parser has read as text what starts a list, as it does below definitions and indented code where
 * the list would not interrupt text, or has ended indented code at a blank line.
 */
function isDoubtful(block: RootContent, previous: RootContent | undefined, text: string): boolean {
  if (isIndentedCode(block, text)) return previous !== undefined && isIndentedCode(previous, text)
  const start = block.type === 'paragraph' ? block.position?.start.offset : undefined
  return start !== undefined && /^(?:\d+[.)]|[-+*])(?:\s|$)/.test(text.slice(start, start + 12))
}

function isIndentedCode({type, position}: RootContent, text: string): boolean {
  return type === 'code' && /[ \t]/.test(text.charAt(position?.start.offset ?? 0))
}
