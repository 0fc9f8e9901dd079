import type {Html, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {frameCode} from '../../plugins/highlight/code-frame.ts'
import {parseFenceInfo} from '../../plugins/highlight/fence-info.ts'
import {highlightLines} from '../../plugins/highlight/highlight-lines.ts'
import type {LineOptions} from '../../plugins/highlight/highlight-lines.ts'
import type {HighlightSettings} from '../../plugins/highlight/highlight-options.ts'
import {customFenceHtml, findCustomFence, framePlainCode} from '../../plugins/highlight/plain-frames.ts'
import type {CustomFence, FencedCodeOptions} from '../../plugins/highlight/plain-frames.ts'
import {countLines, prepareCode} from '../../plugins/highlight/prepare-code.ts'
import {infoOf} from '../../plugins/highlight/remark-highlight.ts'
import type {Anchor, CodeSlot} from '../core/page.ts'
import type {SlotTokens} from './template.ts'

/** How code blocks render. */
export interface CodeOptions {
  /** Settings of the highlighter; left out: plain `pre > code`, as without `pymdownx.highlight` and `superfences`. */
  readonly highlight?: HighlightSettings
  readonly plain: FencedCodeOptions
  readonly customFences: readonly CustomFence[]
}

/**
 * Turns code blocks into HTML, in place. Code that holds placeholders gets a slot: its colours depend on the values.
 */
export function renderCode(
  tree: Root,
  context: {options: CodeOptions; tokens: SlotTokens},
): {codes: readonly CodeSlot[]; anchors: readonly Anchor[]; mermaid: boolean} {
  const {options, tokens} = context
  const codes: CodeSlot[] = []
  const anchors: Anchor[] = []
  let block = 0
  let mermaid = false
  visit(tree, 'code', (node, index, parent) => {
    if (!parent || index === undefined) return
    const info = parseFenceInfo(infoOf(node))
    const fence = findCustomFence(options.customFences, info.language)
    const html: Html = {type: 'html', value: ''}
    if (fence) {
      html.value = customFenceHtml(fence, info, node.value)
      mermaid ||= fence.class === 'mermaid'
    } else {
      const frame = options.highlight
        ? frameCode({info, code: node.value, block: block++}, options.highlight)
        : framePlainCode(info, options.plain)
      const waits = node.value.includes('\uA500')
      const lines = waits
        ? tokens.make('code', codes.push({code: node.value, language: frame.language, options: frame.lines}) - 1)
        : highlightLines(node.value, frame.language, frame.lines)
      anchors.push(...lineAnchors(node.value, frame.lines))
      html.value = frame.before + lines + frame.after
    }
    parent.children[index] = html
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
