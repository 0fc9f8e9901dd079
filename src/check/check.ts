import {createBuilder} from '../build/builder.ts'
import type {BuildResult} from '../build/builder.ts'
import type {CacheOptions} from '../build/cache-folder.ts'
import type {ProgressListener} from '../build/progress.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import {choosePaths} from './choose-paths.ts'
import {siteInspection} from './inspect-sites.ts'

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
  /** Threads that compile at most; left out: as many as pay. */
  readonly jobs?: number | undefined
  readonly onProgress?: ProgressListener | undefined
}

/** What a check found. */
export interface CheckResult {
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
 * @throws UsageError for an unknown brand or locale, or a path that names nothing
 * @throws Error with its `cause` when the content cannot be read
 */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const {paths = [], ...rest} = options
  const builder = createBuilder(rest, siteInspection({writes: false}))
  try {
    return toCheckResult(await builder.build(), {paths, cwd: options.cwd})
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
  {site, diagnostics, brands, publishers, sources, compiled}: BuildResult,
  {paths = [], cwd}: Pick<CheckOptions, 'paths' | 'cwd'>,
): CheckResult {
  const isChosen = site && paths.length > 0 ? choosePaths(paths, site, cwd) : () => true
  return {
    site,
    diagnostics: diagnostics.filter(({path}) => isChosen(path)),
    sources,
    compiled,
    editions: brands.reduce((sum, {editions}) => sum + editions, 0),
    editionsOf: (diagnostic) => {
      const ids = diagnostic.brands ?? publishers[diagnostic.path] ?? brands.map(({id}) => id)
      return editionIds(diagnostic.path, ids, site)
    },
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
