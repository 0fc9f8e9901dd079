import {isIP} from 'node:net'
import {networkInterfaces} from 'node:os'
import path from 'node:path'
import {cacheFolders} from '../build/cache-folder.ts'
import type {CacheOptions} from '../build/cache-folder.ts'
import type {Selection} from '../build/select-editions.ts'
import {libraryId} from '../build/library-id.ts'
import {openWatchedDisk} from '../build/watched-disk.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {createChecker} from './checker.ts'
import {editorPattern} from './editors.ts'
import {createFindingsBoard} from './findings-board.ts'
import {createLiveSites} from './live-sites.ts'
import {isLoopbackHost, openServer} from './open-server.ts'
import {keepCurrent} from './keep-current.ts'
import {createPusher, editionNamed, nextOf} from './pusher.ts'
import {createRebuilder} from './rebuilder.ts'
import type {ServeEvent} from './serve-events.ts'
import {answerPath, homePath} from './site-answers.ts'
import type {CurrentEdition} from './site-answers.ts'
import {openSockets} from './sockets.ts'

/** What to serve, and how. */
export interface ServeOptions extends CacheOptions {
  /** Working folder; left out: that of the process. */
  readonly cwd?: string | undefined
  /** Ids of the brands to serve; left out: all. The first is the one that `/` leads to. */
  readonly brands?: readonly string[] | undefined
  /** Tags of the locales to serve; left out: all. */
  readonly locales?: readonly string[] | undefined
  /** Address to listen on; left out: `127.0.0.1`, which only this machine reaches. */
  readonly host?: string | undefined
  /** Port to listen on, or the next free one after it; 0: any. Left out: 8000. */
  readonly port?: number | undefined
  /** Editor that opens the place of a finding: a name, or an address with `{path}`, `{line}`, `{column}`. */
  readonly editor?: string | undefined
  /** Milliseconds between two looks at every file, where the system does not report changes; left out: it does. */
  readonly poll?: number | undefined
  /** Threads that compile at most; left out: as many as pay. */
  readonly jobs?: number | undefined
  readonly onEvent?: ((event: ServeEvent) => void) | undefined
}

/** A server that is running. */
export interface RunningServer {
  /** `http://127.0.0.1:8000/`. */
  readonly url: string
  /** Addresses at which other machines reach it; empty for one that only this machine reaches. */
  readonly openUrls: readonly string[]
  readonly port: number
  /** Findings of the configuration, none of them an error. */
  readonly diagnostics: readonly Diagnostic[]
  /** Settled when all pages were compiled once, and everything that can change is watched. */
  readonly complete: Promise<void>
  /** Reads everything again. */
  rebuild(): Promise<void>
  /** Leads browsers, and `/`, to the next brand. @returns its id */
  nextBrand(): Promise<string>
  /** Leads browsers, and `/`, to the next locale of the brand. @returns its tag */
  nextLocale(): Promise<string>
  /** Ends all connections and threads, and leaves the cache in order. */
  close(): Promise<void>
}

/** Thrown when there is nothing to serve. */
export class ConfigurationError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(diagnostics: readonly Diagnostic[]) {
    super('The configuration has errors')
    this.diagnostics = diagnostics
  }
}

/**
 * Serves all editions and shows in the browser what changes on the disk. Pages are made when they are asked for; nothing is
 * written but the cache.
 *
 * @throws ConfigurationError when the configuration has errors at the start; later ones leave what is served as it was
 * @throws UsageError for an unknown brand, locale or editor, or an address that cannot be listened on
 */
