import type {Compiler} from '../compile/compiler.ts'
import {openPage, type Outlines} from '../compile/open-page.ts'
import type {Snippets} from '../compile/snippets.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionPage} from '../core/page.ts'
import type {Brand, MarkdownOptions} from '../core/site.ts'
import {isPublished, type PageLimits} from '../site/edition-entries.ts'
import {brandFile} from '../site/brand-folder.ts'
import type {ProgressListener} from './progress.ts'
import type {SourceText} from './read-content.ts'

/** Every source compiled once, and opened for every brand that publishes it. */
export interface CompiledSources {
  /** By brand id. */
  readonly pages: ReadonlyMap<string, readonly EditionPage[]>
  /** Ids of the brands that publish a source or a snippet, by its path. */
  readonly publishers: ReadonlyMap<string, readonly string[]>
  readonly diagnostics: readonly Diagnostic[]
}

/** Ids of a brand and of those it extends, most specific first. */
export function brandChain(brand: Brand): readonly string[] {
  return [brand.id, ...(brand.ancestors ?? [])]
}

/**
 * Compiles sources for the brands that publish them: those that have the locale, that the front matter does not shut out
 * and, for a source under `brands/<id>/`, that are that brand or extend it.
 */
export function compileSources(options: {
  readonly compiler: Compiler
  readonly markdown: MarkdownOptions
  readonly sources: readonly SourceText[]
  /** Files that a source includes, by its path. */
  readonly snippets: ReadonlyMap<string, Snippets>
  readonly brands: readonly Brand[]
  readonly limits: PageLimits
  readonly onProgress?: ProgressListener | undefined
}): CompiledSources {
  const {compiler, markdown, sources, brands, limits, onProgress} = options
  const pages = new Map<string, EditionPage[]>(brands.map(({id}) => [id, []]))
  const publishers = new Map<string, readonly string[]>()
  const publish = (file: string, more: readonly string[]): void => {
    publishers.set(file, [...new Set([...(publishers.get(file) ?? []), ...more])])
  }
  const diagnostics: Diagnostic[] = []
  const outlines: Outlines = new WeakMap()
  for (const [index, source] of sources.entries()) {
    const {path, locale, text} = source
    const editions = brands.flatMap((brand) => {
      const values = brand.values[locale]
      return values && publishes(brand, source, limits) ? [{brand: brand.id, values}] : []
    })
    const published = editions.map(({brand}) => brand)
    publish(path, published)
    if (editions.length > 0) {
      const snippets = options.snippets.get(path)
      const page = compiler.compile({path, locale, text, ...(snippets && {snippets})}, editions)
      for (const snippet of page.snippets) publish(snippet, published)
      // What is wrong in a snippet is wrong for the brands whose pages include it.
      const isOwn = (found: Diagnostic): boolean => found.path === path || !page.snippets.includes(found.path)
      diagnostics.push(...page.diagnostics.map((found) => (isOwn(found) ? found : {brands: published, ...found})))
      for (const edition of editions) {
        const opened = openPage(page, {...edition, markdown, outlines})
        if (opened) pages.get(edition.brand)?.push(opened.page)
        diagnostics.push(...(opened?.diagnostics ?? []).map((found) => ({brands: [edition.brand], ...found})))
      }
    }
    onProgress?.({phase: 'compile', done: index + 1, total: sources.length})
  }
  return {pages, publishers, diagnostics}
}

function publishes(brand: Brand, source: SourceText, limits: PageLimits): boolean {
  const chain = brandChain(brand)
  const hasLocale = brand.locales.some(({tag}) => tag === source.locale)
  return hasLocale && brandFile(source.path, chain) !== undefined && isPublished(limits.get(source.path), chain)
}
