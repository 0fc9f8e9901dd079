import {existsSync, readFileSync, readdirSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {digestAll} from './digest.ts'
import {packageRoot} from './package-root.ts'

/**
 * Name of the code that makes an output: Docprism's own files by their content, the versions of every package below it,
 * and what of Node decides about text. Another name means that nothing in a cache can be believed.
 */
export function libraryId(): string {
  // This file is in `src/build/`, or in `lib/src/build/` when compiled; plugins stand beside `src/`.
  const code = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
  const files = ['src', 'plugins'].flatMap((folder) =>
    readdirSync(path.join(code, folder), {recursive: true, encoding: 'utf8'}).map((name) => path.join(folder, name)),
  )
  const contents = files
    .filter((name) => /\.(?:js|ts)$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .flatMap((name) => [name, readFileSync(path.join(code, name), 'latin1')])
  const {unicode = '', icu = ''} = process.versions
  return digestAll([...contents, ...packageVersions(packageRoot()), process.version, unicode, icu])
}

/** Name and version of each package that a package needs, and of those that these need. */
function packageVersions(root: string): readonly string[] {
  const seen = new Set<string>()
  const versions: string[] = []
  const visit = (folder: string): void => {
    if (seen.has(folder)) return
    seen.add(folder)
    const {name, version, dependencies, optionalDependencies} = readManifest(folder)
    versions.push(`${String(name)}@${String(version)}`)
    for (const needed of Object.keys({...dependencies, ...optionalDependencies})) {
      const found = findPackage(needed, folder)
      if (found !== undefined) visit(found)
    }
  }
  visit(root)
  return versions.sort()
}

interface Manifest {
  readonly name?: unknown
  readonly version?: unknown
  readonly dependencies?: object
  readonly optionalDependencies?: object
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest
}

/** Folder of a package as `require` finds it: in the nearest `node_modules` above that has it. */
function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name)
    if (existsSync(path.join(found, 'package.json'))) return realpathSync(found)
    if (folder === path.dirname(folder)) return undefined
  }
}
