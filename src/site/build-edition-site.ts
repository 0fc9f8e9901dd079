import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionPage} from '../core/page.ts'
import type {Locale, NavEntry, NavPlace} from '../core/site.ts'
import {readAnnouncement} from './announcement.ts'
import {buildNav} from './build-nav.ts'
import {collectAssets} from './edition-assets.ts'
import {collectEntries, type PageLimits} from './edition-entries.ts'
import type {Edition, EditionSite} from './edition-site.ts'
import type {ExpandTitle} from './nav-context.ts'
import {configuredNodes} from './nav-node.ts'
import type {PagesFile} from './pages-file.ts'
import {readingOrder} from './reading-order.ts'

/** What an edition is put together from. */
export interface EditionSiteOptions {
  readonly edition: Edition
  /** Ids of the brand and of those it extends, most specific first. */
  readonly chain: readonly string[]
  /** Every locale of the site, also those that this brand does not publish. */
  readonly locales: readonly Locale[]
  /** Pages of this brand in every locale. Those limited to other brands may be among them; they are left out. */
  readonly pages: readonly EditionPage[]
  /** Brands of the pages that are limited to some, of all brands, by path from the content folder. */
  readonly limits: PageLimits
  /** Files of the content folder, by path from it. */
  readonly assets: readonly string[]
  /** `.pages` files by the path of their folder from the content folder: `zh`, `zh/billing`. */
  readonly pagesFiles: ReadonlyMap<string, PagesFile>
  /** Nav of the configuration for this locale; left out: `.pages` files and the folder tree. */
  readonly nav?: readonly NavEntry[]
  /** Where its entries stand in the configuration, where that is known. */
  readonly navPlaces?: readonly NavPlace[]
  /** Configuration file as given by the user, for findings. */
  readonly configPath: string
  /** Expands the macros of a title in this edition. */
  readonly expand: ExpandTitle
}

/**
 * Everything that one edition publishes: its pages with their fallbacks, its files, its nav and its texts.
 *
 * Reports `source/duplicate-address`, `nav/missing-page` and what `expand` finds. Links are another matter: they can
 * lead to other locales and are resolved when all of a brand's editions are there.
 */
export function buildEditionSite(options: EditionSiteOptions): {
  readonly site: EditionSite
  readonly diagnostics: readonly Diagnostic[]
} {
  const {edition, chain, limits} = options
  const locales = new Map(options.locales.map((locale) => [locale.tag, locale]))
  const {entries, diagnostics: pageFindings} = collectEntries({edition, chain, limits, locales, pages: options.pages})
  const {diagnostics: assetFindings, ...files} = collectAssets({
    edition,
    chain,
    assets: options.assets,
    localeTags: options.locales.map(({tag}) => tag),
    pageFiles: new Set([...entries.values()].map(({file}) => file)),
  })
  const {nav, diagnostics: navFindings} = buildNav({
    edition,
    chain,
    entries,
    limits,
    pagesFiles: options.pagesFiles,
    ...(options.nav ? {nav: configuredNodes(options.nav, options.navPlaces)} : {}),
    configPath: options.configPath,
    expand: options.expand,
  })
  const textFindings: Diagnostic[] = []
  const text = (texts: Readonly<Record<string, string>>): string => {
    const expanded = options.expand(texts[edition.locale.tag] ?? '', {path: options.configPath})
    textFindings.push(...expanded.diagnostics)
    return expanded.text
  }
  const announcement = readAnnouncement(text(edition.brand.announcement ?? {}), {
    entries,
    edition,
    configPath: options.configPath,
  })
  textFindings.push(...announcement.diagnostics)
  const site: EditionSite = {
    edition,
    title: text(edition.brand.title),
    description: text(edition.brand.description),
    copyright: text(edition.brand.copyright),
    ...(announcement.parts.length > 0 && {announcement: announcement.parts}),
    entries,
    nav,
    ...readingOrder(nav),
    ...files,
  }
  return {site, diagnostics: [...pageFindings, ...assetFindings, ...navFindings, ...textFindings]}
}
