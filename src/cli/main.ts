import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import picocolors from 'picocolors'
import type {BuildCommandOptions} from './build-command.ts'
import {reportFormats} from '../check/reports/report.ts'
import type {CheckCommandOptions} from './check-command.ts'
import {collectNames} from './command-context.ts'
import {exitStatus} from './exit-status.ts'
import type {ExitStatus} from './exit-status.ts'
import type {RenderCommandOptions} from './render-command.ts'
import type {ServeCommandOptions} from './serve-command.ts'
import {wantsColor} from './terminal.ts'
import type {Terminal} from './terminal.ts'
import {readVersion} from './version.ts'

/** A call of the command line program. */
export interface MainOptions extends Terminal {
  /** Arguments after the program's name. */
  readonly argv: readonly string[]
}

/**
 * Runs the command line program.
 *
 * Never throws: what a command throws is printed as one sentence with its status, and with the stack when the
 * environment variable `DOCPRISM_DEBUG` is set.
 */
export async function main({argv, ...terminal}: MainOptions): Promise<ExitStatus> {
  const outcome: {status: ExitStatus} = {status: exitStatus.fine}
  const program = createProgram(await readVersion(), terminal, (status) => {
    outcome.status = status
  })
  try {
    await program.parseAsync(argv, {from: 'user'})
    return outcome.status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.fine : exitStatus.unusable
    printFailure(error, terminal)
    return exitStatus.unusable
  }
}

