import {copyFile, rm} from 'node:fs/promises'
import path from 'node:path'
import {GitError} from '../../build/git.ts'
import type {Git} from '../git.ts'

/** Lines of a file as it is now that are not those of an earlier state: from `start`, 1-based, `count` of them. */
export interface ChangedLines {
  readonly start: number
  readonly count: number
  /** Whether they stand in the place of none. */
  readonly isAdded: boolean
}

/** What happened to the files of a work tree. Paths are from its top. */
export interface ChangedFiles {
  readonly added: ReadonlySet<string>
  /** Changed in place, or with a new name. */
  readonly edited: ReadonlySet<string>
  readonly removed: ReadonlySet<string>
  /** New names by old ones. */
  readonly renames: ReadonlyMap<string, string>
  /** Folders of submodules. */
  readonly submodules: readonly string[]
  /** Changed lines of some files by path. */
  lines(paths: readonly string[]): Promise<ReadonlyMap<string, readonly ChangedLines[]>>
}

const comparing = ['diff', '--find-renames', '-l5000', '--no-ext-diff', '--no-textconv', '--no-color'] as const
const adding = ['-c', 'advice.addEmbeddedRepo=false', 'add', '--intent-to-add', '--ignore-errors'] as const
/** Packages, and the cache among them, are no part of a change, whether or not git is told to ignore them. */
const notPackages = ':(exclude,glob)**/node_modules/**'

/**
 * Compares the work tree with a commit: what is committed, what is not, and files that git does not know yet but would
 * not ignore either. Renamed files are recognised when half of their text is the same.
 *
 * @param index  absolute path for a scratch index
 */
export async function readChanges(git: Git, base: string, index: string): Promise<ChangedFiles> {
  await rm(index, {force: true})
  await copyIndex(git, index)
  const fields = (await git.run([...comparing, '--name-status', '-z', base, '--'], index)).split('\0')
  const added = new Set<string>()
  const edited = new Set<string>()
  const removed = new Set<string>()
  const renames = new Map<string, string>()
  for (let at = 0; at + 1 < fields.length;) {
    const status = fields[at] ?? ''
    const name = fields[at + 1] ?? ''
    at += 2
    if (status.startsWith('R')) {
      const next = fields[at++] ?? ''
      renames.set(name, next)
      if (status !== 'R100') edited.add(next)
    } else if (status === 'A') added.add(name)
    else if (status === 'D') removed.add(name)
    else edited.add(name)
  }
  const olds = new Map([...renames].map(([from, to]) => [to, from]))
  return {
    added,
    edited,
    removed,
    renames,
    submodules: (await git.run(['ls-files', '--stage', '-z'], index))
      .split('\0')
      .filter((entry) => entry.startsWith('160000 '))
      .map((entry) => entry.slice(entry.indexOf('\t') + 1)),
    lines: async (paths) => {
      const wanted = paths.filter((name) => edited.has(name))
      if (wanted.length === 0) return new Map()
      const both = wanted.flatMap((name) => [name, ...(olds.has(name) ? [olds.get(name) ?? ''] : [])])
      const args = [
        '--literal-pathspecs',
        ...comparing,
        '--unified=0',
        '--src-prefix=a/',
        '--dst-prefix=b/',
        base,
        '--',
      ]
      return readPatch(await git.run([...args, ...both], index))
    },
  }
}

/** Copies the index and tells the copy of files that git does not know yet, so that a comparison sees them. */
async function copyIndex(git: Git, index: string): Promise<void> {
  const name = (await git.run(['rev-parse', '--git-path', 'index'])).replace(/\r?\n$/, '')
  try {
    await copyFile(path.resolve(git.top, name), index)
  } catch {
    // A repository without an index yet.
    await git.run(['read-tree', 'HEAD'], index)
  }
  try {
    await git.run([...adding, '--', '.', notPackages], index)
  } catch (error) {
    // Repositories inside the work tree that have no commit yet cannot be added; what else there is was.
    if (!(error instanceof GitError)) throw error
  }
}

/** Changed lines by path from a patch without context. */
export function readPatch(patch: string): ReadonlyMap<string, readonly ChangedLines[]> {
  const files = new Map<string, ChangedLines[]>()
  const lines = patch.split('\n')
  let current: ChangedLines[] | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    // Names with a space end in a tab.
    const [, name] = /^\+\+\+ b\/(.*?)\t?$/.exec(line) ?? []
    if (name !== undefined) {
      current = []
      files.set(name, current)
    }
    const [, olds = '1', start, news = '1'] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? []
    if (start === undefined) continue
    const count = Number(news)
    if (count > 0) current?.push({start: Number(start), count, isAdded: olds === '0'})
    at += Number(olds) + count
  }
  return files
}
