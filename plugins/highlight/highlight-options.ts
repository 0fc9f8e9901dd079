/** Another name for a language, an entry of the option `extend_pygments_lang`. */
export interface ExtendedLanguage {
  /** As authors write it, in any letter case. */
  readonly name: string
  /** Language whose colours it has. */
  readonly lang: string
}

/** Options of code blocks, named as those of `pymdownx.highlight`, `pymdownx.superfences` and `fenced_code`. */
export interface HighlightOptions {
  /** `false`: no tokens, but `language-x` classes for a highlighter in the browser; default: `true`. */
  readonly use_pygments?: boolean
  /** Class of the wrapper; default: `highlight`. */
  readonly css_class?: string
  /** `true` numbers all blocks, `false` none whatever a fence asks for; default: fences decide. */
  readonly linenums?: boolean | undefined
  /** Default: `table`. */
  readonly linenums_style?: 'table' | 'inline' | 'pymdownx-inline'
  /** Mark every n-th number as special; default: -1, none. */
  readonly linenums_special?: number
  /** Language of blocks that name none; default: none. */
  readonly default_lang?: string
  /** Put the class of the language on the wrapper; default: `false`. */
  readonly pygments_lang_class?: boolean
  /** Default: `language-`. */
  readonly language_prefix?: string
  /** Without tokens, put attributes on `pre` instead of `code`; default: `false`. */
  readonly code_attr_on_pre?: boolean
  /** Write other attributes of a fence, `data-` ones only beside colours; the reference asks `attr_list`. Default: `true`. */
  readonly attr_list?: boolean
  /** Colour code that names no language by what it looks like; `block` or `inline`: only there. Default: `false`. */
  readonly guess_lang?: boolean | 'block' | 'inline'
  /** Further names of languages; the first entry of a name counts. */
  readonly extend_pygments_lang?: readonly ExtendedLanguage[]
  /** Use the name of the language for a title where a fence has none; default: `false`. */
  readonly auto_title?: boolean
  /** Titles to use instead of names of languages. */
  readonly auto_title_map?: Readonly<Record<string, string>>
  /** Wrap every line in a `span` with an id that starts with this; default: none. */
  readonly line_spans?: string
  /** Start every line with an anchor whose id starts with this; default: none. */
  readonly line_anchors?: string
  /** Make line numbers links to their lines; default: `false`. */
  readonly anchor_linenums?: boolean
  /** Leave out blank lines at the start and the end; default: `true`. */
  readonly stripnl?: boolean
  /** Keep tabs instead of expanding them to columns of 4; default: `false`. */
  readonly preserve_tabs?: boolean
}

/** Options with the defaults of pymdown-extensions 11. */
export function withHighlightDefaults(options: HighlightOptions) {
  return {
    use_pygments: true,
    css_class: 'highlight',
    linenums: undefined,
    linenums_style: 'table',
    linenums_special: -1,
    default_lang: '',
    pygments_lang_class: false,
    language_prefix: 'language-',
    code_attr_on_pre: false,
    attr_list: true,
    guess_lang: false,
    extend_pygments_lang: [],
    auto_title: false,
    auto_title_map: {},
    line_spans: '',
    line_anchors: '',
    anchor_linenums: false,
    stripnl: true,
    preserve_tabs: false,
    ...options,
  } satisfies HighlightOptions
}

/** Options of a code block, none left out. */
export type HighlightSettings = Required<HighlightOptions>

/** Language whose colours code has: what `extend_pygments_lang` says of the name, or the name. */
export function resolveLanguage(name: string, extended: readonly ExtendedLanguage[]): string {
  const lower = name.toLowerCase()
  return extended.find((entry) => entry.name.toLowerCase() === lower)?.lang ?? name
}
