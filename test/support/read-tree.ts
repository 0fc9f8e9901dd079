import {readFileSync, readdirSync} from 'node:fs'
import path from 'node:path'

/** Every file below a folder with its bytes, by POSIX path, sorted. */
export function readTree(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const name = (file: string): string => path.relative(folder, file).split(path.sep).join('/')
  return new Map(files.sort().map((file) => [name(file), readFileSync(file)]))
}
