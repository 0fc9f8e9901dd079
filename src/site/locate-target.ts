import {dirname, inFolder, joinPath} from '../core/paths.ts'
import type {EditionEntry, EditionSite} from './edition-site.ts'
import type {LinkIndex, LinkTarget} from './link-index.ts'
import {isIndexPage} from './page-address.ts'

/** What a path leads to, and how it was understood. */
export interface Located {
  readonly target: LinkTarget
  /**
   * `exact`: the path of a source or file. `directory`: a page by its address (`x/`, `x`). `url`: an address that
   * works in the output as it is written.
   */
  readonly form: 'exact' | 'directory' | 'url'
}

/** The page that a path stands on. */
export interface Standpoint {
  readonly index: LinkIndex
  readonly site: EditionSite
  readonly entry: EditionEntry
}

/** Result of following a path: what it leads to, nothing, or out of the content folder. */
export type Location = Located | 'missing' | 'outside'

/** Folder from the content folder that Markdown paths of a page start from: that of its source. */
export function sourceFolder({site, entry}: Standpoint): string {
  return dirname(`${site.edition.locale.tag}/${entry.localePath}`)
}

/**
 * Folder that raw HTML paths of a page start from, seen in the content folder: its address below the locale folder,
 * `zh/a/b` for `zh/a/b.md`.
 */
function addressFolder({site, entry}: Standpoint): string {
  const {localePath} = entry
  const folder = isIndexPage(localePath) ? dirname(localePath) : localePath.replace(/\.md$/i, '')
  return inFolder(site.edition.locale.tag, folder)
}

/** Follows a relative path of a Markdown link or image from the folder of its source. `path` is decoded, in NFC. */
export function locateFromSource(path: string, from: Standpoint): Location {
  const name = joinPath(sourceFolder(from), path)
  return name === undefined ? 'outside' : (byName(name, path, from.index) ?? 'missing')
}

/**
 * Follows a relative path of raw HTML from the address of its page.
 *
 * A path that leads nowhere in the output is then followed inside the content folder, where the address of a page
 * starts at its locale folder whatever the prefix, and, on a page that fills in for a missing translation, from the
 * address that the page has in its own locale.
 */
export function locateFromAddress(path: string, from: Standpoint): Location {
  const direct = atOutput(joinPath(dirname(from.entry.file), path), from.index)
  if (direct) return {target: direct, form: 'url'}
  const name = joinPath(addressFolder(from), path)
  const found = name === undefined ? undefined : byName(name, path, from.index)
  if (found) return found
  const native = from.index.sites.get(from.entry.contentLocale.tag)?.entries.get(from.entry.localePath)
  const other = native && native !== from.entry ? joinPath(dirname(native.file), path) : undefined
  const filled = atOutput(other, from.index)
  if (filled) return {target: filled, form: 'directory'}
  return name === undefined ? 'outside' : 'missing'
}

/** Follows a path that starts with `/`: from the root of the locale, of the content folder, of the published site. */
export function locateFromRoot(path: string, from: Standpoint): Location {
  const inLocale = joinPath(from.site.edition.locale.tag, path)
  const top = joinPath('', path)
  if (inLocale === undefined || top === undefined) return 'outside'
  const found = byName(inLocale, path, from.index) ?? byName(top, path, from.index)
  if (found) return found
  const target = atOutput(top, from.index)
  return target ? {target, form: 'directory'} : 'missing'
}

/**
 * Names that a path could stand for, read from the source's folder and from the page's address. The usual reading of
 * its origin comes first.
 */
export function possibleNames(path: string, isHtml: boolean, from: Standpoint): readonly string[] {
  const folders = isHtml ? [addressFolder(from), sourceFolder(from)] : [sourceFolder(from), addressFolder(from)]
  const roots = path.startsWith('/') ? [from.site.edition.locale.tag, ''] : folders
  return roots.map((folder) => joinPath(folder, path)).filter((name) => name !== undefined)
}

function byName(name: string, path: string, index: LinkIndex): Located | undefined {
  const exact = path.endsWith('/') ? undefined : index.byName.get(name)
  if (exact) return {target: exact, form: 'exact'}
  for (const candidate of [`${name}.md`, inFolder(name, 'index.md'), inFolder(name, 'README.md')]) {
    const target = index.byName.get(candidate)
    if (target) return {target, form: 'directory'}
  }
  return undefined
}

function atOutput(output: string | undefined, index: LinkIndex): LinkTarget | undefined {
  if (output === undefined) return undefined
  return index.byOutput.get(output) ?? index.byOutput.get(inFolder(output, 'index.html'))
}
