import {highlightLines} from '../../plugins/highlight/highlight-lines.ts'
import {rememberHighlighting} from '../../plugins/highlight/remember-highlighting.ts'
import type {Highlight} from '../../plugins/highlight/remember-highlighting.ts'
import type {IconSet} from '../../plugins/icons/icon-set.ts'
import type {NativeParse} from '../../plugins/native-parser/load-native.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Page, PageVariant, Suppression} from '../core/page.ts'
import type {MarkdownOptions, Values} from '../core/site.ts'
import type {WritingSettings} from '../core/writing-settings.ts'
import {expandSource} from '../macro/expand.ts'
import type {Expansion} from '../macro/expand.ts'
import {compileVariant} from './compile-variant.ts'
import type {CompiledVariant} from './compile-variant.ts'
import {splitFrontMatter} from './front-matter.ts'
import {createMarkdown} from './markdown.ts'
import type {Markdown} from './markdown.ts'
import {composeSource, snippetSettings, withOrigins} from './snippets.ts'
import type {ComposedSource, Snippets, SnippetSettings} from './snippets.ts'
import {holdsForSource} from './page-rules/of-whole-source.ts'
import {readSuppressions} from './suppressions.ts'
import {createWritingRules} from './writing/create-writing-rules.ts'
import type {WritingRules} from './writing/create-writing-rules.ts'

/** A source as it is compiled. */
export interface Source {
  /** Path from the content folder, POSIX: `zh/billing/aws.md`. */
  readonly path: string
  readonly locale: string
  /** Its text, line endings `\n`, no byte order mark. Halves of surrogate pairs are read as U+FFFD. */
  readonly text: string
  /** Files that it includes, and those that these include. */
  readonly snippets?: Snippets
}

/** A brand that publishes the source, with its values in the source's locale. */
export interface SourceEdition {
  readonly brand: string
  readonly values: Values
}

/** Settings of a compiler. */
export interface CompilerOptions {
  readonly markdown: MarkdownOptions
  readonly icons: IconSet
  /** Titles of admonitions without one, by locale tag and lower-case type. */
  readonly admonitionTitles?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Types of admonitions beside those of the theme, in lower case. */
  readonly admonitionTypes?: readonly string[]
  /** What the rules about writing have to know; left out, none of them has anything to find. */
  readonly writing?: WritingSettings | undefined
  /** File that findings about the options are about; left out: each source. */
  readonly configPath?: string
  /** Parser to use where it reads as remark does; left out: remark reads everything. */
  readonly native?: NativeParse | undefined
  /** `all` writes every value out before parsing: the reference that shared pages are held against. */
  readonly inline?: 'unsafe' | 'all'
}

/** Compiles sources; one compiler serves a whole build. */
export interface Compiler {
  /** Compiles a source once for all editions that publish it, which are the caller's to choose. Author's mistakes are in `diagnostics`; it never throws for one. */
  compile(source: Source, editions: readonly SourceEdition[]): Page
}

/** Units of code and HTML that a compiler keeps: about the code of a thousand pages. */
const rememberedCode = 8_000_000

/** Makes a compiler. */
export function createCompiler(options: CompilerOptions): Compiler {
  const settings = snippetSettings(options.markdown.extensions)
  const highlight = rememberHighlighting(highlightLines, rememberedCode)
  const pipelines = new Map<string, Markdown>()
  const writing = createWritingRules(options.writing)
  const markdownOf = (locale: string): Markdown => {
    const existing = pipelines.get(locale)
    if (existing) return existing
    const {markdown, icons} = options
    const titles = options.admonitionTitles?.[locale] ?? {}
    const pipeline = createMarkdown({
      ...markdown,
      icons,
      titles,
      types: options.admonitionTypes ?? [],
      native: options.native,
    })
    pipelines.set(locale, pipeline)
    return pipeline
  }
  return {
    compile: (source, editions) =>
      compileSource(source, {
        editions,
        markdown: markdownOf(source.locale),
        inline: options.inline ?? 'unsafe',
        highlight,
        writing,
        snippets: settings,
        configPath: options.configPath ?? source.path,
      }),
  }
}

