/** How an option shows that it is honoured: two renderings that differ by it differ in their output. */
export interface OptionTrial {
  /** A value that is not the default. */
  readonly value: unknown
  readonly source: string
  /** Other extensions that the document needs. */
  readonly beside?: readonly (string | Readonly<Record<string, unknown>>)[]
  /** Options of the same extension that both renderings have. */
  readonly together?: Readonly<Record<string, unknown>>
}

/** An option that only a server on the network could show; a test of its own has one. */
export interface ShownElsewhere {
  /** Test file, from the root of the project, that names the option. */
  readonly test: string
}

const downloads: ShownElsewhere = {test: 'test/unit/build/download-snippet.test.ts'}

const trial = (value: unknown, source: string, more: Omit<OptionTrial, 'value' | 'source'> = {}): OptionTrial => ({
  value,
  source,
  ...more,
})

/** The same trials for several extensions: `options` without the name of the extension. */
function forEach(
  extensions: readonly string[],
  options: Readonly<Record<string, OptionTrial | ShownElsewhere>>,
): Readonly<Record<string, OptionTrial | ShownElsewhere>> {
  return Object.fromEntries(
    extensions.flatMap((extension) =>
      Object.entries(options).map(([option, one]) => [`${extension}: ${option}`, one] as const),
    ),
  )
}

const code = '```py\nimport sky\n```\n'
const numbered = '```py linenums="1"\nimport sky\nimport sea\n```\n'
const tabs = '=== "One Tab"\n\n    a\n'
const blockTabs = '/// tab | One Tab\na\n///\n'
const headings = '# Top\n\n## Low Part\n'
const note = 'a[^x] b[^y]\n\n[^y]: second\n[^x]: first\n'
const superfences = {beside: ['pymdownx.superfences']}
const slugs = {python: 'pymdownx.slugs.slugify', kwds: {case: 'lower', percent_encode: false}}

