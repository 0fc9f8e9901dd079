/**
 * Bounds within which the reference engine stays linear. They are counted per block, the lines between two blank ones,
 * outside fenced code. Measured with micromark 4: each takes a second or two at its bound and grows with the square.
 */
const bounds = {
  /** Quote marks at the start of one line; the parser recurses into each. */
  quoteDepth: 100,
  /** `[` and `]`. */
  brackets: 50_000,
  /** Runs of `*`, `_`, `~`, `^` and `=`. */
  delimiterRuns: 15_000,
  /** `<!` and `<?` that nothing in the block closes. */
  openDeclarations: 2_000,
} as const

/** Where a text is more than the engine is given, and why. */
export interface Excess {
  /** Offset of the block, 0-based, in UTF-16 units. */
  readonly offset: number
  /** What there is too much of, in words. */
  readonly what: string
}

/** The first block of a text that is too complex; `undefined` for any text that a person wrote. Linear. */
export function findExcess(text: string): Excess | undefined {
  return mayExceed(text) ? countBlocks(text) : undefined
}

const deepQuote = new RegExp(`^>(?:[^\\S\\n]*>){${String(bounds.quoteDepth)}}`, 'm')

/** Whether a whole text has as much as a block may have: then its blocks are counted. Hardly any text has. */
function mayExceed(text: string): boolean {
  if ((text.startsWith('>') || text.includes('\n>')) && deepQuote.test(text)) return true
  if (hasMoreThan(bounds.openDeclarations, ['<!', '<?'], text)) return true
  // Each mark is a unit of the text.
  if (text.length <= bounds.delimiterRuns) return false
  return (
    hasMoreThan(bounds.delimiterRuns, ['*', '=', '^', '_', '~'], text) || hasMoreThan(bounds.brackets, ['[', ']'], text)
  )
}

function hasMoreThan(bound: number, marks: readonly string[], text: string): boolean {
  let count = 0
  for (const mark of marks) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
      if (++count > bound) return true
    }
  }
  return false
}

function countBlocks(text: string): Excess | undefined {
  let block = {offset: 0, brackets: 0, delimiterRuns: 0, openDeclarations: 0}
  let fence: string | undefined
  let offset = 0
  for (const line of text.split('\n')) {
    const marker = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === undefined && marker !== undefined) fence = marker
    else if (fence !== undefined) {
      if (marker?.startsWith(fence)) fence = undefined
    } else if (line.trim() === '')
      block = {offset: offset + line.length + 1, brackets: 0, delimiterRuns: 0, openDeclarations: 0}
    else {
      const what = addLine(block, line)
      if (what !== undefined) return {offset: what === 'nested block quotes' ? offset : block.offset, what}
    }
    offset += line.length + 1
  }
  return undefined
}

function addLine(
  block: {brackets: number; delimiterRuns: number; openDeclarations: number},
  line: string,
): string | undefined {
  if (line.startsWith('>') && (/^[>\s]+/.exec(line)?.[0].replace(/\s/g, '').length ?? 0) > bounds.quoteDepth)
    return 'nested block quotes'
  for (let at = 0; at < line.length; at++) {
    switch (line.charCodeAt(at)) {
      case 91: // [
      case 93: // ]
        block.brackets++
        break
      case 42: // *
      case 61: // =
      case 94: // ^
      case 95: // _
      case 126: // ~
        if (line.charCodeAt(at) !== line.charCodeAt(at - 1)) block.delimiterRuns++
        break
      case 60: // <
        if (line[at + 1] === '!' || line[at + 1] === '?') block.openDeclarations++
        break
      case 62: // >
        block.openDeclarations = Math.max(0, block.openDeclarations - 1)
    }
  }
  if (block.brackets > bounds.brackets) return 'brackets in one block'
  if (block.delimiterRuns > bounds.delimiterRuns) return 'emphasis marks in one block'
  return block.openDeclarations > bounds.openDeclarations ? 'unclosed comments or declarations in one block' : undefined
}
