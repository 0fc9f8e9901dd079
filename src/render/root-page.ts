import type {EditionSite} from '../site/edition-site.ts'
import {absoluteUrl} from './address.ts'
import {escapeHtml} from './escape-html.ts'

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
  const title = escapeHtml(site.title)
  const canonical = absoluteUrl(brand, target) ?? target
  return `<!doctype html>
<html lang="${escapeHtml(locale.tag)}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta http-equiv="refresh" content="0; url=${escapeHtml(target)}">
<link rel="canonical" href="${escapeHtml(canonical)}">
${brand.robots ? '' : '<meta name="robots" content="noindex">\n'}</head>
<body><a href="${escapeHtml(target)}">${title}</a></body>
</html>
`
}
