import type {CacheFolders} from '../build/cache-folder.ts'
import {cacheLimit} from '../build/cache-folder.ts'
import type {CompiledSource} from '../build/compile-sources.ts'
import {createHistoryReader, noHistory} from '../build/content-history.ts'
import type {ContentHistory} from '../build/content-history.ts'
import {takeFirstLook} from '../build/first-look.ts'
import {readLibraryAssets} from '../build/library-assets.ts'
import {createConfigurationLoader} from '../build/load-configuration.ts'
import type {Configuration} from '../build/load-configuration.ts'
import {createThemeLoader} from '../build/load-theme.ts'
import {createSitePreparer} from '../build/prepare-sites.ts'
import type {PreparedBrand, PreparedSites} from '../build/prepare-sites.ts'
import type {FileWriter} from '../build/output-writer.ts'
import {openRecordStore} from '../build/record-store.ts'
import {selectEditions} from '../build/select-editions.ts'
import type {Selection} from '../build/select-editions.ts'
import {UsageError} from '../build/usage-error.ts'
import type {WatchedDisk} from '../build/watched-disk.ts'
import {writeContentFiles} from '../build/write-content-files.ts'
import {writeOtherFiles} from '../build/write-brand.ts'
import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import {customIconFolders} from '../build/custom-icon-folders.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import {createLiveBrand} from './live-brand.ts'
import type {LiveBrand} from './live-brand.ts'

/** What to serve, and with what. */
export interface LiveSiteOptions {
  readonly cwd: string
  readonly config: string | undefined
  readonly brands: readonly string[] | undefined
  readonly locales: readonly string[] | undefined
  readonly jobs: number | undefined
  readonly disk: WatchedDisk
  readonly library: string
  readonly cache: CacheFolders | undefined
}

/** The sites as they are now. */
export interface LiveState {
  readonly site: Site
  readonly selection: Selection
  /** By id, in the order of the configuration; those that nobody asked for yet are not there before all was compiled. */
  readonly brands: ReadonlyMap<string, LiveBrand>
  /** The whole site; `undefined` until all of it was compiled. */
  readonly prepared: PreparedSites | undefined
  /** Absolute paths of the files that the configuration was read from. */
  readonly inputs: readonly string[]
}

/** What came of bringing the sites up to date. */
export interface Refreshed {
  /** How many sources had to be compiled. */
  readonly compiled: number
  /** Why a part of what is on the disk is not what is served; left out where all of it is. */
  readonly kept?: {readonly reason: string; readonly diagnostics: readonly Diagnostic[]}
}

/** Sites that are kept up to date, and rendered when somebody asks. */
export interface LiveSites {
  /**
   * Reads the configuration.
   *
   * @returns its findings; when they hold an error, there is no state yet
   */
  open(): Promise<readonly Diagnostic[]>
  /** @throws TypeError before `open` found a configuration */
  state(): LiveState
  /** A brand, made ready for its first page if nobody asked for it before. @param near  file of that page, below the brand's folder */
  brand(id: string, near?: string): LiveBrand | undefined
  /** Compiles a source as it stands on the disk, and puts it in its place. `undefined` where it is no page. */
  compileSource(path: string): Promise<CompiledSource | undefined>
  /** Reads everything again that may have changed. Calls wait for each other. */
  refresh(): Promise<Refreshed>
  close(): void
}