export async function serve(options: ServeOptions = {}): Promise<RunningServer> {
  const cwd = path.resolve(options.cwd ?? '.')
  const {config, brands, locales, cacheDir, jobs, poll, host = '127.0.0.1', port = 8000} = options
  const editor = editorPattern(options.editor ?? 'vscode')
  const disk = openWatchedDisk()
  const sites = createLiveSites({
    ...{cwd, config, brands, locales, jobs, disk},
    library: libraryId(),
    cache: cacheFolders(options, cwd),
  })
  const diagnostics = await sites.open()
  if (diagnostics.some(({severity}) => severity === 'error')) {
    sites.close()
    throw new ConfigurationError(diagnostics)
  }
  const current: {edition: CurrentEdition; closing?: Promise<void>} = {
    edition: firstEdition(sites.state().selection, options),
  }
  // What breaks off when the server ends is nobody's fault.
  const tell = (event: ServeEvent): void => {
    if (!current.closing) options.onEvent?.(event)
  }
  const board = createFindingsBoard()
  const checker = createChecker({cwd, config, brands, locales, cacheDir})
  const pusher = createPusher({sites, board, cwd, editor, notice: () => rebuilder.notice()})
  const rebuilder = createRebuilder({...{sites, disk, board, checker, cwd, tell}, pusher: () => pusher})
  const opened = await openServer({
    host,
    port,
    answer: (pathname) => answerPath(pathname, sites, current.edition),
    onFault: (error) => {
      tell({type: 'unchecked', reason: error instanceof Error ? error.message : String(error)})
    },
  }).catch(async (error: unknown) => {
    sites.close()
    await checker.close()
    throw error
  })
  const closeSockets = openSockets({server: opened.server, pusher, names: opened.names})
  const keeper = keepCurrent({sites, rebuilder, poll, tell})
  const complete = answerPath(homePath(sites, current.edition), sites, current.edition).then(() => keeper.start())

  const close = async (): Promise<void> => {
    closeSockets()
    opened.server.closeAllConnections()
    await Promise.all([new Promise((resolve) => opened.server.close(resolve)), keeper.close(), checker.close()])
    sites.close()
  }
  const switchTo = async (edition: CurrentEdition): Promise<void> => {
    current.edition = edition
    await pusher.switchTo(editionNamed(edition))
  }
  return {
    url: `http://${isIP(host) === 6 ? `[${host}]` : host}:${opened.port}/`,
    openUrls: isLoopbackHost(host) ? [] : reachableUrls(opened.port),
    port: opened.port,
    diagnostics,
    complete,
    rebuild: () => rebuilder.rebuild(undefined),
    nextBrand: async () => {
      const {brands: served} = sites.state().selection
      const brand = nextOf(
        served.map(({id}) => id),
        current.edition.brand,
      )
      const tags = served.find(({id}) => id === brand)?.locales.map(({tag}) => tag) ?? []
      const {locale} = current.edition
      await switchTo({brand, locale: tags.includes(locale) ? locale : (tags[0] ?? locale)})
      return brand
    },
    nextLocale: async () => {
      const {brands: served, locales: chosen} = sites.state().selection
      const {brand, locale} = current.edition
      const tags = served.find(({id}) => id === brand)?.locales.map(({tag}) => tag) ?? []
      const next = nextOf(
        tags.filter((tag) => chosen.has(tag)),
        locale,
      )
      await switchTo({brand, locale: next})
      return next
    },
    close: () => (current.closing ??= close()),
  }
}

/** The edition that `/` leads to at first: that of the brand and the locale that were named first. */
function firstEdition({brands: served, locales: chosen}: Selection, {brands, locales}: ServeOptions): CurrentEdition {
  const brand = served.find(({id}) => id === brands?.[0]) ?? served[0]
  const tags = (brand?.locales ?? []).map(({tag}) => tag).filter((tag) => chosen.has(tag))
  const wanted = [locales?.[0], brand?.defaultLocale].find((tag) => tag !== undefined && tags.includes(tag))
  return {brand: brand?.id ?? '', locale: wanted ?? tags[0] ?? ''}
}

/** Addresses of this machine in its networks. */
function reachableUrls(port: number): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({internal, family}) => !internal && family === 'IPv4')
    .map(({address}) => `http://${address}:${port}/`)
}
