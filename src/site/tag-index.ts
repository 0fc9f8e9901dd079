import {makeSlugger} from '../../plugins/slugs/slugify.ts'
import {makeIdRegistry} from '../../plugins/slugs/unique-id.ts'
import type {EditionEntry} from './edition-site.ts'

/** A tag with the pages that have it. */
export interface SiteTag {
  readonly name: string
  /** Its id on a page that lists the tags: `tag:billing`. */
  readonly id: string
  /** In alphabetical order of their titles. */
  readonly entries: readonly EditionEntry[]
}

/** The tags of an edition. */
export interface TagIndex {
  /** In alphabetical order. */
  readonly tags: ReadonlyMap<string, SiteTag>
  /** Page that lists them; left out when there is none. */
  readonly page?: EditionEntry
}

/**
 * Tags of the pages of an edition, and the page that lists them: the first in the order of paths.
 *
 * @param locale  tag of the language whose alphabet decides about the order
 * @returns `undefined` for an edition without tags and without such a page
 */
export function indexTags(entries: Iterable<EditionEntry>, locale: string): TagIndex | undefined {
  const byTag = new Map<string, EditionEntry[]>()
  let page: EditionEntry | undefined
  for (const entry of entries) {
    if (entry.content.features.tagList) page ??= entry
    for (const tag of entry.content.tags ?? []) byTag.set(tag, [...(byTag.get(tag) ?? []), entry])
  }
  if (byTag.size === 0 && !page) return undefined
  const {compare} = new Intl.Collator(locale)
  const slugify = makeSlugger({kind: 'pymdownx', case: 'lower'})
  const unique = makeIdRegistry()
  const tags = [...byTag]
    .sort(([a], [b]) => compare(a, b) || (a < b ? -1 : 1))
    .map(([name, tagged]): [string, SiteTag] => [
      name,
      {
        name,
        id: unique(`tag:${slugify(name)}`),
        entries: tagged.sort((a, b) => compare(a.content.title, b.content.title) || (a.url < b.url ? -1 : 1)),
      },
    ])
  return {tags: new Map(tags), ...(page && {page})}
}
