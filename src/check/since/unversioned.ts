import {cpSync, existsSync, readdirSync, statSync} from 'node:fs'
import path from 'node:path'
import {digestAll} from '../../build/digest.ts'
import type {Git} from '../git.ts'

/** Files of the content that are in no commit: they are taken as they stand for both states. Paths from the top. */
export interface Unversioned {
  /** Files that git ignores: pages that something generates, say. */
  readonly ignored: readonly string[]
  /** Folders of submodules, which have a history of their own. */
  readonly submodules: readonly string[]
  /** Changes with the ignored files. */
  readonly digest: string
}

/**
 * Lists what the commits of a work tree do not hold of its content.
 *
 * @param content  content folder from the top
 * @param submodules  folders of all submodules
 */
export async function listUnversioned(git: Git, content: string, submodules: readonly string[]): Promise<Unversioned> {
  const specs = [content === '' ? '.' : `:(literal)${content}`, ':(exclude,glob)**/node_modules/**']
  const listed = await git.run(['ls-files', '--others', '--ignored', '--exclude-standard', '-z', '--', ...specs])
  const isHidden = (file: string): boolean => file.split('/').some((part) => part.startsWith('.') && part !== '.pages')
  const ignored = listed.split('\0').filter((file) => file !== '' && !isHidden(file))
  const inContent = (folder: string): boolean => content === '' || `${folder}/`.startsWith(`${content}/`)
  const stamps = ignored.map((file) => {
    const stats = statSync(path.join(git.top, file), {throwIfNoEntry: false})
    return `${file} ${stats?.size ?? 0} ${stats?.mtimeMs ?? 0}`
  })
  return {ignored, submodules: submodules.filter(inContent), digest: digestAll(stamps)}
}

/** Copies what no commit holds to a folder with the files of a commit. */
export function copyUnversioned({ignored, submodules}: Unversioned, top: string, folder: string): void {
  for (const file of ignored) {
    const target = path.join(folder, file)
    if (!existsSync(target)) cpSync(path.join(top, file), target, {recursive: true, dereference: true})
  }
  for (const name of submodules) {
    const source = path.join(top, name)
    if (!existsSync(source)) continue
    for (const entry of readdirSync(source)) {
      if (entry === '.git') continue
      cpSync(path.join(source, entry), path.join(folder, name, entry), {recursive: true})
    }
  }
}
