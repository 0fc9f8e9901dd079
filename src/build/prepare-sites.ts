import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import type {IconSet} from '../../plugins/icons/icon-set.ts'
import type {Snippets} from '../compile/snippets.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Suppression} from '../core/page.ts'
import type {Brand, Site} from '../core/site.ts'
import {contentFacts} from '../site/content-facts.ts'
import {createLinkMemory} from '../site/link-memory.ts'
import {assembleBrand, readPagesFiles, type BrandSites} from './assemble-sites.ts'
import {compileInThreads} from './compile-pool.ts'
import {createSourceCompiler, type CompiledSource, type SourceReadings} from './compile-sources.ts'
import {createSettingsReader} from './compiler-settings.ts'
import {customIconFolders} from './custom-icon-folders.ts'
import {digest, digestAll} from './digest.ts'
import type {Disk} from './disk.ts'
import {readHooks} from './edition-hooks.ts'
import {holdLast} from './held-values.ts'
import {readPageLimits} from './page-limits.ts'
import {createPageStore} from './page-store.ts'
import type {OpenedPage} from './page-store.ts'
import type {ProgressListener} from './progress.ts'
import {createContentReader} from './read-content.ts'
import type {Content, ContentOptions} from './read-content.ts'
import type {RecordStore} from './record-store.ts'
import {createSnippetReader} from './snippet-reader.ts'

/** One brand, ready to be written. */
export interface PreparedBrand extends BrandSites {
  /**
   * Digest of all that the sites were put together from. As long as it is the same, the sites are the same objects, and
   * the pages in them may be older than those in `pages`: what differs is seen on the page itself only.
   */
  readonly version: string
  /** By path of the source. */
  readonly pages: ReadonlyMap<string, OpenedPage>
}

/** Everything that is known before the first page is written. */
export interface PreparedSites {
  readonly content: Content
  readonly brands: readonly PreparedBrand[]
  /** Ids of the brands of this build that publish a source, by its path. */
  readonly publishers: ReadonlyMap<string, readonly string[]>
  readonly icons: IconSet
  /** Digest of the settings of the compiler. */
  readonly settings: string
  readonly diagnostics: readonly Diagnostic[]
  /** Files that a source includes, by its path; sources without any are left out. */
  readonly snippets: ReadonlyMap<string, Snippets>
  readonly readings: () => SourceReadings
  /** Comments of the sources that switch rules off or on. */
  readonly suppressions: readonly Suppression[]
  /** How many sources had to be compiled, of how many. */
  readonly compiled: number
  readonly sources: number
  /** Whether it depends on more than the disk: on snippets from the web. */
  readonly isVolatile: boolean
}

/** What to prepare. */
export interface PrepareOptions {
  readonly site: Site
  readonly brands: readonly Brand[]
  readonly onProgress?: ProgressListener | undefined
}

/** Prepares sites, again and again; what did not change is not made again. */
export interface SitePreparer {
  /**
   * Reads the content folder, compiles every source once for all brands, and puts the sites together.
   *
   * @throws when the content folder cannot be read
   */
  prepare(options: PrepareOptions): Promise<PreparedSites>
  /**
   * Compiles one source ahead of the others, as it stands on the disk; `prepare` does not do it again.
   *
   * @param file  path from the content folder
   * @returns `undefined` for a file that cannot be read or is no page
   */
  prepareSource(file: string, options: Omit<PrepareOptions, 'onProgress'>): Promise<CompiledSource | undefined>
}

interface KnownBrand {
  readonly version: string
  readonly assembled: ReturnType<typeof assembleBrand>
}

