import {lstatSync, readlinkSync, realpathSync, rmSync} from 'node:fs'
import path from 'node:path'
import type {Git} from './git.ts'

/**
 * Writes the files of a commit to a folder as a checkout would, with line endings and filters as configured. The work tree,
 * the index and the references of the repository stay as they are. Files of Git LFS stay pointers.
 *
 * Symbolic links that lead out of the folder are left out, and so are submodules.
 *
 * @param folder  absolute, without links; made when it is not there
 * @param index  absolute path for a scratch index
 * @returns paths of the links that were left out
 */
export async function checkOut(
  git: Git,
  commit: string,
  {folder, index}: {readonly folder: string; readonly index: string},
): Promise<readonly string[]> {
  await git.run(['read-tree', commit], index)
  await git.run(['checkout-index', '--all', '--quiet', '--force', `--prefix=${folder}/`], index)
  const links = (await git.run(['ls-files', '--stage', '-z'], index))
    .split('\0')
    .filter((entry) => entry.startsWith('120000 '))
    .map((entry) => entry.slice(entry.indexOf('\t') + 1))
  return links.filter((name) => {
    const file = path.join(folder, name)
    if (!isLink(file) || staysInside(file, folder)) return false
    rmSync(file)
    return true
  })
}

function isLink(file: string): boolean {
  return lstatSync(file, {throwIfNoEntry: false})?.isSymbolicLink() ?? false
}

function staysInside(link: string, folder: string): boolean {
  try {
    return isInside(realpathSync(link), folder)
  } catch {
    return isInside(path.resolve(path.dirname(link), readlinkSync(link)), folder)
  }
}

/** Whether a path is a folder or lies in it. Both absolute. */
export function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder + path.sep)
}
