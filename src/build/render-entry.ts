import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionRenderer, PageInput} from '../render/edition-renderer.ts'
import type {LocaleAddress} from '../render/page-addresses.ts'
import type {LinkContext} from '../render/page-context.ts'
import {tagLinks} from '../render/page-info.ts'
import {tagListHtml} from '../render/tag-list.ts'
import {alternatesOf} from '../site/alternates.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {resolveReferences} from '../site/resolve-references.ts'
import type {PreparedBrand} from './prepare-sites.ts'
import {currentEntry} from './resolve-all-links.ts'

/** A page with where its links and its language switch lead: all that decides about its HTML beside its edition. */
export interface LinkedEntry {
  readonly entry: EditionEntry
  readonly alternates: readonly LocaleAddress[]
  readonly hrefs: readonly string[]
  /** Its tags, and where they lead. */
  readonly tags: readonly LinkContext[]
  /** HTML of the tags of its edition, for a page that lists them; else empty. */
  readonly tagList: string
  /** What is wrong with its links. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Resolves what a page of an edition leads to. */
export function linkEntry(entry: EditionEntry, site: EditionSite, brand: PreparedBrand): LinkedEntry {
  const current = currentEntry(entry, brand)
  return {
    entry: current,
    alternates: alternatesFor(current, brand.sites),
    tags: tagLinks(current, site),
    tagList: current.content.features.tagList ? tagListHtml(current, site) : '',
    ...resolveReferences(current, site, brand.links),
  }
}

/** The whole HTML of a page, and that of its article. @param about  what else is known of the page */
export function renderEntry(
  {entry, alternates, hrefs, tagList}: LinkedEntry,
  renderer: EditionRenderer,
  about: Pick<PageInput, 'history' | 'socialImage'> = {},
): {readonly html: string; readonly article: string; readonly diagnostics: readonly Diagnostic[]} {
  const described = renderer.describePage({entry, alternates, ...about})
  const article = entry.content.renderArticle(hrefs, tagList)
  const page = renderer.renderPage(described.facts, article)
  return {html: page.html, article, diagnostics: [...described.diagnostics, ...page.diagnostics]}
}

/** The home page of a brand in each of its locales. */
export function homesOf(sites: readonly EditionSite[]): readonly LocaleAddress[] {
  return sites.map(({edition}) => ({
    locale: edition.locale,
    url: edition.prefix.slice(1),
    fallback: false,
  }))
}

// A locale that has another page at best is offered by the language switch, but is no translation.
function alternatesFor(entry: EditionEntry, sites: readonly EditionSite[]): readonly LocaleAddress[] {
  return alternatesOf(entry, sites).map(({locale, url, fallback, samePage}) => ({
    locale,
    url,
    fallback: fallback || !samePage,
  }))
}
