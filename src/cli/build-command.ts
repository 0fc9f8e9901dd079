import type {SiteArchive} from '../build/archive/archive-sites.ts'
import {build} from '../build/build.ts'
import type {BuildResult} from '../build/builder.ts'
import {siteInspection} from '../check/inspect-sites.ts'
import {count, countFindings, formatDuration} from '../check/reports/summary.ts'
import {cacheDirOf, fromWorkingFolder, printFindings} from './command-context.ts'
import type {CacheFlags} from './command-context.ts'
import {exitStatus, statusOf} from './exit-status.ts'
import type {ExitStatus} from './exit-status.ts'
import {createProgressLine} from './progress-line.ts'
import type {Terminal} from './terminal.ts'

/** Options of `docprism build` as read from the command line. */
export interface BuildCommandOptions extends CacheFlags {
  readonly config?: string
  readonly brand?: readonly string[]
  readonly locale?: readonly string[]
  readonly out?: string
  readonly archive?: boolean
  readonly strict?: boolean
  readonly jobs?: number
}

/** Runs `docprism build`: writes the sites, prints findings and what was written. */
export async function runBuild(options: BuildCommandOptions, terminal: Terminal): Promise<ExitStatus> {
  const started = performance.now()
  const progress = createProgressLine(terminal)
  try {
    const inspection = options.strict ? siteInspection({writes: true}) : undefined
    const settings = {
      config: options.config,
      cwd: terminal.cwd,
      out: options.out,
      brands: options.brand,
      locales: options.locale,
      cacheDir: cacheDirOf(options),
      jobs: options.jobs,
      onProgress: progress.update,
    }
    const result = await build(settings, inspection)
    progress.clear()
    printFindings(result.diagnostics, result.site, terminal)
    if (!result.site) {
      terminal.stderr.write(`\nNothing was built: ${countFindings(result.diagnostics)}\n`)
      return exitStatus.unusable
    }
    if (result.diagnostics.length > 0) terminal.stderr.write('\n')
    const archives = options.archive === true ? await packSites(result) : []
    terminal.stdout.write(describeArchives(archives, terminal.cwd))
    terminal.stdout.write(describeBuild(result, terminal.cwd, performance.now() - started))
    return statusOf(result.diagnostics, options.strict === true)
  } finally {
    progress.clear()
  }
}

async function packSites({brands}: BuildResult): Promise<readonly SiteArchive[]> {
  const {archiveSites} = await import('../build/archive/archive-sites.ts')
  return archiveSites(brands)
}

function describeArchives(archives: readonly SiteArchive[], cwd: string): string {
  return archives.map(({file, size}) => `${fromWorkingFolder(file, cwd)}: ${(size / 1000).toFixed(0)} kB\n`).join('')
}

function describeBuild(
  {brands, diagnostics, sources, compiled}: BuildResult,
  cwd: string,
  milliseconds: number,
): string {
  const lines = brands.map(({id, folder, editions, pages, files}) => {
    const parts = [count(editions, 'edition'), count(pages, 'page'), count(files, 'file')]
    return `${id}: ${parts.join(', ')} in ${fromWorkingFolder(folder, cwd)}\n`
  })
  const sum = (of: (brand: BuildResult['brands'][number]) => number): number =>
    brands.reduce((total, brand) => total + of(brand), 0)
  const totals = [
    count(
      sum(({pages}) => pages),
      'page',
    ),
    count(
      sum(({editions}) => editions),
      'edition',
    ),
    countFindings(diagnostics),
    ...(compiled < sources ? [`${String(sources - compiled)} of ${count(sources, 'source')} from the cache`] : []),
    formatDuration(milliseconds),
  ]
  return `${lines.join('')}${totals.join(', ')}\n`
}
