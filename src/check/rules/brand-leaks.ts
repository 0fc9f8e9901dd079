import {currentEntry} from '../../build/resolve-all-links.ts'
import {chosenSites} from '../../build/select-editions.ts'
import {foreignWords} from '../brands/brand-words.ts'
import {assetLeaks, themeLeaks} from '../brands/file-leaks.ts'
import {pageLeaks} from '../brands/page-leaks.ts'
import {siteTextLeaks} from '../brands/site-leaks.ts'
import {createWordFinder} from '../brands/word-finder.ts'
import type {SiteRule} from './site-rule.ts'

/**
 * Reports `brand/leak`: a name, an address or a forbidden word of another brand in anything that a brand publishes. What
 * an author wrote inside a condition for the other brand is in no edition of this one.
 */
export const brandLeaks: SiteRule = (sites) => {
  const {site, selection, prepared} = sites
  const settings = site.check.brands?.leak ?? {}
  return prepared.brands.flatMap((one) => {
    const {brand} = one
    const finder = createWordFinder(foreignWords(brand, site.brands, settings), settings.ignore ?? [])
    if (finder.isEmpty) return []
    const editions = chosenSites(one.sites, selection)
    // A page that is shown in two languages is one source.
    const pages = new Map(
      editions.flatMap(({entries}) =>
        [...entries.values()].map((entry) => {
          const {content} = currentEntry(entry, one)
          return [content.page.path, content] as const
        }),
      ),
    )
    return [
      ...[...pages.values()].flatMap((content) => pageLeaks({content, brand, finder}, sites)),
      ...editions.flatMap((edition) => siteTextLeaks({site: edition, brand, finder}, sites)),
      ...assetLeaks({prepared: one, editions, finder}, sites),
      ...themeLeaks({prepared: one, editions, finder}, sites),
    ]
  })
}
