import type {IconSet} from '../../plugins/icons/icon-set.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {PageFeatures} from '../core/page.ts'
import type {Site} from '../core/site.ts'
import {addressList, addressListPath} from '../render/address-list.ts'
import {redirectPage, redirectsFile} from '../render/redirect-page.ts'
import {robotsText} from '../render/robots.ts'
import {rootPage} from '../render/root-page.ts'
import {sitemapFiles} from '../render/sitemap.ts'
import {assetFolder, themeAssets} from '../render/theme-assets.ts'
import type {Theme} from '../render/theme.ts'
import type {EditionSite} from '../site/edition-site.ts'
import {brandChain} from './compile-sources.ts'
import type {LibraryAssets} from './library-assets.ts'
import type {FileWriter} from './output-writer.ts'
import type {PreparedBrand} from './prepare-sites.ts'
import type {SocialPainter} from './social/social-painter.ts'
import {noteEdition, recallEdition, writeEdition} from './write-edition.ts'
import type {EditionMemory, EditionNotes, EditionOutputOptions} from './write-edition.ts'

/** What the files of one brand are made from. */
export interface BrandOutputOptions {
  readonly site: Site
  readonly prepared: PreparedBrand
  /** Tags of the locales to write. */
  readonly locales: ReadonlySet<string>
  readonly theme: Theme
  /** Digest of what the theme and the icons are made from. */
  readonly themeVersion: string
  readonly writer: FileWriter
  /** Files of the content folder, by path from it. */
  readonly assets: ReadonlySet<string>
  readonly icons: IconSet
  /** What git knows about the sources, by path from the content folder; left out: nothing. */
  readonly history?: EditionOutputOptions['history']
  /** What pages with these features need of other packages. */
  readonly libraryAssets: (pages: readonly PageFeatures[]) => LibraryAssets
  /** Draws images for social networks; left out: there are none. */
  readonly painter: SocialPainter | undefined
  readonly memory: BrandMemory | undefined
  readonly onPage: () => void
}

/** What is remembered of a brand that was written. */
export interface BrandMemory {
  /** By locale tag. */
  readonly editions: ReadonlyMap<string, EditionMemory>
  /** Files that no single page makes, what they were made from, and what was found then. */
  readonly shared: SharedFiles
}

interface SharedFiles {
  readonly version: string
  readonly files: readonly string[]
  /** Logo and icon: path below the brand's output folder → path from the content folder, as configured. */
  readonly copies: ReadonlyMap<string, string>
  readonly findings: readonly Diagnostic[]
}

/** What another process can use of the memory of a brand. Plain data. */
export interface BrandNotes {
  readonly editions: Readonly<Record<string, EditionNotes>>
  readonly shared: Omit<SharedFiles, 'copies'> & {readonly copies: Readonly<Record<string, string>>}
}

/** Notes of a brand that was written. */
export function noteBrand({editions, shared}: BrandMemory): BrandNotes {
  const noted = [...editions].map(([tag, edition]) => [tag, noteEdition(edition)] as const)
  return {editions: Object.fromEntries(noted), shared: {...shared, copies: Object.fromEntries(shared.copies)}}
}

/** What notes say of a brand. */
export function recallBrand({editions, shared}: BrandNotes): BrandMemory {
  const recalled = Object.entries(editions).map(([tag, edition]) => [tag, recallEdition(edition)] as const)
  return {editions: new Map(recalled), shared: {...shared, copies: new Map(Object.entries(shared.copies))}}
}

/** What was written of a brand. */
export interface BrandOutput {
  readonly pages: number
  readonly diagnostics: readonly Diagnostic[]
  readonly memory: BrandMemory
}

/**
 * Hands every file of a brand to the writer: pages, static files, the theme's own files, `404.html`, `sitemap.xml`,
 * `robots.txt` and, where no locale lives at the root, a page that leads on.
 */
