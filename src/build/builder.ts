import path from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import {recordBuild, repeatBuild} from './build-record.ts'
import {cacheFolders} from './cache-folder.ts'
import type {CacheOptions} from './cache-folder.ts'
import {digest} from './digest.ts'
import type {Inspection} from './inspection.ts'
import {openDisk} from './disk.ts'
import {libraryId} from './library-id.ts'
import {createOutputMemory} from './output-state.ts'
import type {ProgressListener} from './progress.ts'
import type {SiteWorkshop} from './site-workshop.ts'

/** What to build, and where. */
export interface BuilderOptions extends CacheOptions {
  /** Working folder; left out: that of the process. */
  readonly cwd?: string | undefined
  /** What findings call the configuration file; left out: `config`, or the name under which it was found. */
  readonly configName?: string | undefined
  /** Output folder, from `cwd`; left out: as configured. */
  readonly out?: string | undefined
  /** Ids of the brands to build; left out: all. */
  readonly brands?: readonly string[] | undefined
  /** Tags of the locales to write; left out: all. The output folder of a brand then holds these alone. */
  readonly locales?: readonly string[] | undefined
  /** Threads that compile at most; left out: as many as there are processors, where there is enough to do for them. */
  readonly jobs?: number | undefined
  readonly onProgress?: ProgressListener | undefined
}

/** One brand as it was written. */
export interface BuiltBrand {
  readonly id: string
  /** Absolute folder of its site. */
  readonly folder: string
  readonly editions: number
  /** Pages in all its editions. */
  readonly pages: number
  readonly files: number
}

/** What a build found and wrote. */
export interface BuildResult {
  /** `undefined` when the configuration has errors; nothing was built then. */
  readonly site: Site | undefined
  /** One for each source fault, sorted by path and place. */
  readonly diagnostics: readonly Diagnostic[]
  readonly brands: readonly BuiltBrand[]
  /** Ids of the brands that publish a source or a snippet, by its path; those that every brand publishes are left out. */
  readonly publishers: Readonly<Record<string, readonly string[]>>
  /** How many sources there are, and how many of them had to be compiled: the others are as they were. */
  readonly sources: number
  readonly compiled: number
  /** What the inspection of the caller took down, as it gave it. */
  readonly facts?: unknown
}

/** Builds the same sites again and again. What did not change since the last build is neither made nor written again. */
export interface Builder {
  /**
   * Brings the sites up to date. Calls wait for each other.
   *
   * @throws UsageError for an unknown brand or locale, or an output folder that would overwrite the content
   * @throws Error with its `cause` when the content cannot be read or the output cannot be written
   */
  build(): Promise<BuildResult>
  /** Writes down for other processes what was learnt, and lets go of files and threads. */
  close(): Promise<void>
}

/**
 * Makes a builder. It does nothing until its first build.
 *
 * The first build of a process asks the cache whether anything changed at all, and loads the compiler only if so.
 *
 * @param inspection  what else to look at
 * @param disk  what it reads
 */
export function createBuilder(options: BuilderOptions = {}, inspection?: Inspection, disk = openDisk()): Builder {
  const cwd = path.resolve(options.cwd ?? '.')
  const cache = cacheFolders(options, cwd)
  // Only what is kept has to tell by which code it was made.
  const library = cache ? libraryId() : ''
  const outputs = createOutputMemory(cache?.outputs, library)
  const {config, configName, out, brands, locales} = options
  const selection = JSON.stringify(
    [cwd, config, out, brands, locales, inspection?.id, configName].map((part) => part ?? ''),
  )
  const context = cache && {file: path.join(cache.builds, `${digest(selection)}.json`), library, disk, outputs}
  const state: {workshop?: Promise<SiteWorkshop>; last: Promise<unknown>; unsaved?: () => void} = {
    last: Promise.resolve(),
  }
  const openWorkshop = async (): Promise<SiteWorkshop> => {
    const {createSiteWorkshop} = await import('./site-workshop.ts')
    return createSiteWorkshop({
      ...options,
      cwd,
      disk,
      outputs,
      library,
      pages: cache?.pages,
      images: cache?.images,
      inspection,
    })
  }
  const save = (): void => {
    outputs.save()
    state.unsaved?.()
    delete state.unsaved
  }
  const run = async (): Promise<BuildResult> => {
    const repeated = state.workshop || !context ? undefined : repeatBuild(context)
    if (repeated) return repeated
    const isFirst = !state.workshop
    state.workshop ??= openWorkshop()
    const {result, isVolatile} = await (await state.workshop).build()
    const {site} = result
    if (context && site && !isVolatile) {
      state.unsaved = () => {
        recordBuild({...result, site}, context)
      }
    }
    if (isFirst) save()
    return result
  }
  return {
    build: () => {
      const result = state.last.then(run)
      state.last = result.catch(() => undefined)
      return result
    },
    close: async () => {
      await state.last
      save()
      const workshop = await state.workshop
      workshop?.close()
    },
  }
}
