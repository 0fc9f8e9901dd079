import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionPage} from '../core/page.ts'
import {dirname} from '../core/paths.ts'
import type {Brand, Site} from '../core/site.ts'
import {expandText} from '../macro/expand-text.ts'
import {buildEditionSite} from '../site/build-edition-site.ts'
import type {Edition, EditionSite} from '../site/edition-site.ts'
import type {ContentFacts} from '../site/content-facts.ts'
import {buildLinkIndex, type LinkIndex} from '../site/link-index.ts'
import type {LinkMemory} from '../site/link-memory.ts'
import {readPagesFile, type PagesFile} from '../site/pages-file.ts'
import {collectRedirects, type SiteRedirect} from '../site/redirects.ts'
import {brandChain} from './compile-sources.ts'
import {expandHooks} from './edition-hooks.ts'
import type {HookTexts} from './edition-hooks.ts'
import type {Content} from './read-content.ts'

/** One brand with the sites of all its locales, linked but not written. */
export interface BrandSites {
  readonly brand: Brand
  /** In the brand's order of locales. */
  readonly sites: readonly EditionSite[]
  readonly links: LinkIndex
  readonly redirects: readonly SiteRedirect[]
}

/** `.pages` files by the path of their folder from the content folder. */
export type PagesFiles = ReadonlyMap<string, PagesFile>

/** Reads the `.pages` files of a content folder. */
export function readPagesFiles(content: Pick<Content, 'pagesFiles'>): {
  files: PagesFiles
  diagnostics: readonly Diagnostic[]
} {
  const read = [...content.pagesFiles].map(([path, text]) => ({path, ...readPagesFile(text, path)}))
  return {
    files: new Map(read.map(({path, pages}) => [dirname(path), pages])),
    diagnostics: read.flatMap(({diagnostics}) => diagnostics),
  }
}

/** Puts the sites of one brand together and indexes what its links can lead to. */
export function assembleBrand(options: {
  readonly site: Site
  readonly brand: Brand
  readonly pages: readonly EditionPage[]
  readonly facts: ContentFacts
  readonly assets: readonly string[]
  readonly pagesFiles: PagesFiles
  readonly memory: LinkMemory
  readonly hooks: HookTexts
}): {readonly brandSites: BrandSites; readonly diagnostics: readonly Diagnostic[]} {
  const {site, brand, facts} = options
  const built = editionsOf(site, brand).map((edition) => {
    const {tag} = edition.locale
    const nav = site.nav[tag]
    const navPlaces = site.navPlaces?.[tag]
    const {hooks, diagnostics: hookFindings} = expandHooks(options.hooks, edition)
    const built = buildEditionSite({
      edition,
      chain: brandChain(brand),
      locales: site.locales,
      pages: options.pages,
      limits: facts.limits,
      assets: options.assets,
      pagesFiles: options.pagesFiles,
      ...(nav ? {nav} : {}),
      ...(navPlaces ? {navPlaces} : {}),
      configPath: site.configPath,
      expand: (text, at) =>
        expandText({
          text,
          path: at.path,
          ...(at.place ? {place: at.place} : {}),
          values: brand.values[edition.locale.tag] ?? {},
          locale: edition.locale.tag,
          brand: brand.id,
        }),
    })
    return {
      site: {...built.site, ...(hooks && {hooks})},
      diagnostics: [...built.diagnostics, ...options.hooks.diagnostics, ...hookFindings],
    }
  })
  const sites = built.map((edition) => edition.site)
  const {index, diagnostics} = buildLinkIndex(sites, facts, options.memory)
  const moved = collectRedirects({
    sites,
    configPath: site.configPath,
    isElsewhere: (path) => facts.limits.has(path),
  })
  return {
    brandSites: {brand, sites, links: index, redirects: moved.redirects},
    diagnostics: [...built.flatMap((edition) => edition.diagnostics), ...diagnostics, ...moved.diagnostics],
  }
}

function editionsOf(site: Site, brand: Brand): readonly Edition[] {
  return brand.locales.flatMap(({tag, prefix}) => {
    const locale = site.locales.find((known) => known.tag === tag)
    return locale ? [{id: `${brand.id}/${tag}`, brand, locale, prefix}] : []
  })
}
