import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {onTestFinished} from 'vitest'

/**
 * Makes a folder with these files for one test, and removes it afterwards.
 *
 * @param files  contents by POSIX path from the folder
 */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'docprism-test-'))
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true})
  })
  writeFiles(folder, files)
  return folder
}

/** Writes files below a folder, with the folders they need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, ...name.split('/'))
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, content)
  }
}
