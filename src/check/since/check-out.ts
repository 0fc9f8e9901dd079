import {lstatSync, readlinkSync, realpathSync, rmSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {isInside} from '../is-inside.ts'
import type {Git} from '../git.ts'

/** What became of the files of a commit that are not simply files. Paths from the top of the work tree. */
export interface CheckedOut {
  /** Symbolic links out of the work tree, which has the same ones: they lead to where those lead. */
  readonly linkedOut: readonly string[]
  /** Symbolic links out of the work tree that it does not have any more: left out. */
  readonly leftOut: readonly string[]
  /** Pages that are pointers to Git LFS. */
  readonly pointers: readonly string[]
}

/**
 * Writes the files of a commit to a folder as a checkout would, with line endings and filters as configured. The work tree,
 * the index and the references of the repository stay as they are. Files of Git LFS stay pointers, submodules are left out.
 *
 * A symbolic link that leads out of the folder is only kept where the work tree has it, too, and whoever checks that reads
 * through it anyway.
 *
 * @param folder  absolute, without links; made when it is not there
 * @param index  absolute path for a scratch index
 */
export async function checkOut(
  git: Git,
  commit: string,
  {folder, index}: {readonly folder: string; readonly index: string},
): Promise<CheckedOut> {
  await git.run(['read-tree', commit], index)
  await git.run(['checkout-index', '--all', '--quiet', '--force', `--prefix=${folder}/`], index)
  const outside = (await git.run(['ls-files', '--stage', '-z'], index))
    .split('\0')
    .filter((entry) => entry.startsWith('120000 '))
    .map((entry) => entry.slice(entry.indexOf('\t') + 1))
    .filter((name) => isLink(path.join(folder, name)) && !staysInside(path.join(folder, name), folder))
  const linkedOut = outside.filter((name) => {
    const link = path.join(folder, name)
    const target = readlinkSync(link)
    const present = path.join(git.top, name)
    rmSync(link)
    if (!isLink(present) || readlinkSync(present) !== target) return false
    symlinkSync(path.resolve(path.dirname(present), target), link)
    return true
  })
  const large = await git.run(['ls-files', '-z', '--', ':(attr:filter=lfs)'], index)
  return {
    linkedOut,
    leftOut: outside.filter((name) => !linkedOut.includes(name)),
    pointers: large.split('\0').filter((name) => /\.md$/i.test(name)),
  }
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
