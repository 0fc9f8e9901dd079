import type {InlineCode, Root} from 'mdast'
import type {} from 'mdast-util-to-hast'
import {highlightLines, plainLines} from '../highlight/highlight-lines.ts'
import type {LineOptions} from '../highlight/highlight-lines.ts'
import {resolveLanguage} from '../highlight/highlight-options.ts'
import type {HighlightOptions} from '../highlight/highlight-options.ts'
import {visitType} from '../tree/walk.ts'

/** Colours that code in text waits for. */
export interface InlineColouring {
  /** Empty: plain text. */
  readonly language: string
  readonly lines: LineOptions
}

declare module 'mdast' {
  interface InlineCodeData {
    /** Left out: no colours, or they are there already. */
    colouring?: InlineColouring
  }
}

/** Options of `pymdownx.highlight` that hold for code in text as well. */
type SharedOptions = Pick<
  HighlightOptions,
  'extend_pygments_lang' | 'guess_lang' | 'language_prefix' | 'pygments_lang_class' | 'use_pygments'
>

/** Options, named as those of `pymdownx.inlinehilite` and `pymdownx.highlight`. */
export interface InlineHighlightOptions extends SharedOptions {
  /** Class of highlighted code; default: `highlight`. Empty: none. */
  readonly css_class?: string
  /** Highlights code without a language too, as plain text or as the language named here. Default: false. */
  readonly style_plain_text?: boolean | string
  /** Leaves the colours to who comes later: they are in `data.colouring`. Default: false. */
  readonly defer?: boolean
}

/** A language before the code, `#!python code` or `:::python code`. */
const shebang = /^\s*(?:#!|:{3,})(?<language>[\p{L}\p{N}_#.+-]*)\s+(?<code>\S[\s\S]*)$/u

/**
 * Unified plugin: highlights code in text that names its language, `#!python print()` between backticks, as
 * `pymdownx.inlinehilite` of pymdown-extensions 11 does. Colours are raw HTML, so `remark-rehype` needs
 * `allowDangerousHtml`.
 */
export default function remarkInlineHighlight(options: InlineHighlightOptions = {}): (tree: Root) => void {
  return (tree) => {
    visitType(tree, 'inlineCode', (node) => {
      highlightNode(node, options)
    })
  }
}

function highlightNode(node: InlineCode, options: InlineHighlightOptions): void {
  const {css_class: cssClass = 'highlight', use_pygments: colours = true} = options
  const {guess_lang: guessing = false, style_plain_text: plain = false} = options
  const match = shebang.exec(node.value)
  if (match) node.value = match.groups?.['code'] ?? ''
  const named = match?.groups?.['language'] ?? ''
  const guess = guessing === true || guessing === 'inline'
  if (named === '' && (plain === false || plain === '') && !guess) return
  const language = named === '' && typeof plain === 'string' ? plain : named
  const data = (node.data ??= {})
  const properties = (data.hProperties ??= {})
  const names = [...languageClass(language, options), ...cssClass.split(/\s+/).filter((name) => name !== '')]
  if (names.length > 0) properties['className'] = names
  if (!colours) return
  const colouring: InlineColouring = {
    language: resolveLanguage(language, options.extend_pygments_lang ?? []),
    lines: {...plainLines, guess},
  }
  if (options.defer) data.colouring = colouring
  else data.hChildren = [{type: 'raw', value: highlightLines(node.value, colouring.language, colouring.lines)}]
}

/** Without colours the class is for a highlighter in the browser, which has nothing to do where there is no language. */
function languageClass(language: string, options: InlineHighlightOptions): readonly string[] {
  const {
    language_prefix: prefix = 'language-',
    pygments_lang_class: wanted = true,
    use_pygments: colours = true,
  } = options
  if (!colours) return language === '' ? [] : [prefix + language]
  return wanted ? [prefix + (language === '' ? 'text' : language)] : []
}
