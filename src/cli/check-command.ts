import {check} from '../check/check.ts'
import {cacheDirOf, printFindings} from './command-context.ts'
import type {CacheFlags} from './command-context.ts'
import {exitStatus, statusOf} from './exit-status.ts'
import type {ExitStatus} from './exit-status.ts'
import {createProgressLine} from './progress-line.ts'
import {count, countFindings, formatDuration} from './summary.ts'
import type {Terminal} from './terminal.ts'

/** Options of `docprism check` as read from the command line. */
export interface CheckCommandOptions extends CacheFlags {
  readonly config?: string
  readonly brand?: readonly string[]
  readonly locale?: readonly string[]
  readonly jobs?: number
  readonly failOn?: 'error' | 'warning' | 'never'
  /** Whether to record what translations were made from instead of checking. */
  readonly updateTranslations?: boolean
}

/** Runs `docprism check`: prints what is wrong in any edition and writes nothing. */
export async function runCheck(
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const started = performance.now()
  const progress = createProgressLine(terminal)
  try {
    const result = await check({
      config: options.config,
      cwd: terminal.cwd,
      paths,
      brands: options.brand,
      locales: options.locale,
      cacheDir: cacheDirOf(options),
      jobs: options.jobs,
      onProgress: progress.update,
    })
    progress.clear()
    const {site, diagnostics, sources, editions} = result
    printFindings(diagnostics, site, terminal)
    if (!site) {
      terminal.stderr.write(`\nNothing was checked: ${countFindings(diagnostics)}\n`)
      return exitStatus.unusable
    }
    const parts = [
      countFindings(diagnostics),
      count(sources, 'source'),
      count(editions, 'edition'),
      formatDuration(performance.now() - started),
    ]
    terminal.stdout.write(`${parts.join(', ')}\n`)
    return options.failOn === 'never' ? exitStatus.fine : statusOf(diagnostics, options.failOn === 'warning')
  } finally {
    progress.clear()
  }
}