/** Makes a preparer. */
export function createSitePreparer(tools: {
  readonly disk: Disk
  /** Where compiled pages are kept. */
  readonly records: RecordStore
  /** Name of the code; see `libraryId`. */
  readonly library: string
  /** Threads that compile at most; left out: as many as pay. */
  readonly jobs: number | undefined
}): SitePreparer {
  const {disk, records, library, jobs} = tools
  const reader = createContentReader(disk)
  const compiler = createSourceCompiler(createPageStore(records), compileInThreads(jobs))
  const readSettings = createSettingsReader(disk, library)
  const knownBrands = new Map<string, KnownBrand>()
  const navFiles = holdLast<ReturnType<typeof readPagesFiles>>()
  const icons = holdLast<IconSet>()
  const memory = createLinkMemory()
  return {
    prepare: async ({site, brands, onProgress}) => {
      const where = contentOf(site)
      const content = await reader.read({...where, onProgress})
      const {limits, diagnostics: limitFindings} = readPageLimits(content.sources, where.brands)
      const settings = readSettings(site)
      const snippets = await readSnippets(site, content.sources, disk)
      const compiled = await compiler.compile({
        settings,
        sources: content.sources,
        snippets: snippets.bySource,
        brands,
        limits,
        onProgress,
      })
      reader.rest()
      const navs = JSON.stringify([...content.pagesFiles])
      const {files: pagesFiles, diagnostics: pagesFindings} = navFiles(navs, () => readPagesFiles(content))
      const paths = content.sources.map(({path}) => path)
      const shared = digest(
        JSON.stringify([site, [...limits], paths, content.assets, navs, differingFaces(compiled.pages)]),
      )
      const facts = contentFacts({
        limits,
        locales: site.locales.map(({tag}) => tag),
        paths: [...paths, ...content.assets],
        pages: compiled.pages,
      })
      const assembled = brands.map((brand) => {
        const pages = compiled.pages.get(brand.id) ?? new Map<string, OpenedPage>()
        const faces = [...pages].flatMap(([path, {face}]) => [path, face])
        const hooks = readHooks(brand, site, disk)
        const version = digestAll([shared, JSON.stringify(hooks), ...faces])
        const known = knownBrands.get(brand.id)
        if (known?.version === version) return {...known, pages}
        const made = assembleBrand({
          site,
          brand,
          pages: [...pages.values()].map((page) => page.content),
          facts,
          assets: content.assets,
          pagesFiles,
          memory,
          hooks,
        })
        knownBrands.set(brand.id, {version, assembled: made})
        return {version, assembled: made, pages}
      })
      return {
        content,
        brands: assembled.map(({version, pages, assembled: {brandSites}}) => ({...brandSites, version, pages})),
        publishers: compiled.publishers,
        icons: icons(settings.digest, () => createDiskIconSet(customIconFolders(site.markdown))),
        settings: settings.digest,
        diagnostics: [
          ...content.diagnostics.filter(
            ({ruleId, path}) => !(ruleId === 'source/outside-locale' && snippets.paths.has(path)),
          ),
          ...snippets.diagnostics,
          ...limitFindings,
          ...compiled.diagnostics,
          ...pagesFindings,
          ...assembled.flatMap(({assembled: {diagnostics}}) => diagnostics),
        ],
        snippets: snippets.bySource,
        readings: compiled.readings,
        suppressions: compiled.suppressions,
        compiled: compiled.compiled,
        sources: content.sources.length,
        isVolatile: snippets.isVolatile,
      }
    },
    prepareSource: async (file, {site, brands}) => {
      const where = contentOf(site)
      const source = reader.readSource(file, where)
      if (!source) return undefined
      const snippets = await readSnippets(site, [source], disk)
      const {limits} = readPageLimits([source], where.brands)
      const settings = readSettings(site)
      return compiler.compileSource(source, {settings, snippets: snippets.bySource, brands, limits})
    },
  }
}

/** What is read of the content folder of a site. */
function contentOf({content, locales, brands}: Site): ContentOptions {
  return {content, locales: locales.map(({tag}) => tag), brands: brands.map(({id}) => id)}
}

/** What every source includes. Files of the content folder that are snippets need not be pages. */
async function readSnippets(
  site: Site,
  sources: Content['sources'],
  disk: Disk,
): Promise<{
  readonly bySource: ReadonlyMap<string, Snippets>
  readonly paths: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
  readonly isVolatile: boolean
}> {
  const {markdown, root, content} = site
  const reader = createSnippetReader({extensions: markdown.extensions, root, home: content, disk})
  const bySource = new Map<string, Snippets>()
  const paths = new Set<string>()
  for (const source of sources) {
    if (!reader.mayAsk(source)) continue
    const snippets = await reader.gather(source)
    if (snippets.size > 0) bySource.set(source.path, snippets)
    for (const snippet of snippets.values()) if ('text' in snippet) paths.add(snippet.path)
  }
  return {bySource, paths, diagnostics: reader.diagnostics(), isVolatile: reader.isVolatile()}
}

/**
 * Faces of the pages that brands see differently. Whether a missing anchor is there for another brand is part of what
 * is found, so a brand has to be put together again when such a page changes for another one.
 */
function differingFaces(pages: ReadonlyMap<string, ReadonlyMap<string, OpenedPage>>): readonly string[] {
  const faces = new Map<string, Set<string>>()
  for (const opened of pages.values()) {
    for (const [path, {face}] of opened) faces.set(path, (faces.get(path) ?? new Set()).add(face))
  }
  return [...faces].flatMap(([path, own]) => (own.size > 1 ? [path, ...own] : []))
}
