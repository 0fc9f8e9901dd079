import type {ContainerOptions} from '../../plugins/containers/remark-containers.ts'
import type {BlockSettings} from '../../plugins/lowering/context.ts'
import type {DelimiterOptions} from '../../plugins/delimiters/delimiter-rules.ts'
import {blockRules, inlineRules} from '../../plugins/math/math-options.ts'
import type {ReferenceSyntax} from '../../plugins/native-parser/second-reading.ts'
import type {RemarkMathOptions} from '../../plugins/math/remark-math.ts'
import {renderKatex} from '../../plugins/math/render-katex.ts'
import type {SmartQuoteOptions} from '../../plugins/smart-quotes/remark-smart-quotes.ts'
import {builtInAdmonitions} from '../core/admonition-types.ts'
import type {MarkdownExtensions, MarkdownOptions} from '../core/site.ts'
import type {DemandingSyntax} from '../macro/demanding-syntax.ts'
import type {LinkSyntax} from '../macro/link-demands.ts'
import type {HeadingOptions} from './headings.ts'
import type {TabIdOptions} from './tab-ids.ts'

type Options = Readonly<Record<string, unknown>>

/** Types that the `///` admonition block is known by unless configured otherwise (pymdownx.blocks.admonition). */
const admonitionBlocks = ['note', 'attention', 'caution', 'danger', 'error', 'tip', 'hint', 'warning']
const captionPrefixes: Readonly<Record<string, string>> = {'figure-caption': 'Figure {}.', 'table-caption': 'Table {}.'}

/** Options of headings from those of `toc`. */
export function headingOptions(extensions: MarkdownExtensions): HeadingOptions {
  const toc = extensions['toc']
  const options: Options = toc ?? {}
  const text = (name: string, fallback: string): string => {
    const value = options[name]
    return typeof value === 'string' ? value : fallback
  }
  const {permalink, baselevel} = options
  return {
    ids: toc !== undefined,
    permalink: typeof permalink === 'string' ? permalink : permalink === true,
    permalinkClass: text('permalink_class', 'headerlink'),
    permalinkTitle: text('permalink_title', 'Permanent link'),
    permalinkLeading: options['permalink_leading'] === true,
    anchorlink: options['anchorlink'] === true,
    anchorlinkClass: text('anchorlink_class', 'toclink'),
    baselevel: typeof baselevel === 'number' ? baselevel : 1,
  }
}

/** Options of tabs: those of `pymdownx.tabbed`, else those of `pymdownx.blocks.tab`. */
export function tabOptions(extensions: MarkdownExtensions): Options {
  return extensions['pymdownx.tabbed'] ?? extensions['pymdownx.blocks.tab'] ?? {}
}

/** How tabs get their ids. */
export function tabIdOptions(extensions: MarkdownExtensions): TabIdOptions {
  const {slugify, combine_header_slug: combine} = tabOptions(extensions)
  return {slugs: slugify !== undefined, combineHeaderSlug: combine === true}
}

/** Which of `==`, `^` and `~` are read. */
export function delimiterOptions(extensions: MarkdownExtensions): DelimiterOptions {
  return {
    mark: extensions['pymdownx.mark'] ?? false,
    caret: extensions['pymdownx.caret'] ?? false,
    tilde: extensions['pymdownx.tilde'] ?? false,
  }
}

/** Which syntaxes ask more of a value than being a word. */
export function demandingSyntax({extensions, math}: MarkdownOptions): DemandingSyntax {
  const glossary = extensions['abbr']?.['glossary'] ?? {}
  return {
    links: linkSyntax(extensions),
    edges: scriptEdges(extensions),
    abbreviations: Object.keys(glossary).map((abbreviation) => abbreviation.toLowerCase()),
    rendersMath: math === 'katex',
  }
}

/** Which links are made of text that is no address; `undefined` for none. */
function linkSyntax(extensions: MarkdownExtensions): LinkSyntax | undefined {
  const options: Options = extensions['pymdownx.magiclink'] ?? {}
  const on = (...names: readonly string[]): boolean => names.some((name) => options[name] === true)
  const shorthand = on('repo_url_shorthand', 'social_url_shorthand')
  const shortener = on('repo_url_shortener', 'social_url_shortener')
  return shorthand || shortener ? {shorthand, shortener} : undefined
}

