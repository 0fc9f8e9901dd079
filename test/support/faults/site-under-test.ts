import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {createBuilder} from '../../../src/build/builder.ts'
import {siteInspection} from '../../../src/check/inspect-sites.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {temporaryFolder} from '../temporary-folder.ts'

/** A copy of a site that can be changed and checked again and again. */
export interface SiteUnderTest {
  /** Paths of the sources of its locales from the content folder, sorted. */
  readonly sources: () => readonly string[]
  readonly read: (path: string) => string
  readonly write: (path: string, text: string) => void
  readonly move: (from: string, to: string) => void
  readonly exists: (path: string) => boolean
  readonly findings: () => Promise<readonly Diagnostic[]>
  readonly close: () => Promise<void>
}

/**
 * Copies a site to a folder of the test's own.
 *
 * @param from.content  absolute folder of its content
 * @param from.config  text of its configuration, in which `content` is not set
 * @param from.folders  absolute folders that the configuration names beside the content
 */
export function copySite(from: {
  readonly content: string
  readonly config: string
  readonly folders?: readonly string[]
}): SiteUnderTest {
  const root = temporaryFolder({'docprism.yml': from.config})
  const content = path.join(root, 'content')
  cpSync(from.content, content, {recursive: true})
  for (const folder of from.folders ?? []) cpSync(folder, path.join(root, path.basename(folder)), {recursive: true})
  const place = (name: string): string => path.join(content, ...name.split('/'))
  const builder = createBuilder({cwd: root, cacheDir: false, jobs: 1}, siteInspection({writes: false}))
  return {
    sources: () =>
      readdirSync(content, {recursive: true, encoding: 'utf8'})
        .map((name) => name.split(path.sep).join('/'))
        .filter((name) => /^(?:zh|en)\/.*\.md$/.test(name))
        .sort(),
    read: (name) => readFileSync(place(name), 'utf8').replaceAll('\r\n', '\n'),
    write: (name, text) => {
      mkdirSync(path.dirname(place(name)), {recursive: true})
      writeFileSync(place(name), text)
    },
    move: (name, to) => {
      mkdirSync(path.dirname(place(to)), {recursive: true})
      renameSync(place(name), place(to))
    },
    exists: (name) => existsSync(place(name)),
    findings: async () => (await builder.build()).diagnostics,
    close: () => builder.close(),
  }
}

/** Name of a finding that is the same wherever else something changed. */
function nameOf({ruleId, path: file, place, brands}: Diagnostic): string {
  const where = place ? `:${place.start.line}:${place.start.column}` : ''
  return `${ruleId} ${file}${where}${brands ? ` [${brands.join(', ')}]` : ''}`
}

/**
 * Findings that are in `after` and not in `before`, by name.
 *
 * @param options.moved  by file, where a block was added, so that what stands below has moved down
 * @param options.toName  name of a finding; left out, `nameOf`
 */
export function introduced(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  options: {
    readonly moved?: ReadonlyMap<string, {readonly below: number; readonly by: number}>
    readonly toName?: (diagnostic: Diagnostic) => string
  } = {},
): readonly string[] {
  const {moved = new Map<string, {below: number; by: number}>(), toName = nameOf} = options
  const known = new Map<string, number>()
  for (const diagnostic of before) {
    const {place, path: file} = diagnostic
    const shift = moved.get(file)
    const isBelow = place !== undefined && shift !== undefined && place.start.line >= shift.below
    const now = isBelow ? {...diagnostic, place: down(place, shift.by)} : diagnostic
    known.set(toName(now), (known.get(toName(now)) ?? 0) + 1)
  }
  return after
    .map((diagnostic) => toName(diagnostic))
    .filter((name) => {
      const left = known.get(name) ?? 0
      known.set(name, left - 1)
      return left <= 0
    })
}

function down({start, end}: NonNullable<Diagnostic['place']>, by: number): NonNullable<Diagnostic['place']> {
  return {start: {...start, line: start.line + by}, end: {...end, line: end.line + by}}
}

/** Name of a finding that is the same when other links of its line become longer. */
export function nameInLine({ruleId, path: file, place}: Diagnostic): string {
  return `${ruleId} ${file}:${place?.start.line ?? ''}`
}
