import {basename, decodePath, dirname, inFolder, joinPath} from '../../core/paths.ts'
import {isExternal, splitTarget} from '../../site/link-target.ts'

/** Where a destination that an author wrote can lead to. */
export interface LinkNames {
  /** Paths from the content folder, the usual reading first. */
  readonly names: readonly string[]
  /** Decoded, without its `#`; empty for none. */
  readonly anchor: string
}

/**
 * Reads a destination as a path from each of some sources: from the folder of the source, and from its address as raw
 * HTML does. A path from the root starts at the locale or at the content folder.
 *
 * @param sources  paths from the content folder
 * @returns `undefined` for what is no path
 */
export function linkNames(target: string, sources: readonly string[]): LinkNames | undefined {
  if (isExternal(target)) return undefined
  const {path, fragment} = splitTarget(target.trim())
  const anchor = decodePath(fragment.slice(1))
  if (path === '') return {names: sources.map(sharedName), anchor}
  const decoded = decodePath(path)
  const folders = sources.flatMap((source) => {
    const name = sharedName(source)
    if (decoded.startsWith('/')) return [name.split('/', 1)[0] ?? '', '']
    const isIndex = /^(?:index|README)\.md$/i.test(basename(name))
    return [dirname(name), isIndex ? dirname(name) : name.replace(/\.md$/i, '')]
  })
  const names = folders.map((folder) => joinPath(folder, decoded)).filter((name) => name !== undefined)
  return {names: [...new Set(names)], anchor}
}

/** Names of the pages that a name can mean: its own, or that of a page by its address. */
export function pageNames(name: string): readonly string[] {
  return [name, `${name}.md`, inFolder(name, 'index.md'), inFolder(name, 'README.md')]
}

/** Path of the shared page that a page of one brand stands for: `en/a.md` for `brands/nova/en/a.md`. */
function sharedName(source: string): string {
  return source.replace(/^brands\/[^/]+\//, '')
}
