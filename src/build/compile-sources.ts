import type {SourceEdition} from '../compile/compiler.ts'
import type {Snippets} from '../compile/snippets.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Suppression} from '../core/page.ts'
import type {Brand, MarkdownOptions} from '../core/site.ts'
import {isPublished, type PageLimits} from '../site/edition-entries.ts'
import {brandFile} from '../site/brand-folder.ts'
import type {CompileJob} from './compile-page.ts'
import type {CompilerSettings} from './compiler-settings.ts'
import {digest} from './digest.ts'
import type {OpenedPage, PageStore, StoredPage} from './page-store.ts'
import type {BrandReadings} from './page-text.ts'
import type {ProgressListener} from './progress.ts'
import type {SourceText} from './read-content.ts'
import {holdReadings, type Reading} from './track-values.ts'

/** Every source compiled once, and opened for every brand that publishes it. */
export interface CompiledSources {
  /** By brand id, then by path of the source. */
  readonly pages: ReadonlyMap<string, ReadonlyMap<string, OpenedPage>>
  /** Ids of the brands that publish a source or a snippet, by its path. */
  readonly publishers: ReadonlyMap<string, readonly string[]>
  readonly diagnostics: readonly Diagnostic[]
  /** Comments that switch rules off or on. */
  readonly suppressions: readonly Suppression[]
  readonly readings: () => SourceReadings
  /** How many sources had to be compiled; the others came from memory or from the cache. */
  readonly compiled: number
}

/** What sources read of the values of their editions. */
export interface SourceReadings {
  readonly readings: readonly Reading[]
  /**
   * Paths of the files whose readings are not known: their pages name an unknown value, and were searched for the
   * nearest known one.
   */
  readonly guessing: readonly string[]
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
  /** Compiles one source ahead of the others. The next `compile` finds it done. */
  compileSource(source: SourceText, options: Omit<CompileOptions, 'sources'>): Promise<CompiledSource>
}

/** One source compiled, and opened for every brand that publishes it. */
export interface CompiledSource {
  /** By brand id. */
  readonly pages: ReadonlyMap<string, OpenedPage>
  readonly diagnostics: readonly Diagnostic[]
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

interface SourceJob extends KeyedJob {
  readonly path: string
  readonly origin: SourceText
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

/** A source compiled and opened, and what that was made from. */
interface Outcome {
  readonly source: SourceText
  readonly snippets: Snippets | undefined
  readonly scope: string
  readonly published: readonly string[]
  readonly included: readonly string[]
  readonly opened: readonly (readonly [brand: string, page: OpenedPage])[]
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressions: readonly Suppression[]
  readonly readings: BrandReadings
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
  const outcomes = new Map<string, Outcome>()

