import type {EditionEntry, NavItem} from '../site/edition-site.ts'
import {escapeHtml} from './escape-html.ts'
import type {StatusContext} from './page-context.ts'

/** The nav of one edition, rendered once; what is left to do for a page does not grow with the site. */
export interface Navigation {
  /**
   * Nav as seen from one page: its own item is marked, the groups around it are open.
   *
   * @param trail  items from the top down to the page's own one; empty for a page that is in no nav
   * @param root  way to the brand's root, put in front of every address
   */
  render(trail: readonly NavItem[], root: string): string
}

/**
 * Most items that a nav may have for every page to hold all of it.
 *
 * In a larger nav, a group that does not lead to the page is one link, to the first page in it.
 */
export const wholeNavLimit = 150

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
 * beside it. The current page has `aria-current="page"`.
 *
 * @param options.groupLabel  label of the switch that opens a group with a page, with `{title}` for its title
 * @param options.statusOf  what is special about a page; left out: nothing
 */
export function prepareNavigation(options: {
  readonly nav: readonly NavItem[]
  readonly groupLabel: string
  readonly statusOf?: (entry: EditionEntry) => StatusContext | undefined
}): Navigation {
  const whole = countItems(options.nav, wholeNavLimit) <= wholeNavLimit
  const lists = new Map<readonly NavItem[], ItemList>()

  const badge = ({entry}: NavItem): string => {
    const status = entry && options.statusOf?.(entry)
    return status ? ` <span class="dp-status" data-status="${safeText(status.id)}">${safeText(status.text)}</span>` : ''
  }
  const ownLink = (item: NavItem, attributes: string): string =>
    linkTo(item, item.entry ? rootMark + item.entry.url : externalAddress(item), {attributes, badge: badge(item)})

  const group = (item: NavItem, children: string, open: boolean): string => {
    const opened = open ? ' open' : ''
    if (!item.entry) {
      return `<details${opened}><summary>${safeText(item.title)}</summary><ul>${children}</ul></details>`
    }
    const label = safeText(options.groupLabel.replace('{title}', () => item.title))
    return `<details${opened}><summary aria-label="${label}"></summary><ul>${children}</ul></details>`
  }
  const closedItem = (item: NavItem): string => {
    if (item.children.length === 0) return `<li>${ownLink(item, '')}</li>`
    if (!whole)
      return `<li class="dp-nav-closed">${linkTo(item, firstAddress(item), {attributes: '', badge: badge(item)})}</li>`
    return `<li>${item.entry ? ownLink(item, '') : ''}${group(item, prepareList(item.children).html, false)}</li>`
  }
  const prepareList = (items: readonly NavItem[]): ItemList => {
    const known = lists.get(items)
    if (known) return known
    const offsets = [0]
    let html = ''
    for (const item of items) {
      html += closedItem(item)
      offsets.push(html.length)
    }
    const list = {html, offsets}
    lists.set(items, list)
    return list
  }
  const openList = (items: readonly NavItem[], trail: readonly NavItem[]): string => {
    const list = prepareList(items)
    const [item, ...deeper] = trail
    const index = item === undefined ? -1 : items.indexOf(item)
    if (item === undefined || index === -1) return list.html
    const current = deeper.length === 0 ? ' aria-current="page"' : ''
    const link = item.entry || item.children.length === 0 ? ownLink(item, current) : ''
    const inner = item.children.length === 0 ? '' : group(item, openList(item.children, deeper), true)
    const open = `<li class="dp-nav-trail">${link}${inner}</li>`
    return list.html.slice(0, list.offsets[index]) + open + list.html.slice(list.offsets[index + 1])
  }

  return {
    render: (trail, root) => openList(options.nav, trail).replaceAll(rootMark, () => escapeHtml(root)),
  }
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

function linkTo(
  item: NavItem,
  address: string | undefined,
  {attributes, badge}: {readonly attributes: string; readonly badge: string},
): string {
  if (address === undefined) return `<span>${safeText(item.title)}</span>`
  return `<a href="${escapeHtml(address)}"${attributes}>${safeText(item.title)}${badge}</a>`
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
