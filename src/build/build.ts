import path from 'node:path'
import {loadSite} from '../config/load-site.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import type {BrandSites} from './assemble-sites.ts'
import {createFileWriter} from './file-writer.ts'
import {readKatexAssets} from './katex-assets.ts'
import {createThemeLoader, type LoadedTheme} from './load-theme.ts'
import {mergeDiagnostics} from './merge-diagnostics.ts'
import {discardStaged, stageFolder, swapIn, type StagedFolder} from './output-swap.ts'
import {prepareSites, type PreparedSites} from './prepare-sites.ts'
import type {ProgressListener} from './progress.ts'
import {selectEditions, type Selection} from './select-editions.ts'
import {UsageError} from './usage-error.ts'
import {writeBrand} from './write-brand.ts'

/** What to build, and where. */
export interface BuildOptions {
  /** Configuration file, from `cwd`; left out: the one in `cwd`. */
  readonly config?: string | undefined
  /** Working folder; left out: that of the process. */
  readonly cwd?: string | undefined
  /** Output folder, from `cwd`; left out: as configured. */
  readonly out?: string | undefined
  /** Ids of the brands to build; left out: all. */
  readonly brands?: readonly string[] | undefined
  /** Tags of the locales to write; left out: all. The output folder of a brand then holds these alone. */
  readonly locales?: readonly string[] | undefined
  readonly onProgress?: ProgressListener | undefined
}

/** One brand as it was written. */
export interface BuiltBrand {
  readonly id: string
  /** Absolute folder of its site. */
  readonly folder: string
  readonly editions: number
  /** Pages in all its editions. */
  readonly pages: number
  readonly files: number
}

/** What a build found and wrote. */
export interface BuildResult {
  /** `undefined` when the configuration has errors; nothing was built then. */
  readonly site: Site | undefined
  /** One for each source fault, sorted by path and place. */
  readonly diagnostics: readonly Diagnostic[]
  readonly brands: readonly BuiltBrand[]
}

/**
 * Builds the sites of all brands, each in its own folder below the output folder.
 *
 * Author's mistakes are returned as diagnostics and never keep a site from being written. Sites are written beside
 * their folders and put in place together at the end, so a build that fails leaves what was there. Two builds of one
 * input give identical bytes.
 *
 * @throws UsageError for an unknown brand or locale, or an output folder that would overwrite the content
 * @throws Error with its `cause` when the content cannot be read or the output cannot be written
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const {config, out, onProgress} = options
  const cwd = path.resolve(options.cwd ?? '.')
  const loaded = await loadSite({cwd, config, out})
  const {site} = loaded
  if (!site) return {site, diagnostics: mergeDiagnostics(loaded.diagnostics, new Map()), brands: []}
  const selection = selectEditions(site, options)
  for (const {id} of selection.brands) refuseOverwriting(site, id)
  const prepared = await prepareSites({site, brands: selection.brands, onProgress})
  const written = await writeBrands({site, selection, prepared, onProgress})
  const diagnostics = [...loaded.diagnostics, ...prepared.diagnostics, ...written.diagnostics]
  return {site, diagnostics: mergeDiagnostics(diagnostics, prepared.publishers), brands: written.brands}
}

interface WriteOptions {
  readonly site: Site
  readonly selection: Selection
  readonly prepared: PreparedSites
  readonly onProgress: ProgressListener | undefined
}

async function writeBrands(options: WriteOptions): Promise<Omit<BuildResult, 'site'>> {
  const {site, selection, prepared, onProgress} = options
  const staged: StagedFolder[] = []
  const progress = {done: 0, total: countPages(prepared.brands, selection.locales)}
  const onPage = (): void => {
    progress.done++
    onProgress?.({phase: 'write', ...progress})
  }
  const brands: BuiltBrand[] = []
  const findings: (readonly Diagnostic[])[] = []
  const loadTheme = createThemeLoader()
  try {
    for (const brandSites of prepared.brands) {
      const folder = await stageFolder(site.out, brandSites.brand.id)
      staged.push(folder)
      const theme = await loadTheme(brandSites.brand)
      const written = await writeStaged({...options, brandSites, theme, staging: folder.staging, onPage})
      findings.push(written.diagnostics)
      const editions = brandSites.sites.filter(({edition}) => selection.locales.has(edition.locale.tag)).length
      const {pages, files} = written
      brands.push({id: brandSites.brand.id, folder: folder.target, editions, pages, files})
    }
    await swapIn(staged)
  } catch (error) {
    await discardStaged(staged)
    throw error
  }
  return {brands, diagnostics: findings.flat()}
}

async function writeStaged(
  options: WriteOptions & {
    readonly brandSites: BrandSites
    readonly theme: LoadedTheme
    readonly staging: string
    readonly onPage: () => void
  },
): Promise<{pages: number; files: number; diagnostics: readonly Diagnostic[]}> {
  const {site, selection, prepared, brandSites, theme, staging, onPage} = options
  const writer = createFileWriter(staging, site.content)
  const output = writeBrand({
    site,
    brandSites,
    locales: selection.locales,
    theme: theme.theme,
    writer,
    assets: new Set(prepared.content.assets),
    icons: prepared.icons,
    katexAssets: site.markdown.math === 'katex' ? await readKatexAssets() : new Map(),
    onPage,
  })
  const written = await writer.finish()
  return {
    pages: output.pages,
    files: written.files,
    diagnostics: [...theme.diagnostics, ...output.diagnostics, ...written.diagnostics],
  }
}

function countPages(brands: readonly BrandSites[], locales: ReadonlySet<string>): number {
  return brands
    .flatMap(({sites}) => sites)
    .filter(({edition}) => locales.has(edition.locale.tag))
    .reduce((sum, {entries}) => sum + entries.size, 0)
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
