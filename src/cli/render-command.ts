import {renderFragments} from '../build/render-fragments.ts'
import {count, countFindings} from '../check/reports/summary.ts'
import {cacheDirOf, fromWorkingFolder, printFindings} from './command-context.ts'
import type {CacheFlags} from './command-context.ts'
import {exitStatus, statusOf} from './exit-status.ts'
import type {ExitStatus} from './exit-status.ts'
import {createProgressLine} from './progress-line.ts'
import type {Terminal} from './terminal.ts'

/** Options of `docprism render` as read from the command line. */
export interface RenderCommandOptions extends CacheFlags {
  readonly config?: string
  readonly brand: string
  readonly locale: string
  readonly out?: string
}

/**
 * Runs `docprism render`: article fragments of the files, or of the whole locale when none is named.
 *
 * Without `--out` the fragments go to the standard output one after the other.
 */
export async function runRender(
  files: readonly string[],
  options: RenderCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const progress = createProgressLine(terminal)
  try {
    const result = await renderFragments({
      config: options.config,
      cwd: terminal.cwd,
      out: options.out,
      brand: options.brand,
      locale: options.locale,
      files,
      cacheDir: cacheDirOf(options),
      onProgress: progress.update,
    })
    progress.clear()
    printFindings(result.diagnostics, result.site, terminal)
    if (!result.site) return exitStatus.unusable
    if (result.folder === undefined) {
      for (const {html} of result.fragments) terminal.stdout.write(html.endsWith('\n') ? html : `${html}\n`)
    } else {
      const where = fromWorkingFolder(result.folder, terminal.cwd)
      const written = `${count(result.fragments.length, 'fragment')} in ${where}, ${countFindings(result.diagnostics)}`
      terminal.stderr.write(`${written}\n`)
    }
    return statusOf(result.diagnostics, false)
  } finally {
    progress.clear()
  }
}
