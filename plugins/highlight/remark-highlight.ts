import type {Html, Root} from 'mdast'
import {chooseFence} from './choose-fence.ts'
import type {CustomFence} from './choose-fence.ts'
import {parseFenceInfo} from './fence-info.ts'
import {frameBlock, infoOf, isFenced, numberBlocks} from './frame-block.ts'
import type {BlockSettings} from './frame-block.ts'
import {highlightLines} from './highlight-lines.ts'
import {withHighlightDefaults} from './highlight-options.ts'
import type {HighlightOptions} from './highlight-options.ts'
import {visitType} from '../tree/walk.ts'

/** Options of the plugin: those of code blocks, and fences with a meaning of their own. */
export interface RemarkHighlightOptions extends HighlightOptions {
  /** Default: none. */
  readonly custom_fences?: readonly CustomFence[]
}

/**
 * Unified plugin: turns code blocks into highlighted HTML, as `html` nodes (so `remark-rehype` needs
 * `allowDangerousHtml`).
 *
 * To highlight later, when values that stand in the code are known, take `frameBlock` and `highlightLines` apart.
 */
export default function remarkHighlight(options: RemarkHighlightOptions = {}): (tree: Root) => void {
  const {custom_fences: fences = [], ...own} = options
  const highlight = withHighlightDefaults(own)
  const rules = {fences, relaxed: false, lineOptions: highlight.use_pygments}
  const settings: BlockSettings = {fenced: highlight, indented: highlight, plain: {}, rules}
  return (tree) => {
    const numbers = numberBlocks(tree, (code) => chooseFence(parseFenceInfo(infoOf(code)), rules).kind === 'custom')
    visitType(tree, 'code', (node, index, parent) => {
      const block = {
        info: parseFenceInfo(infoOf(node)),
        code: node.value,
        isFence: isFenced(node),
        number: numbers.get(node) ?? 0,
      }
      const frame = frameBlock(block, settings)
      const html: Html = {
        type: 'html',
        value: frame.before + highlightLines(node.value, frame.language, frame.lines) + frame.after,
      }
      if (node.position) html.position = node.position
      parent.children.splice(index, 1, html)
    })
  }
}
