import type {Root} from 'mdast'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import type {} from 'remark-parse'
import type {Processor} from 'unified'
import type {VFile} from 'vfile'
import {findFootnoteFaults} from './find-faults.ts'
import type {FootnoteOptions} from './footnote-options.ts'
import {footnoteSyntax} from './syntax.ts'
import {transformFootnotes} from './transform-footnotes.ts'

/**
 * Unified plugin: reads `[^label]` and `[^label]: note`, and renders them with `transformFootnotes`. What is wrong with
 * them goes to `file.data.footnoteFaults`.
 */
export default function remarkFootnotes(
  this: Processor,
  options: FootnoteOptions = {},
): (tree: Root, file: VFile) => void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), footnoteSyntax()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmFootnoteFromMarkdown()]
  return (tree, file) => {
    file.data.footnoteFaults = findFootnoteFaults(tree, String(file.value))
    transformFootnotes(tree, options)
  }
}
