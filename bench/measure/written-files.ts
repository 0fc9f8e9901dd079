import {readdirSync, statSync} from 'node:fs'
import path from 'node:path'

/** The files of a folder as a build left them. */
export type FolderState = ReadonlyMap<string, {readonly identity: string; readonly size: number}>

/** State of a folder; empty when there is none. */
export function readFolderState(folder: string): FolderState {
  const files = new Map<string, {identity: string; size: number}>()
  for (const file of listFiles(folder)) {
    const {ino, mtimeNs, size} = statSync(file, {bigint: true})
    // A file that was linked or left in place keeps both; one that was written has another time.
    files.set(path.relative(folder, file), {identity: `${ino}:${mtimeNs}:${size}`, size: Number(size)})
  }
  return files
}

/** Files and bytes that were written between two states of a folder. */
export function writtenBetween(
  before: FolderState,
  after: FolderState,
): {readonly files: number; readonly bytes: number} {
  const written = [...after].filter(([file, {identity}]) => before.get(file)?.identity !== identity)
  return {files: written.length, bytes: written.reduce((sum, [, {size}]) => sum + size, 0)}
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, {withFileTypes: true, recursive: true})
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
