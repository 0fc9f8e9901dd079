import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionPage} from '../core/page.ts'
import {rules} from '../core/rules.ts'
import type {Locale} from '../core/site.ts'
import {brandFile} from './brand-folder.ts'
import type {Edition, EditionEntry} from './edition-site.ts'
import {isIndexPage, pageAddress} from './page-address.ts'

/** A page, the path it goes by, and how much it is preferred among pages of that path (least first). */
interface Candidate {
  readonly localePath: string
  readonly rank: number
  readonly content: EditionPage
}

/**
 * Brands that publish a page, by its path from the content folder; pages without such a limit are left out.
 *
 * Holds the pages of every brand, so that a link to one can say where it is.
 */
export type PageLimits = ReadonlyMap<string, readonly string[]>

/** Whether a brand publishes a page that is limited to some brands: a brand publishes what the brands it extends do. */
export function isPublished(limit: readonly string[] | undefined, chain: readonly string[]): boolean {
  return !limit || chain.some((id) => limit.includes(id))
}

/**
 * Pages of an edition at their addresses, by path inside the locale folder, sorted by it.
 *
 * A page missing in the locale is that of the brand's default locale, at the address it would have. A page that has a
 * source in the locale which is limited to other brands is not replaced.
 *
 * Reports `source/duplicate-address` for a source that would be written to the address of another; it is left out.
 *
 * @param options.chain  the brand and those it extends, most specific first
 * @param options.locales  by tag; the edition's own and the brand's default are used
 */
export function collectEntries(options: {
  readonly edition: Edition
  readonly chain: readonly string[]
  readonly pages: readonly EditionPage[]
  readonly limits: PageLimits
  readonly locales: ReadonlyMap<string, Locale>
}): {readonly entries: ReadonlyMap<string, EditionEntry>; readonly diagnostics: readonly Diagnostic[]} {
  const {edition, chain, limits} = options
  const own = edition.locale
  const fallback = options.locales.get(edition.brand.defaultLocale) ?? own
  const published = options.pages.filter(({page}) =>
    isPublished(limits.get(page.path) ?? page.frontMatter.brands, chain),
  )
  const chosen = candidates(published, own.tag, chain)
  const inOwn = new Set(chosen.map(({content}) => content))
  if (fallback.tag !== own.tag) {
    const taken = new Set(chosen.map(({localePath}) => localePath))
    for (const candidate of candidates(published, fallback.tag, chain)) {
      const isLimited = limits.has(`${own.tag}/${candidate.localePath}`)
      if (!taken.has(candidate.localePath) && !isLimited) chosen.push(candidate)
    }
  }
  const diagnostics: Diagnostic[] = []
  const byUrl = new Map<string, EditionEntry>()
  // Index pages first, `index.md` before `README.md`, and the locale's own before those that fill in.
  const order = (one: Candidate): string =>
    `${inOwn.has(one.content) ? 0 : 1}${isIndexPage(one.localePath) ? (one.localePath.endsWith('README.md') ? 1 : 0) : 2}`
  for (const candidate of chosen.sort((a, b) => byCodeUnit(order(a), order(b)))) {
    const {localePath, content} = candidate
    const address = pageAddress(localePath, edition.prefix)
    const holder = byUrl.get(address.url)
    const isOwn = inOwn.has(content)
    if (!holder) {
      byUrl.set(address.url, {localePath, ...address, content, contentLocale: isOwn ? own : fallback})
    } else if (isOwn || holder.contentLocale.tag !== own.tag) {
      diagnostics.push(duplicate(content.page.path, holder.content.page.path, edition.brand.id))
    }
  }
  const sorted = [...byUrl.values()].sort((a, b) => byCodeUnit(a.localePath, b.localePath))
  return {entries: new Map(sorted.map((entry) => [entry.localePath, entry])), diagnostics}
}

/** Pages of one locale, the most specific of each path. */
function candidates(pages: readonly EditionPage[], locale: string, chain: readonly string[]): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const content of pages) {
    const file = brandFile(content.page.path, chain)
    if (!file?.name.startsWith(`${locale}/`)) continue
    const localePath = file.name.slice(locale.length + 1)
    const known = best.get(localePath)
    if (!known || file.rank < known.rank) best.set(localePath, {localePath, rank: file.rank, content})
  }
  return [...best.values()].sort((a, b) => byCodeUnit(a.localePath, b.localePath))
}

function duplicate(path: string, holder: string, brand: string): Diagnostic {
  return {
    ruleId: 'source/duplicate-address',
    severity: rules['source/duplicate-address'].severity,
    message: `Page \`${path}\` has the same address as \`${holder}\` and is left out`,
    path,
    brands: [brand],
  }
}
