import type {IconSet} from '../../plugins/icons/icon-set.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import {createEditionRenderer} from '../render/edition-renderer.ts'
import type {LocaleAddress} from '../render/page-addresses.ts'
import {robotsText} from '../render/robots.ts'
import {rootPage} from '../render/root-page.ts'
import {sitemapFiles} from '../render/sitemap.ts'
import {katexFolder, themeAssets} from '../render/theme-assets.ts'
import type {Theme} from '../render/theme.ts'
import {alternatesOf} from '../site/alternates.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {prefixFolder} from '../site/page-address.ts'
import {resolveReferences} from '../site/resolve-references.ts'
import type {BrandSites} from './assemble-sites.ts'
import {brandChain} from './compile-sources.ts'
import type {FileWriter} from './file-writer.ts'

/** What the files of one brand are made from. */
export interface BrandOutputOptions {
  readonly site: Site
  readonly brandSites: BrandSites
  /** Tags of the locales to write. */
  readonly locales: ReadonlySet<string>
  readonly theme: Theme
  readonly writer: Pick<FileWriter, 'write' | 'copy'>
  /** Files of the content folder, by path from it. */
  readonly assets: ReadonlySet<string>
  readonly icons: IconSet
  /** Style sheet and fonts of KaTeX, by path; written for a brand with formulas. */
  readonly katexAssets: ReadonlyMap<string, string | Uint8Array>
  readonly onPage: () => void
}

/**
 * Hands every file of a brand to the writer: pages, static files, the theme's own files, `404.html`, `sitemap.xml`,
 * `robots.txt` and, where no locale lives at the root, a page that leads on.
 */
export function writeBrand(options: BrandOutputOptions): {
  readonly pages: number
  readonly diagnostics: readonly Diagnostic[]
} {
  const {brandSites, writer, locales} = options
  const {brand} = brandSites
  const sites = brandSites.sites.filter(({edition}) => locales.has(edition.locale.tag))
  // Static files first: where a name is taken twice, what the build makes itself wins.
  for (const site of sites) {
    for (const [file, from] of site.assets) writer.copy(file, from)
  }
  const assetFindings = writeThemeAssets(options)
  if (sites.some(holdsFormulas)) {
    for (const [file, content] of options.katexAssets) writer.write(`${katexFolder}/${file}`, content)
  }
  const pageFindings = sites.map((site) => writeEdition(site, options))
  const standard = sites.find(({edition}) => edition.locale.tag === brand.defaultLocale) ?? sites[0]
  const leadOn = standard && rootPage(standard)
  if (leadOn !== undefined) writer.write('index.html', leadOn)
  for (const [file, xml] of sitemapFiles({brand, sites})) writer.write(file, xml)
  writer.write('robots.txt', robotsText(brand))
  return {
    pages: sites.reduce((sum, {entries}) => sum + entries.size, 0),
    diagnostics: [...assetFindings, ...pageFindings.flat()],
  }
}

/** Whether a page of the edition holds formulas that KaTeX rendered. */
function holdsFormulas({entries}: EditionSite): boolean {
  return [...entries.values()].some(({content}) => content.features.katex)
}

function writeThemeAssets({theme, brandSites, site, writer, assets, icons}: BrandOutputOptions): readonly Diagnostic[] {
  const {brand} = brandSites
  const made = themeAssets({theme, brand, icons, configPath: site.configPath})
  for (const [file, text] of made.files) writer.write(file, text)
  for (const [file, wanted] of made.copies) {
    const candidates = [...brandChain(brand).map((id) => `brands/${id}/${wanted}`), wanted]
    const from = candidates.find((name) => assets.has(name))
    // One that is missing was reported with the configuration.
    if (from !== undefined) writer.copy(file, from)
  }
  return made.diagnostics
}

function writeEdition(site: EditionSite, options: BrandOutputOptions): readonly Diagnostic[] {
  const {theme, brandSites, writer, onPage} = options
  const findings: (readonly Diagnostic[])[] = []
  const renderer = createEditionRenderer({theme, site, homes: homesOf(brandSites.sites)})
  for (const entry of site.entries.values()) {
    const resolved = resolveReferences(entry, site, brandSites.links)
    const described = renderer.describePage({entry, alternates: alternatesFor(entry, brandSites.sites)})
    const page = renderer.renderPage(described.facts, entry.content.renderArticle(resolved.hrefs))
    writer.write(entry.file, page.html)
    findings.push(resolved.diagnostics, described.diagnostics, page.diagnostics)
    onPage()
  }
  const notFound = renderer.renderNotFound()
  writer.write(inPrefix(site, '404.html'), notFound.html)
  if (site.edition.locale.tag === site.edition.brand.defaultLocale) writer.write('404.html', notFound.html)
  return [...findings.flat(), ...notFound.diagnostics]
}

// A locale that has another page at best is offered by the language switch, but is no translation.
function alternatesFor(entry: EditionEntry, sites: readonly EditionSite[]): readonly LocaleAddress[] {
  return alternatesOf(entry, sites).map(({locale, url, fallback, samePage}) => ({
    locale,
    url,
    fallback: fallback || !samePage,
  }))
}

function inPrefix(site: EditionSite, file: string): string {
  const folder = prefixFolder(site.edition.prefix)
  return folder === '' ? file : `${folder}/${file}`
}

function homesOf(sites: readonly EditionSite[]): readonly LocaleAddress[] {
  return sites.map(({edition}) => ({
    locale: edition.locale,
    url: edition.prefix.slice(1),
    fallback: false,
  }))
}
