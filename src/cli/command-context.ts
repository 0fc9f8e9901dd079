import path from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import {formatDiagnostics} from './format-diagnostic.ts'
import {wantsColor} from './terminal.ts'
import type {Terminal} from './terminal.ts'

/** Splits `a,b` and repeated options into names; `undefined` when the option was not given. */
export function collectNames(value: string, before: readonly string[] | undefined): readonly string[] {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...(before ?? []), ...names]
}

/** Options that choose the cache, as read from the command line. */
export interface CacheFlags {
  readonly cacheDir?: string
  /** `false` after `--no-cache`. */
  readonly cache?: boolean
}

/** Folder of the cache as asked for; see `CacheOptions`. */
export function cacheDirOf({cacheDir, cache}: CacheFlags): string | false | undefined {
  return cache === false ? false : cacheDir
}

/** Prints findings to the error stream, paths as seen from the working folder. */
export function printFindings(diagnostics: readonly Diagnostic[], site: Site | undefined, terminal: Terminal): void {
  if (diagnostics.length === 0) return
  const text = formatDiagnostics(diagnostics, {
    color: wantsColor(terminal.stderr, terminal.env),
    displayPath: (file) => displayPath(file, site, terminal.cwd),
  })
  terminal.stderr.write(text)
}

/** Path as the user would type it: from the working folder where that is not further away than the root. */
export function fromWorkingFolder(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute)
  return relative.startsWith(`..${path.sep}..${path.sep}..`) ? absolute : relative || '.'
}

/** Path of the file of a finding as the user would type it. */
export function displayPath(file: string, site: Site | undefined, cwd: string): string {
  if (!site || file === site.configPath || /^https?:\/\//i.test(file)) return file
  if (path.isAbsolute(file)) return fromWorkingFolder(file, cwd)
  return fromWorkingFolder(path.join(site.content, file), cwd)
}
