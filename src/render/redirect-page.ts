import type {SiteRedirect} from '../site/redirects.ts'
import {absoluteUrl, hostPath, rootPrefix} from './address.ts'
import {escapeHtml} from './escape-html.ts'
import {fileAddress} from './offline-links.ts'
import {assetFolder} from './theme-assets.ts'

/** A page that does nothing but lead on. Texts are plain, addresses not escaped. */
export interface LeadingPage {
  /** Language of the title. */
  readonly lang: string
  readonly dir?: 'ltr' | 'rtl'
  readonly title: string
  /** Address as seen from the page. */
  readonly href: string
  readonly canonical: string
  readonly noindex: boolean
  /** Address of a script that keeps the anchor; left out for none. */
  readonly script?: string
}

/** HTML that leads on at once, without a script and, where there is none to follow it, by a link. */
export function leadingPage({lang, dir, title, href, canonical, noindex, script}: LeadingPage): string {
  const target = escapeHtml(href)
  return `<!doctype html>
<html lang="${escapeHtml(lang)}"${dir === 'rtl' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
${script === undefined ? '' : `<script src="${escapeHtml(script)}" data-to="${target}"></script>\n`}<meta http-equiv="refresh" content="0; url=${target}">
<link rel="canonical" href="${escapeHtml(canonical)}">
${noindex ? '<meta name="robots" content="noindex">\n' : ''}</head>
<body><a href="${target}">${escapeHtml(title)}</a></body>
</html>
`
}

/**
 * HTML of a redirect. Search engines find the new address as the canonical one, and are kept from the old one only where
 * the whole brand keeps them out: a page that is not to be indexed would not hand on what is known of it.
 */
export function redirectPage({site, url, target, title}: SiteRedirect): string {
  const {brand, locale} = site.edition
  const root = rootPrefix(url)
  const inner = 'href' in target ? target.href : root + target.url
  const href = brand.offline === true ? fileAddress(inner) : inner
  const canonical = 'href' in target ? target.href : (absoluteUrl(brand, withoutAnchor(target.url)) ?? href)
  return leadingPage({
    lang: locale.tag,
    dir: locale.dir,
    title,
    href,
    canonical,
    noindex: !brand.robots,
    script: `${root}${assetFolder}/js/redirect.js`,
  })
}

/** Text of a `_redirects` file, as Netlify and Cloudflare Pages read it: one redirect a line, all of them permanent. */
export function redirectsFile(redirects: readonly SiteRedirect[]): string {
  return redirects
    .map(({site, url, target}) => {
      const root = hostPath(site.edition.brand)
      return `${root}${url} ${'href' in target ? target.href : root + target.url} 301\n`
    })
    .join('')
}

function withoutAnchor(url: string): string {
  return url.replace(/#.*$/, '')
}
