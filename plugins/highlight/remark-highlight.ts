import type {Code, Html, Parents, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {frameCode} from './code-frame.ts'
import {parseFenceInfo} from './fence-info.ts'
import {highlightLines} from './highlight-lines.ts'
import {withHighlightDefaults} from './highlight-options.ts'
import type {HighlightOptions, HighlightSettings} from './highlight-options.ts'
import {customFenceHtml, findCustomFence} from './plain-frames.ts'
import type {CustomFence} from './plain-frames.ts'

/** Options of the plugin: those of code blocks, and fences with a meaning of their own. */
export interface RemarkHighlightOptions extends HighlightOptions {
  /** Default: none. */
  readonly custom_fences?: readonly CustomFence[]
}

/**
 * Unified plugin: turns code blocks into highlighted HTML, as `html` nodes (so `remark-rehype` needs
 * `allowDangerousHtml`).
 *
 * To highlight later, when values that stand in the code are known, take `frameCode` and `highlightLines` apart.
 */
export default function remarkHighlight(options: RemarkHighlightOptions = {}): (tree: Root) => void {
  const {custom_fences: fences = [], ...own} = options
  const settings = withHighlightDefaults(own)
  return (tree) => {
    let block = 0
    visit(tree, 'code', (code, index, parent: Parents | undefined) => {
      if (!parent || index === undefined) return
      const info = parseFenceInfo(infoOf(code))
      const fence = findCustomFence(fences, info.language)
      const value = fence
        ? customFenceHtml(fence, info, code.value)
        : codeHtml({info, code: code.value, block: block++}, settings)
      const html: Html = {type: 'html', value}
      if (code.position) html.position = code.position
      parent.children.splice(index, 1, html)
    })
  }
}

/** Info string of a code node; empty for indented code. */
export function infoOf(code: Code): string {
  return [code.lang, code.meta].filter((part) => part).join(' ')
}

function codeHtml(framed: Parameters<typeof frameCode>[0], settings: HighlightSettings): string {
  const frame = frameCode(framed, settings)
  return frame.before + highlightLines(framed.code, frame.language, frame.lines) + frame.after
}
