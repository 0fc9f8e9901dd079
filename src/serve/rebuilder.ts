import {existsSync, statSync} from 'node:fs'
import path from 'node:path'
import type {WatchedDisk} from '../build/watched-disk.ts'
import type {Checker} from './checker.ts'
import type {FindingsBoard} from './findings-board.ts'
import type {LiveSites} from './live-sites.ts'
import type {Pusher} from './pusher.ts'
import type {ServeEvent} from './serve-events.ts'

/** Brings everything up to date when files change. */
export interface Rebuilder {
  /** Shows at once what a save has made of the pages that are being looked at. @param files  absolute */
  preview(files: ReadonlySet<string>): Promise<void>
  /**
   * Brings the sites up to date and checks them. Calls that come meanwhile become one.
   *
   * @param files  what changed, absolute; `undefined`: anything may have
   */
  rebuild(files: ReadonlySet<string> | undefined): Promise<void>
  /** Why the sites are not what is on the disk; `undefined` when they are. */
  notice(): string | undefined
}

/** What a rebuilder works with. */
export interface RebuilderOptions {
  readonly sites: LiveSites
  readonly disk: WatchedDisk
  readonly board: FindingsBoard
  readonly pusher: () => Pusher
  readonly checker: Checker
  readonly cwd: string
  readonly tell: (event: ServeEvent) => void
}

/** Makes a rebuilder. */
export function createRebuilder({sites, disk, board, pusher, checker, cwd, tell}: RebuilderOptions): Rebuilder {
  const state: {notice?: string | undefined; running?: Promise<void>; waiting?: Set<string> | 'all'} = {}
  // Compiled for a preview, which leaves nothing to do for the rebuild that follows.
  const previewed = new Set<string>()

  const sendStyles = (files: ReadonlySet<string> | undefined, before: ReadonlyMap<string, string>): void => {
    const {inputs, site} = sites.state()
    const overrides = site.brands.flatMap((brand) => brand.overrides)
    const themed = [...(files ?? [])].filter((file) => overrides.some((folder) => file.startsWith(folder + path.sep)))
    const isConfigured = [...(files ?? [])].some((file) => inputs.includes(file))
    for (const viewer of pusher().viewers) {
      const id = viewer.address?.brand ?? ''
      if (sites.brand(id)?.theme.version !== before.get(id)) {
        const isStyle = themed.length > 0 && themed.every((file) => file.endsWith('.css'))
        viewer.send(isStyle ? {type: 'styles', paths: []} : {type: 'reload'})
      } else if (isConfigured) viewer.send({type: 'styles', paths: []})
    }
  }
  const check = async (files: ReadonlySet<string> | undefined) => {
    const answer = await checker.check(files)
    if (!answer) return undefined
    if (answer.failure !== undefined) {
      tell({type: 'unchecked', reason: answer.failure})
      return undefined
    }
    const counts = board.setChecked(answer)
    await pusher().updateAll()
    return {...counts, findings: answer.findings.length}
  }
  const rebuildOnce = async (files: ReadonlySet<string> | undefined): Promise<void> => {
    const started = performance.now()
    if (files) disk.forget(files)
    else disk.forgetAll()
    const before = new Map([...sites.state().brands].map(([id, {theme}]) => [id, theme.version]))
    const isFirst = sites.state().prepared === undefined
    const {compiled: others, kept} = await sites.refresh()
    const compiled = others + previewed.size
    previewed.clear()
    state.notice = kept?.reason
    const {site, prepared} = sites.state()
    if (!kept && prepared) board.setAllCompiled(prepared.diagnostics)
    const pushed = await pusher().updateAll()
    if (kept) {
      tell({type: 'kept', ...kept, site})
      return
    }
    if (!isFirst) sendStyles(files, before)
    if (files) pusher().reloadFiles(files)
    const milliseconds = performance.now() - started
    // Checks go on behind; what they find is told when it is there.
    void check(files).then((found) => {
      if (!found) return
      const changed = changedFiles(files ?? new Set()).map((file) => path.relative(cwd, file).split(path.sep).join('/'))
      tell(
        isFirst
          ? {type: 'ready', sources: prepared?.sources ?? 0, milliseconds: performance.now() - started, ...found}
          : {type: 'rebuilt', changed, milliseconds, compiled, pushed, ...found},
      )
    })
  }
  const run = async (): Promise<void> => {
    while (state.waiting) {
      const files = state.waiting === 'all' ? undefined : state.waiting
      delete state.waiting
      await rebuildOnce(files)
    }
    delete state.running
  }
  return {
    preview: async (files) => {
      const written = new Set([...files].filter(isWritten))
      disk.forget(written)
      const viewers = await pusher().viewersOf(written)
      for (const source of new Set(viewers.map(([, path]) => path))) {
        const compiled = await sites.compileSource(source)
        if (!compiled) continue
        previewed.add(source)
        board.setCompiled(compiled.diagnostics, [source])
      }
      for (const [viewer] of viewers) await pusher().update(viewer)
    },
    rebuild: (files) => {
      const {waiting} = state
      state.waiting = !files || waiting === 'all' ? 'all' : new Set([...(waiting ?? []), ...files])
      state.running ??= run()
      return state.running
    },
    notice: () => state.notice,
  }
}

/** What changed, without the folders that were told because something in them did. */
function changedFiles(files: ReadonlySet<string>): readonly string[] {
  const all = [...files]
  return all.filter((file) => !all.some((other) => other.startsWith(file + path.sep)))
}

/** Whether a file holds something: one that is being written anew is empty for a moment. */
function isWritten(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0
}
