import type {SourceText} from '../../build/read-content.ts'
import type {Site} from '../../core/site.ts'
import {isIndexPage} from '../../site/page-address.ts'
import {sourceLocale} from './translation-settings.ts'

/** A source and the one that it is a translation of. */
export interface SourcePair {
  readonly source: SourceText
  readonly translation: SourceText
}

/** Every source in another language than that of the site whose original is there, in the order of `sources`. */
export function sourcePairs(sources: readonly SourceText[], site: Site): readonly SourcePair[] {
  const tag = sourceLocale(site)
  const byPath = new Map(sources.map((source) => [source.path, source]))
  return sources.flatMap((translation) => {
    if (translation.locale === tag) return []
    const source = candidates(translation, tag)
      .map((path) => byPath.get(path))
      .find((found) => found !== undefined)
    return source ? [{source, translation}] : []
  })
}

/** Paths that the original of a source may have: index pages go by two names. */
function candidates({path, locale, brand}: SourceText, tag: string): readonly string[] {
  const folder = brand === undefined ? '' : `brands/${brand}/`
  const localePath = path.slice(folder.length + locale.length + 1)
  const same = `${folder}${tag}/${localePath}`
  if (!isIndexPage(localePath)) return [same]
  const parent = same.slice(0, same.lastIndexOf('/') + 1)
  return [same, `${parent}index.md`, `${parent}README.md`]
}
