import type {Processor} from 'unified'
import type {} from 'remark-parse'
import type {DelimiterOptions} from './delimiter-rules.ts'
import {delimiterFromMarkdown} from './from-markdown.ts'
import {delimiterSyntax} from './syntax.ts'

/** Reads `==mark==`, `^^insert^^`, `^superscript^`, `~~delete~~` and `~subscript~`. */
export default function remarkDelimiters(this: Processor, options: DelimiterOptions = {}): void {
  const data = this.data()
  const syntax = (data.micromarkExtensions ??= [])
  const nodes = (data.fromMarkdownExtensions ??= [])
  syntax.push(delimiterSyntax(options))
  nodes.push(delimiterFromMarkdown())
}