/** Opens the sites of a configuration. Nothing is read before `open`. */
export function createLiveSites(options: LiveSiteOptions): LiveSites {
  const {disk, cache, library, jobs} = options
  const records = openRecordStore({folder: cache?.pages, limit: cacheLimit})
  const preparer = createSitePreparer({disk, records, library, jobs})
  const {cwd, config} = options
  const loadConfiguration = createConfigurationLoader(disk, {cwd, config})
  const loadTheme = createThemeLoader(disk)
  const readHistory = createHistoryReader(disk)
  const current: {state?: LiveState; last: Promise<unknown>} = {last: Promise.resolve()}
  // Compiled while the whole site was being read: newer than what was read then.
  const newer = new Map<string, CompiledSource>()

  const toLive = (
    prepared: PreparedBrand,
    about: {readonly site: Site; readonly selection: Selection; readonly whole: PreparedSites | undefined},
    history: ContentHistory,
  ): LiveBrand => {
    const {site, selection, whole} = about
    const {brand} = prepared
    const theme = loadTheme(brand)
    const assets = whole?.content.assets ?? [...prepared.sites.flatMap(({assets}) => [...assets.values()])]
    const writeOthers = (writer: FileWriter): void => {
      writeOtherFiles({
        site,
        prepared,
        locales: selection.locales,
        theme: theme.theme,
        themeVersion: theme.version,
        writer,
        assets: new Set(assets),
        icons: whole?.icons ?? createDiskIconSet(customIconFolders(site.markdown)),
        libraryAssets: readLibraryAssets,
        // Images for social networks are for sites that are published.
        painter: undefined,
      })
    }
    return createLiveBrand({
      prepared,
      theme,
      isFirstLook: !whole,
      locales: selection.locales,
      base: `/${brand.id}/`,
      writeOthers,
      history: history.pages,
      writeTexts: (options) => {
        writeContentFiles({...options, exportsSearch: site.search?.export === true})
      },
      before: current.state?.brands.get(brand.id),
    })
  }
  const stateNow = (): LiveState => {
    if (!current.state) throw new TypeError('the configuration was not read')
    return current.state
  }
  const adopt = (loaded: Configuration): LiveState | undefined => {
    const {site} = loaded
    if (!site) return undefined
    disk.trust(site.content)
    for (const {overrides} of site.brands) for (const folder of overrides) disk.trust(folder)
    return {
      site,
      selection: selectEditions(site, options),
      brands: new Map(),
      prepared: undefined,
      inputs: loaded.inputs,
    }
  }
  /** The configuration as it is now; where it cannot be used, as it was, with the reason. */
  const readConfiguration = async (): Promise<
    Pick<LiveState, 'site' | 'selection' | 'inputs'> & Pick<Refreshed, 'kept'>
  > => {
    const loaded = await loadConfiguration()
    try {
      const now = adopt(loaded)
      if (now) return now
      return {...stateNow(), kept: {reason: 'The configuration has errors', diagnostics: loaded.diagnostics}}
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      return {...stateNow(), kept: {reason: error.message, diagnostics: []}}
    }
  }
  const refresh = async (): Promise<Refreshed> => {
    const {kept, site, selection, inputs} = await readConfiguration()
    newer.clear()
    const [prepared, history] = await Promise.all([
      preparer.prepare({site, brands: selection.brands}),
      readHistory(site),
    ])
    const about = {site, selection, whole: prepared}
    const brands = new Map(prepared.brands.map((brand) => [brand.brand.id, toLive(brand, about, history)]))
    for (const [file, {pages}] of newer) for (const [id, page] of pages) brands.get(id)?.replace(file, page)
    current.state = {site, selection, brands, prepared, inputs}
    records.publish()
    return {compiled: prepared.compiled, ...(kept && {kept})}
  }
  return {
    open: async () => {
      const loaded = await loadConfiguration()
      const state = adopt(loaded)
      if (state) current.state = state
      return loaded.diagnostics
    },
    state: stateNow,
    brand: (id, near = 'index.html') => {
      const state = stateNow()
      const known = state.brands.get(id)
      const brand = state.selection.brands.find((one) => one.id === id)
      if (known || !brand || state.prepared) return known
      const {site, selection} = state
      const look = takeFirstLook({site, brand, near, disk})
      const live = toLive(look, {site, selection, whole: undefined}, noHistory)
      current.state = {...state, brands: new Map([...state.brands, [id, live]])}
      return live
    },
    compileSource: async (file) => {
      const {site, selection} = stateNow()
      const compiled = await preparer.prepareSource(file, {site, brands: selection.brands})
      if (compiled) newer.set(file, compiled)
      for (const [id, page] of compiled?.pages ?? []) stateNow().brands.get(id)?.replace(file, page)
      return compiled
    },
    refresh: () => {
      const result = current.last.then(refresh).catch((error: unknown): Refreshed => {
        return {compiled: 0, kept: {reason: error instanceof Error ? error.message : String(error), diagnostics: []}}
      })
      current.last = result
      return result
    },
    close: () => {
      records.close()
    },
  }
}
