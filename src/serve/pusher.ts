import path from 'node:path'
import type {CurrentEdition} from './site-answers.ts'
import {findPage} from './site-answers.ts'
import {filePath} from './address.ts'
import type {FindingsBoard} from './findings-board.ts'
import type {LiveSites} from './live-sites.ts'
import type {ShownEdition} from './messages.ts'
import {pageInfo, pathsOf, showFinding} from './page-info.ts'
import {versionOf} from './version-page.ts'
import type {Viewer} from './viewers.ts'

/** Keeps what browsers show up to date. */
export interface Pusher {
  readonly viewers: Set<Viewer>
  /** Sends a browser what it does not show yet. @returns whether its page changed */
  update(viewer: Viewer): Promise<boolean>
  /** Sends every browser what it does not show yet. @returns how many pages changed */
  updateAll(): Promise<number>
  /** Viewers of pages that are made from one of these files. @param files  absolute */
  viewersOf(files: ReadonlySet<string>): Promise<readonly (readonly [viewer: Viewer, source: string])[]>
  /** Lets browsers load files again that are embedded in their pages. @param files  absolute */
  reloadFiles(files: ReadonlySet<string>): void
  /** Leads browsers to their page in another edition. */
  switchTo(choose: (editions: readonly ShownEdition[]) => ShownEdition | undefined): Promise<void>
}

/** What a pusher works with. */
export interface PusherOptions {
  readonly sites: LiveSites
  readonly board: FindingsBoard
  readonly cwd: string
  readonly editor: string | undefined
  /** Why the sites are not what is on the disk; `undefined` when they are. */
  readonly notice: () => string | undefined
}

/** Makes a pusher without viewers. */
export function createPusher({sites, board, cwd, editor, notice}: PusherOptions): Pusher {
  const viewers = new Set<Viewer>()

  const look = async (viewer: Viewer) => {
    const found = viewer.address && (await findPage(sites, viewer.address))
    const context = {
      state: sites.state(),
      board,
      cwd,
      editor: viewer.isLocal ? editor : undefined,
      notice: notice(),
    }
    return {found, context}
  }
  const sendInfo = (viewer: Viewer, {found, context}: Awaited<ReturnType<typeof look>>): void => {
    const brand = found?.brand ?? (viewer.address && sites.brand(viewer.address.brand))
    const info = pageInfo(brand, found?.page, context)
    const written = JSON.stringify(info)
    if (written === viewer.info) return
    viewer.info = written
    viewer.send({type: 'info', info})
  }
  const update = async (viewer: Viewer): Promise<boolean> => {
    if (!viewer.address) return false
    const seen = await look(viewer)
    const {found, context} = seen
    const paths = found ? pathsOf(found.page, found.brand) : []
    const breaking = board.breaking(paths, viewer.address.brand)
    if (breaking.length > 0) {
      viewer.isBroken = true
      viewer.send({type: 'broken', findings: breaking.map((finding) => showFinding(finding, context))})
      sendInfo(viewer, seen)
      return false
    }
    const html = found
      ? found.brand.render(found.page)
      : sites.brand(viewer.address.brand)?.notFound(viewer.address.file)
    const version = html === undefined ? undefined : versionOf(html)
    const isNew = html !== undefined && version !== undefined && (version !== viewer.version || viewer.isBroken)
    if (isNew) {
      viewer.version = version
      viewer.isBroken = false
      viewer.send({type: 'page', html, version})
    }
    sendInfo(viewer, seen)
    return isNew
  }
  return {
    viewers,
    update,
    updateAll: async () => {
      let changed = 0
      for (const viewer of viewers) if (await update(viewer)) changed++
      return changed
    },
    viewersOf: async (files) => {
      const {content} = sites.state().site
      const chosen: (readonly [Viewer, string])[] = []
      for (const viewer of viewers) {
        const found = viewer.address && (await findPage(sites, viewer.address))
        const [source, ...snippets] = found ? pathsOf(found.page, found.brand) : []
        if (source === undefined) continue
        if ([source, ...snippets].some((file) => files.has(path.resolve(content, file)))) chosen.push([viewer, source])
      }
      return chosen
    },
    reloadFiles: (files) => {
      const {content} = sites.state().site
      for (const viewer of viewers) {
        const brand = viewer.address && sites.brand(viewer.address.brand)
        const outputs = (brand?.prepared.sites ?? []).flatMap(({assets}) =>
          [...assets].filter(([, from]) => files.has(path.join(content, from))).map(([output]) => output),
        )
        const paths = outputs.map((output) => filePath(viewer.address?.brand ?? '', output))
        if (paths.length > 0) viewer.send({type: 'files', paths: [...new Set(paths)]})
      }
    },
    switchTo: async (choose) => {
      for (const viewer of viewers) {
        const {found, context} = await look(viewer)
        const chosen = choose(pageInfo(found?.brand, found?.page, context).editions)
        if (chosen) viewer.send({type: 'go', href: chosen.href})
      }
    },
  }
}

/** The next of some names, after the last one the first. */
export function nextOf(names: readonly string[], current: string): string {
  return names[(names.indexOf(current) + 1) % names.length] ?? current
}

/** Finds an edition among those that a page is in. */
export function editionNamed(edition: CurrentEdition): (editions: readonly ShownEdition[]) => ShownEdition | undefined {
  return (editions) => editions.find(({brand, locale}) => brand === edition.brand && locale === edition.locale)
}
