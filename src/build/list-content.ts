import type {Dirent} from 'node:fs'
import {readdir, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {rules} from '../core/rules.ts'
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
  readonly files: string[]
  readonly diagnostics: Diagnostic[]
}

interface Folder {
  /** From the content folder; empty for the content folder itself. */
  readonly path: string
  readonly absolute: string
  /** Real paths of the folder and of those above it: a link to one of them closes a circle. */
  readonly trail: readonly string[]
}

/**
 * Lists a content folder, following symbolic links.
 *
 * Dot files and dot folders are left out, `.pages` excepted. A link to a folder above itself is reported and skipped.
 *
 * @throws when the content folder itself cannot be read
 */
export async function listContent(content: string): Promise<ContentListing> {
  const root = await realpath(content)
  const walk: Walk = {files: [], diagnostics: []}
  await listFolder({path: '', absolute: content, trail: [root]}, await readdir(content, {withFileTypes: true}), walk)
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

async function listFolder(folder: Folder, entries: readonly Dirent[], walk: Walk): Promise<void> {
  for (const entry of entries) {
    if (entry.name.startsWith('.') && entry.name !== '.pages') continue
    const child = {
      path: folder.path === '' ? entry.name : `${folder.path}/${entry.name}`,
      absolute: path.join(folder.absolute, entry.name),
    }
    try {
      await listEntry({...child, trail: folder.trail}, entry, walk)
    } catch (error) {
      walk.diagnostics.push(unreadable(child.path, `Cannot read \`${child.path}\`: ${systemReason(error)}`))
    }
  }
}

async function listEntry(child: Folder, entry: Dirent, walk: Walk): Promise<void> {
  const kind = entry.isSymbolicLink() ? await stat(child.absolute) : entry
  if (kind.isFile()) walk.files.push(child.path)
  if (!kind.isDirectory()) return
  const real = await realpath(child.absolute)
  if (child.trail.includes(real)) {
    walk.diagnostics.push(
      unreadable(child.path, `Folder \`${child.path}\` links to a folder above itself and is skipped`),
    )
    return
  }
  await listFolder(
    {...child, trail: [...child.trail, real]},
    await readdir(child.absolute, {withFileTypes: true}),
    walk,
  )
}

/** Finding that a file or folder of the content cannot be read. */
export function unreadable(file: string, message: string): Diagnostic {
  return {ruleId: 'source/unreadable', severity: rules['source/unreadable'].severity, message, path: file}
}
