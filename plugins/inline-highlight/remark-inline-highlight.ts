import type {ElementContent} from 'hast'
import type {InlineCode, Root} from 'mdast'
import type {} from 'mdast-util-to-hast'
import {visit} from 'unist-util-visit'

/** Options, named as those of `pymdownx.inlinehilite` and, from `pygments_lang_class` on, `pymdownx.highlight`. */
export interface InlineHighlightOptions {
  /** Class of highlighted code; default: `highlight`. Empty: none. */
  readonly css_class?: string | undefined
  /** Highlights code without a language too, as plain text or as the language named here. Default: false. */
  readonly style_plain_text?: boolean | string | undefined
  /** Puts the language among the classes. Default: true. */
  readonly pygments_lang_class?: boolean | undefined
  /** What stands before the language in its class; default: `language-`. */
  readonly language_prefix?: string | undefined
  /** Colours code; what it does not know (`undefined`) stays as it is. */
  readonly highlight?: ((code: string, language: string) => ElementContent[] | undefined) | undefined
}

/** A language before the code, `#!python code` or `:::python code`. */
const shebang = /^\s*(?:#!|:{3,})(?<language>[\p{L}\p{N}_#.+-]*)\s+(?<code>\S[\s\S]*)$/u

/** Highlights code in text that names its language: `#!python print()` between backticks. */
export default function remarkInlineHighlight(options: InlineHighlightOptions = {}): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'inlineCode', (node) => {
      highlightNode(node, options)
    })
  }
}

function highlightNode(node: InlineCode, options: InlineHighlightOptions): void {
  const {
    css_class: cssClass = 'highlight',
    style_plain_text: plain = false,
    language_prefix: prefix = 'language-',
  } = options
  const match = shebang.exec(node.value)
  if (match) node.value = match.groups?.['code'] ?? ''
  const named = match?.groups?.['language'] ?? ''
  if (named === '' && plain === false) return
  const language = named === '' && typeof plain === 'string' ? plain : named
  const languageClass = named !== '' && (options.pygments_lang_class ?? true) ? [prefix + named] : []
  const hChildren = language === '' ? undefined : options.highlight?.(node.value, language)
  const data = (node.data ??= {})
  const properties = (data.hProperties ??= {})
  properties['className'] = [...languageClass, ...cssClass.split(/\s+/).filter((name) => name !== '')]
  if (hChildren) data.hChildren = hChildren
}
