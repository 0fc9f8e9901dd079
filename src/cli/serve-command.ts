import picocolors from 'picocolors'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import {count, countFindings, formatDuration} from '../check/reports/summary.ts'
import {ConfigurationError, serve} from '../serve/serve.ts'
import type {RunningServer} from '../serve/serve.ts'
import type {ServeEvent} from '../serve/serve-events.ts'
import {cacheDirOf, printFindings} from './command-context.ts'
import type {CacheFlags} from './command-context.ts'
import {exitStatus} from './exit-status.ts'
import type {ExitStatus} from './exit-status.ts'
import {wantsColor} from './terminal.ts'
import type {Terminal} from './terminal.ts'

/** Options of `docprism serve` as read from the command line. */
export interface ServeCommandOptions extends CacheFlags {
  readonly config?: string
  readonly brand?: readonly string[]
  readonly locale?: readonly string[]
  readonly host: string
  readonly port: number
  readonly open?: boolean
  readonly editor: string
  /** `true` without a number. */
  readonly poll?: number | true
  readonly jobs?: number
}

/** Milliseconds between two looks at all files where nothing else was asked for. */
const usualPoll = 500
/** Changed files that are named in a line. */
const mostNames = 3

/** Runs `docprism serve` until the user ends it. */
export async function runServe(options: ServeCommandOptions, terminal: Terminal): Promise<ExitStatus> {
  const started = performance.now()
  const printer = createPrinter(terminal)
  const {config, host, port, editor, jobs, poll} = options
  try {
    const server = await serve({
      ...{config, host, port, editor, jobs},
      cwd: terminal.cwd,
      brands: options.brand,
      locales: options.locale,
      poll: poll === true ? usualPoll : poll,
      cacheDir: cacheDirOf(options),
      onEvent: printer.print,
    })
    printFindings(server.diagnostics, undefined, terminal)
    printer.line(describeStart(server, port, performance.now() - started))
    if (options.open) await openBrowser(server.url, printer.line)
    await untilEnded(server, terminal, printer.line)
    await server.close()
    return exitStatus.fine
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    printFindings(error.diagnostics, undefined, terminal)
    terminal.stderr.write(`\nNothing is served: ${countFindings(error.diagnostics)}\n`)
    return exitStatus.unusable
  }
}

interface Printer {
  readonly print: (event: ServeEvent) => void
  readonly line: (text: string) => void
}

function createPrinter(terminal: Terminal): Printer {
  const {dim, green, red, yellow} = picocolors.createColors(wantsColor(terminal.stdout, terminal.env))
  const line = (text: string): void => {
    terminal.stdout.write(`${text}\n`)
  }
  const show = (diagnostics: readonly Diagnostic[], site: Site): void => {
    printFindings(diagnostics, site, terminal)
  }
  return {
    line,
    print: (event) => {
      switch (event.type) {
        case 'ready':
          line(
            `${green('ready')}    ${count(event.sources, 'source')} compiled and checked in ${formatDuration(event.milliseconds)}, ${count(event.findings, 'finding')}`,
          )
          break
        case 'rebuilt':
          line(`${green('rebuilt')}  ${describeRebuild(event)}  ${dim(describeFindings(event))}`)
          break
        case 'kept':
          show(event.diagnostics, event.site)
          line(`${red('kept')}     ${event.reason}; what is served stays as it was`)
          break
        case 'unwatched':
          line(`${yellow('watch')}    Cannot watch: ${event.reason}; \`--poll\` looks at the files instead`)
          break
        case 'unchecked':
          line(`${red('fault')}    ${event.reason}`)
      }
    },
  }
}

function describeRebuild({changed, milliseconds, compiled, pushed}: Extract<ServeEvent, {type: 'rebuilt'}>): string {
  const named = changed.slice(0, mostNames).join(', ')
  const more = changed.length > mostNames ? ` and ${count(changed.length - mostNames, 'other')}` : ''
  const what = changed.length === 0 ? 'everything' : named + more
  const parts = [
    `${count(compiled, 'source')} compiled`,
    ...(pushed > 0 ? [`${count(pushed, 'open page')} updated`] : []),
  ]
  return `${what}  ${formatDuration(milliseconds)}, ${parts.join(', ')}`
}

function describeFindings({fresh, fixed, findings}: Extract<ServeEvent, {type: 'rebuilt'}>): string {
  const changes = [...(fresh > 0 ? [`${fresh} new`] : []), ...(fixed > 0 ? [`${fixed} fixed`] : [])]
  return `${count(findings, 'finding')}${changes.length > 0 ? ` (${changes.join(', ')})` : ''}`
}

function describeStart({url, openUrls, port}: RunningServer, wanted: number, milliseconds: number): string {
  const moved = wanted !== 0 && port !== wanted ? `Port ${wanted} is in use, the next free one is ${port}\n` : ''
  const reached =
    openUrls.length === 0
      ? ''
      : `\nEverybody in these networks can see it, drafts and findings included:\n${openUrls.map((one) => `  ${one}\n`).join('')}`
  const keys = '  r rebuild · b next brand · l next locale · q quit'
  return `${moved}Serving at ${url}  (${formatDuration(milliseconds)})${reached}\n${keys}`
}

async function openBrowser(url: string, line: (text: string) => void): Promise<void> {
  const {default: open} = await import('open')
  try {
    await open(url)
  } catch {
    line(`Cannot open a browser; open ${url}`)
  }
}

/** Does what keys say until one of them, or a signal, ends it. */
function untilEnded(server: RunningServer, {stdin}: Terminal, line: (text: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      process.off('SIGINT', end)
      process.off('SIGTERM', end)
      stdin?.off('data', press)
      if (stdin?.isTTY) stdin.setRawMode?.(false)
      stdin?.pause()
      resolve()
    }
    const press = (keys: Uint8Array | string): void => {
      for (const key of typeof keys === 'string' ? keys : Buffer.from(keys).toString('utf8')) {
        if (key === 'q' || key === '\u0003') end()
        if (key === 'r') void server.rebuild()
        if (key === 'b')
          void server.nextBrand().then((brand) => {
            line(`brand    ${brand}`)
          })
        if (key === 'l')
          void server.nextLocale().then((locale) => {
            line(`locale   ${locale}`)
          })
      }
    }
    process.on('SIGINT', end)
    process.on('SIGTERM', end)
    if (!stdin?.isTTY) return
    stdin.setRawMode?.(true)
    stdin.on('data', press)
    stdin.resume()
  })
}
