import type {EditionEntry, NavItem} from '../site/edition-site.ts'
import {escapeHtml} from './escape-html.ts'

/** The nav of one edition, rendered once; what is left to do for a page does not grow with the site. */
export interface Navigation {
  /**
   * Nav as seen from one page: its own item is marked, the groups around it are open.
   *
   * @param trail  items from the top down to the page's own one; empty for a page that is in no nav
   * @param root  way to the brand's root, put in front of every address
   * @param below  HTML that stands below the item of the page
   */
  render(trail: readonly NavItem[], root: string, below?: string): string
  /** The first level as list items with links, the one that leads to the page marked. */
  renderTabs(trail: readonly NavItem[], root: string): string
}

/**
 * Most items that a nav may have for every page to hold all of it.
 *
 * In a larger nav, a group that does not lead to the page is one link, to the first page in it, and of a long list only
 * what is near the page is shown.
 */
export const wholeNavLimit = 150

/** Items on either side of the page, in a larger nav: in the list of the page itself, and in the lists around it. */
const near = {inner: 30, outer: 12} as const

/** HTML of sibling items, all closed, and where each of them stands in it. */
interface ItemList {
  readonly html: string
  /** Start of each item in `html`, and its end as the last one. */
  readonly offsets: readonly number[]
}

// Stands for the way to the root in shared HTML; titles cannot hold it.
const rootMark = '\0'

/**
 * Prepares the nav of an edition.
 *
 * A page is a link, a group is a `details` element; a group with a page of its own is a link with a `details` element
 * beside it. The current page has `aria-current="page"`. Of the features, `navigation.expand`, `.prune`, `.sections` and
 * `.tabs` count.
 *
 * @param options.groupLabel  label of the switch that opens a group with a page, with `{title}` for its title
 * @param options.moreLabel  label of the link to what is left out of a long list, with `{count}`
 */
export function prepareNavigation(options: {
  readonly nav: readonly NavItem[]
  readonly groupLabel: string
  readonly moreLabel?: string
  readonly features?: readonly string[]
}): Navigation {
  const {features = [], moreLabel = '+{count}'} = options
  const whole = !features.includes('navigation.prune') && countItems(options.nav, wholeNavLimit) <= wholeNavLimit
  const expanded = features.includes('navigation.expand')
  // Below tabs, the second level is the first that readers see in the nav.
  const sectionDepth = !features.includes('navigation.sections') ? -1 : features.includes('navigation.tabs') ? 1 : 0
  const lists = new Map<readonly NavItem[], ItemList>()

  const group = (item: NavItem, children: string, open: boolean): string => {
    const opened = open || expanded ? ' open' : ''
    if (!item.entry) {
      return `<details${opened}><summary>${safeText(item.title)}</summary><ul>${children}</ul></details>`
    }
    const label = safeText(options.groupLabel.replace('{title}', () => item.title))
    return `<details${opened}><summary aria-label="${label}"></summary><ul>${children}</ul></details>`
  }
  const section = (item: NavItem, children: string): string =>
    `${item.entry ? '' : `<span>${safeText(item.title)}</span>`}<ul>${children}</ul>`
  const closedItem = (item: NavItem, depth: number): string => {
    if (item.children.length === 0) return `<li>${ownLink(item, '')}</li>`
    if (!whole) return `<li class="dp-nav-closed">${linkTo(item, firstAddress(item), '')}</li>`
    const link = item.entry ? ownLink(item, '') : ''
    const children = prepareList(item.children, depth + 1).html
    if (depth === sectionDepth) return `<li class="dp-nav-section">${link}${section(item, children)}</li>`
    return `<li>${link}${group(item, children, false)}</li>`
  }
  const prepareList = (items: readonly NavItem[], depth: number): ItemList => {
    const known = lists.get(items)
    if (known) return known
    const list = joinItems(items, (item) => closedItem(item, depth))
    lists.set(items, list)
    return list
  }
  const openList = (
    items: readonly NavItem[],
    view: {readonly trail: readonly NavItem[]; readonly depth: number; readonly below: string},
  ): string => {
    const {trail, depth, below} = view
    const [item, ...deeper] = trail
    const index = item === undefined ? -1 : items.indexOf(item)
    const reach = deeper.length > 0 ? near.outer : near.inner
    const shown = whole ? {from: 0, to: items.length} : windowAround(Math.max(index, 0), items.length, reach)
    const list = prepareList(items, depth)
    const slice = (from: number, to: number): string => list.html.slice(list.offsets[from], list.offsets[to])
    const framed = (html: string): string =>
      moreLink(items.slice(0, shown.from).reverse(), moreLabel) + html + moreLink(items.slice(shown.to), moreLabel)
    if (item === undefined || index === -1) return framed(slice(shown.from, shown.to))
    const current = deeper.length === 0 ? ' aria-current="page"' : ''
    const link = item.entry || item.children.length === 0 ? ownLink(item, current) : ''
    const children = item.children.length === 0 ? '' : openList(item.children, {trail: deeper, depth: depth + 1, below})
    const isSection = depth === sectionDepth && children !== ''
    const inner = children === '' ? '' : isSection ? section(item, children) : group(item, children, true)
    const classes = `dp-nav-trail${isSection ? ' dp-nav-section' : ''}`
    const open = `<li class="${classes}">${link}${deeper.length === 0 ? below : ''}${inner}</li>`
    return framed(slice(shown.from, index) + open + slice(index + 1, shown.to))
  }

  const tabs = joinItems(options.nav, (item) => tab(item, ''))
  const withRoot = (html: string, root: string): string => html.replaceAll(rootMark, () => escapeHtml(root))
  return {
    render: (trail, root, below = '') =>
      withRoot(openList(options.nav, {trail, depth: 0, below: below.replaceAll(rootMark, '\uFFFD')}), root),
    renderTabs(trail, root) {
      const [item, ...deeper] = trail
      const index = item === undefined ? -1 : options.nav.indexOf(item)
      if (item === undefined || index === -1) return withRoot(tabs.html, root)
      const current = tab(item, ` aria-current="${deeper.length === 0 ? 'page' : 'true'}"`)
      return withRoot(
        tabs.html.slice(0, tabs.offsets[index]) + current + tabs.html.slice(tabs.offsets[index + 1]),
        root,
      )
    },
  }
}

