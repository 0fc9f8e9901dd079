import type {EditionEntry, EditionSite, NavItem} from './edition-site.ts'

/** Pages in reading order, the place of each, and the nav items above each; see `EditionSite`. */
export function readingOrder(nav: readonly NavItem[]): Pick<EditionSite, 'order' | 'positions' | 'trails'> {
  const order: EditionEntry[] = []
  const positions = new Map<string, number>()
  const trails = new Map<string, readonly NavItem[]>()
  const visit = (items: readonly NavItem[], above: readonly NavItem[]): void => {
    for (const item of items) {
      const trail = [...above, item]
      if (item.entry && !trails.has(item.entry.localePath)) {
        trails.set(item.entry.localePath, trail)
        positions.set(item.entry.localePath, order.length)
        order.push(item.entry)
      }
      visit(item.children, trail)
    }
  }
  visit(nav, [])
  return {order, positions, trails}
}

/** Nav items from the top down to the page's own one, for breadcrumbs; empty for a page that is in no nav. */
export function trailOf(entry: EditionEntry, site: EditionSite): readonly NavItem[] {
  return site.trails.get(entry.localePath) ?? []
}

/** Pages before and after this one in reading order; a page that is in no nav has neither. */
export function neighboursOf(
  entry: EditionEntry,
  site: EditionSite,
): {readonly previous?: EditionEntry; readonly next?: EditionEntry} {
  const position = site.positions.get(entry.localePath)
  if (position === undefined) return {}
  const previous = site.order[position - 1]
  const next = site.order[position + 1]
  return {...(previous ? {previous} : {}), ...(next ? {next} : {})}
}
