import type {Root} from 'mdast'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import type {} from 'remark-parse'
import type {Processor} from 'unified'
import type {FootnoteOptions} from './footnote-options.ts'
import {footnoteSyntax} from './syntax.ts'
import {transformFootnotes} from './transform-footnotes.ts'

/** Unified plugin: reads `[^label]` and `[^label]: note`, and renders them with `transformFootnotes`. */
export default function remarkFootnotes(this: Processor, options: FootnoteOptions = {}): (tree: Root) => void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), footnoteSyntax()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmFootnoteFromMarkdown()]
  return (tree) => {
    transformFootnotes(tree, options)
  }
}
