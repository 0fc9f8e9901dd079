import type {Root} from 'mdast'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {cjkFriendlyExtension} from 'micromark-extension-cjk-friendly'
import {gfmTable} from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Processor} from 'unified'
import {VFile} from 'vfile'
import remarkAbbreviations from '../../plugins/abbreviations/remark-abbreviations.ts'
import remarkAnnotations from '../../plugins/annotations/remark-annotations.ts'
import remarkAttributeLists from '../../plugins/attribute-lists/remark-attribute-lists.ts'
import remarkAutolinks from '../../plugins/autolinks/remark-autolinks.ts'
import {tagMarker} from './tag-markers.ts'
import remarkContainers from '../../plugins/containers/remark-containers.ts'
import remarkCritic from '../../plugins/critic/remark-critic.ts'
import type {CriticOptions} from '../../plugins/critic/remark-critic.ts'
import remarkDelimiters from '../../plugins/delimiters/remark-delimiters.ts'
import remarkEmphasis from '../../plugins/emphasis/remark-emphasis.ts'
import remarkEscapes from '../../plugins/escapes/remark-escapes.ts'
import remarkFootnotes from '../../plugins/footnotes/remark-footnotes.ts'
import type {BlockSettings} from '../../plugins/highlight/frame-block.ts'
import remarkFenceOptions from '../../plugins/highlight/remark-fence-options.ts'
import remarkKeepTabs from '../../plugins/highlight/remark-keep-tabs.ts'
import type {IconSet} from '../../plugins/icons/icon-set.ts'
import remarkIcons from '../../plugins/icons/remark-icons.ts'
import {listAfterIndentedCode} from '../../plugins/indented-code/syntax.ts'
import remarkInlineHighlight from '../../plugins/inline-highlight/remark-inline-highlight.ts'
import remarkKeys from '../../plugins/keys/remark-keys.ts'
import remarkLineBreaks from '../../plugins/line-breaks/remark-line-breaks.ts'
import remarkMath from '../../plugins/math/remark-math.ts'
import type {NativeParse} from '../../plugins/native-parser/load-native.ts'
import remarkNativeParser from '../../plugins/native-parser/remark-native-parser.ts'
import remarkSmartQuotes from '../../plugins/smart-quotes/remark-smart-quotes.ts'
import remarkSmartSymbols from '../../plugins/smart-symbols/remark-smart-symbols.ts'
import remarkTableCells from '../../plugins/tables/remark-table-cells.ts'
import remarkTaskLists from '../../plugins/task-lists/remark-task-lists.ts'
import remarkTocMarker from '../../plugins/toc-marker/remark-toc-marker.ts'
import type {MarkdownExtensions, MarkdownOptions} from '../core/site.ts'
import type {DemandingSyntax} from '../macro/demanding-syntax.ts'
import {codeSettings, inlineCodeOptions} from './code-options.ts'
import {
  containerOptions,
  delimiterOptions,
  demandingSyntax,
  headingOptions,
  mathOptions,
  referenceSyntax,
  smartQuoteOptions,
  tabIdOptions,
  typesOfBlocks,
} from './extension-options.ts'
import type {HeadingOptions} from './headings.ts'
import type {TabIdOptions} from './tab-ids.ts'

/** The Markdown pipeline of one configuration and locale. */
export interface Markdown {
  /** Parses text, macros done, and applies every syntax. */
  parse(text: string): {tree: Root; file: VFile}
  readonly headings: HeadingOptions
  readonly tabs: TabIdOptions
  readonly code: BlockSettings
  /** Types of admonitions that the site adds to those of the theme. */
  readonly types: readonly string[]
  /** What places of values have to be asked about. */
  readonly demanding: DemandingSyntax
  /** Whether no extension is on: the text is CommonMark and nothing else. */
  readonly plain: boolean
}

/** What a pipeline depends on. */
export interface MarkdownSettings {
  readonly extensions: MarkdownExtensions
  /** What renders formulas. */
  readonly math?: MarkdownOptions['math']
  readonly icons: IconSet
  /** See `MarkdownOptions`. */
  readonly annotateCode?: boolean | undefined
  /** Titles of admonitions without one, by lower-case type. */
  readonly titles: Readonly<Record<string, string>>
  /** Types of admonitions that the site adds to those of the theme. */
  readonly types: readonly string[]
  /** Parser to use where it reads as the reference does; left out: the reference reads everything. */
  readonly native?: NativeParse | undefined
}