  const remember = (path: string, page: KnownPage): void => {
    const before = known.get(path)?.stored
    if (before && before.place !== page.stored.place) store.forget(before)
    known.set(path, page)
  }
  const isKnown = ({key, source, editions}: KeyedJob): boolean => {
    const before = known.get(source.path)
    if (before?.key === key && holdAll(before.stored, editions)) return true
    const stored = store.find(
      key,
      editions.map(({values}) => values),
    )
    if (stored) remember(source.path, {key, stored})
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
  const finish = ({source, editions}: KeyedJob, contexts: ReadonlyMap<string, string>, markdown: MarkdownOptions) => {
    const published = editions.map(({brand}) => brand)
    const stored = editions.length > 0 ? known.get(source.path)?.stored : undefined
    if (!stored) return {published, included: [], opened: [], diagnostics: [], suppressions: [], readings: []}
    const {path, diagnostics, snippets, suppressions} = stored.page
    const opened: (readonly [string, OpenedPage])[] = []
    // What is wrong in a snippet is wrong for the brands whose pages include it.
    const isOwn = (found: Diagnostic): boolean => found.path === path || !snippets.includes(found.path)
    const findings = diagnostics.map((found) => (isOwn(found) ? found : {brands: published, ...found}))
    for (const edition of editions) {
      const context = contexts.get(`${edition.brand} ${source.locale}`) ?? ''
      const page = open(stored, edition, {markdown, context})
      if (!page) continue
      opened.push([edition.brand, page])
      findings.push(...page.diagnostics.map((found) => ({brands: [edition.brand], ...found})))
    }
    return {published, included: snippets, opened, diagnostics: findings, suppressions, readings: stored.readings}
  }
  /** Compiles those sources that are not as they were. @returns how many had to be compiled */
  const bringUpToDate = async (options: CompileOptions): Promise<number> => {
    const {settings, sources, snippets, brands, onProgress} = options
    const scope = digest(settings.digest + JSON.stringify(brands))
    const isDone = (source: SourceText): boolean => {
      const before = outcomes.get(source.path)
      return before?.source === source && before.scope === scope && before.snippets === snippets.get(source.path)
    }
    const jobs = sources.filter((source) => !isDone(source)).map((source) => toJob(source, options))
    const missing = jobs.filter((job) => job.editions.length > 0 && !isKnown(job))
    const progress = {done: sources.length - missing.length}
    const contexts = openContexts(settings, brands)
    const settle = (job: SourceJob): void => {
      const {path, origin} = job
      outcomes.set(path, {
        source: origin,
        snippets: snippets.get(path),
        scope,
        ...finish(job, contexts, settings.options.markdown),
      })
    }
    const waiting = new Map(jobs.map((job) => [job.path, job]))
    await compileAll(missing, settings, ({key, source}, text) => {
      remember(source.path, {key, stored: store.add(key, text)})
      // Opened while all of it is in memory.
      const job = waiting.get(source.path)
      if (job) settle(job)
      waiting.delete(source.path)
      progress.done++
      onProgress?.({phase: 'compile', done: progress.done, total: sources.length})
    })
    for (const job of waiting.values()) settle(job)
    return missing.length
  }
  const forgetOthers = ({sources, brands}: CompileOptions): void => {
    const paths = new Set(sources.map(({path}) => path))
    for (const path of outcomes.keys()) {
      if (paths.has(path)) continue
      outcomes.delete(path)
      known.delete(path)
      for (const brand of brands) openings.delete(`${brand.id} ${path}`)
    }
  }
  return {
    compile: async (options) => {
      const compiled = await bringUpToDate(options)
      forgetOthers(options)
      return {...collect(options.sources, outcomes, options.brands), compiled}
    },
    compileSource: async (source, options) => {
      await bringUpToDate({...options, sources: [source]})
      const outcome = outcomes.get(source.path)
      return {pages: new Map(outcome?.opened), diagnostics: outcome?.diagnostics ?? []}
    },
  }
}

function collect(
  sources: readonly SourceText[],
  outcomes: ReadonlyMap<string, Outcome>,
  brands: readonly Brand[],
): Omit<CompiledSources, 'compiled'> {
  const pages = new Map<string, Map<string, OpenedPage>>(brands.map(({id}) => [id, new Map()]))
  const publishers = new Map<string, readonly string[]>()
  const findings: (readonly Diagnostic[])[] = []
  const suppressions: (readonly Suppression[])[] = []
  for (const {path} of sources) {
    const outcome = outcomes.get(path)
    if (!outcome) continue
    for (const file of [path, ...outcome.included]) {
      const before = publishers.get(file)
      publishers.set(file, before ? [...new Set([...before, ...outcome.published])] : outcome.published)
    }
    findings.push(outcome.diagnostics)
    suppressions.push(outcome.suppressions)
    for (const [brand, opened] of outcome.opened) pages.get(brand)?.set(path, opened)
  }
  return {
    pages,
    publishers,
    diagnostics: findings.flat(),
    suppressions: suppressions.flat(),
    readings: () => collectReadings(sources.flatMap(({path}) => outcomes.get(path) ?? [])),
  }
}

/** What was read, each way once. A page that looked through all names to guess one has read nothing for sure. */
function collectReadings(outcomes: readonly Outcome[]): SourceReadings {
  const readings = new Map<string, Reading>()
  const guessing: string[] = []
  for (const {readings: byBrand, diagnostics, source, included} of outcomes) {
    if (diagnostics.some(({ruleId}) => ruleId === 'macro/undefined')) guessing.push(source.path, ...included)
    else for (const reading of byBrand.flat()) readings.set(JSON.stringify(reading.slice(0, 2)), reading)
  }
  return {readings: [...readings.values()], guessing}
}

function toJob(source: SourceText, {settings, snippets: snippetsOf, brands, limits}: CompileOptions): SourceJob {
  const {path, locale} = source
  const editions = brands.flatMap((brand) => {
    const values = brand.values[locale]
    return values && publishes(brand, source, limits) ? [{brand: brand.id, values}] : []
  })
  const snippets = snippetsOf.get(path)
  const included = snippets && snippets.size > 0 ? digest(JSON.stringify([...snippets])) : ''
  const ids = editions.map(({brand}) => brand)
  return {
    path,
    origin: source,
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
