import {nearest} from '../core/nearest.ts'
import type {Brand, Site} from '../core/site.ts'
import type {EditionSite} from '../site/edition-site.ts'
import {UsageError} from './usage-error.ts'

/** What one build is about: the brands, and of each the locales that are written. */
export interface Selection {
  readonly brands: readonly Brand[]
  /** Tags; a brand's other locales are linked to as usual, but not written. */
  readonly locales: ReadonlySet<string>
}

/**
 * Chooses brands and locales by name; all when none is named.
 *
 * @throws UsageError when a name is unknown, with the nearest known one, or when no brand publishes the locales
 */
export function selectEditions(
  site: Site,
  names: {readonly brands?: readonly string[] | undefined; readonly locales?: readonly string[] | undefined},
): Selection {
  const knownBrands = site.brands.map(({id}) => id)
  const knownLocales = site.locales.map(({tag}) => tag)
  for (const name of names.brands ?? []) refuseUnknown('brand', name, knownBrands)
  for (const name of names.locales ?? []) refuseUnknown('locale', name, knownLocales)
  const locales = new Set(names.locales ?? knownLocales)
  const named = site.brands.filter(({id}) => names.brands?.includes(id) ?? true)
  const brands = named.filter((brand) => brand.locales.some(({tag}) => locales.has(tag)))
  if (brands.length === 0) {
    const wanted = [...locales].map((tag) => `\`${tag}\``).join(', ')
    throw new UsageError(`None of the brands ${named.map(({id}) => `\`${id}\``).join(', ')} publishes ${wanted}`)
  }
  return {brands, locales}
}

/** Those editions of a brand whose locales were chosen. */
export function chosenSites(sites: readonly EditionSite[], {locales}: Selection): readonly EditionSite[] {
  return sites.filter(({edition}) => locales.has(edition.locale.tag))
}

function refuseUnknown(kind: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return
  const guess = nearest(name, known)
  const hint =
    guess === undefined ? `expected ${known.map((id) => `\`${id}\``).join(', ')}` : `did you mean \`${guess}\``
  throw new UsageError(`Unknown ${kind} \`${name}\`; ${hint}`)
}
