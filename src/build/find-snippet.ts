import {readdir, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import type {UnavailableSnippet} from '../../plugins/snippets/compose-snippets.ts'
import {byCodeUnit} from '../core/code-unit-order.ts'
import {nearest} from '../core/nearest.ts'

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
export async function findSnippet(
  name: string,
  {root, basePaths, restrict}: SnippetFolders,
): Promise<{readonly file: string} | UnavailableSnippet> {
  const folders: string[] = []
  let leadsOut = false
  for (const basePath of basePaths) {
    const base = path.resolve(root, basePath)
    const realBase = await realPath(base)
    if (realBase === undefined) continue
    if (!(await stat(realBase)).isDirectory()) {
      const file = path.resolve(path.dirname(base), name)
      if ((await realPath(file)) === realBase) return {file}
      continue
    }
    const file = path.resolve(base, name)
    if (restrict && !isInside(base, file)) continue
    folders.push(base)
    const realFile = await realPath(file)
    if (realFile === undefined) continue
    if (restrict && !isInside(realBase, realFile)) leadsOut = true
    else if ((await stat(realFile)).isFile()) return {file}
  }
  const where = basePaths.map((basePath) => `\`${basePath}\``).join(', ')
  if (leadsOut || (folders.length === 0 && isElsewhere(name))) {
    const how = leadsOut ? 'is a symbolic link that leads' : 'is'
    const reason = `Snippet \`${name}\` ${how} outside the base path ${where}; move the file there, or add its folder to \`base_path\``
    return {rule: 'outside-base-path', reason}
  }
  const guess = await suggestName(name, folders)
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

/** Path without symbolic links; `undefined` for what is not there or cannot be a path. */
async function realPath(file: string): Promise<string | undefined> {
  try {
    return await realpath(file)
  } catch {
    return undefined
  }
}

/** Name of a file that is there, each folder and the file itself spelt as the nearest that exists. */
async function suggestName(name: string, folders: readonly string[]): Promise<string | undefined> {
  const segments = path.normalize(name).split(path.sep)
  if (isElsewhere(name) || segments.includes('..')) return undefined
  for (const folder of folders) {
    const found: string[] = []
    for (const segment of segments) {
      const entries = await list(path.join(folder, ...found))
      const next = entries.includes(segment) ? segment : nearest(segment, entries)
      if (next === undefined) break
      found.push(next)
    }
    if (found.length === segments.length) return found.join('/')
  }
  return undefined
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort(byCodeUnit)
  } catch {
    return []
  }
}
