import path from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import type {BuilderOptions, BuildResult, BuiltBrand} from './builder.ts'
import {cacheLimit} from './cache-folder.ts'
import type {Disk} from './disk.ts'
import {readLibraryAssets} from './library-assets.ts'
import {createConfigurationLoader} from './load-configuration.ts'
import {createHistoryReader, noHistory} from './content-history.ts'
import type {ContentHistory} from './content-history.ts'
import {createThemeLoader} from './load-theme.ts'
import {finishFindings} from './finish-findings.ts'
import type {Inspection, Inspected} from './inspection.ts'
import {mergeDiagnostics} from './merge-diagnostics.ts'
import type {KnownOutput, OutputMemory} from './output-state.ts'
import {openOutput} from './output-writer.ts'
import type {OutputWriter} from './output-writer.ts'
import {createSitePreparer} from './prepare-sites.ts'
import type {PreparedBrand, PreparedSites} from './prepare-sites.ts'
import {openRecordStore} from './record-store.ts'
import {chosenSites, selectEditions} from './select-editions.ts'
import type {Selection} from './select-editions.ts'
import {UsageError} from './usage-error.ts'
import {resolveAllLinks} from './resolve-all-links.ts'
import {createSourceTexts} from './source-texts.ts'
import {createSocialPainters} from './social/social-painter.ts'
import type {SocialPainter} from './social/social-painter.ts'
import {noteBrand, recallBrand, writeBrand} from './write-brand.ts'
import type {BrandMemory} from './write-brand.ts'

/** Where a builder builds when something changed: the whole road, with what is remembered of each step. */
export interface SiteWorkshop {
  /** @returns the result, and whether it depends on more than the disk */
  build(): Promise<{readonly result: BuildResult; readonly isVolatile: boolean}>
  close(): void
}

/** What a workshop works with. */
export interface WorkshopOptions extends Omit<BuilderOptions, 'cacheDir' | 'cwd'> {
  /** Absolute. */
  readonly cwd: string
  readonly disk: Disk
  readonly outputs: OutputMemory
  readonly library: string
  /** Absolute folder for compiled pages; left out: they are not kept. */
  readonly pages: string | undefined
  /** Absolute folder for images of social networks; left out: they are not kept. */
  readonly images: string | undefined
  readonly inspection: Inspection | undefined
}

interface Job {
  readonly site: Site
  readonly selection: Selection
  readonly prepared: PreparedSites
  readonly history: ContentHistory
  /** By brand. */
  readonly painters: ReadonlyMap<string, SocialPainter>
  readonly onPage: () => void
}

