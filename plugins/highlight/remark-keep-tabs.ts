import type {Code, Root} from 'mdast'
import type {VFile} from 'vfile'
import {visitType} from '../tree/walk.ts'
import {isFenced} from './frame-block.ts'

/**
 * Unified plugin: gives lines of fenced code the tabs back that they start with in the source and that became spaces
 * when the block was taken out of what it stands in. Linear.
 */
export default function remarkKeepTabs(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const text = String(file)
    if (!text.includes('\t')) return
    const lines = text.split(/\r\n|\n|\r/)
    visitType(tree, 'code', (code) => {
      if (isFenced(code)) code.value = withTabs(code, lines)
    })
  }
}

function withTabs({value, position}: Code, source: readonly string[]): string {
  // Line numbers count from 1: this is the index of the line behind the opening fence.
  const first = position?.start.line
  if (first === undefined) return value
  return value
    .split('\n')
    .map((line, index) => withTabsOf(line, source[first + index] ?? ''))
    .join('\n')
}

function withTabsOf(line: string, source: string): string {
  const width = /^ */.exec(line)?.[0].length ?? 0
  const rest = line.slice(width)
  if (width === 0 || rest === '' || !source.endsWith(rest)) return line
  // Columns count from the last quote marker on.
  const indent = source.slice(0, source.length - rest.length).replace(/^(?:[ \t]*> ?)+/, '')
  let column = 0
  const columns = Array.from(indent, (character) => (column += character === '\t' ? 4 - (column % 4) : 1))
  // What the block stands in took the columns before this one; of a tab that it cut, spaces are left.
  const from = column - width
  const kept = columns.findIndex((end) => end > from)
  const start = kept === 0 ? 0 : (columns[kept - 1] ?? 0)
  const whole = start === from ? kept : kept + 1
  const spaces = start === from ? 0 : (columns[kept] ?? from) - from
  const tail = Array.from(indent).slice(whole).join('')
  return /^[ \t]*$/.test(tail) ? ' '.repeat(spaces) + tail + rest : line
}
