/** What a text defines for use elsewhere in it, which makes plain words mean more than themselves. */
export interface PageDefinitions {
  /** Whether it may define link references (`[x]: target`): then brackets around words can be a link. */
  readonly references: boolean
  /** Abbreviations (`*[X]: …`), in lower case. */
  readonly abbreviations: readonly string[]
  /** Characters of the dialect beside which the script of a letter counts, beyond those that always do. */
  readonly edges?: string
  /** Whether formulas are rendered, which takes the values in them. */
  readonly rendersMath?: boolean
}

const longestLabel = 1_000
const longestPrefix = 200

/** Finds the definitions of a text. Rather one too many than one too few, and in linear time. */
export function findDefinitions(text: string, glossary: readonly string[] = []): PageDefinitions {
  const abbreviations = new Set(glossary)
  let references = false
  for (let close = text.indexOf(']:'); close !== -1; close = text.indexOf(']:', close + 2)) {
    const open = labelStart(text, close)
    if (open === undefined) {
      references = true
      continue
    }
    const before = text.charAt(open - 1)
    const label = text.slice(open + 1, close)
    if (before === '*') abbreviations.add(label.toLowerCase())
    else if (!label.startsWith('^') && startsLine(text, open)) references = true
  }
  return {references, abbreviations: [...abbreviations]}
}

/** Offset of the bracket that opens a label on the same line; `undefined` when there is none nearby. */
function labelStart(text: string, close: number): number | undefined {
  for (let at = close - 1; at >= Math.max(0, close - longestLabel); at--) {
    const character = text.charAt(at)
    if (character === '[') return at
    if (character === '\n') return undefined
  }
  return undefined
}

/** Whether only white space and the markers of containers stand before an offset on its line. */
function startsLine(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= Math.max(0, offset - longestPrefix); at--) {
    const character = text.charAt(at)
    if (character === '\n') return true
    if (!/[\s>*+\-:.)\d]/.test(character)) return false
  }
  return true
}
