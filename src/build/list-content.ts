import {statSync} from 'node:fs'
import path from 'node:path'
import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {inFolder} from '../core/paths.ts'
import {rules} from '../core/rules.ts'
import type {Disk, DiskEntry} from './disk.ts'
import {systemReason} from './system-reason.ts'

/** The files of a content folder by what they are; paths are POSIX, from the content folder, sorted by code unit. */
export interface ContentListing {
  /** Markdown files, wherever they stand. */
  readonly sources: readonly string[]
  /** `.pages` files. */
  readonly pagesFiles: readonly string[]
  /** Everything else, without dot files. */
  readonly assets: readonly string[]
  /** `source/unreadable`: links that lead nowhere or in a circle, folders that cannot be read. */
  readonly diagnostics: readonly Diagnostic[]
}

interface Walk {
  readonly disk: Disk
  readonly files: string[]
  readonly diagnostics: Diagnostic[]
}

interface Folder {
  /** From the content folder; empty for the content folder itself. */
  readonly path: string
  readonly absolute: string
  /** Real paths of the folder and of those above it, itself last: a link to one of them closes a circle. */
  readonly trail: readonly string[]
}

/**
 * Lists a content folder, following symbolic links.
 *
 * Dot files and dot folders are left out, `.pages` excepted. A link to a folder above itself is reported and skipped.
 *
 * @throws when the content folder itself cannot be read
 */
export function listContent(content: string, disk: Disk): ContentListing {
  const walk: Walk = {disk, files: [], diagnostics: []}
  listFolder({path: '', absolute: content, trail: [disk.real(content) ?? content]}, disk.list(content), walk)
  const files = walk.files.sort(byCodeUnit)
  const name = (file: string): string => path.posix.basename(file)
  const isSource = (file: string): boolean => /\.md$/i.test(name(file))
  return {
    sources: files.filter(isSource),
    pagesFiles: files.filter((file) => name(file) === '.pages'),
    assets: files.filter((file) => !isSource(file) && !name(file).startsWith('.')),
    diagnostics: walk.diagnostics.sort((a, b) => byCodeUnit(a.path, b.path)),
  }
}

function listFolder(folder: Folder, entries: readonly DiskEntry[], walk: Walk): void {
  for (const entry of entries) {
    if (entry.name.startsWith('.') && entry.name !== '.pages') continue
    const child = {...folder, path: inFolder(folder.path, entry.name), absolute: path.join(folder.absolute, entry.name)}
    try {
      listEntry(child, entry, walk)
    } catch (error) {
      walk.diagnostics.push(unreadable(child.path, `Cannot read \`${child.path}\`: ${systemReason(error)}`))
    }
  }
}

function listEntry(child: Folder, {name, kind, isLink}: DiskEntry, walk: Walk): void {
  const {disk, diagnostics} = walk
  // Asks once more to learn what is wrong with a link that leads nowhere.
  if (kind === undefined) statSync(child.absolute)
  if (kind === 'file') walk.files.push(child.path)
  if (kind !== 'folder') return
  const real = isLink ? (disk.real(child.absolute) ?? child.absolute) : path.join(child.trail.at(-1) ?? '', name)
  if (child.trail.includes(real)) {
    diagnostics.push(unreadable(child.path, `Folder \`${child.path}\` links to a folder above itself and is skipped`))
    return
  }
  listFolder({...child, trail: [...child.trail, real]}, disk.list(child.absolute), walk)
}

/** Finding that a file or folder of the content cannot be read. */
export function unreadable(file: string, message: string): Diagnostic {
  return {ruleId: 'source/unreadable', severity: rules['source/unreadable'].severity, message, path: file}
}