/**
 * Builds the pipeline: `remark-parse` with the syntaxes that are switched on.
 *
 * The order is that in which the syntaxes see the tree: what makes nodes (containers, keys, icons, links) comes before
 * the attribute lists that follow such nodes, and footnotes collect what is left. With no extension at all the pipeline is
 * the parser alone.
 */
export function createMarkdown(settings: MarkdownSettings): Markdown {
  const {extensions, icons} = settings
  const on = (...names: readonly string[]): boolean => names.some((name) => Object.hasOwn(extensions, name))
  const options = (name: string): Readonly<Record<string, unknown>> => extensions[name] ?? {}
  const code = codeSettings(extensions)
  const plain = Object.keys(extensions).length === 0
  const processor = unified()
    .use(remarkParse)
    .use(remarkCommonSyntax, {tables: on('tables'), plain})
  const syntax = referenceSyntax(extensions)
  if (settings.native && syntax) {
    const reads = {tables: on('tables'), footnotes: on('tables') && on('footnotes')}
    processor.use(remarkNativeParser, {parse: settings.native, reads, syntax})
  }
  if (!plain) processor.use(remarkContainers, {...containerOptions(settings), keptComments: tagMarker})
  if (on('pymdownx.superfences')) processor.use(remarkFenceOptions, code.rules)
  if (options('pymdownx.superfences')['preserve_tabs'] === true) processor.use(remarkKeepTabs)
  if (options('pymdownx.superfences')['disable_indented_code_blocks'] === true) processor.use(remarkNoIndentedCode)
  if (on('pymdownx.betterem')) processor.use(remarkEmphasis, options('pymdownx.betterem'))
  if (on('pymdownx.mark', 'pymdownx.caret', 'pymdownx.tilde'))
    processor.use(remarkDelimiters, delimiterOptions(extensions))
  if (on('pymdownx.escapeall')) processor.use(remarkEscapes, options('pymdownx.escapeall'))
  // After the escapes, so that `\(` opens a formula.
  if (on('pymdownx.arithmatex')) processor.use(remarkMath, mathOptions(settings))
  const critic: CriticOptions = options('pymdownx.critic')
  const carriesOut = critic.mode === 'accept' || critic.mode === 'reject'
  if (on('pymdownx.critic') && !carriesOut) processor.use(remarkCritic, critic)
  if (on('toc')) processor.use(remarkTocMarker, options('toc'))
  if (on('pymdownx.inlinehilite')) processor.use(remarkInlineHighlight, inlineCodeOptions(extensions))
  if (on('pymdownx.keys')) processor.use(remarkKeys, options('pymdownx.keys'))
  if (on('pymdownx.magiclink')) processor.use(remarkAutolinks, options('pymdownx.magiclink'))
  if (on('pymdownx.emoji')) processor.use(remarkIcons, {...options('pymdownx.emoji'), icons})
  if (on('tables')) processor.use(remarkTableCells, options('tables'))
  if (on('attr_list')) processor.use(remarkAttributeLists)
  if (!plain) processor.use(remarkAnnotations, {code: settings.annotateCode === true})
  if (on('smarty')) processor.use(remarkSmartQuotes, smartQuoteOptions(extensions))
  if (on('pymdownx.smartsymbols')) processor.use(remarkSmartSymbols, options('pymdownx.smartsymbols'))
  if (on('abbr')) processor.use(remarkAbbreviations, options('abbr'))
  if (on('pymdownx.tasklist')) processor.use(remarkTaskLists, options('pymdownx.tasklist'))
  if (on('footnotes')) processor.use(remarkFootnotes, options('footnotes'))
  if (on('nl2br')) processor.use(remarkLineBreaks)
  if (on('pymdownx.critic') && carriesOut) processor.use(remarkCritic, critic)
  processor.freeze()
  return {
    parse: (text) => {
      const file = new VFile(text)
      const tree = processor.parse(file)
      return {tree: processor.runSync(tree, file) as Root, file}
    },
    headings: headingOptions(extensions),
    tabs: tabIdOptions(extensions),
    code,
    types: [...settings.types, ...typesOfBlocks(extensions)],
    demanding: demandingSyntax(settings),
    plain,
  }
}

function remarkCommonSyntax(this: Processor, options: {tables: boolean; plain: boolean}): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    ...(options.plain ? [] : [cjkFriendlyExtension()]),
    ...(options.tables ? [gfmTable()] : []),
    // The last extension sees a line first, as it has to.
    listAfterIndentedCode(),
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    ...(options.tables ? [gfmTableFromMarkdown()] : []),
  ]
}

function remarkNoIndentedCode(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {disable: {null: ['codeIndented']}}]
}
