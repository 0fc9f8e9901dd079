import {relativeUrl} from '../core/paths.ts'
import {isIndexPage} from './page-address.ts'
import type {EditionEntry, EditionSite} from './edition-site.ts'
import type {Locale} from '../core/site.ts'

/** A page as another locale of the same brand has it. */
export interface Alternate {
  readonly locale: Locale
  /** Address below the brand's root, percent-encoded. */
  readonly url: string
  /** URL relative to the page that the alternate is for. */
  readonly href: string
  /** Absolute URL; left out for a brand without a fixed address. */
  readonly absolute?: string
  /** The locale shows the page in another language. */
  readonly fallback: boolean
  /** `false` where the locale does not have the page: the address is that of the nearest index page above it. */
  readonly samePage: boolean
}

/**
 * Where each locale of the brand has a page, the page's own locale included, in the order of `sites`.
 *
 * A locale without the page is represented by its nearest index page above, at the latest its home page; a locale
 * without that either is left out. Only alternates that are the same page and no fallback are translations.
 *
 * @param sites  editions of one brand
 */
export function alternatesOf(entry: EditionEntry, sites: Iterable<EditionSite>): readonly Alternate[] {
  const alternates: Alternate[] = []
  for (const site of sites) {
    const same = samePage(entry, site)
    const other = same ?? indexAbove(entry, site)
    if (!other) continue
    const {brand, locale} = site.edition
    alternates.push({
      locale,
      url: other.url,
      href: relativeUrl(entry.url, other.url),
      ...(brand.url === '/' ? {} : {absolute: brand.url + other.url}),
      fallback: other.contentLocale.tag !== locale.tag,
      samePage: same !== undefined,
    })
  }
  return alternates
}

/** The page as another edition of the brand has it, its own or one that fills in. */
export function samePage({localePath}: Pick<EditionEntry, 'localePath'>, site: EditionSite): EditionEntry | undefined {
  const found = site.entries.get(localePath)
  if (found || !isIndexPage(localePath)) return found
  // The same page may be called `index.md` in one locale and `README.md` in the other.
  const folder = localePath.slice(0, localePath.lastIndexOf('/') + 1)
  return site.entries.get(`${folder}index.md`) ?? site.entries.get(`${folder}README.md`)
}

function indexAbove({localePath}: EditionEntry, site: EditionSite): EditionEntry | undefined {
  const folders = localePath.split('/').slice(0, -1)
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders.slice(0, depth).map((name) => `${name}/`)
    const path = folder.join('')
    const found = site.entries.get(`${path}index.md`) ?? site.entries.get(`${path}README.md`)
    if (found) return found
  }
  return undefined
}