function joinItems(items: readonly NavItem[], render: (item: NavItem) => string): ItemList {
  const offsets = [0]
  let html = ''
  for (const item of items) {
    html += render(item)
    offsets.push(html.length)
  }
  return {html, offsets}
}

function tab(item: NavItem, attributes: string): string {
  return `<li>${linkTo(item, firstAddress(item), attributes)}</li>`
}

/** The part of a list that is shown: `reach` items on either side of one, more where the list ends on the other. */
function windowAround(index: number, count: number, reach: number): {readonly from: number; readonly to: number} {
  const from = Math.max(0, Math.min(index - reach, count - 2 * reach - 1))
  return {from, to: Math.min(count, from + 2 * reach + 1)}
}

/** Link to the first of the items that leads to a page, in place of all of them. */
function moreLink(items: readonly NavItem[], label: string): string {
  if (items.length === 0) return ''
  const address = items.map(firstAddress).find((each) => each !== undefined)
  const title = label.replace('{count}', () => String(items.length))
  return `<li class="dp-nav-more">${linkTo({title, children: []}, address, '')}</li>`
}

/** The item's own page, else the first one below it; `undefined` when it leads to none. */
export function firstEntry(item: NavItem): EditionEntry | undefined {
  if (item.entry) return item.entry
  for (const child of item.children) {
    const entry = firstEntry(child)
    if (entry) return entry
  }
  return undefined
}

function firstAddress(item: NavItem): string | undefined {
  const entry = firstEntry(item)
  return entry ? rootMark + entry.url : externalAddress(item)
}

function externalAddress(item: NavItem): string | undefined {
  return item.href?.replaceAll(rootMark, '')
}

function ownLink(item: NavItem, attributes: string): string {
  return linkTo(item, item.entry ? rootMark + item.entry.url : externalAddress(item), attributes)
}

function linkTo(item: NavItem, address: string | undefined, attributes: string): string {
  if (address === undefined) return `<span>${safeText(item.title)}</span>`
  return `<a href="${escapeHtml(address)}"${attributes}>${safeText(item.title)}</a>`
}

function safeText(text: string): string {
  return escapeHtml(text).replaceAll(rootMark, '\uFFFD')
}

function countItems(items: readonly NavItem[], limit: number): number {
  let count = items.length
  for (const item of items) {
    if (count > limit) return count
    count += countItems(item.children, limit - count)
  }
  return count
}
