import type {NeutralPage} from './peer.ts'

/** A folder or a page in a nav that follows the folders. */
export interface NavItem {
  readonly title: string
  /** Path of its page, or of the index page of a folder. */
  readonly path?: string
  readonly items: readonly NavItem[]
}

/** Nav of one locale: every page of it, index pages at their folders. */
export function navTree(pages: readonly NeutralPage[], locale: string): readonly NavItem[] {
  return itemsBelow(
    pages.filter((page) => page.locale === locale),
    `${locale}/`,
  )
}

function itemsBelow(pages: readonly NeutralPage[], folder: string): readonly NavItem[] {
  const direct: NavItem[] = []
  const folders = new Map<string, NeutralPage[]>()
  for (const page of pages) {
    const [name = '', ...rest] = page.path.slice(folder.length).split('/')
    const inside = folders.get(name)
    if (rest.length === 0) direct.push({title: page.title, path: page.path, items: []})
    else if (inside) inside.push(page)
    else folders.set(name, [page])
  }
  const nested = [...folders].map(([name, inside]): NavItem => {
    const items = itemsBelow(inside, `${folder}${name}/`)
    const index = items.find(({path}) => path === `${folder}${name}/index.md`)
    return index?.path === undefined
      ? {title: name, items}
      : {title: index.title, path: index.path, items: items.filter((item) => item !== index)}
  })
  return [...direct, ...nested]
}
