import type {BlockRules} from './math-options.ts'

/** First and last line of a display formula, as indexes into the lines given. */
export type BlockLines = readonly [first: number, last: number]

/** A heading, fence, comment or rule: it ends a formula that was not closed before it. */
const ending = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|`{3,}[^`]*$|~{3,}|<!--|(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$)/
/** A quote or list item, which may stand right below a formula but can be a line of one, too. */
const container = /^ {0,3}(?:>|[-+*][ \t]+\S|1[.)][ \t]+\S)/
const opening = /^ {0,3}(\$\$|\\\[|\\begin\{([a-z]+\*?)\})/

/** Whether a line may be the first of a display formula. */
export function opensBlock(line: string, rules: BlockRules): boolean {
  const mark = opening.exec(line)?.[1]
  if (mark === undefined) return false
  if (mark === '$$') return rules.dollar
  return mark === '\\[' ? rules.square : rules.begin
}

/** Whether a line ends the block that a formula stands in, whatever is open. */
export function endsBlock(line: string): boolean {
  return line.trim() === '' || ending.test(line)
}

/**
 * The display formulas in the lines of one block, the first of which opens one (pymdownx.arithmatex 11).
 *
 * They follow each other line by line, and nothing else may stand in the block: where text does, none of them is a
 * formula. Backslashes escape what follows them. Linear in the length of the lines.
 *
 * @param lines  without line endings, the markers of containers taken off
 */
export function findBlocks(lines: readonly string[], rules: BlockRules): readonly BlockLines[] {
  const blocks: BlockLines[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (!opensBlock(line, rules)) return at > 0 && container.test(line) ? blocks : []
    const last = closingLine(lines, at)
    if (last === undefined) return []
    blocks.push([at, last])
    at = last + 1
  }
  return blocks
}

/** Index of the line that closes the formula opened on line `first`, on which nothing may follow it. */
function closingLine(lines: readonly string[], first: number): number | undefined {
  const [whole = '', mark = '', name] = opening.exec(lines[first] ?? '') ?? []
  const isClose = name === undefined ? closeOf(mark) : closeOfEnvironment(name)
  let empty = true
  for (let index = first; index < lines.length; index++) {
    const line = lines[index] ?? ''
    for (let at = index === first ? whole.length : 0; at < line.length; at++) {
      const length = isClose(line, at)
      if (length > 0) return !empty && line.slice(at + length).trim() === '' ? index : undefined
      empty = false
      if (line[at] === '\\') at++
    }
    empty = false
  }
  return undefined
}

/** Length of the closing mark at an offset, or 0. */
type CloseReader = (line: string, at: number) => number

function closeOf(mark: string): CloseReader {
  const close = mark === '$$' ? '$$' : '\\]'
  return (line, at) => (line.startsWith(close, at) ? close.length : 0)
}

/** An environment of the same name inside counts: its end is not that of the outer one. */
function closeOfEnvironment(name: string): CloseReader {
  const [begin, end] = [`\\begin{${name}}`, `\\end{${name}}`]
  let depth = 1
  return (line, at) => {
    if (line[at] !== '\\') return 0
    if (line.startsWith(begin, at)) depth++
    if (!line.startsWith(end, at)) return 0
    depth--
    return depth === 0 ? end.length : 0
  }
}
