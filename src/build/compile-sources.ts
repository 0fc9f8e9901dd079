import type {SourceEdition} from '../compile/compiler.ts'
import type {Snippets} from '../compile/snippets.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Brand, MarkdownOptions} from '../core/site.ts'
import {isPublished, type PageLimits} from '../site/edition-entries.ts'
import {brandFile} from '../site/brand-folder.ts'
import type {CompileJob} from './compile-page.ts'
import type {CompilerSettings} from './compiler-settings.ts'
import {digest} from './digest.ts'
import type {OpenedPage, PageStore, StoredPage} from './page-store.ts'
import type {ProgressListener} from './progress.ts'
import type {SourceText} from './read-content.ts'
import {holdReadings} from './track-values.ts'

/** Every source compiled once, and opened for every brand that publishes it. */
export interface CompiledSources {
  /** By brand id, then by path of the source. */
  readonly pages: ReadonlyMap<string, ReadonlyMap<string, OpenedPage>>
  /** Ids of the brands that publish a source or a snippet, by its path. */
  readonly publishers: ReadonlyMap<string, readonly string[]>
  readonly diagnostics: readonly Diagnostic[]
  /** How many sources had to be compiled; the others came from memory or from the cache. */
  readonly compiled: number
}

/** What to compile. */
export interface CompileOptions {
  readonly settings: CompilerSettings
  readonly sources: readonly SourceText[]
  /** Files that a source includes, by its path; sources without any are left out. */
  readonly snippets: ReadonlyMap<string, Snippets>
  readonly brands: readonly Brand[]
  readonly limits: PageLimits
  readonly onProgress?: ProgressListener | undefined
}

/** Compiles the sources of a site, again and again; what did not change is not compiled again. */
export interface SourceCompiler {
  /**
   * Compiles sources for the brands that publish them: those that have the locale, that the front matter does not shut
   * out and, for a source under `brands/<id>/`, that are that brand or extend it.
   */
  compile(options: CompileOptions): Promise<CompiledSources>
}

/** Compiles pages, in any order. */
export type CompileAll = (
  jobs: readonly KeyedJob[],
  settings: CompilerSettings,
  onPage: (job: KeyedJob, text: string) => void,
) => Promise<void>

/** A source to be compiled, and the digest of all that decides about its page but the values it reads. */
export interface KeyedJob extends CompileJob {
  readonly key: string
}

/** Ids of a brand and of those it extends, most specific first. */
export function brandChain(brand: Brand): readonly string[] {
  return [brand.id, ...(brand.ancestors ?? [])]
}

interface KnownPage {
  readonly key: string
  readonly stored: StoredPage
}

interface KnownOpening {
  readonly version: string
  readonly context: string
  readonly opened: OpenedPage | undefined
}

/**
 * Makes a compiler of sources.
 *
 * @param store  where pages are looked for first, and kept
 * @param compileAll  compiles those that are not there
 */
