import path from 'node:path'
import type {ChangedFiles, ChangedLines} from './changed-files.ts'

/** Changes by the paths that findings have: from the content folder. */
export interface ContentChanges {
  /** Present path of a file by its earlier one: the same unless it was renamed. */
  nowOf(old: string): string
  /** Earlier path of a file by its present one; `undefined` for one that was added. */
  oldOf(now: string): string | undefined
  /** Whether a file was renamed from another one. */
  isRenamed(now: string): boolean
  /** Whether a file is there with another text than before. */
  isEdited(now: string): boolean
  /** Earlier paths of removed files. */
  readonly removed: readonly string[]
  /** Earlier paths of renamed files. */
  readonly renamed: readonly string[]
  /** What was done to a line of a file. */
  lineChange(now: string, line: number): 'added' | 'changed' | undefined
}

/**
 * Changes of a work tree as seen from its content folder.
 *
 * @param folders  content folder before and now, from the top of the work tree; configuration file now, and its name in findings
 */
export function contentChanges(
  changes: ChangedFiles,
  lines: ReadonlyMap<string, readonly ChangedLines[]>,
  folders: {
    readonly before: string
    readonly now: string
    readonly config: {readonly file: string; readonly name: string}
  },
): ContentChanges {
  const {before, now, config} = folders
  const olds = new Map([...changes.renames].map(([from, to]) => [to, from]))
  const fileNow = (found: string): string => (found === config.name ? config.file : fromTop(now, found))
  const foundBefore = (file: string): string => posix(path.relative(before, file))
  const isElsewhere = (found: string): boolean =>
    found === config.name || path.isAbsolute(found) || /^https?:/i.test(found)
  const oldOf = (found: string): string | undefined => {
    if (isElsewhere(found)) return found
    const file = fileNow(found)
    if (changes.added.has(file)) return undefined
    return foundBefore(olds.get(file) ?? file)
  }
  return {
    nowOf: (old) => {
      if (isElsewhere(old)) return old
      const file = fromTop(before, old)
      return posix(path.relative(now, changes.renames.get(file) ?? file))
    },
    oldOf,
    isRenamed: (found) => olds.has(fileNow(found)),
    isEdited: (found) => changes.edited.has(fileNow(found)),
    removed: [...changes.removed].map(foundBefore),
    renamed: [...changes.renames.keys()].map(foundBefore),
    lineChange: (found, line) => {
      const file = fileNow(found)
      if (changes.added.has(file)) return 'added'
      const hit = lines.get(file)?.find(({start, count}) => line >= start && line < start + count)
      return hit && (hit.isAdded ? 'added' : 'changed')
    },
  }
}

/** Path of the file of a finding from the top of the work tree, POSIX separators. */
export function fromTop(content: string, found: string): string {
  return posix(path.join(content, found))
}

function posix(file: string): string {
  return file.split(path.sep).join('/')
}
