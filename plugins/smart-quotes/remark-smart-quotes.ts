import type {Node, Root} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visitNodes} from '../tree/walk.ts'
import type {BlockText} from './block-text.ts'
import {hasChildren, readBlockText} from './block-text.ts'
import type {FoundSign, SignOptions} from './find-signs.ts'
import {signFinder} from './find-signs.ts'
import {joinAngled} from './join-angled.ts'
import type {Sign} from './signs.ts'
import {shownSigns} from './signs.ts'

/** Options, named as those of Python-Markdown's `smarty`. */
export interface SmartQuoteOptions extends SignOptions {
  /** What to show for a sign instead of the usual character; character references are read. */
  readonly substitutions?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Writes straight quotes, `--`, `---` and `...` in text as the signs that they stand for, unless escaped.
 *
 * A block is read as one text, so a quote that ends behind an element closes. Use it before plugins that cut text
 * apart, such as that for symbols.
 */
export default function remarkSmartQuotes(options: SmartQuoteOptions = {}): (tree: Root, file: VFile) => void {
  const shown = shownSigns(options.substitutions)
  const find = signFinder(options)
  return (tree, file) => {
    const source = String(file.value)
    visitNodes(tree, (node) => {
      if (!isBlock(node)) return undefined
      if (options.smart_angled_quotes === true) joinAngled(node)
      replaceSigns(readBlockText(node, source), {find, shown})
      return SKIP
    })
  }
}

function replaceSigns(
  block: BlockText,
  {find, shown}: {find: (block: BlockText) => FoundSign[][]; shown: Readonly<Record<Sign, string>>},
): void {
  for (const [index, signs] of find(block).entries()) {
    const node = block.parts[index]?.node
    if (!node) continue
    const pieces: string[] = []
    let at = 0
    for (const {start, end, sign} of signs) {
      pieces.push(node.value.slice(at, start), shown[sign])
      at = end
    }
    node.value = pieces.join('') + node.value.slice(at)
  }
}

function isBlock(node: Node): boolean {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return true
  return hasChildren(node) && node.children.some(({type}) => type === 'text')
}
