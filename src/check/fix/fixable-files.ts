import {realpathSync, statSync} from 'node:fs'
import path from 'node:path'
import type {Disk} from '../../build/disk.ts'
import type {Site} from '../../core/site.ts'
import {isInside} from '../is-inside.ts'
import type {FileEdition} from './source-reading.ts'

/** A file that may be written, as it stands on the disk. */
export interface FixableFile {
  /** Absolute, links followed. */
  readonly file: string
  /** Its text, line endings and byte order mark included. */
  readonly raw: string
}

/** Makes the reader of files that fixes may change: sources and snippets in UTF-8, inside their folders. */
export function createFileFinder(site: Site, disk: Disk): (name: string) => FixableFile | undefined {
  const roots = [site.content, ...snippetRoots(site)].flatMap((root) => realPath(root) ?? [])
  const readsUtf8 = isUtf8(site.markdown.extensions['pymdownx.snippets']?.['encoding'])
  return (name) => {
    if (!/\.(?:md|markdown)$/i.test(name) || /^https?:/i.test(name)) return undefined
    if (name.startsWith('../') && !readsUtf8) return undefined
    const file = realPath(path.resolve(site.content, name))
    if (file === undefined || !roots.some((root) => isInside(file, root))) return undefined
    try {
      return {file, raw: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(disk.file(file).bytes())}
    } catch {
      return undefined
    }
  }
}

/** Brands that may publish a file, in each locale that it can be in: all of them for a snippet. */
export function editionsOfFile(
  name: string,
  site: Site,
  publishers: readonly string[] | undefined,
): readonly FileEdition[] {
  const [, ownBrand, inBrand = name] = /^brands\/([^/]+)\/(.*)$/.exec(name) ?? []
  const folder = inBrand.slice(0, Math.max(0, inBrand.indexOf('/')))
  const isOwnLocale = site.locales.some(({tag}) => tag === folder)
  return site.brands
    .filter(({id, ancestors = []}) => ownBrand === undefined || id === ownBrand || ancestors.includes(ownBrand))
    .filter(({id}) => publishers?.includes(id) ?? true)
    .flatMap(({id, locales, values}) =>
      locales
        .filter(({tag}) => !isOwnLocale || tag === folder)
        .map(({tag}) => ({brand: id, locale: tag, values: values[tag] ?? {}})),
    )
}

function snippetRoots({root, markdown}: Site): readonly string[] {
  const options = markdown.extensions['pymdownx.snippets']
  if (!options) return []
  const {base_path: basePath = '.'} = options
  const bases = Array.isArray(basePath) ? basePath.filter((base) => typeof base === 'string') : [String(basePath)]
  return bases.map((base) => path.resolve(root, base)).filter((base) => statSync(base, {throwIfNoEntry: false}))
}

function isUtf8(encoding: unknown): boolean {
  return encoding === undefined || (typeof encoding === 'string' && /^utf-?8$/i.test(encoding))
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}
