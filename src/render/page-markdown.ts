import {relativeUrl} from '../core/paths.ts'
import type {Brand} from '../core/site.ts'
import type {EditionEntry} from '../site/edition-site.ts'
import {isExternal, splitTarget} from '../site/link-target.ts'
import {absoluteUrl} from './address.ts'

/** Name of the file with the Markdown of a page, beside its HTML. */
const markdownName = 'index.md'

/** Whether the Markdown of each page is written. */
export function hasMarkdown(brand: Brand): boolean {
  return brand.machines?.markdown === true
}

/** File with the Markdown of a page, below the brand's output folder. */
export function markdownFile({file}: EditionEntry): string {
  return file.replace(/index\.html$/, markdownName)
}

/**
 * Address of a page for readers that are programs: of its Markdown where there is some. Absolute where the brand has a
 * fixed address.
 *
 * @param from  address below the brand's root that a relative one starts from
 */
export function readerAddress(entry: EditionEntry, brand: Brand, from: string): string {
  const url = entry.url + (hasMarkdown(brand) ? markdownName : '')
  return absoluteUrl(brand, url) ?? relativeUrl(from, url)
}

/**
 * The Markdown of a page as it is published: title, description and address as front matter, then the text.
 *
 * Links to pages lead to their Markdown, so that a program stays among texts. With a fixed address all of them are
 * absolute: what is copied from a page works anywhere.
 *
 * @param hrefs  resolved URL of each reference, relative to the page
 */
export function pageMarkdown(entry: EditionEntry, brand: Brand, hrefs: readonly string[]): string {
  const {title, description} = entry.content
  const base = absoluteUrl(brand, entry.url)
  const facts = [
    ['title', title],
    ['description', description],
    ['url', base ?? ''],
  ]
  const lines = facts.flatMap(([name = '', value]) => (value === '' ? [] : `${name}: ${JSON.stringify(value)}\n`))
  const body = entry.content.renderMarkdown(hrefs.map((href) => readerHref(href, base)))
  return `---\n${lines.join('')}---\n\n${body}`
}

function readerHref(href: string, base: string | undefined): string {
  if (href.startsWith('#') || href === '' || isExternal(href)) return href
  const {path, query, fragment} = splitTarget(href)
  const target = path === '' || path.endsWith('/') ? path + markdownName : path
  const url = target + query + fragment
  return base !== undefined && URL.canParse(url, base) ? new URL(url, base).href : url
}
