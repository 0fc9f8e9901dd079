import path from 'node:path'
import {byCodeUnit} from '../core/code-unit-order.ts'
import {inFolder} from '../core/paths.ts'
import type {ThemeLayer} from '../render/template-layers.ts'
import type {Disk} from './disk.ts'
import {packageRoot} from './package-root.ts'
import {systemReason} from './system-reason.ts'

/**
 * Reads the theme of a brand: its override folders and, last, the theme that ships with the package.
 *
 * @param overrides  absolute folders, most specific first
 * @throws when a folder cannot be read, with the system's error as `cause`
 */
export function readThemeLayers(overrides: readonly string[], disk: Disk): readonly ThemeLayer[] {
  const builtIn = path.join(packageRoot(), 'templates')
  return [...overrides, builtIn].map((folder) => {
    const files = new Map<string, string>()
    try {
      readFolder(folder, '', {disk, files})
    } catch (error) {
      throw new Error(`Cannot read the template folder \`${folder}\`: ${systemReason(error)}`, {cause: error})
    }
    return {
      path: folder === builtIn ? 'templates' : folder,
      files: new Map([...files].sort(([a], [b]) => byCodeUnit(a, b))),
    }
  })
}

function readFolder(
  folder: string,
  below: string,
  into: {readonly disk: Disk; readonly files: Map<string, string>},
): void {
  for (const {name, kind, isLink} of into.disk.list(path.join(folder, below))) {
    const file = inFolder(below, name)
    if (kind === 'folder' && !isLink) readFolder(folder, file, into)
    if (kind === 'file' && !isLink && !name.startsWith('.')) {
      into.files.set(
        file,
        new TextDecoder('utf-8', {ignoreBOM: true}).decode(into.disk.file(path.join(folder, file)).bytes()),
      )
    }
  }
}
