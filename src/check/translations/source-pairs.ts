import type {SourceText} from '../../build/read-content.ts'
import {dirname} from '../../core/paths.ts'
import type {Site} from '../../core/site.ts'
import {isIndexPage} from '../../site/page-address.ts'
import {sourceLocale} from './translation-settings.ts'

/** A source and the one that it is a translation of. */
export interface SourcePair {
  readonly source: SourceText
  readonly translation: SourceText
}

/**
 * Every source in another language than that of the site whose original is there, in the order of `sources`.
 *
 * The original of a page of one brand is that of the same brand, else of a brand that it extends, else that of all.
 */
export function sourcePairs(sources: readonly SourceText[], site: Site): readonly SourcePair[] {
  const tag = sourceLocale(site)
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const ancestors = new Map(site.brands.map(({id, ancestors: others = []}) => [id, others]))
  return sources.flatMap((translation) => {
    if (translation.locale === tag) return []
    const {brand} = translation
    const brands = brand === undefined ? [] : [brand, ...(ancestors.get(brand) ?? [])]
    const source = [...brands.map((id) => `brands/${id}/`), '']
      .flatMap((folder) => candidates(translation, folder + tag))
      .map((path) => byPath.get(path))
      .find((found) => found !== undefined)
    return source ? [{source, translation}] : []
  })
}

/** Paths that the original of a source may have in a folder of its locale: index pages go by two names. */
function candidates({path, locale, brand}: SourceText, folder: string): readonly string[] {
  const localePath = path.slice((brand === undefined ? 0 : `brands/${brand}/`.length) + locale.length + 1)
  const same = `${folder}/${localePath}`
  if (!isIndexPage(localePath)) return [same]
  const parent = dirname(same)
  return [same, `${parent}/index.md`, `${parent}/README.md`]
}
