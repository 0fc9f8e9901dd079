import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {trailOf} from '../site/reading-order.ts'
import {absoluteUrl} from './address.ts'
import {firstEntry} from './navigation.ts'

/**
 * Structured data of a page for search engines, JSON-LD with the vocabulary of schema.org: the article, and the way to it.
 *
 * Written so that it may stand in a `script` element. `undefined` where nobody would read it: the brand has no fixed
 * address, keeps search engines out or does not want it, or the page is shown in place of a missing one.
 */
export function structuredData(entry: EditionEntry, site: EditionSite): string | undefined {
  const {brand, locale} = site.edition
  const url = absoluteUrl(brand, entry.url)
  const isOriginal = entry.contentLocale.tag === locale.tag
  if (url === undefined || !brand.robots || !isOriginal || brand.machines?.jsonLd !== true) return undefined
  const {title, description} = entry.content
  const publisher = {'@type': 'Organization', name: site.title}
  const article = {
    '@type': 'TechArticle',
    headline: title,
    ...((description || site.description) && {description: description || site.description}),
    inLanguage: locale.tag,
    url,
    mainEntityOfPage: url,
    isPartOf: {'@type': 'WebSite', name: site.title, url: absoluteUrl(brand, site.edition.prefix.slice(1))},
    publisher,
  }
  const steps = trailOf(entry, site).flatMap((item) => {
    const target = firstEntry(item)
    return target ? [{name: item.title, item: absoluteUrl(brand, target.url)}] : []
  })
  const way = {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({'@type': 'ListItem', position: index + 1, ...step})),
  }
  const graph = steps.length > 1 ? [article, way] : [article]
  return JSON.stringify({'@context': 'https://schema.org', '@graph': graph}).replaceAll('<', '\\u003c')
}
