import path from 'node:path'
import {watch} from 'chokidar'

/** What to watch; absolute, need not exist yet. */
export interface WatchedPlaces {
  /** Folders with everything below them. */
  readonly folders: readonly string[]
  /** Single files. */
  readonly files: readonly string[]
}

/** How to watch, and whom to tell. */
export interface WatchOptions {
  /** Milliseconds between two looks at every file; left out: the system reports what changes. */
  readonly poll: number | undefined
  /** Folders that nothing is watched in, absolute. */
  readonly ignored: readonly string[]
  /** Something was changed, made or removed there; may be told several times. @param file  absolute */
  readonly onChange: (file: string) => void
  /** Something cannot be watched. */
  readonly onError: (reason: string) => void
}

/** A watch over files and folders. */
export interface FileWatch {
  /** Watches these, too. */
  add(places: WatchedPlaces): void
  /** Settled once everything that was to be watched at first is, or something cannot be. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

const neverWatched = new Set(['node_modules', '.git', '.hg', '.svn'])

/** Watches files and folders. What is there already is not told. */
export function watchFiles(places: WatchedPlaces, options: WatchOptions): FileWatch {
  const {poll, ignored, onChange, onError} = options
  const folders = new Set<string>()
  const files = new Set<string>()
  // What is removed and made again is seen by the folder above it, of which nothing else is looked at.
  const parents = new Set<string>()
  const isWanted = (file: string): boolean => {
    if (ignored.some((folder) => isIn(file, folder)) || file.split(path.sep).some((name) => neverWatched.has(name))) {
      return false
    }
    return files.has(file) || parents.has(file) || [...folders].some((folder) => isIn(file, folder))
  }
  const take = (more: WatchedPlaces): string[] => {
    const before = new Set([...folders, ...parents])
    for (const folder of more.folders) folders.add(folder)
    for (const file of more.files) files.add(file)
    for (const place of [...more.folders, ...more.files]) parents.add(path.dirname(place))
    return [...folders, ...parents].filter((place) => !before.has(place))
  }
  const watcher = watch(take(places), {
    ignoreInitial: true,
    ignored: (file) => !isWanted(path.resolve(file)),
    ignorePermissionErrors: true,
    // Removals are told at once: whoever listens waits for an editor that puts a new file in the place of the old one.
    atomic: false,
    ...(poll === undefined ? {} : {usePolling: true, interval: poll, binaryInterval: poll}),
  })
  const tell = (file: string): void => {
    if (!isNoise(file) && !parents.has(file) && isWanted(file)) onChange(file)
  }
  // The watcher holds back a change that follows another one within 50 ms; what the system tells is passed on as it is.
  watcher.on('raw', (_event, name, details: unknown) => {
    const watched = watchedPath(details)
    if (watched === undefined) return
    if (!folders.has(watched)) tell(watched)
    if (name && path.basename(watched) !== name) tell(path.resolve(watched, name))
  })
  watcher.on('all', (_event, file) => {
    tell(path.resolve(file))
  })
  const {promise: ready, resolve: settle} = withResolvers()
  watcher.once('ready', settle)
  watcher.on('error', (error) => {
    onError(error instanceof Error ? error.message : String(error))
    settle()
  })
  return {
    add: (more) => {
      const known = more.files.filter((file) => !files.has(file))
      // A folder that is watched already was looked through without these files.
      watcher.add([...take(more), ...known])
    },
    ready,
    close: () => watcher.close(),
  }
}

function withResolvers(): {readonly promise: Promise<void>; readonly resolve: () => void} {
  const made: {resolve: () => void} = {resolve: () => undefined}
  const promise = new Promise<void>((resolve) => {
    made.resolve = resolve
  })
  return {
    promise,
    resolve: () => {
      made.resolve()
    },
  }
}

function isIn(place: string, folder: string): boolean {
  return place === folder || place.startsWith(`${folder}${path.sep}`)
}

/** Files that editors make and remove while they save. */
function isNoise(file: string): boolean {
  const name = path.basename(file)
  return name.endsWith('~') || /^\.#|^#.*#$|\.sw[a-p]$|^4913$|___jb_(?:tmp|old)___$|^\.goutputstream-/.test(name)
}

function watchedPath(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('watchedPath' in details)) return undefined
  return typeof details.watchedPath === 'string' ? path.resolve(details.watchedPath) : undefined
}