function compileSource(
  source: Source,
  context: {
    editions: readonly SourceEdition[]
    markdown: Markdown
    inline: 'unsafe' | 'all'
    highlight: Highlight
    writing: WritingRules
    snippets: SnippetSettings | undefined
    configPath: string
  },
): Page {
  const {path, locale, snippets = new Map()} = source
  const {frontMatter, body, diagnostics: frontMatterFindings} = splitFrontMatter(source.text.toWellFormed(), path)
  const editions = context.editions.map(({brand, values}) => ({brand, locale, values}))
  const composed = composeSource({path, body, snippets, configPath: context.configPath}, context.snippets)
  const {text, origin} = composed
  const expansion = expandSource({text, path, editions, inline: context.inline, syntax: context.markdown.demanding})
  const {markdown, highlight, writing} = context
  const {title, template} = frontMatter
  const isTitled = title !== undefined || template !== undefined
  const compiled = expansion.variants.map((variant, index) => {
    const shared = editions.filter(({brand}) => expansion.variantOf[brand] === index)
    return compileVariant({
      variant,
      source: text,
      path,
      locale,
      editions: shared,
      isTitled,
      markdown,
      highlight,
      writing,
    })
  })
  return {
    path,
    locale,
    frontMatter,
    variants: compiled.map(({page}): PageVariant => (origin ? withOrigins(page, path, origin) : page)),
    variantOf: expansion.variantOf,
    snippets: composed.snippets,
    suppressions: suppressionsOf(compiled, {path, text, origin}),
    diagnostics: [
      ...frontMatterFindings,
      ...composed.diagnostics,
      ...mergeFindings(expansion, compiled, {path, origin}),
    ],
  }
}

/** What comments in any variant switch off or on, in the order of the source. */
function suppressionsOf(
  compiled: readonly CompiledVariant[],
  {path, text, origin}: {path: string; text: string; origin: ComposedSource['origin']},
): readonly Suppression[] {
  if (!text.includes('docprism-')) return []
  const locate = locator(text)
  const comments = new Map(compiled.flatMap((variant) => variant.comments.map((range) => [range[0], range] as const)))
  return readSuppressions(
    text,
    [...comments.values()].sort(([a], [b]) => a - b),
    (start, end) => {
      const place = {start: locate(start), end: locate(end)}
      return {path, place, ...origin?.(place)}
    },
  )
}

/**
 * One finding per fault: those of the macros outside comments, and those of each variant with the brands that it
 * stands for.
 */
function mergeFindings(
  expansion: Expansion,
  compiled: readonly CompiledVariant[],
  {path: ownPath, origin}: {readonly path: string; readonly origin: ComposedSource['origin']},
): readonly Diagnostic[] {
  const brands = Object.keys(expansion.variantOf)
  const inComment = (offset: number): boolean =>
    compiled.length > 0 &&
    compiled.every(({comments}) => comments.some(([start, end]) => offset >= start && offset < end))
  const merged = new Map<string, {diagnostic: Diagnostic; brands: Set<string>}>()
  const add = (finding: Diagnostic, holdsFor: readonly string[]): void => {
    const diagnostic = finding.place && origin ? {...finding, ...origin(finding.place)} : finding
    const {ruleId, message, path, place} = diagnostic
    const key = JSON.stringify([ruleId, message, path, place?.start.offset, place?.end.offset])
    const existing = merged.get(key)
    if (existing) for (const brand of holdsFor) existing.brands.add(brand)
    else merged.set(key, {diagnostic, brands: new Set(holdsFor)})
  }
  for (const finding of expansion.diagnostics) {
    if (finding.place && inComment(finding.place.start.offset)) continue
    add(finding, finding.brands ?? brands)
  }
  for (const [index, {diagnostics}] of compiled.entries()) {
    const own = brands.filter((brand) => expansion.variantOf[brand] === index)
    for (const finding of diagnostics) add(finding, finding.brands ?? own)
  }
  return [...merged.values()].flatMap(({diagnostic, brands: found}) => {
    const isForAll = found.size === brands.length
    if (!holdsForSource(diagnostic, {isOwnText: diagnostic.path === ownPath, isForAll})) return []
    const {brands: _, ...rest} = diagnostic
    return isForAll ? rest : {...rest, brands: brands.filter((brand) => found.has(brand))}
  })
}
