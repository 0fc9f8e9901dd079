import type {Brand} from '../core/site.ts'
import {absoluteUrl} from './address.ts'
import {hasSitemap} from './sitemap.ts'

/** The brand's `robots.txt`: everything is welcome, and there is the site map; or nothing is. */
export function robotsText(brand: Brand): string {
  if (!brand.robots) return 'User-agent: *\nDisallow: /\n'
  const sitemap = hasSitemap(brand) ? `\nSitemap: ${absoluteUrl(brand, 'sitemap.xml') ?? ''}\n` : ''
  return `User-agent: *\nAllow: /\n${sitemap}`
}
