import {readFile, readdir} from 'node:fs/promises'
import path from 'node:path'
import {byCodeUnit} from '../core/code-unit-order.ts'
import type {ThemeLayer} from '../render/template-layers.ts'
import {packageRoot} from './package-root.ts'
import {systemReason} from './system-reason.ts'

/**
 * Reads the theme of a brand: its override folders and, last, the theme that ships with the package.
 *
 * @param overrides  absolute folders, most specific first
 * @throws when a folder cannot be read, with the system's error as `cause`
 */
export async function readThemeLayers(overrides: readonly string[]): Promise<readonly ThemeLayer[]> {
  const builtIn = path.join(packageRoot(), 'templates')
  const layers: ThemeLayer[] = []
  for (const folder of [...overrides, builtIn]) {
    try {
      layers.push({path: folder === builtIn ? 'templates' : folder, files: await readFolder(folder)})
    } catch (error) {
      throw new Error(`Cannot read the template folder \`${folder}\`: ${systemReason(error)}`, {cause: error})
    }
  }
  return layers
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true})
  const files = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(path.relative(folder, file).split(path.sep).join('/'), await readFile(file, 'utf8'))
  }
  return new Map([...files].sort(([a], [b]) => byCodeUnit(a, b)))
}
