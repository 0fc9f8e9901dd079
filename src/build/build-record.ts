import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import type {BuildResult} from './builder.ts'
import {readChecked, writeChecked} from './checked-file.ts'
import type {Disk, Probe} from './disk.ts'
import {isIntact} from './output-state.ts'
import type {OutputMemory} from './output-state.ts'

/** A build written down: what it asked of the disk, what came of it, and where it was written. Plain data. */
interface BuildRecord {
  readonly probes: readonly Probe[]
  readonly result: {
    readonly site: Site
    readonly diagnostics: readonly Diagnostic[]
    readonly brands: BuildResult['brands']
    readonly publishers: BuildResult['publishers']
    readonly sources: number
    readonly facts?: unknown
  }
  /** Ids of the states of the output folders, by folder. */
  readonly outputs: Readonly<Record<string, string>>
}

/** Where a record is, and what it is held against. */
export interface RecordContext {
  readonly file: string
  /** Name of the code; see `libraryId`. */
  readonly library: string
  readonly disk: Disk
  readonly outputs: OutputMemory
}

/**
 * Result of the last build, when a build would do the same again: all that it read is unchanged, and all that it wrote
 * is there as it was written.
 */
export function repeatBuild({file, library, disk, outputs}: RecordContext): BuildResult | undefined {
  const record = readChecked(file, library) as BuildRecord | undefined
  if (!record) return undefined
  disk.learn(record.probes)
  const probes = disk.repeat(record.probes)
  if (!probes) return undefined
  for (const [target, id] of Object.entries(record.outputs)) {
    const known = outputs.read(target)
    if (known?.state.id !== id || !isIntact(target, known.state)) return undefined
  }
  // Files that had only just changed when they were read are settled by now: the next build need not read them.
  if (probes.some(([, , , stamp], index) => stamp !== record.probes[index]?.[3]))
    writeChecked(file, {...record, probes}, library)
  return {...record.result, compiled: 0}
}

/** Writes down a build whose result depends on nothing but the disk. */
export function recordBuild(
  result: BuildResult & {readonly site: Site},
  {file, library, disk, outputs}: RecordContext,
): void {
  const {site, diagnostics, brands, publishers, sources, facts} = result
  // Sites that were only looked at have no output.
  const written = brands.filter(({files}) => files > 0)
  const states = written.map(({folder}) => [folder, outputs.read(folder)?.state.id ?? ''])
  const record: BuildRecord = {
    probes: disk.probes(),
    result: {site, diagnostics, brands, publishers, sources, facts},
    outputs: Object.fromEntries(states) as Record<string, string>,
  }
  writeChecked(file, record, library)
}
