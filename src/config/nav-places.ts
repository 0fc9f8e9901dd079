import type {Place} from '../core/position.ts'
import type {NavEntry, NavPlace, Site} from '../core/site.ts'
import type {ConfigPath, Finding} from './finding.ts'

/** Says where the key or the value at a path of the configuration stands. */
type Locate = (path: ConfigPath, at: Finding['at']) => Place | undefined

/**
 * Places of the entries of a nav, by locale: what an entry opens, or the title of a group.
 *
 * @param data  the configuration as it was written
 */
export function navPlaces(
  nav: Site['nav'],
  data: unknown,
  locate: Locate,
): Readonly<Record<string, readonly NavPlace[]>> {
  const written = typeof data === 'object' && data !== null && 'nav' in data ? data.nav : undefined
  const isShared = Array.isArray(written)
  const places = Object.entries(nav).map(([tag, entries]) => {
    const base = isShared ? ['nav'] : ['nav', tag]
    return [tag, entries.map((entry, index) => placeOf(entry, [...base, index], locate))] as const
  })
  return Object.fromEntries(places)
}

function placeOf(entry: NavEntry, path: ConfigPath, locate: Locate): NavPlace {
  if (typeof entry === 'string') return withPlace(locate(path, 'value'), [])
  const [title = '', target] = Object.entries(entry)[0] ?? []
  const ownPath = [...path, title]
  if (typeof target === 'string' && target !== '') return withPlace(locate(ownPath, 'value'), [])
  const children = Array.isArray(target) ? target : []
  return withPlace(
    locate(ownPath, 'key'),
    children.map((child: NavEntry, index) => placeOf(child, [...ownPath, index], locate)),
  )
}

function withPlace(place: Place | undefined, children: readonly NavPlace[]): NavPlace {
  return {...(place && {place}), children}
}
