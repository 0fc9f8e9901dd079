/**
 * What an option takes. `texts` is a list of strings; `toc-depth` is a level or a range of levels (`2-4`); `slugify`,
 * `fences`, `inline-formats`, `emoji-index` and `emoji-generator` are the options that hold a Python callable in
 * `mkdocs.yml`; `languages` are further names of languages; `drawing-options` is the map of `pymdownx.emoji`,
 * `repository-hosts`, `link-labels` and `user-lists` are those of `pymdownx.magiclink`; a list of words is a choice of
 * these.
 */
export type OptionKind =
  | 'boolean'
  | 'string'
  | 'integer'
  | 'number'
  | 'list'
  | 'texts'
  | 'encoding'
  | 'map'
  | 'slugify'
  | 'toc-depth'
  | 'fences'
  | 'languages'
  | 'inline-formats'
  | 'emoji-index'
  | 'emoji-generator'
  | 'drawing-options'
  | 'repository-hosts'
  | 'link-labels'
  | 'user-lists'
  | readonly string[]

/** Options of one extension: what each takes, one of several kinds where there is more than one. */
export type OptionTable = Readonly<Record<string, readonly OptionKind[]>>

const flag: readonly OptionKind[] = ['boolean']
const text: readonly OptionKind[] = ['string']
const integer: readonly OptionKind[] = ['integer']
const list: readonly OptionKind[] = ['list']
const texts: readonly OptionKind[] = ['texts']
const map: readonly OptionKind[] = ['map']
const flagOrText: readonly OptionKind[] = ['boolean', 'string']

const tabs: OptionTable = {alternate_style: flag, combine_header_slug: flag, separator: text, slugify: ['slugify']}
const codeStyle: OptionTable = {
  css_class: text,
  guess_lang: ['boolean', ['block', 'inline']],
  linenums: flag,
  noclasses: flag,
  pygments_style: text,
  use_pygments: flag,
}

/**
 * Every known extension with every option it documents: Python-Markdown 3.10 and pymdown-extensions 11. `extra` and
 * `pymdownx.extra`, which only stand for others, are in `extensionBundles`.
 */
export const extensionTable: Readonly<Record<string, OptionTable>> = {
  abbr: {glossary: map},
  admonition: {},
  attr_list: {},
  codehilite: {...codeStyle, lang_prefix: text, pygments_formatter: text},
  def_list: {},
  fenced_code: {lang_prefix: text},
  footnotes: {
    BACKLINK_TEXT: text,
    BACKLINK_TITLE: text,
    PLACE_MARKER: text,
    SEPARATOR: text,
    SUPERSCRIPT_TEXT: text,
    UNIQUE_IDS: flag,
    USE_DEFINITION_ORDER: flag,
  },
  legacy_attrs: {},
  legacy_em: {},
  md_in_html: {},
  meta: {},
  nl2br: {},
  sane_lists: {},
  smarty: {
    smart_angled_quotes: flag,
    smart_dashes: flag,
    smart_ellipses: flag,
    smart_quotes: flag,
    substitutions: map,
  },
  tables: {use_align_attribute: flag},
  toc: {
    anchorlink: flag,
    anchorlink_class: text,
    baselevel: integer,
    marker: text,
    permalink: flagOrText,
    permalink_class: text,
    permalink_leading: flag,
    permalink_title: text,
    separator: text,
    slugify: ['slugify'],
    title: text,
    title_class: text,
    toc_class: text,
    toc_depth: ['toc-depth'],
  },
  wikilinks: {base_url: text, build_url: text, end_url: text, html_class: text},
  'pymdownx.arithmatex': {
    block_syntax: list,
    block_tag: text,
    generic: flag,
    inline_syntax: list,
    inline_tag: text,
    preview: flag,
    smart_dollar: flag,
    tex_block_wrap: list,
    tex_inline_wrap: list,
  },
  'pymdownx.b64': {base_path: text, root_path: text},
  'pymdownx.betterem': {smart_enable: [['all', 'asterisk', 'none', 'underscore']]},
  'pymdownx.blocks.admonition': {types: list},
  'pymdownx.blocks.caption': {auto: flag, auto_level: integer, prepend: flag, types: list},
  'pymdownx.blocks.definition': {},
  'pymdownx.blocks.details': {types: list},
  'pymdownx.blocks.html': {custom: list},
  'pymdownx.blocks.tab': tabs,
  'pymdownx.caret': {insert: flag, smart_insert: flag, superscript: flag},
  'pymdownx.critic': {mode: [['accept', 'reject', 'view']], raw_view: flag},
  'pymdownx.details': {},
  'pymdownx.emoji': {
    alt: [['html_entity', 'short', 'unicode']],
    emoji_generator: ['emoji-generator'],
    emoji_index: ['emoji-index'],
    options: ['drawing-options'],
    remove_variation_selector: flag,
    strict: flag,
    title: [['long', 'none', 'short']],
  },
  'pymdownx.escapeall': {hardbreak: flag, nbsp: flag},
  'pymdownx.fancylists': {additional_ordered_styles: list, inject_class: flag, inject_style: flag},
  'pymdownx.highlight': {
    ...codeStyle,
    anchor_linenums: flag,
    auto_title: flag,
    auto_title_map: map,
    code_attr_on_pre: flag,
    default_lang: text,
    extend_pygments_lang: ['languages'],
    language_prefix: text,
    line_anchors: text,
    line_spans: text,
    linenums_class: text,
    linenums_special: integer,
    linenums_style: [['inline', 'pymdownx-inline', 'table']],
    pygments_lang_class: flag,
    stripnl: flag,
  },
  'pymdownx.inlinehilite': {css_class: text, custom_inline: ['inline-formats'], style_plain_text: flagOrText},
  'pymdownx.keys': {camel_case: flag, class: text, key_map: map, separator: text, strict: flag},
  'pymdownx.magiclink': {
    custom: ['repository-hosts'],
    hide_protocol: flag,
    labels: ['link-labels'],
    normalize_issue_symbols: flag,
    provider: text,
    repo: text,
    repo_url_shortener: flag,
    repo_url_shorthand: flag,
    shortener_user_exclude: ['user-lists'],
    social_url_shortener: flag,
    social_url_shorthand: flag,
    user: text,
  },
  'pymdownx.mark': {smart_mark: flag},
  'pymdownx.pathconverter': {absolute: flag, base_path: text, relative_path: text},
  'pymdownx.progressbar': {add_classes: text, level_class: flag, progress_increment: integer},
  'pymdownx.quotes': {callouts: flag},
  'pymdownx.saneheaders': {},
  'pymdownx.smartsymbols': {
    arrows: flag,
    care_of: flag,
    copyright: flag,
    fractions: flag,
    notequal: flag,
    ordinal_numbers: flag,
    plusminus: flag,
    registered: flag,
    trademark: flag,
  },
  'pymdownx.snippets': {
    auto_append: texts,
    backoff_factor: ['number'],
    base_path: ['texts', 'string'],
    check_paths: flag,
    dedent_subsections: flag,
    encoding: ['encoding'],
    max_retries: integer,
    restrict_base_path: flag,
    url_download: flag,
    url_max_size: integer,
    url_request_headers: map,
    url_timeout: ['number'],
  },
  'pymdownx.striphtml': {strip_attributes: ['list', 'string'], strip_comments: flag, strip_js_on_attributes: flag},
  'pymdownx.superfences': {
    css_class: text,
    custom_fences: ['fences'],
    disable_indented_code_blocks: flag,
    preserve_tabs: flag,
    relaxed_headers: flag,
  },
  'pymdownx.tabbed': tabs,
  'pymdownx.tasklist': {clickable_checkbox: flag, custom_checkbox: flag},
  'pymdownx.tilde': {delete: flag, smart_delete: flag, subscript: flag},
}

