import {updateTranslations} from '../check/translations/update-translations.ts'
import type {CheckCommandOptions} from './check-command.ts'
import {fromWorkingFolder, printFindings} from './command-context.ts'
import {exitStatus, statusOf} from './exit-status.ts'
import type {ExitStatus} from './exit-status.ts'
import {count, countFindings} from '../check/reports/summary.ts'
import type {Terminal} from './terminal.ts'

/** Runs `docprism check --update-translations`: records what translations were made from, and looks at nothing else. */
export async function runUpdateTranslations(
  paths: readonly string[],
  {config}: CheckCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const {site, diagnostics, file, updated, dropped} = await updateTranslations({config, cwd: terminal.cwd, paths})
  printFindings(diagnostics, site, terminal)
  if (diagnostics.length > 0) {
    terminal.stderr.write(`\nNothing was recorded: ${countFindings(diagnostics)}\n`)
    return site ? statusOf(diagnostics, true) : exitStatus.unusable
  }
  const gone = dropped > 0 ? `, ${String(dropped)} dropped` : ''
  terminal.stdout.write(
    `${count(updated, 'translation')} recorded${gone} in ${fromWorkingFolder(file, terminal.cwd)}\n`,
  )
  return exitStatus.fine
}