/** One trial for every option of every extension, by `extension: option`. */
export const optionTrials: Readonly<Record<string, OptionTrial | ShownElsewhere>> = {
  'abbr: glossary': trial({HTML: 'Markup'}, 'HTML'),
  'fenced_code: lang_prefix': trial('x-', code),
  'tables: use_align_attribute': trial(true, '| a |\n|:-:|\n| b |\n'),
  ...forEach(['footnotes'], {
    BACKLINK_TEXT: trial('back', note),
    BACKLINK_TITLE: trial('To %d', note),
    PLACE_MARKER: trial('NOTES', `NOTES\n\nb\n\n${note}`),
    SEPARATOR: trial('-', note),
    SUPERSCRIPT_TEXT: trial('[{}]', note),
    UNIQUE_IDS: trial(true, note),
    USE_DEFINITION_ORDER: trial(false, note),
  }),
  ...forEach(['smarty'], {
    smart_angled_quotes: trial(true, '<<a>>'),
    smart_dashes: trial(false, 'a -- b'),
    smart_ellipses: trial(false, 'a...'),
    smart_quotes: trial(false, '"a"'),
    substitutions: trial({'left-double-quote': '&laquo;'}, '"a"'),
  }),
  ...forEach(['toc'], {
    anchorlink: trial(true, headings),
    anchorlink_class: trial('x', headings, {together: {anchorlink: true}}),
    baselevel: trial(2, headings),
    marker: trial('[CONTENTS]', `[CONTENTS]\n\n${headings}`),
    permalink: trial('#', headings),
    permalink_class: trial('x', headings, {together: {permalink: true}}),
    permalink_leading: trial(true, headings, {together: {permalink: true}}),
    permalink_title: trial('Here', headings, {together: {permalink: true}}),
    separator: trial('_', headings),
    slugify: trial({python: 'pymdownx.slugs.slugify', kwds: {}}, headings),
    title: trial('Contents', `[TOC]\n\n${headings}`),
    title_class: trial('x', `[TOC]\n\n${headings}`, {together: {title: 'Contents'}}),
    toc_class: trial('x', `[TOC]\n\n${headings}`),
    toc_depth: trial('1-1', `[TOC]\n\n${headings}`),
  }),
  ...forEach(['wikilinks'], {
    base_url: trial('/x/', '[[a]]'),
    build_url: trial('x', '[[a]]'),
    end_url: trial('.html', '[[a]]'),
    html_class: trial('x', '[[a]]'),
  }),
  ...forEach(['pymdownx.arithmatex'], {
    block_syntax: trial(['square'], '$$\na\n$$\n', {together: {generic: true}}),
    block_tag: trial('section', '$$\na\n$$\n', {together: {generic: true}}),
    generic: trial(true, '$a$'),
    inline_syntax: trial(['round'], '$a$', {together: {generic: true}}),
    inline_tag: trial('i', '$a$', {together: {generic: true}}),
    preview: trial(false, '$a$'),
    smart_dollar: trial(false, '$ a $', {together: {generic: true}}),
    tex_block_wrap: trial(['<', '>'], '$$\na\n$$\n', {together: {generic: true}}),
    tex_inline_wrap: trial(['<', '>'], '$a$', {together: {generic: true}}),
  }),
  ...forEach(['pymdownx.b64'], {base_path: trial('.', '![a](b.png)'), root_path: trial('.', '![a](b.png)')}),
  'pymdownx.betterem: smart_enable': trial('none', 'a_b_c'),
  'pymdownx.blocks.admonition: types': trial(['sky'], '/// sky | T\na\n///\n'),
  ...forEach(['pymdownx.blocks.caption'], {
    auto: trial(false, 'a\n\n/// figure-caption\nb\n///\n'),
    auto_level: trial(2, '# a\n\n/// figure-caption\nb\n///\n\n/// figure-caption | ^1\nc\n///\n'),
    prepend: trial(true, 'a\n\n/// caption\nb\n///\n'),
    types: trial(['sky'], 'a\n\n/// sky\nb\n///\n'),
  }),
  'pymdownx.blocks.details: types': trial(['sky'], '/// sky | T\na\n///\n'),
  'pymdownx.blocks.html: custom': trial([{tag: 'sky', mode: 'span'}], '/// html | sky\n*a*\n///\n'),
  ...forEach(['pymdownx.blocks.tab'], {
    alternate_style: trial(true, blockTabs),
    combine_header_slug: trial(true, `# Top\n\n${blockTabs}`, {beside: ['toc'], together: {slugify: slugs}}),
    separator: trial('_', blockTabs, {together: {slugify: slugs}}),
    slugify: trial(slugs, blockTabs),
  }),
  ...forEach(['pymdownx.tabbed'], {
    alternate_style: trial(true, tabs),
    combine_header_slug: trial(true, `# Top\n\n${tabs}`, {beside: ['toc'], together: {slugify: slugs}}),
    separator: trial('_', tabs, {together: {slugify: slugs}}),
    slugify: trial(slugs, tabs),
  }),
  ...forEach(['pymdownx.caret'], {
    insert: trial(false, '^^a^^'),
    smart_insert: trial(false, 'a^^b^^c'),
    superscript: trial(false, 'a^b^'),
  }),
  ...forEach(['pymdownx.tilde'], {
    delete: trial(false, '~~a~~'),
    smart_delete: trial(false, 'a~~b~~c'),
    subscript: trial(false, 'a~b~'),
  }),
  'pymdownx.mark: smart_mark': trial(false, 'a==b==c'),
  ...forEach(['pymdownx.critic'], {mode: trial('accept', '{++a++}{--b--}'), raw_view: trial(true, '{++a++}')}),
  ...forEach(['pymdownx.emoji'], {
    alt: trial('short', ':smile:'),
    emoji_generator: trial({python: 'pymdownx.emoji.to_alt', kwds: {}}, ':smile:'),
    emoji_index: trial({python: 'pymdownx.emoji.gemoji', kwds: {}}, ':smile:'),
    options: trial({attributes: {align: 'top'}}, ':smile:'),
    remove_variation_selector: trial(true, ':heart:', {together: {alt: 'unicode'}}),
    strict: trial(true, ':nothing_here:'),
    title: trial('none', ':smile:'),
  }),
  ...forEach(['pymdownx.escapeall'], {hardbreak: trial(true, 'a\\\nb'), nbsp: trial(true, 'a\\ b')}),
  ...forEach(['pymdownx.fancylists'], {
    additional_ordered_styles: trial(['roman'], 'i. a\n'),
    inject_class: trial(true, 'a. a\n'),
    inject_style: trial(true, 'a. a\n'),
  }),
  ...forEach(['codehilite'], {
    css_class: trial('x', code),
    guess_lang: trial(true, '```\nimport sky\n```\n'),
    lang_prefix: trial('x-', code),
    linenums: trial(true, code),
    noclasses: trial(true, code),
    pygments_formatter: trial('html', code),
    pygments_style: trial('monokai', code),
    use_pygments: trial(false, code),
  }),
  ...forEach(['pymdownx.highlight'], {
    anchor_linenums: trial(true, numbered, superfences),
    auto_title: trial(true, code, superfences),
    auto_title_map: trial({Python: 'Sky'}, code, {...superfences, together: {auto_title: true}}),
    code_attr_on_pre: trial(true, '```{.py #a}\nb\n```\n', {...superfences, together: {use_pygments: false}}),
    css_class: trial('x', code, superfences),
    default_lang: trial('py', '```\nimport sky\n```\n', superfences),
    extend_pygments_lang: trial([{name: 'sky', lang: 'python'}], '```sky\nimport sky\n```\n', superfences),
    guess_lang: trial('block', '```\nimport sky\n```\n', superfences),
    language_prefix: trial('x-', code, {...superfences, together: {use_pygments: false}}),
    line_anchors: trial('x', code, superfences),
    line_spans: trial('x', code, superfences),
    linenums: trial(true, code, superfences),
    linenums_class: trial('x', numbered, {...superfences, together: {use_pygments: false}}),
    linenums_special: trial(2, numbered, superfences),
    linenums_style: trial('inline', numbered, superfences),
    noclasses: trial(true, code, superfences),
    pygments_lang_class: trial(false, code, superfences),
    pygments_style: trial('monokai', code, {...superfences, together: {noclasses: true}}),
    stripnl: trial(false, '```py\n\nimport sky\n```\n', superfences),
    use_pygments: trial(false, code, superfences),
  }),
  ...forEach(['pymdownx.inlinehilite'], {
    css_class: trial('x', '`#!py import sky`'),
    custom_inline: trial(
      [{name: 'sky', class: 'sky', format: {python: 'pymdownx.arithmatex.inline_generic_format', kwds: {}}}],
      '`#!sky a`',
    ),
    style_plain_text: trial('py', '`import sky`'),
  }),
  ...forEach(['pymdownx.keys'], {
    camel_case: trial(true, '++PageUp++'),
    class: trial('x', '++ctrl++'),
    key_map: trial({sky: 'Sky Key'}, '++sky++'),
    separator: trial('-', '++ctrl+a++'),
    strict: trial(true, '++ctrl+a++'),
  }),
  ...forEach(['pymdownx.magiclink'], {
    custom: trial({sky: {host: 'https://sky.example', label: 'Sky', type: 'github'}}, 'sky:a/b#1', {
      together: {repo_url_shorthand: true, user: 'a', repo: 'b'},
    }),
    hide_protocol: trial(true, 'https://sky.example/a'),
    labels: trial({issue: 'Task'}, '#1', {together: {repo_url_shorthand: true, user: 'a', repo: 'b'}}),
    normalize_issue_symbols: trial(true, '!1', {
      together: {repo_url_shorthand: true, provider: 'gitlab', user: 'a', repo: 'b'},
    }),
    provider: trial('gitlab', '#1', {together: {repo_url_shorthand: true, user: 'a', repo: 'b'}}),
    repo: trial('c', '#1', {together: {repo_url_shorthand: true, user: 'a'}}),
    repo_url_shortener: trial(true, 'https://github.com/a/b/issues/1'),
    repo_url_shorthand: trial(true, '#1', {together: {user: 'a', repo: 'b'}}),
    shortener_user_exclude: trial({github: ['a']}, 'https://github.com/a', {together: {repo_url_shortener: true}}),
    social_url_shortener: trial(true, 'https://x.com/a'),
    social_url_shorthand: trial(true, '@x:a'),
    user: trial('c', '#1', {together: {repo_url_shorthand: true, repo: 'b'}}),
  }),
  ...forEach(['pymdownx.pathconverter'], {
    absolute: trial(true, '[a](b.md)'),
    base_path: trial('x', '[a](b.md)'),
    relative_path: trial('x', '[a](b.md)'),
  }),
  ...forEach(['pymdownx.progressbar'], {
    add_classes: trial('x', '[=50% "a"]'),
    level_class: trial(false, '[=50% "a"]'),
    progress_increment: trial(10, '[=50% "a"]'),
  }),
  'pymdownx.quotes: callouts': trial(true, '> [!note]\n> a\n'),
  ...forEach(['pymdownx.smartsymbols'], {
    arrows: trial(false, '-->'),
    care_of: trial(false, 'c/o'),
    copyright: trial(false, '(c)'),
    fractions: trial(false, '1/2'),
    notequal: trial(false, '=/='),
    ordinal_numbers: trial(false, '1st'),
    plusminus: trial(false, '+/-'),
    registered: trial(false, '(r)'),
    trademark: trial(false, '(tm)'),
  }),
  ...forEach(['pymdownx.snippets'], {
    auto_append: trial(['LICENSE'], 'a', {together: {base_path: ['.']}}),
    backoff_factor: downloads,
    base_path: trial(['docs'], '--8<-- "architecture.md"'),
    check_paths: trial(true, '--8<-- "nothing.md"'),
    dedent_subsections: trial(true, '```\n--8<-- "package.json:2:4"\n```\n', {together: {base_path: ['.']}}),
    encoding: trial('utf-16le', '--8<-- "LICENSE"', {together: {base_path: ['.']}}),
    max_retries: downloads,
    restrict_base_path: trial(false, '--8<-- "../LICENSE"', {together: {base_path: ['docs']}}),
    url_download: downloads,
    url_max_size: downloads,
    url_request_headers: downloads,
    url_timeout: downloads,
  }),
  ...forEach(['pymdownx.striphtml'], {
    strip_attributes: trial(['class'], '<b class="a">b</b>'),
    strip_comments: trial(false, '<!-- a -->'),
    strip_js_on_attributes: trial(false, '<b onclick="a">b</b>'),
  }),
  ...forEach(['pymdownx.superfences'], {
    css_class: trial('x', code),
    custom_fences: trial([{name: 'sky', class: 'sky'}], '```sky\na\n```\n'),
    disable_indented_code_blocks: trial(true, '    a\n'),
    preserve_tabs: trial(true, '```\na\tb\n```\n'),
    relaxed_headers: trial(true, '```py wrong=5\nb\n```\n'),
  }),
  ...forEach(['pymdownx.tasklist'], {
    clickable_checkbox: trial(true, '- [ ] a\n'),
    custom_checkbox: trial(true, '- [ ] a\n'),
  }),
}