/** Extensions that stand for several others; their options are the options of these, by name. */
export const extensionBundles: Readonly<Record<string, readonly string[]>> = {
  extra: ['fenced_code', 'footnotes', 'attr_list', 'def_list', 'tables', 'abbr', 'md_in_html'],
  'pymdownx.extra': [
    'pymdownx.betterem',
    'pymdownx.superfences',
    'footnotes',
    'attr_list',
    'def_list',
    'tables',
    'abbr',
    'md_in_html',
  ],
}

/**
 * Extensions whose names are known and which Docprism does not render; naming one is refused. Each with the reason, as
 * the second half of a sentence, and what to use instead.
 */
export const unsupportedExtensions: Readonly<Record<string, string>> = {
  codehilite: '`pymdownx.highlight` with `pymdownx.superfences` colours code',
  legacy_attrs: 'attributes are written as `attr_list` has them, `{: title="x" }`',
  legacy_em: 'underscores inside a word are text; `smart_enable` of `pymdownx.betterem` changes that',
  'pymdownx.b64': 'images are files that pages share; write a `data:` URL where one must be part of the page',
  'pymdownx.fancylists': 'numbered lists have numbers; write `<ol type="a" markdown>` in HTML for letters',
  'pymdownx.pathconverter': 'every path is resolved and written relative to its page as it is',
  'pymdownx.progressbar': 'the theme draws no progress bars; write a `<progress>` element in HTML',
  'pymdownx.quotes': 'a call-out is written as an admonition, `!!! note`',
  'pymdownx.striphtml': "comments are left out as it is, and other HTML is the author's",
  wikilinks: 'a link is written `[text](page.md)`, so that it can be checked',
}

/** Options that are known and not rendered, with the reason; only their switched-off values are accepted. */
export const unsupportedOptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pymdownx.critic': {
    raw_view: 'it has no effect in the reference either; leave `pymdownx.critic` out to show the marks',
  },
  'pymdownx.highlight': {noclasses: 'colours are those of the theme, for light and dark pages'},
}

/** The set of `mkdocs-material` that counts when a configuration names no extensions, its options as configured there. */
export const materialExtensions: readonly (string | Readonly<Record<string, unknown>>)[] = [
  'abbr',
  'admonition',
  'attr_list',
  'def_list',
  'footnotes',
  'md_in_html',
  'meta',
  'tables',
  {toc: {permalink: true}},
  {'pymdownx.arithmatex': {generic: true}},
  'pymdownx.betterem',
  'pymdownx.blocks.admonition',
  'pymdownx.blocks.caption',
  'pymdownx.blocks.definition',
  'pymdownx.blocks.details',
  'pymdownx.blocks.html',
  {'pymdownx.blocks.tab': {alternate_style: true}},
  'pymdownx.caret',
  'pymdownx.critic',
  'pymdownx.details',
  {'pymdownx.emoji': {emoji_index: 'twemoji', emoji_generator: 'inline-svg'}},
  {'pymdownx.highlight': {anchor_linenums: true}},
  'pymdownx.inlinehilite',
  'pymdownx.keys',
  'pymdownx.mark',
  'pymdownx.smartsymbols',
  'pymdownx.snippets',
  {'pymdownx.superfences': {custom_fences: [{name: 'mermaid', class: 'mermaid', format: 'code'}]}},
  {'pymdownx.tabbed': {alternate_style: true}},
  {'pymdownx.tasklist': {custom_checkbox: true}},
  'pymdownx.tilde',
]
