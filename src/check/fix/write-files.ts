import {readFileSync} from 'node:fs'
import {digest} from '../../build/digest.ts'
import {systemReason} from '../../build/system-reason.ts'
import {replaceFile} from '../replace-file.ts'

/** A file with other content than it has. */
export interface ChangedFile {
  /** Absolute, links followed. */
  readonly file: string
  readonly before: string
  readonly after: string
}

/**
 * Writes files, each beside its target and then renamed over it, so that a reader sees the old file or the new one. None is
 * written when one of them is not as it was checked.
 *
 * @throws Error when a file changed meanwhile or cannot be written
 */
export function writeChangedFiles(files: readonly ChangedFile[]): void {
  for (const {file, before} of files) {
    if (digest(readNow(file)) !== digest(before)) {
      throw new Error(`Cannot fix \`${file}\`: it changed while it was checked; nothing was written, run again`)
    }
  }
  for (const {file, after} of files) {
    try {
      replaceFile(file, after)
    } catch (error) {
      throw new Error(`Cannot fix \`${file}\`: ${systemReason(error)}`, {cause: error})
    }
  }
}

function readNow(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Error(`Cannot fix \`${file}\`: ${systemReason(error)}`, {cause: error})
  }
}
