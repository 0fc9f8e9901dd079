import type {EditionSite} from '../site/edition-site.ts'
import {absoluteUrl} from './address.ts'
import {leadingPage} from './redirect-page.ts'

/**
 * HTML for the root of a brand none of whose locales lives there: it leads on to the default locale, and works without
 * scripts.
 *
 * @param site  the brand's edition in its default locale
 * @returns `undefined` when that edition is at the root itself
 */
export function rootPage(site: EditionSite): string | undefined {
  const {brand, locale, prefix} = site.edition
  if (brand.locales.some((published) => published.prefix === '/')) return undefined
  const target = prefix.slice(1) + (brand.offline === true ? 'index.html' : '')
  const canonical = absoluteUrl(brand, target) ?? target
  return leadingPage({lang: locale.tag, title: site.title, href: target, canonical, noindex: !brand.robots})
}
