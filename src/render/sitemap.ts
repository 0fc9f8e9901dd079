import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Brand} from '../core/site.ts'
import {alternatesOf} from '../site/alternates.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {absoluteUrl, hasAbsoluteUrl} from './address.ts'
import {escapeHtml} from './escape-html.ts'
import {hreflangs} from './page-addresses.ts'

/** Most addresses that one site map file may hold (sitemaps.org protocol 0.9). */
const sitemapLimit = 50_000

/**
 * Site map files of a brand: path below its output folder → XML.
 *
 * Lists every page in the locale it is written in, with its translations; fallback pages are left out. More than
 * `limit` pages are spread over `sitemap-<n>.xml`, and `sitemap.xml` is the index. Empty for a brand without a fixed
 * address or one that keeps search engines out.
 *
 * @param options.sites  the brand's editions, in the brand's order of locales
 */
export function sitemapFiles(options: {
  readonly brand: Brand
  readonly sites: readonly EditionSite[]
  readonly limit?: number
}): ReadonlyMap<string, string> {
  const {brand, sites, limit = sitemapLimit} = options
  const files = new Map<string, string>()
  if (!hasSitemap(brand)) return files
  const items = sites.flatMap((site) =>
    [...site.entries.values()]
      .filter((entry) => isOriginal(site, entry))
      .sort((a, b) => byCodeUnit(a.url, b.url))
      .map((entry) => pageItem(brand, sites, entry)),
  )
  if (items.length <= limit) return files.set('sitemap.xml', pageList(items))
  const names: string[] = []
  for (let start = 0; start < items.length; start += limit) {
    const name = `sitemap-${String(names.length + 1)}.xml`
    names.push(name)
    files.set(name, pageList(items.slice(start, start + limit)))
  }
  const list = names.map((name) => `<sitemap><loc>${location(brand, name)}</loc></sitemap>\n`).join('')
  return files.set('sitemap.xml', `${xmlHead}<sitemapindex xmlns="${namespace}">\n${list}</sitemapindex>\n`)
}

/** Whether the brand has a site map: it has a fixed address and welcomes search engines. */
export function hasSitemap(brand: Brand): boolean {
  return brand.robots && hasAbsoluteUrl(brand)
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

function pageList(items: readonly string[]): string {
  const open = `<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  return `${xmlHead}${open}${items.join('')}</urlset>\n`
}

function pageItem(brand: Brand, sites: readonly EditionSite[], entry: EditionEntry): string {
  const originals = alternatesOf(entry, sites).filter(({fallback, samePage}) => samePage && !fallback)
  const links = hreflangs(brand, originals).map(
    ({lang, url}) => `\n<xhtml:link rel="alternate" hreflang="${escapeHtml(lang)}" href="${location(brand, url)}"/>`,
  )
  return `<url><loc>${location(brand, entry.url)}</loc>${links.join('')}</url>\n`
}

function isOriginal(site: EditionSite, entry: EditionEntry): boolean {
  return entry.contentLocale.tag === site.edition.locale.tag
}

function location(brand: Brand, url: string): string {
  return escapeHtml(absoluteUrl(brand, url) ?? url)
}