/** Characters beside which it counts whether a letter is Chinese, Japanese or Korean, beyond those that always do. */
function scriptEdges(extensions: MarkdownExtensions): string {
  const smart = extensions['pymdownx.betterem']?.['smart_enable']
  const quotes = extensions['smarty'] !== undefined && extensions['smarty']['smart_quotes'] !== false
  // A backslash that shows nothing hides what stands before it.
  const escapes = extensions['pymdownx.escapeall'] !== undefined
  return (smart === 'all' || smart === 'asterisk' ? '*' : '') + (quotes ? `"'` : '') + (escapes ? '\\' : '')
}

/** Options of `smarty`; what `pymdownx.smartsymbols` reads as an arrow is left to it. */
export function smartQuoteOptions(extensions: MarkdownExtensions): SmartQuoteOptions {
  const symbols = extensions['pymdownx.smartsymbols']
  return {...extensions['smarty'], keep_arrows: symbols !== undefined && symbols['arrows'] !== false}
}

/** Which formulas are read, and what renders them. */
export function mathOptions({extensions, math}: MarkdownOptions): RemarkMathOptions {
  return {...extensions['pymdownx.arithmatex'], ...(math === 'katex' && {render: renderKatex})}
}

/** The forms of formulas; `undefined` for none. */
function formulaRules(extensions: MarkdownExtensions): ContainerOptions['formulas'] {
  const options = extensions['pymdownx.arithmatex']
  return options && {inline: inlineRules(options), block: blockRules(options)}
}

/** Options of the block syntax. */
export function containerOptions(settings: {
  extensions: MarkdownExtensions
  titles: Readonly<Record<string, string>>
  types: readonly string[]
}): ContainerOptions {
  const {extensions, titles} = settings
  const on = (name: string): boolean => Object.hasOwn(extensions, name)
  const caption: Options = extensions['pymdownx.blocks.caption'] ?? {}
  const tabs = tabOptions(extensions)
  const {auto_level: level} = caption
  const captions = namedTypes(caption['types'], [
    'caption',
    ...Object.keys(captionPrefixes).map((name) => ({name, prefix: captionPrefixes[name]})),
  ])
  return {
    admonitions: on('admonition'),
    details: on('pymdownx.details'),
    tabs: on('pymdownx.tabbed'),
    definitionLists: on('def_list'),
    markdownInHtml: on('md_in_html'),
    tables: on('tables'),
    formulas: formulaRules(extensions),
    fences: true,
    authorsReadings: true,
    directives: on('admonition') && on('pymdownx.details'),
    directiveTypes: [...builtInAdmonitions, ...settings.types],
    blocks: blockSettings(extensions, captions),
    titles,
    tab: {alternate_style: tabs['alternate_style'] === true},
    captions: {
      prefixes: Object.fromEntries(
        captions.flatMap(({name, prefix}) => (prefix === undefined ? [] : [[name, prefix]])),
      ),
      auto: caption['auto'] !== false,
      prepend: caption['prepend'] === true,
      ...(typeof level === 'number' && {auto_level: level}),
    },
  }
}

/** A type as configured: a name, or a name with what it stands for. */
interface NamedType {
  readonly name: string
  readonly class?: string
  readonly title?: string
  readonly prefix?: string
}

function namedTypes(value: unknown, fallback: readonly unknown[]): readonly NamedType[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : fallback
  return list.flatMap((item): NamedType[] => {
    if (typeof item === 'string') return [{name: item}]
    if (typeof item !== 'object' || item === null || !('name' in item) || typeof item.name !== 'string') return []
    const text = (key: string): string | undefined => {
      const found: unknown = Reflect.get(item, key)
      return typeof found === 'string' ? found : undefined
    }
    const [className, title, prefix] = [text('class') ?? text('classes'), text('title'), text('prefix')]
    return [
      {
        name: item.name,
        ...(className !== undefined && {class: className}),
        ...(title !== undefined && {title}),
        ...(prefix !== undefined && {prefix}),
      },
    ]
  })
}

