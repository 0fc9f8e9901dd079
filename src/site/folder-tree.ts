import {byCodeUnit} from '../core/code-unit-order.ts'
import {basename, dirname} from '../core/paths.ts'
import type {EditionEntry} from './edition-site.ts'
import {byNaturalOrder} from './natural-order.ts'
import {isIndexPage} from './page-address.ts'
import type {PagesFile} from './pages-file.ts'

/** What stands directly in a folder of an edition. */
export interface Folder {
  readonly pages: readonly EditionEntry[]
  /** Paths of the sub-folders inside the locale folder, sorted. */
  readonly folders: readonly string[]
  /** Whether a page in it or below it is written in the edition's own locale. */
  readonly isTranslated: boolean
}

/** Folders of an edition that hold pages, by path inside the locale folder; the top is the empty string. */
export type FolderTree = ReadonlyMap<string, Folder>

/** Folders of an edition's pages. */
export function folderTree(entries: ReadonlyMap<string, EditionEntry>, locale: string): FolderTree {
  const tree = new Map<string, {pages: EditionEntry[]; folders: Set<string>; isTranslated: boolean}>()
  const open = (path: string): {pages: EditionEntry[]; folders: Set<string>; isTranslated: boolean} => {
    const known = tree.get(path)
    if (known) return known
    const folder = {pages: [], folders: new Set<string>(), isTranslated: false}
    tree.set(path, folder)
    if (path !== '') open(dirname(path)).folders.add(path)
    return folder
  }
  open('')
  for (const entry of entries.values()) {
    let path = dirname(entry.localePath)
    open(path).pages.push(entry)
    if (entry.contentLocale.tag !== locale) continue
    while (!open(path).isTranslated) {
      open(path).isTranslated = true
      path = dirname(path)
    }
  }
  return new Map(
    [...tree].map(([path, {pages, folders, isTranslated}]) => [
      path,
      {pages, folders: [...folders].sort(byCodeUnit), isTranslated},
    ]),
  )
}

/**
 * Title of a folder that has none of its own, as MkDocs 1.6 makes it: `-` and `_` become spaces, and a name without
 * capitals gets one.
 */
export function folderTitle(path: string): string {
  const words = basename(path).replace(/[-_]/g, ' ')
  const isLower = words === words.toLowerCase()
  return isLower ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

/** A page or sub-folder, as the nav sorts it. */
export type FolderChild =
  | {readonly kind: 'page'; readonly path: string; readonly entry: EditionEntry}
  | {readonly kind: 'folder'; readonly path: string}

/**
 * Pages and sub-folders of a folder in nav order.
 *
 * The index page comes first. Without an order in the `.pages` file the other pages follow by file name, then the
 * folders by name, as in MkDocs; with one, pages and folders are sorted together.
 *
 * @param titleOf  title of a sub-folder, for `order_by: title`
 */
export function sortedChildren(
  folder: Folder,
  pages: PagesFile | undefined,
  titleOf: (path: string) => string,
): readonly FolderChild[] {
  const files = folder.pages.map((entry): FolderChild => ({kind: 'page', path: entry.localePath, entry}))
  const folders = folder.folders.map((path): FolderChild => ({kind: 'folder', path}))
  const index = files.filter(({path}) => isIndexPage(path))
  const others = files.filter(({path}) => !isIndexPage(path))
  const name = ({path}: FolderChild): string => basename(path)
  if (!pages || (!pages.order && !pages.orderBy && !pages.natural)) {
    return [...index, ...others.sort((a, b) => byCodeUnit(name(a), name(b))), ...folders]
  }
  const key = (child: FolderChild): string => {
    const byName = pages.orderBy !== 'title'
    const text = byName ? name(child) : child.kind === 'page' ? child.entry.content.title : titleOf(child.path)
    return pages.ignoreCase ? text.toLowerCase() : text
  }
  const compare = pages.natural ? byNaturalOrder : byCodeUnit
  const sign = pages.order === 'desc' ? -1 : 1
  const keyed = [...others, ...folders].map((child) => ({child, key: key(child)}))
  keyed.sort((a, b) => sign * compare(a.key, b.key))
  return [...index, ...keyed.map(({child}) => child)]
}

/** Sub-folder or page of this name in a folder. */
export function childNames(folder: Folder | undefined): readonly string[] {
  return folder ? [...folder.pages.map(({localePath}) => basename(localePath)), ...folder.folders.map(basename)] : []
}

/** Folders that hold one of these paths, at any depth; the top is left out. */
export function foldersAbove(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder)
  }
  return folders
}
