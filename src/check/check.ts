import path from 'node:path'
import {createBuilder} from '../build/builder.ts'
import type {BuilderOptions, BuildResult} from '../build/builder.ts'
import {cacheFolders} from '../build/cache-folder.ts'
import type {CacheOptions} from '../build/cache-folder.ts'
import type {Inspection} from '../build/inspection.ts'
import {UsageError} from '../build/usage-error.ts'
import type {ProgressListener} from '../build/progress.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import {brandsOf} from './brands-of.ts'
import {choosePaths} from './choose-paths.ts'
import {siteInspection} from './inspect-sites.ts'
import type {Judgement} from './judge.ts'

/** What to check. */
export interface CheckOptions extends CacheOptions {
  /** Working folder; left out: that of the process. */
  readonly cwd?: string | undefined
  /** Files and folders, from `cwd` or from the content folder: only findings in them are returned; left out or empty: all. */
  readonly paths?: readonly string[] | undefined
  /** Ids of the brands to check; left out: all. */
  readonly brands?: readonly string[] | undefined
  /** Tags of the locales to check; left out: all. */
  readonly locales?: readonly string[] | undefined
  /** `true`: asks the web for every address that a page links to. */
  readonly external?: boolean | undefined
  /**
   * A commit of git: only findings are returned that came with what was changed since the present branch left it, committed
   * or not, each with its cause where that can be told.
   */
  readonly since?: string | undefined
  /** File of known findings, from `cwd`: these are left out. */
  readonly baseline?: string | undefined
  /** Writes all findings to `baseline`, and returns those that were not in it. */
  readonly updateBaseline?: boolean | undefined
  /** Threads that compile at most; left out: as many as pay. */
  readonly jobs?: number | undefined
  readonly onProgress?: ProgressListener | undefined
}

/** What a check found. */
export interface CheckResult extends Omit<Judgement, 'diagnostics'> {
  /** `undefined` when the configuration has errors; nothing else was checked then. */
  readonly site: Site | undefined
  /** One for each source fault, sorted by path and place. */
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: number
  /** How many sources had to be compiled: the others are as they were. */
  readonly compiled: number
  readonly editions: number
  /** Ids of the editions (`aurora/en`) that a finding holds for. */
  editionsOf(diagnostic: Diagnostic): readonly string[]
}

/**
 * Checks all editions without writing them: what a build would report, and the rules about good writing, translations and
 * brands. Uses the compiled pages and the cache of `build`.
 *
 * @throws UsageError for an unknown brand or locale, a path that names nothing, options that exclude each other, an earlier
 *   state that cannot be found, or a baseline that cannot be read
 * @throws Error with its `cause` when the content cannot be read
 */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const {paths = [], external = false, since, baseline, updateBaseline, ...rest} = options
  const cwd = path.resolve(options.cwd ?? '.')
  if (updateBaseline === true && baseline === undefined) {
    throw new UsageError('Found `--update-baseline` alone, expected `--baseline <file>` with it')
  }
  const web = external ? {external: {cacheFile: cacheFolders(options, cwd)?.externalLinks}} : {}
  const comparison = since === undefined ? undefined : await openComparison(since, {cwd, config: rest.config})
  const change = comparison?.change
  const inspection = comparison ? comparison.stateInspection(web) : siteInspection({writes: false, ...web})
  const result = await buildOnce({...rest, cwd}, inspection)
  const {site} = result
  if (!site || (!change && baseline === undefined)) return toCheckResult(result, {paths, cwd})
  const {judge} = await import('./judge.ts')
  const {diagnostics, ...judgement} = await judge(
    {...result, site},
    {
      change,
      baseline:
        baseline === undefined ? undefined : {file: path.resolve(cwd, baseline), updates: updateBaseline === true},
      isWhole: paths.length === 0 && (rest.brands ?? rest.locales) === undefined,
      build: {...rest, cwd},
    },
  )
  return {...toCheckResult({...result, diagnostics}, {paths, cwd}), ...judgement}
}

/** Loads what compares states, and finds the commit that the change starts from. */
async function openComparison(rev: string, options: {readonly cwd: string; readonly config?: string | undefined}) {
  const [{openChange}, {stateInspection}] = await Promise.all([
    import('./since/since.ts'),
    import('./since/site-state.ts'),
  ])
  return {change: {rev, ...(await openChange(rev, options))}, stateInspection}
}

async function buildOnce(options: BuilderOptions, inspection: Inspection): Promise<BuildResult> {
  const builder = createBuilder(options, inspection)
  try {
    return await builder.build()
  } finally {
    await builder.close()
  }
}

/**
 * What a build found, as a check gives it.
 *
 * @throws UsageError for a path that names nothing
 */
export function toCheckResult(
  result: BuildResult,
  {paths = [], cwd}: Pick<CheckOptions, 'paths' | 'cwd'>,
): CheckResult {
  const {site, diagnostics, brands, sources, compiled} = result
  const isChosen = site && paths.length > 0 ? choosePaths(paths, site, cwd) : () => true
  return {
    site,
    diagnostics: diagnostics.filter(({path}) => isChosen(path)),
    sources,
    compiled,
    editions: brands.reduce((sum, {editions}) => sum + editions, 0),
    notices: [],
    editionsOf: (diagnostic) => editionIds(diagnostic.path, brandsOf(diagnostic, result), site),
  }
}

/** Editions of some brands in the locale of a file; a file that is in no locale belongs to all of them. */
function editionIds(file: string, brands: readonly string[], site: Site | undefined): readonly string[] {
  if (!site) return []
  const folders = file.replace(/^brands\/[^/]+\//, '').split('/')
  const own = site.locales.some(({tag}) => tag === folders[0]) ? folders[0] : undefined
  return site.brands
    .filter(({id}) => brands.includes(id))
    .flatMap(({id, locales}) => locales.filter(({tag}) => (own ?? tag) === tag).map(({tag}) => `${id}/${tag}`))
}
