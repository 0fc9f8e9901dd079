import {existsSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

/**
 * Absolute folder of the installed package: the nearest one above this file that holds a `package.json`.
 *
 * Found by walking up, because the file runs from `src/` in tests and from `lib/src/` when installed.
 */
export function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder)
    if (parent === folder)
      throw new Error('The folder of the package cannot be found: no `package.json` above the code')
    folder = parent
  }
  return folder
}
