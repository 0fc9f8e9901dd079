import path from 'node:path'
import {check} from '../check/check.ts'
import {readText} from '../check/read-text.ts'
import {formatReport} from '../check/reports/format-report.ts'
import type {ReportFormat} from '../check/reports/report.ts'
import {countFindings} from '../check/reports/summary.ts'
import {cacheDirOf, displayPath, printFindings} from './command-context.ts'
import type {CacheFlags} from './command-context.ts'
import {exitStatus, statusOf} from './exit-status.ts'
import type {ExitStatus} from './exit-status.ts'
import {createProgressLine} from './progress-line.ts'
import {wantsColor} from './terminal.ts'
import type {Terminal} from './terminal.ts'
import {readVersion} from './version.ts'

/** Options of `docprism check` as read from the command line. */
export interface CheckCommandOptions extends CacheFlags {
  readonly config?: string
  readonly brand?: readonly string[]
  readonly locale?: readonly string[]
  readonly external?: boolean
  readonly jobs?: number
  readonly format?: ReportFormat
  readonly failOn?: 'error' | 'warning' | 'never'
  /** Whether to record what translations were made from instead of checking. */
  readonly updateTranslations?: boolean
  readonly since?: string
  readonly baseline?: string
  readonly updateBaseline?: boolean
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
      since: options.since,
      baseline: options.baseline,
      updateBaseline: options.updateBaseline,
      cacheDir: cacheDirOf(options),
      external: options.external,
      jobs: options.jobs,
      onProgress: progress.update,
    })
    progress.clear()
    const {site, diagnostics, sources, editions, since, baseline, notices} = result
    if (!site) {
      printFindings(diagnostics, site, terminal)
      terminal.stderr.write(`\nNothing was checked: ${countFindings(diagnostics)}\n`)
      return exitStatus.unusable
    }
    for (const notice of notices) terminal.stderr.write(`notice  ${notice}\n`)
    const report = formatReport(
      options.format ?? 'pretty',
      {
        diagnostics,
        summary: {
          sources,
          editions,
          milliseconds: performance.now() - started,
          ...(since && {since: since.rev}),
          ...(baseline && {baseline: {known: baseline.known, mended: baseline.mended}}),
        },
        version: await readVersion(),
        displayPath: (file) => displayPath(file, site, terminal.cwd).split(path.sep).join('/'),
        editionsOf: (diagnostic) => result.editionsOf(diagnostic),
        sourceText: (file) => readText(file, site),
      },
      {color: wantsColor(terminal.stdout, terminal.env), width: terminal.stdout.columns},
    )
    terminal.stdout.write(report)
    return options.failOn === 'never' ? exitStatus.fine : statusOf(diagnostics, options.failOn === 'warning')
  } finally {
    progress.clear()
  }
}