/** Sets up a workshop. */
export function createSiteWorkshop(options: WorkshopOptions): SiteWorkshop {
  const {cwd, config, configName, out, disk, outputs, library, pages, jobs, inspection, onProgress} = options
  const records = openRecordStore({folder: pages, limit: cacheLimit})
  const preparer = createSitePreparer({disk, records, library, jobs})
  const loadConfiguration = createConfigurationLoader(disk, {cwd, config, configName, out})
  const loadTheme = createThemeLoader(disk)
  const readHistory = createHistoryReader(disk)
  const memories = new Map<string, BrandMemory>()

  const recall = (id: string, known: KnownOutput | undefined): BrandMemory | undefined =>
    known && (known.isOwn ? memories.get(id) : recallBrand(known.state.notes()))
  const writeOne = (
    job: Job,
    prepared: PreparedBrand,
    {writer, known}: {writer: OutputWriter; known: KnownOutput | undefined},
  ) => {
    const {site, selection, onPage} = job
    const theme = loadTheme(prepared.brand)
    const output = writeBrand({
      site,
      prepared,
      locales: selection.locales,
      theme: theme.theme,
      themeVersion: `${theme.version} ${job.prepared.settings}`,
      writer,
      assets: new Set(job.prepared.content.assets),
      icons: job.prepared.icons,
      libraryAssets: readLibraryAssets,
      history: job.history.pages,
      painter: job.painters.get(prepared.brand.id),
      memory: recall(prepared.brand.id, known),
      onPage,
    })
    const {files, diagnostics} = writer.finish()
    return {...output, files, diagnostics: [...theme.diagnostics, ...output.diagnostics, ...diagnostics]}
  }
  const writeAll = (job: Job): {brands: readonly BuiltBrand[]; diagnostics: readonly Diagnostic[]} => {
    const {site, selection, prepared} = job
    const writers: {
      readonly target: string
      readonly id: string
      readonly writer: OutputWriter
      readonly memory: BrandMemory
    }[] = []
    const open: OutputWriter[] = []
    const brands: BuiltBrand[] = []
    const findings: (readonly Diagnostic[])[] = []
    try {
      for (const one of prepared.brands) {
        const {id} = one.brand
        const target = path.join(site.out, id)
        const known = outputs.read(target)
        const writer = openOutput({
          out: site.out,
          name: id,
          content: site.content,
          disk,
          known,
        })
        open.push(writer)
        const written = writeOne(job, one, {writer, known})
        writers.push({target, id, writer, memory: written.memory})
        findings.push(written.diagnostics)
        const editions = chosenSites(one.sites, selection).length
        brands.push({id, folder: target, editions, pages: written.pages, files: written.files})
      }
      for (const {target, id, writer, memory} of writers) {
        outputs.write(
          target,
          writer.commit(() => noteBrand(memory)),
        )
        memories.set(id, memory)
      }
    } catch (error) {
      for (const writer of open) writer.discard()
      throw error
    }
    return {brands, diagnostics: findings.flat()}
  }
  /** What a build would find, with nothing written. */
  const lookAll = ({site, selection, prepared}: Job): ReturnType<typeof writeAll> => {
    const looked = prepared.brands.map((one) => {
      const {id} = one.brand
      const sites = chosenSites(one.sites, selection)
      const pages = countPages([one], selection)
      return {
        brand: {id, folder: path.join(site.out, id), editions: sites.length, pages, files: 0},
        diagnostics: [
          ...loadTheme(one.brand).diagnostics,
          ...sites.flatMap((edition) => resolveAllLinks(edition, one)),
        ],
      }
    })
    return {brands: looked.map(({brand}) => brand), diagnostics: looked.flatMap(({diagnostics}) => diagnostics)}
  }
  return {
    build: async () => {
      disk.restart()
      const loaded = await loadConfiguration()
      const {site} = loaded
      if (!site) {
        const diagnostics = mergeDiagnostics(loaded.diagnostics, new Map())
        return {result: {site, diagnostics, brands: [], publishers: {}, sources: 0, compiled: 0}, isVolatile: true}
      }
      const selection = selectEditions(site, options)
      for (const {id} of selection.brands) refuseOverwriting(site, id)
      // Git runs beside the compiler. A site that is only looked at shows no dates.
      const asked = inspection?.writes === false ? noHistory : readHistory(site)
      const prepared = await preparer.prepare({site, brands: selection.brands, onProgress})
      const progress = {done: 0, total: countPages(prepared.brands, selection)}
      const onPage = (): void => {
        progress.done++
        onProgress?.({phase: 'write', ...progress})
      }
      const history = await asked
      const {brands} = selection
      const writes = inspection?.writes !== false
      const social = await createSocialPainters({site, brands: writes ? brands : [], disk, cache: options.images})
      const job = {site, selection, prepared, history, painters: social.painters, onPage}
      const done = writes ? writeAll(job) : lookAll(job)
      const sourceText = createSourceTexts(site, prepared.content, disk)
      const inspected: Inspected = (await inspection?.inspect({
        site,
        selection,
        prepared,
        written: loaded.written,
        theme: loadTheme,
        disk,
        sourceText,
      })) ?? {diagnostics: []}
      records.publish()
      const isSelected = (options.brands ?? options.locales) !== undefined
      return {
        result: {
          site,
          diagnostics: finishFindings(
            [
              ...loaded.diagnostics,
              ...prepared.diagnostics,
              ...history.diagnostics,
              ...social.diagnostics,
              ...done.diagnostics,
              ...inspected.diagnostics,
            ],
            {
              settings: site.check,
              brands: selection.brands.map(({id}) => id),
              publishers: prepared.publishers,
              suppressions: prepared.suppressions,
              sourceText,
              isCheck: inspection !== undefined,
              isWhole: !isSelected,
            },
          ),
          brands: done.brands,
          publishers: Object.fromEntries(
            [...prepared.publishers].filter(([, ids]) => ids.length < selection.brands.length),
          ),
          sources: prepared.sources,
          compiled: prepared.compiled,
          facts: inspected.facts,
        },
        isVolatile: loaded.isVolatile || prepared.isVolatile || history.isVolatile || inspected.isVolatile === true,
      }
    },
    close: () => {
      records.close()
    },
  }
}

function countPages(brands: readonly PreparedBrand[], selection: Selection): number {
  return brands.flatMap(({sites}) => chosenSites(sites, selection)).reduce((sum, {entries}) => sum + entries.size, 0)
}

function refuseOverwriting(site: Site, brand: string): void {
  const target = path.join(site.out, brand)
  const holds = (folder: string, inner: string): boolean => `${inner}${path.sep}`.startsWith(`${folder}${path.sep}`)
  if (holds(target, site.content) || holds(target, site.root) || holds(site.content, target)) {
    throw new UsageError(
      `Brand \`${brand}\` would be written to \`${target}\`, where the sources are; choose another output folder`,
    )
  }
}
