import path from 'node:path'
import {normalizeLineEndings} from '../build/decode-source.ts'
import {UsageError} from '../build/usage-error.ts'
import {check} from '../check/check.ts'
import type {FixOptions, FixResult} from '../check/fix/fix-sources.ts'
import {unifiedDiff} from '../check/fix/unified-diff.ts'
import {readText} from '../check/read-text.ts'
import {formatReport} from '../check/reports/format-report.ts'
import type {ReportFormat} from '../check/reports/report.ts'
import {count, countFindings} from '../check/reports/summary.ts'
import type {Site} from '../core/site.ts'
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
  readonly fix?: boolean
  readonly dryRun?: boolean
}

/**
 * Runs `docprism check`: prints what is wrong in any edition. With `--fix` it mends the sources first; with `--dry-run` the
 * diff goes to the output stream, and the report on what would be left to the error stream.
 */
export async function runCheck(
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (options.dryRun && !options.fix) throw new UsageError('Option `--dry-run` needs `--fix`')
  const started = performance.now()
  const progress = createProgressLine(terminal)
  try {
    const shared = {
      config: options.config,
      cwd: terminal.cwd,
      paths,
      brands: options.brand,
      locales: options.locale,
      cacheDir: cacheDirOf(options),
      jobs: options.jobs,
      onProgress: progress.update,
    }
    const {since: rev, baseline: file, updateBaseline, external} = options
    const fixed = options.fix ? await fix({...shared, dryRun: options.dryRun}) : undefined
    const result = fixed ?? (await check({...shared, since: rev, baseline: file, updateBaseline, external}))
    progress.clear()
    const {site, diagnostics, sources, editions, since, baseline, notices} = result
    if (!site) {
      printFindings(diagnostics, site, terminal)
      terminal.stderr.write(`\nNothing was checked: ${countFindings(diagnostics)}\n`)
      return exitStatus.unusable
    }
    for (const notice of notices) terminal.stderr.write(`notice  ${notice}\n`)
    const stream = options.dryRun ? terminal.stderr : terminal.stdout
    const fixedTexts = new Map(fixed?.files.map(({path: file, after}) => [file, after]))
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
        sourceText: (file) => normalized(fixedTexts.get(file)) ?? readText(file, site),
      },
      {color: wantsColor(stream, terminal.env), width: stream.columns},
    )
    if (fixed && options.dryRun) terminal.stdout.write(diffOf(fixed, site, terminal))
    stream.write(report)
    if (fixed) terminal.stderr.write(describeFixes(fixed, options.dryRun === true))
    return options.failOn === 'never' ? exitStatus.fine : statusOf(diagnostics, options.failOn === 'warning')
  } finally {
    progress.clear()
  }
}

async function fix(options: FixOptions): Promise<FixResult> {
  const {fixSources} = await import('../check/fix/fix-sources.ts')
  return fixSources(options)
}

/** What was fixed, in one line for a person, and another one for what had to be undone. */
function describeFixes({files, undone}: FixResult, isDryRun: boolean): string {
  const findings = files.reduce((sum, file) => sum + file.findings, 0)
  const done = `${findings} ${isDryRun ? 'would be fixed' : 'fixed'} in ${count(files.length, 'file')}`
  if (undone.length === 0) return `${done}\n`
  return `${done}; left ${count(undone.length, 'finding')} alone whose fix would have brought another\n`
}

function diffOf({files}: FixResult, site: Site, {cwd}: Terminal): string {
  return files
    .map(({path: file, before, after}) =>
      unifiedDiff(displayPath(file, site, cwd).split(path.sep).join('/'), before, after),
    )
    .join('')
}

function normalized(text: string | undefined): string | undefined {
  return text === undefined ? undefined : normalizeLineEndings(text.replace(/^\uFEFF/, ''))
}