export function createSourceCompiler(store: PageStore, compileAll: CompileAll): SourceCompiler {
  const known = new Map<string, KnownPage>()
  const openings = new Map<string, KnownOpening>()

  const isKnown = ({key, source, editions}: KeyedJob): boolean => {
    const before = known.get(source.path)
    if (before?.key === key && holdAll(before.stored, editions)) return true
    const stored = store.find(
      key,
      editions.map(({values}) => values),
    )
    if (stored) known.set(source.path, {key, stored})
    return stored !== undefined
  }
  const open = (
    stored: StoredPage,
    edition: SourceEdition,
    {markdown, context}: {markdown: MarkdownOptions; context: string},
  ) => {
    const name = `${edition.brand} ${stored.page.path}`
    const before = openings.get(name)
    if (before?.version === stored.version && before.context === context) return before.opened
    const opened = store.open(stored, {...edition, markdown})
    openings.set(name, {version: stored.version, context, opened})
    return opened
  }
  return {
    compile: async (options) => {
      const {settings, sources, brands, onProgress} = options
      const jobs = sources.map((source) => toJob(source, options))
      const missing = jobs.filter((job) => job.editions.length > 0 && !isKnown(job))
      const progress = {done: jobs.length - missing.length}
      await compileAll(missing, settings, ({key, source}, text) => {
        known.set(source.path, {key, stored: store.add(key, text)})
        progress.done++
        onProgress?.({phase: 'compile', done: progress.done, total: jobs.length})
      })
      const pages = new Map<string, Map<string, OpenedPage>>(brands.map(({id}) => [id, new Map()]))
      const publishers = new Map<string, readonly string[]>()
      const publish = (file: string, more: readonly string[]): void => {
        publishers.set(file, [...new Set([...(publishers.get(file) ?? []), ...more])])
      }
      const contexts = openContexts(settings, brands)
      const diagnostics: Diagnostic[] = []
      for (const {source, editions} of jobs) {
        const {path} = source
        const published = editions.map(({brand}) => brand)
        publish(path, published)
        const stored = editions.length > 0 ? known.get(path)?.stored : undefined
        if (!stored) continue
        const {page} = stored
        for (const snippet of page.snippets) publish(snippet, published)
        // What is wrong in a snippet is wrong for the brands whose pages include it.
        const isOwn = (found: Diagnostic): boolean => found.path === path || !page.snippets.includes(found.path)
        diagnostics.push(...page.diagnostics.map((found) => (isOwn(found) ? found : {brands: published, ...found})))
        for (const edition of editions) {
          const context = contexts.get(`${edition.brand} ${source.locale}`) ?? ''
          const opened = open(stored, edition, {markdown: settings.options.markdown, context})
          if (opened) pages.get(edition.brand)?.set(path, opened)
          diagnostics.push(...(opened?.diagnostics ?? []).map((found) => ({brands: [edition.brand], ...found})))
        }
      }
      const paths = new Set(sources.map(({path}) => path))
      for (const path of known.keys()) if (!paths.has(path)) known.delete(path)
      for (const [name, {opened}] of openings) if (opened && !paths.has(opened.content.page.path)) openings.delete(name)
      return {pages, publishers, diagnostics, compiled: missing.length}
    },
  }
}

function toJob(source: SourceText, {settings, snippets: snippetsOf, brands, limits}: CompileOptions): KeyedJob {
  const {path, locale} = source
  const editions = brands.flatMap((brand) => {
    const values = brand.values[locale]
    return values && publishes(brand, source, limits) ? [{brand: brand.id, values}] : []
  })
  const snippets = snippetsOf.get(path)
  const included = snippets && snippets.size > 0 ? digest(JSON.stringify([...snippets])) : ''
  const ids = editions.map(({brand}) => brand)
  return {
    key: digest(JSON.stringify([settings.digest, path, locale, source.digest, included, ids])),
    source: {
      path,
      locale,
      get text() {
        return source.text
      },
      ...(snippets && {snippets}),
    },
    editions,
  }
}

function holdAll({readings}: StoredPage, editions: readonly SourceEdition[]): boolean {
  return readings.every((read, index) => holdReadings(editions[index]?.values ?? {}, read))
}

/** Digest of all that decides how a page is opened, by brand and locale. */
function openContexts({digest: settings}: CompilerSettings, brands: readonly Brand[]): ReadonlyMap<string, string> {
  return new Map(
    brands.flatMap(({id, values}) =>
      Object.entries(values).map(([tag, tree]) => [`${id} ${tag}`, digest(settings + JSON.stringify(tree))] as const),
    ),
  )
}

function publishes(brand: Brand, source: SourceText, limits: PageLimits): boolean {
  const chain = brandChain(brand)
  const hasLocale = brand.locales.some(({tag}) => tag === source.locale)
  return hasLocale && brandFile(source.path, chain) !== undefined && isPublished(limits.get(source.path), chain)
}
