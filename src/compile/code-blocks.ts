import type {Html, Root} from 'mdast'
import {chooseFence} from '../../plugins/highlight/choose-fence.ts'
import {parseFenceInfo} from '../../plugins/highlight/fence-info.ts'
import {frameBlock, infoOf, isFenced, numberBlocks} from '../../plugins/highlight/frame-block.ts'
import type {BlockSettings} from '../../plugins/highlight/frame-block.ts'
import type {LineOptions} from '../../plugins/highlight/highlight-lines.ts'
import {countLines, prepareCode} from '../../plugins/highlight/prepare-code.ts'
import {visitType} from '../../plugins/tree/walk.ts'
import type {Highlight} from '../../plugins/highlight/remember-highlighting.ts'
import type {Anchor, CodeSlot} from '../core/page.ts'
import type {SlotTokens} from './template.ts'

/** Code of a page, rendered. */
export interface RenderedCode {
  readonly codes: readonly CodeSlot[]
  readonly anchors: readonly Anchor[]
  /** Whether there are diagrams. */
  readonly mermaid: boolean
}

/**
 * Turns code into HTML, in place: blocks, and code in text that has a language. Code that holds placeholders gets a
 * slot: its colours depend on the values.
 */
export function renderCode(
  tree: Root,
  context: {settings: BlockSettings; tokens: SlotTokens; highlight: Highlight},
): RenderedCode {
  const {settings, tokens, highlight} = context
  const codes: CodeSlot[] = []
  const anchors: Anchor[] = []
  let mermaid = false
  const write = (code: CodeSlot): string =>
    code.code.includes('\uA500')
      ? tokens.make('code', codes.push(code) - 1)
      : highlight(code.code, code.language, code.options)
  const customFence = (info: string) => {
    const choice = chooseFence(parseFenceInfo(info), settings.rules)
    return choice.kind === 'custom' ? choice.fence : undefined
  }
  const numbers = numberBlocks(tree, (node) => customFence(infoOf(node)) !== undefined)
  visitType(tree, 'code', (node, index, parent) => {
    const isFence = isFenced(node)
    mermaid ||= isFence && customFence(infoOf(node))?.class.split(/\s+/).includes('mermaid') === true
    const {
      before,
      after,
      language,
      lines: framed,
    } = frameBlock(
      {
        info: parseFenceInfo(infoOf(node)),
        code: node.value,
        isFence,
        number: numbers.get(node) ?? 0,
        annotations: node.data?.annotations,
      },
      settings,
    )
    // A line is a place to link to. A link without text on each line would only hold up readers who use the keyboard.
    const lines = {...framed, anchorHref: false}
    anchors.push(...lineAnchors(node.value, lines))
    const html: Html = {type: 'html', value: before + write({code: node.value, language, options: lines}) + after}
    parent.children[index] = html
  })
  visitType(tree, 'inlineCode', (node) => {
    const {colouring, ...data} = node.data ?? {}
    if (!colouring) return
    const value = write({code: node.value, language: colouring.language, options: colouring.lines})
    node.data = {...data, hChildren: [{type: 'raw', value}]}
  })
  return {codes, anchors, mermaid}
}

/** Ids of the lines of a code block, where they have any. */
function lineAnchors(code: string, {anchorPrefix, spanPrefix, start, preparation}: LineOptions): readonly Anchor[] {
  const count = countLines(prepareCode(code, preparation))
  return [anchorPrefix, spanPrefix].flatMap((prefix) => {
    if (prefix === undefined) return []
    return Array.from({length: count}, (_, index) => ({id: `${prefix}-${String(start + index)}`}))
  })
}
