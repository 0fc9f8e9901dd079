import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'

/** Writes files below a folder, which need not exist. */
export async function writeFiles(
  folder: string,
  files: Iterable<readonly [file: string, text: string]>,
): Promise<void> {
  const made = new Set<string>()
  for (const [file, text] of files) {
    const target = path.join(folder, file)
    const parent = path.dirname(target)
    if (!made.has(parent)) await mkdir(parent, {recursive: true})
    made.add(parent)
    await writeFile(target, text)
  }
}
