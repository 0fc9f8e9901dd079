import {mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {writeFiles} from './temporary-folder.ts'

/** Makes a folder with these files for all tests of a file, which remove it in the end. */
export function createTestFolder(files: Readonly<Record<string, string | Uint8Array>>): {
  /** Absolute, without links. */
  readonly folder: string
  readonly remove: () => void
} {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'docprism-test-')))
  writeFiles(folder, files)
  return {
    folder,
    remove: () => {
      rmSync(folder, {recursive: true, force: true})
    },
  }
}
