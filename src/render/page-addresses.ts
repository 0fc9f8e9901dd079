import type {Brand, Locale} from '../core/site.ts'
import type {Edition, EditionEntry} from '../site/edition-site.ts'
import {absoluteUrl, rootPrefix} from './address.ts'
import type {LanguageContext} from './page-context.ts'

/** A page in one locale of its brand. */
export interface LocaleAddress {
  readonly locale: Locale
  /** Address below the brand's root. */
  readonly url: string
  /** `true` when that locale shows the content of another one. */
  readonly fallback: boolean
  /** `false` when that locale does not have the page, and the address is that of the nearest one. */
  readonly samePage?: boolean
}

/** Addresses in the head of a page. */
export interface PageAddresses {
  readonly canonical: string
  readonly openGraphUrl?: string
  readonly alternates: readonly {readonly lang: string; readonly href: string}[]
}

/**
 * Canonical and `hreflang` addresses of a page: absolute where the brand has a fixed address, else relative to the page.
 *
 * The canonical address of a fallback page is that of the original, and such a page is nobody's alternate.
 */
export function pageAddresses(page: {
  readonly edition: Edition
  readonly entry: EditionEntry
  readonly alternates: readonly LocaleAddress[]
}): PageAddresses {
  const {edition, entry} = page
  const {brand} = edition
  const address = (url: string) => absoluteUrl(brand, url) ?? rootPrefix(entry.url) + url
  const isFallback = entry.contentLocale.tag !== edition.locale.tag
  const originals = originalAddresses(page)
  const canonicalUrl = originals.find(({locale}) => locale.tag === entry.contentLocale.tag)?.url ?? entry.url
  const absolute = absoluteUrl(brand, canonicalUrl)
  return {
    canonical: address(canonicalUrl),
    ...(absolute === undefined ? {} : {openGraphUrl: absolute}),
    alternates: isFallback ? [] : hreflangs(brand, originals).map(({lang, url}) => ({lang, href: address(url)})),
  }
}

/**
 * `hreflang` values of a page that exists in these locales, in the order given, with `x-default` (the brand's default
 * locale, else the first) as the last. Empty for a page in one locale only.
 */
export function hreflangs(
  brand: Brand,
  originals: readonly {readonly locale: Locale; readonly url: string}[],
): readonly {readonly lang: string; readonly url: string}[] {
  const standard = originals.find(({locale}) => locale.tag === brand.defaultLocale) ?? originals[0]
  if (!standard || originals.length < 2) return []
  return [...originals.map(({locale, url}) => ({lang: locale.tag, url})), {lang: 'x-default', url: standard.url}]
}

/** Choices of the language switch: one for every locale in which the page can be read, in the brand's order. */
export function languageChoices(page: {
  readonly edition: Edition
  readonly entry: EditionEntry
  readonly alternates: readonly LocaleAddress[]
}): readonly LanguageContext[] {
  const {edition, entry} = page
  const own = {locale: edition.locale, url: entry.url, fallback: false}
  return inBrandOrder(edition.brand, [own, ...othersOf(page)]).map(({locale, url}) => ({
    tag: locale.tag,
    name: locale.name,
    href: rootPrefix(entry.url) + url,
    current: locale.tag === edition.locale.tag,
  }))
}

function originalAddresses(page: {
  readonly edition: Edition
  readonly entry: EditionEntry
  readonly alternates: readonly LocaleAddress[]
}): readonly LocaleAddress[] {
  const {edition, entry} = page
  const isFallback = entry.contentLocale.tag !== edition.locale.tag
  const own = {locale: edition.locale, url: entry.url, fallback: isFallback}
  return inBrandOrder(edition.brand, [own, ...othersOf(page)]).filter(isOriginal)
}

/** Whether the address shows this page as it was written in that locale. */
function isOriginal({fallback, samePage}: LocaleAddress): boolean {
  return !fallback && samePage !== false
}

function othersOf(page: {
  readonly edition: Edition
  readonly alternates: readonly LocaleAddress[]
}): readonly LocaleAddress[] {
  return page.alternates.filter(({locale}) => locale.tag !== page.edition.locale.tag)
}

function inBrandOrder(brand: Brand, addresses: readonly LocaleAddress[]): readonly LocaleAddress[] {
  return brand.locales.flatMap(({tag}) => addresses.filter(({locale}) => locale.tag === tag))
}