function blockSettings(
  extensions: MarkdownExtensions,
  captions: readonly NamedType[],
): Readonly<Record<string, BlockSettings>> {
  const blocks: Record<string, BlockSettings> = {}
  const types = (extension: string, fallback: readonly string[]): readonly NamedType[] =>
    namedTypes(extensions[extension]?.['types'], fallback)
  const addTypes = (kind: 'admonition' | 'details', named: readonly NamedType[]): void => {
    blocks[kind] = {kind}
    for (const {name, class: className = name, title} of named)
      blocks[name.toLowerCase()] = {kind, class: className, ...(title !== undefined && {title})}
  }
  if (extensions['pymdownx.blocks.details']) addTypes('details', types('pymdownx.blocks.details', []))
  if (extensions['pymdownx.blocks.admonition'])
    addTypes('admonition', types('pymdownx.blocks.admonition', admonitionBlocks))
  if (extensions['pymdownx.blocks.tab']) blocks['tab'] = {kind: 'tab'}
  if (extensions['pymdownx.blocks.html']) blocks['html'] = {kind: 'html', modes: elementModes(extensions)}
  if (extensions['pymdownx.blocks.definition']) blocks['define'] = {kind: 'definition-list'}
  if (extensions['pymdownx.blocks.caption']) {
    for (const {name, class: className} of captions)
      blocks[name.toLowerCase()] = {kind: 'caption', ...(className !== undefined && {class: className})}
  }
  return blocks
}

/** Types that the options of the `///` blocks name, which are no mistakes of an author. */
export function typesOfBlocks(extensions: MarkdownExtensions): readonly string[] {
  return Object.values(blockSettings(extensions, [])).flatMap((settings) => settings.class?.toLowerCase() ?? [])
}

/** How an `html` block reads the content of elements of the site's own, by their name. */
function elementModes(extensions: MarkdownExtensions): Readonly<Record<string, string>> {
  const custom: unknown = extensions['pymdownx.blocks.html']?.['custom']
  const list: readonly unknown[] = Array.isArray(custom) ? custom : []
  return Object.fromEntries(
    list.flatMap((item): [string, string][] => {
      if (typeof item !== 'object' || item === null || !('tag' in item) || !('mode' in item)) return []
      const {tag, mode} = item
      return typeof tag === 'string' && typeof mode === 'string' ? [[tag.toLowerCase(), mode.toLowerCase()]] : []
    }),
  )
}

/**
 * What only the reference parser reads, with these extensions; `undefined` where that may be anything.
 */
export function referenceSyntax(extensions: MarkdownExtensions): ReferenceSyntax | undefined {
  const on = (...names: readonly string[]): boolean => names.some((name) => Object.hasOwn(extensions, name))
  if (extensions['pymdownx.superfences']?.['disable_indented_code_blocks'] === true) return undefined
  // The native parser knows no blanks in the labels of footnotes, and none of them without tables.
  const label = on('tables') ? String.raw`[^\]\n]*[\s\\][^\]\n]*` : String.raw`[^\]\n]+`
  const page = [
    String.raw`\0`,
    on('footnotes') && String.raw`\[\^${label}\]:`,
    // The meaning of an abbreviation on the next line, whatever that is.
    on('abbr') && String.raw`\*\[[^\n]*\] ?:[ \t]*(?:\n|$)`,
    on('pymdownx.arithmatex') && String.raw`\$\$|\\\[|\\begin`,
  ]
  const source = [
    on('footnotes') && String.raw`\[\^`,
    on('pymdownx.caret', 'pymdownx.tilde') && String.raw`\\ `,
    on('abbr') && String.raw`\*\[`,
    on('pymdownx.arithmatex') && String.raw`\$|\\\(`,
    on('pymdownx.escapeall') && String.raw`\\`,
  ]
  const text = [
    on('pymdownx.mark') && '==',
    on('pymdownx.caret') && String.raw`\^`,
    on('pymdownx.tilde') && '~',
    on('pymdownx.keys') && String.raw`\+\+`,
    on('pymdownx.critic') && String.raw`\{(?:\+\+|--|~~|==|>>)`,
  ]
  const emphasis = extensions['pymdownx.betterem']?.['smart_enable'] ?? 'underscore'
  return {
    page: anyOf(page),
    text: anyOf(text),
    source: anyOf(source),
    emphasis: emphasis !== 'underscore',
  }
}

function anyOf(patterns: readonly (string | false)[]): RegExp | undefined {
  const used = patterns.filter((pattern) => pattern !== false)
  return used.length === 0 ? undefined : new RegExp(used.join('|'))
}
