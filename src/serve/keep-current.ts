import {existsSync} from 'node:fs'
import path from 'node:path'
import {customIconFolders} from '../build/custom-icon-folders.ts'
import {collectChanges} from './change-batches.ts'
import type {LiveSites, LiveState} from './live-sites.ts'
import type {Rebuilder} from './rebuilder.ts'
import type {ServeEvent} from './serve-events.ts'
import {watchFiles} from './watch-files.ts'
import type {FileWatch, WatchedPlaces} from './watch-files.ts'

/** Keeps sites as the disk is. */
export interface Keeper {
  /** Starts to watch, then brings the sites up to date for the first time: nothing can change unseen in between. */
  start(): Promise<void>
  close(): Promise<void>
}

/** What a keeper works with. */
export interface KeeperOptions {
  readonly sites: LiveSites
  readonly rebuilder: Rebuilder
  /** Milliseconds between two looks at every file; left out: the system reports what changes. */
  readonly poll: number | undefined
  readonly tell: (event: ServeEvent) => void
}

/** Makes a keeper; nothing is watched before its start. */
export function keepCurrent({sites, rebuilder, poll, tell}: KeeperOptions): Keeper {
  const {site} = sites.state()
  // Git holds it while it writes many files.
  const lock = path.join(site.root, '.git', 'index.lock')
  const state: {watch?: FileWatch; isClosed: boolean} = {isClosed: false}
  const batches = collectChanges({
    onFirst: (files) => void rebuilder.preview(files),
    onRest: (files) =>
      void rebuilder.rebuild(files).then(() => {
        if (!state.isClosed) state.watch?.add(watchedPlaces(sites.state()))
      }),
    isBusy: () => existsSync(lock),
  })
  return {
    start: async () => {
      if (state.isClosed) return
      const watch = watchFiles(watchedPlaces(sites.state()), {
        poll,
        ignored: [site.out],
        onChange: (file) => {
          batches.add(file)
        },
        onError: (reason) => {
          tell({type: 'unwatched', reason})
        },
      })
      state.watch = watch
      await watch.ready
      await rebuilder.rebuild(undefined)
      watch.add(watchedPlaces(sites.state()))
    },
    close: async () => {
      state.isClosed = true
      batches.close()
      await state.watch?.close()
    },
  }
}

/** Everything that decides about the sites: content, configuration, templates, icons and snippets. */
function watchedPlaces({site, prepared, inputs}: LiveState): WatchedPlaces {
  const {content, brands, markdown} = site
  const snippets = [...(prepared?.snippets.values() ?? [])].flatMap((byName) =>
    [...byName.values()].flatMap((snippet) => ('text' in snippet ? [path.resolve(content, snippet.path)] : [])),
  )
  return {
    folders: [
      content,
      ...brands.flatMap(({overrides}) => overrides),
      ...customIconFolders(markdown),
      ...snippetFolders(site),
    ],
    files: [...new Set([...inputs, ...snippets])],
  }
}

/** Folders that hold snippets and nothing else; a base path around the content is not watched as a whole. */
function snippetFolders({markdown, root, content}: LiveState['site']): readonly string[] {
  const base = markdown.extensions['pymdownx.snippets']?.['base_path']
  const names = (Array.isArray(base) ? base : [base]).filter((name) => typeof name === 'string')
  const folders = names.map((name) => path.resolve(root, name))
  return folders.filter(
    (folder) => !`${content}${path.sep}`.startsWith(`${folder}${path.sep}`) && !root.startsWith(folder),
  )
}