function createProgram(version: string, terminal: Terminal, finish: (status: ExitStatus) => void): Command {
  const program = new Command('docprism')
    .description('One Markdown source becomes a static site for every brand and language')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
      getOutHelpWidth: () => terminal.stdout.columns ?? 100,
      getErrHelpWidth: () => terminal.stderr.columns ?? 100,
      getOutHasColors: () => wantsColor(terminal.stdout, terminal.env),
      getErrHasColors: () => wantsColor(terminal.stderr, terminal.env),
    })
    .exitOverride()

  program
    .command('build')
    .description('write the sites of all editions')
    .option('-c, --config <file>', 'configuration file (default: docprism.yml or docprism.config.* here)')
    .option('-b, --brand <ids>', 'only these brands, separated by commas', collectNames)
    .option('-l, --locale <tags>', 'only these locales, separated by commas', collectNames)
    .option('-o, --out <dir>', 'output folder (default: as configured, or dist)')
    .option('-a, --archive', 'pack each site into <brand>.tar.gz, with checksums and a manifest')
    .option('-s, --strict', 'check as `docprism check` does, and fail for warnings as for errors')
    .option('-j, --jobs <n>', 'threads that compile at most (default: as many as pay)', readAmount)
    .option('--cache-dir <dir>', 'folder for what the next build can use (default: node_modules/.cache/docprism)')
    .option('--no-cache', 'use nothing of earlier builds and keep nothing for later ones')
    .action(async (options: BuildCommandOptions) => {
      const {runBuild} = await import('./build-command.ts')
      finish(await runBuild(options, terminal))
    })

  program
    .command('check')
    .description('report what is broken in any edition, and mend what is certain with --fix')
    .argument('[path...]', 'files and folders to report about (default: all)')
    .option('-c, --config <file>', 'configuration file (default: docprism.yml or docprism.config.* here)')
    .option('-b, --brand <ids>', 'only these brands, separated by commas', collectNames)
    .option('-l, --locale <tags>', 'only these locales, separated by commas', collectNames)
    .option('-e, --external', 'ask the web for every address that a page links to')
    .addOption(new Option('-f, --format <format>', 'form of the report').choices(reportFormats).default('pretty'))
    .option('--update-translations', 'record that translations are up to date, and check nothing')
    .addOption(
      new Option('--fail-on <severity>', 'findings that make the exit status 1')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .option('--since <rev>', 'only what was introduced since this branch left a commit, a tag or another branch')
    .option('--baseline <file>', 'leave out the findings that this file has')
    .option('--update-baseline', 'write all findings to the file of --baseline')
    .addOption(
      new Option('--fix', 'mend what is certain in the sources, and report what is left').conflicts([
        'external',
        'since',
        'baseline',
        'updateBaseline',
      ]),
    )
    .option('--dry-run', 'with --fix: print what would change as a diff, and write nothing')
    .option('-j, --jobs <n>', 'threads that compile at most (default: as many as pay)', readAmount)
    .option('--cache-dir <dir>', 'folder for what the next run can use (default: node_modules/.cache/docprism)')
    .option('--no-cache', 'use nothing of earlier runs and keep nothing for later ones')
    .action(async (paths: readonly string[], options: CheckCommandOptions) => {
      if (options.updateTranslations) {
        const {runUpdateTranslations} = await import('./update-translations-command.ts')
        finish(await runUpdateTranslations(paths, options, terminal))
        return
      }
      const {runCheck} = await import('./check-command.ts')
      finish(await runCheck(paths, options, terminal))
    })

  program
    .command('serve')
    .description('show all editions in the browser, and what changes as it is saved')
    .option('-c, --config <file>', 'configuration file (default: docprism.yml or docprism.config.* here)')
    .option('-b, --brand <ids>', 'only these brands, separated by commas; the first is opened', collectNames)
    .option('-l, --locale <tags>', 'only these locales, separated by commas; the first is opened', collectNames)
    .option('--host <address>', 'address to listen on; 0.0.0.0 lets other machines in', '127.0.0.1')
    .option('-p, --port <n>', 'port, or the next free one after it', readPort, 8000)
    .option('--open', 'open the browser')
    .option('--editor <name>', 'editor that findings open in, or an address with {path}, {line}, {column}', 'vscode')
    .option('--poll [ms]', 'look at all files again and again, where the system does not report changes', readAmount)
    .option('-j, --jobs <n>', 'threads that compile at most (default: as many as pay)', readAmount)
    .option('--cache-dir <dir>', 'folder for what the next run can use (default: node_modules/.cache/docprism)')
    .option('--no-cache', 'use nothing of earlier runs and keep nothing for later ones')
    .addHelpText('after', '\nKeys: r rebuilds, b and l switch brand and locale, q quits.')
    .action(async (options: ServeCommandOptions) => {
      const {runServe} = await import('./serve-command.ts')
      finish(await runServe(options, terminal))
    })

  program
    .command('render')
    .description('print article fragments, without the layout around them')
    .argument('[file...]', 'pages, from here or from the content folder (default: all of the locale)')
    .option('-c, --config <file>', 'configuration file (default: docprism.yml or docprism.config.* here)')
    .requiredOption('-b, --brand <id>', 'brand to render for')
    .requiredOption('-l, --locale <tag>', 'locale to render')
    .option('-o, --out <dir>', 'write <dir>/<locale>/<path in the locale>.html instead of printing')
    .option('--cache-dir <dir>', 'folder for what the next call can use (default: node_modules/.cache/docprism)')
    .option('--no-cache', 'use nothing of earlier calls and keep nothing for later ones')
    .action(async (files: readonly string[], options: RenderCommandOptions) => {
      const {runRender} = await import('./render-command.ts')
      finish(await runRender(files, options, terminal))
    })

  program
    .command('init')
    .description('write a small site with two brands and two languages to start from')
    .argument('[dir]', 'folder to write to', '.')
    .action(async (folder: string) => {
      const {runInit} = await import('./init-command.ts')
      finish(await runInit(folder, terminal))
    })

  return program
}

function readPort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError('Expected a number up to 65535.')
  return Number(value)
}

function readAmount(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 1.')
  return Number(value)
}

function printFailure(error: unknown, {stderr, env}: Terminal): void {
  const label = picocolors.createColors(wantsColor(stderr, env)).red('error')
  stderr.write(`${label}  ${error instanceof Error ? error.message : String(error)}\n`)
  if (env['DOCPRISM_DEBUG'] && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`)
}
