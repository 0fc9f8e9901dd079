const tabWidth = 4

/** What is done to code before it is shown. */
export interface CodePreparation {
  /** `strip` leaves out line feeds at the start and the end, `end` one at the end, `keep` none. */
  readonly lineFeeds: 'strip' | 'end' | 'keep'
  /** Expand tabs to columns of 4. */
  readonly expandTabs: boolean
}

/** Code as it is shown. */
export function prepareCode(code: string, {lineFeeds, expandTabs}: CodePreparation): string {
  const shown = withoutLineFeeds(code, lineFeeds)
  return expandTabs && shown.includes('\t') ? expandAll(shown) : shown
}

/** Number of lines that prepared code has; at least one. */
export function countLines(code: string): number {
  let lines = 1
  for (let at = code.indexOf('\n'); at !== -1; at = code.indexOf('\n', at + 1)) lines++
  return lines
}

function withoutLineFeeds(code: string, which: CodePreparation['lineFeeds']): string {
  if (which === 'keep') return code
  if (which === 'end') return code.endsWith('\n') ? code.slice(0, -1) : code
  let start = 0
  let end = code.length
  while (code[start] === '\n') start++
  while (end > start && code[end - 1] === '\n') end--
  return code.slice(start, end)
}

function expandAll(code: string): string {
  return code
    .split('\n')
    .map((line) => (line.includes('\t') ? expandLine(line) : line))
    .join('\n')
}

function expandLine(line: string): string {
  let expanded = ''
  // Columns count code points, as Python's `str.expandtabs` does.
  let column = 0
  for (const [index, part] of line.split('\t').entries()) {
    if (index > 0) {
      const width = tabWidth - (column % tabWidth)
      expanded += ' '.repeat(width)
      column += width
    }
    expanded += part
    column += Array.from(part).length
  }
  return expanded
}
