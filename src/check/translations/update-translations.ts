import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {createConfigurationLoader} from '../../build/load-configuration.ts'
import {openDisk} from '../../build/disk.ts'
import {mergeDiagnostics} from '../../build/merge-diagnostics.ts'
import {createContentReader} from '../../build/read-content.ts'
import {systemReason} from '../../build/system-reason.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Site} from '../../core/site.ts'
import {choosePaths} from '../choose-paths.ts'
import {replaceFile} from '../replace-file.ts'
import {readRecordFile} from './read-record-file.ts'
import {writeRecord} from './record.ts'
import {sourcePairs} from './source-pairs.ts'
import {cutSections, type Section} from './source-sections.ts'
import {recordFile} from './translation-settings.ts'

/** Which translations to record. */
export interface UpdateOptions {
  /** Configuration file, from `cwd`; left out: the one that stands there. */
  readonly config?: string | undefined
  /** Working folder; left out: that of the process. */
  readonly cwd?: string | undefined
  /** Translations, their sources, or folders of them, from `cwd` or from the content folder; left out or empty: all. */
  readonly paths?: readonly string[] | undefined
}

/** What was recorded. */
export interface UpdateResult {
  /** `undefined` when the configuration has errors. */
  readonly site: Site | undefined
  /** What kept the record from being written, or what is wrong with the configuration. */
  readonly diagnostics: readonly Diagnostic[]
  /** Absolute path of the record. */
  readonly file: string
  /** Translations that were recorded anew, or for the first time, and those that are gone from the record. */
  readonly updated: number
  readonly dropped: number
}

/**
 * Records the present sections of the sources as those that translations were made from. What is gone is dropped. A record
 * that cannot be read is left as it is.
 *
 * @throws UsageError for a path that names nothing
 * @throws Error with its `cause` when the content cannot be read or the record cannot be written
 */
export async function updateTranslations(options: UpdateOptions = {}): Promise<UpdateResult> {
  const cwd = path.resolve(options.cwd ?? '.')
  const disk = openDisk()
  const {site, diagnostics: findings} = await createConfigurationLoader(disk, {cwd, config: options.config})()
  const none = {file: '', updated: 0, dropped: 0}
  if (!site) return {site, diagnostics: mergeDiagnostics(findings, new Map()), ...none}
  const {file} = recordFile(site)
  const {text, record, diagnostics} = readRecordFile(site, disk)
  if (diagnostics.length > 0) return {site, diagnostics, ...none, file}
  const {paths = []} = options
  const isChosen = paths.length > 0 ? choosePaths(paths, site, cwd) : () => true
  const {sources} = await createContentReader(disk).read({
    content: site.content,
    locales: site.locales.map(({tag}) => tag),
    brands: site.brands.map(({id}) => id),
  })
  const fresh = new Map<string, readonly Section[]>()
  let updated = 0
  for (const {source, translation} of sourcePairs(sources, site)) {
    const before = record.get(translation.path)
    if (isChosen(translation.path) || isChosen(source.path)) {
      const sections = cutSections(source.text, source.path)
      fresh.set(translation.path, sections)
      if (!before || !isSame(before, sections)) updated++
    } else if (before) fresh.set(translation.path, before)
  }
  const dropped = [...record.keys()].filter((known) => !fresh.has(known)).length
  const written = writeRecord(fresh)
  if (written !== text) save(file, written)
  return {site, diagnostics: [], file, updated, dropped}
}

function isSame(before: readonly Section[], now: readonly Section[]): boolean {
  const lines = (sections: readonly Section[]) => sections.map(({hash, heading}) => `${hash} ${heading}`).join('\n')
  return lines(before) === lines(now)
}

function save(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), {recursive: true})
    replaceFile(file, text)
  } catch (error) {
    throw new Error(`Cannot write \`${file}\`: ${systemReason(error)}`, {cause: error})
  }
}