export function writeBrand(options: BrandOutputOptions): BrandOutput {
  const {prepared, memory} = options
  const sites = writtenSites(options)
  // Static files first: where a name is taken twice, what the build makes itself wins.
  copyAssets(sites, options.writer)
  const editions = sites.map((site) => {
    const {tag} = site.edition.locale
    return [
      tag,
      writeEdition({
        ...options,
        site,
        brand: prepared,
        exportsSearch: options.site.search?.export === true,
        memory: memory?.editions.get(tag),
      }),
    ] as const
  })
  const shared = writeShared(sites, options)
  copyLogos(shared, options)
  return {
    pages: sites.reduce((sum, {entries}) => sum + entries.size, 0),
    diagnostics: [...shared.findings, ...editions.flatMap(([, {diagnostics}]) => diagnostics)],
    memory: {editions: new Map(editions.map(([tag, written]) => [tag, written.memory])), shared},
  }
}

/** Hands every file of a brand to the writer that is no page of an edition. */
export function writeOtherFiles(options: Omit<BrandOutputOptions, 'memory' | 'onPage'>): void {
  const sites = writtenSites(options)
  copyAssets(sites, options.writer)
  copyLogos(writeShared(sites, {...options, memory: undefined}), options)
}

function writtenSites({prepared, locales}: Pick<BrandOutputOptions, 'prepared' | 'locales'>): readonly EditionSite[] {
  return prepared.sites.filter(({edition}) => locales.has(edition.locale.tag))
}

function copyAssets(sites: readonly EditionSite[], writer: FileWriter): void {
  for (const site of sites) {
    for (const [file, from] of site.assets) writer.copy(file, from)
  }
}

function copyLogos(
  {copies}: SharedFiles,
  {prepared, assets, writer}: Pick<BrandOutputOptions, 'prepared' | 'assets' | 'writer'>,
): void {
  for (const [file, wanted] of copies) {
    const candidates = [...brandChain(prepared.brand).map((id) => `brands/${id}/${wanted}`), wanted]
    const from = candidates.find((name) => assets.has(name))
    // One that is missing was reported with the configuration.
    if (from !== undefined) writer.copy(file, from)
  }
}

/** Writes the files that no single page makes, or leaves them as they are. */
function writeShared(sites: readonly EditionSite[], options: Omit<BrandOutputOptions, 'onPage'>): SharedFiles {
  const {prepared, memory, themeVersion} = options
  const {brand} = prepared
  const version = [prepared.version, themeVersion, ...sites.map(({edition}) => edition.id)].join(' ')
  const before = memory?.shared
  if (before?.version === version && before.files.every((file) => options.writer.keep(file))) return before
  const files: string[] = []
  const write = (file: string, content: string | Uint8Array): void => {
    files.push(file)
    options.writer.write(file, content)
  }
  const {theme, site, icons} = options
  const made = themeAssets({theme, brand, icons, configPath: site.configPath})
  for (const [file, text] of made.files) write(file, text)
  const features = sites.flatMap(({entries}) => [...entries.values()].map(({content}) => content.features))
  for (const [file, content] of options.libraryAssets(features)) write(`${assetFolder}/${file}`, content)
  const standard = sites.find(({edition}) => edition.locale.tag === brand.defaultLocale) ?? sites[0]
  const leadOn = standard && rootPage(standard)
  if (leadOn !== undefined) write('index.html', leadOn)
  for (const [file, xml] of sitemapFiles({brand, sites})) write(file, xml)
  write('robots.txt', robotsText(brand))
  const redirects = prepared.redirects.filter((redirect) => sites.includes(redirect.site))
  for (const redirect of redirects) write(redirect.file, redirectPage(redirect))
  if (brand.redirectsFile === true && redirects.length > 0) write('_redirects', redirectsFile(redirects))
  for (const edition of sites) write(addressListPath(edition), addressList(edition))
  return {version, files, copies: made.copies, findings: made.diagnostics}
}
