import path from 'node:path'
import {openDisk} from './disk.ts'
import type {Disk, DiskEntry, DiskFile, DiskKind} from './disk.ts'

/** A disk that is told what changes on it, and does not ask again about anything else. */
export interface WatchedDisk extends Disk {
  /** Takes everything in a folder to stay as it is until `forget` says otherwise. @param folder  absolute */
  trust(folder: string): void
  /**
   * Asks again about what changed.
   *
   * @param paths  absolute; of what was changed, made or removed
   */
  forget(paths: Iterable<string>): void
  /** Asks again about everything. */
  forgetAll(): void
}

interface Answers {
  readonly file: Map<string, DiskFile>
  readonly list: Map<string, readonly DiskEntry[]>
  readonly kind: Map<string, DiskKind | undefined>
  readonly real: Map<string, string | undefined>
  readonly size: Map<string, number | undefined>
}

/**
 * Opens a disk that remembers answers about the folders that it trusts. What is reached through a symbolic link, and what
 * could not be read, is always asked again: nobody may be watching there.
 */
export function openWatchedDisk(disk: Disk = openDisk()): WatchedDisk {
  const answers: Answers = {file: new Map(), list: new Map(), kind: new Map(), real: new Map(), size: new Map()}
  const roots = new Set<string>()
  const links = new Set<string>()
  const isTrusted = (place: string): boolean =>
    [...roots].some((root) => isIn(place, root)) && ![...links].some((link) => isIn(place, link))
  const remember = <Answer>(known: Map<string, Answer>, place: string, ask: (place: string) => Answer): Answer => {
    const before = known.get(place)
    if (before !== undefined || known.has(place)) return before as Answer
    const answer = ask(place)
    if (isTrusted(place)) known.set(place, answer)
    return answer
  }
  const readAgain = (place: string, expected: string): Uint8Array => {
    const found = disk.file(place)
    if (found.digest !== expected) throw new Error('it changed while it was read')
    return found.bytes()
  }
  const tables = Object.values(answers) as Map<string, unknown>[]
  return {
    ...disk,
    file: (place) => {
      const before = answers.file.get(place)
      if (before) return before
      const found = disk.file(place)
      // Not held on to as it is: it knows the bytes of the file.
      if (isTrusted(place)) answers.file.set(place, {digest: found.digest, bytes: () => readAgain(place, found.digest)})
      return found
    },
    list: (place) =>
      remember(answers.list, place, (folder) => {
        const entries = disk.list(folder)
        for (const {name, isLink} of entries) if (isLink) links.add(path.join(folder, name))
        return entries
      }),
    kind: (place) => remember(answers.kind, place, (asked) => disk.kind(asked)),
    real: (place) => remember(answers.real, place, (asked) => disk.real(asked)),
    size: (place) => remember(answers.size, place, (asked) => disk.size(asked)),
    trust: (folder) => {
      roots.add(folder)
    },
    forget: (paths) => {
      for (const place of paths) {
        // Only what was listed can have anything below it.
        const below = answers.list.has(place) ? tables.flatMap((known) => [...known.keys()]) : []
        for (const known of tables) {
          known.delete(place)
          for (const other of below) if (isIn(other, place)) known.delete(other)
        }
        answers.list.delete(path.dirname(place))
      }
    },
    forgetAll: () => {
      for (const known of tables) known.clear()
    },
  }
}

function isIn(place: string, folder: string): boolean {
  return place === folder || place.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`)
}
