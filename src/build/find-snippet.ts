import path from 'node:path'
import type {UnavailableSnippet} from '../../plugins/snippets/compose-snippets.ts'
import {nearest} from '../core/nearest.ts'
import type {Disk} from './disk.ts'

/** Where snippets are looked for. */
export interface SnippetFolders {
  /** Folder that `basePaths` start from, absolute. */
  readonly root: string
  /** Folders, or single files, as configured. */
  readonly basePaths: readonly string[]
  /** Whether nothing outside the base paths may be read. */
  readonly restrict: boolean
}

/**
 * Absolute path of the file that a snippet names: in the first base path that has it.
 *
 * With `restrict`, neither `..` nor an absolute name nor a symbolic link leads out of the base paths.
 */
export function findSnippet(
  name: string,
  {root, basePaths, restrict}: SnippetFolders,
  disk: Disk,
): {readonly file: string} | UnavailableSnippet {
  const folders: string[] = []
  let leadsOut = false
  for (const basePath of basePaths) {
    const base = path.resolve(root, basePath)
    const realBase = disk.real(base)
    if (realBase === undefined) continue
    if (disk.kind(realBase) !== 'folder') {
      const file = path.resolve(path.dirname(base), name)
      if (disk.real(file) === realBase) return {file}
      continue
    }
    const file = path.resolve(base, name)
    if (restrict && !isInside(base, file)) continue
    folders.push(base)
    const realFile = disk.real(file)
    if (realFile === undefined) continue
    if (restrict && !isInside(realBase, realFile)) leadsOut = true
    else if (disk.kind(realFile) === 'file') return {file}
  }
  const where = basePaths.map((basePath) => `\`${basePath}\``).join(', ')
  if (leadsOut || (folders.length === 0 && isElsewhere(name))) {
    const how = leadsOut ? 'is a symbolic link that leads' : 'is'
    const reason = `Snippet \`${name}\` ${how} outside the base path ${where}; move the file there, or add its folder to \`base_path\``
    return {rule: 'outside-base-path', reason}
  }
  const guess = suggestName(name, folders, disk)
  return {
    rule: 'missing-file',
    reason: `Cannot find snippet \`${name}\` in the base path ${where}`,
    ...(guess !== undefined && {expected: [guess]}),
  }
}

/** Whether a name leaves the folder that it is looked for in. */
function isElsewhere(name: string): boolean {
  return path.isAbsolute(name) || path.normalize(name).startsWith('..')
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

/** Name of a file that is there, each folder and the file itself spelt as the nearest that exists. */
function suggestName(name: string, folders: readonly string[], disk: Disk): string | undefined {
  const segments = path.normalize(name).split(path.sep)
  if (isElsewhere(name) || segments.includes('..')) return undefined
  for (const folder of folders) {
    const found: string[] = []
    for (const segment of segments) {
      const entries = list(path.join(folder, ...found), disk)
      const next = entries.includes(segment) ? segment : nearest(segment, entries)
      if (next === undefined) break
      found.push(next)
    }
    if (found.length === segments.length) return found.join('/')
  }
  return undefined
}

function list(folder: string, disk: Disk): readonly string[] {
  try {
    return disk.list(folder).map(({name}) => name)
  } catch {
    return []
  }
}
