import {randomBytes} from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {openPack, readRecord, writePack} from './pack-file.ts'
import type {Pack, PackWriter, RecordPlace} from './pack-file.ts'
import {systemReason} from './system-reason.ts'

/**
 * Records by key, kept on the disk in packs: files that are written once, named when they are complete, and never
 * changed. So a build that is cut off leaves nothing that looks like a pack, and several processes can share a folder.
 */
export interface RecordStore {
  /** The record of a key that was used last, of those that are whole and that `accepts` takes. */
  find(key: string, accepts: (text: string) => boolean): FoundRecord | undefined
  /**
   * Keeps a record. It can be read back at once, and by others after it was published.
   *
   * @throws when it cannot be written, with the system's error as `cause`
   */
  add(key: string, text: string): RecordPlace
  /** Reads a record again. @throws when it was damaged since it was found */
  read(place: RecordPlace): string
  /** Lets others see what was added, once it is worth a pack of its own, and keeps the folder within its bounds. */
  publish(): void
  /** Publishes what is left and lets go of the files. */
  close(): void
}

/** A record and where it stands. */
export interface FoundRecord {
  readonly text: string
  readonly place: RecordPlace
}

/** Where records are kept, and how much of them. */
export interface RecordStoreOptions {
  /** Absolute; left out, or where it cannot be written: nothing is kept beyond the life of the store. */
  readonly folder: string | undefined
  /** Bytes that all packs may take. */
  readonly limit: number
}

/** Most packs before they are put together: every one costs a look when a store is opened. */
const mostPacks = 16
/** Bytes from which on new records are published while the store goes on living. */
const worthPublishing = 1024 * 1024
/** Share of the limit that is left after packs were put together, so that it is not done again with every build. */
const keptShare = 0.7
/** Milliseconds after which a file that was never completed is nobody's any more. */
const abandonedAfter = 24 * 60 * 60 * 1000
const packName = /^[0-9a-f]{16}\.pack$/
const temporaryName = /^[0-9a-f]{16}\.tmp$/

interface NamedPack extends Pack {
  readonly file: string
  /** When it was last used, in milliseconds. */
  readonly time: number
}

/** Opens the records of a folder, which is made when it is not there. */
export function openRecordStore({folder, limit}: RecordStoreOptions): RecordStore {
  const home = folder !== undefined && prepareFolder(folder) ? folder : undefined
  const packs = home === undefined ? [] : openPacks(home)
  const places = new Map<string, RecordPlace[]>()
  const used = new Map<string, readonly [key: string, place: RecordPlace]>()
  const opened = new Set<number>()
  const state: {writer: PackWriter | undefined} = {writer: undefined}

  const learn = (key: string, place: RecordPlace): void => {
    opened.add(place.fd)
    const known = places.get(key)
    if (known) known.unshift(place)
    else places.set(key, [place])
  }
  const use = (key: string, place: RecordPlace): void => {
    used.set(identity(key, place), [key, place])
  }
  for (const {fd, index} of packs) {
    opened.add(fd)
    for (const [key, offset, length, check] of index) learn(key, {fd, offset, length, check})
  }
  const publishPack = (written: PackWriter, folderOfPacks: string): void => {
    const file = path.join(folderOfPacks, `${randomName()}.pack`)
    packs.push({...written.publish(file), file, time: Date.now()})
  }
  const publish = (worth: number): void => {
    const {writer} = state
    if (home === undefined) return
    if (writer && writer.size() >= worth) {
      state.writer = undefined
      publishPack(writer, home)
    }
    const size = packs.reduce((sum, pack) => sum + pack.size, 0)
    if (size <= limit && packs.length <= mostPacks) return
    const target = writePack(path.join(home, `${randomName()}.tmp`))
    opened.add(target.fd)
    copyRecords(target, {packs, used: [...used.values()], room: limit * keptShare})
    const old = packs.splice(0)
    publishPack(target, home)
    for (const {file} of old) rmSync(file, {force: true})
  }
  return {
    find: (key, accepts) => {
      for (const place of places.get(key) ?? []) {
        const text = readRecord(place)
        if (text === undefined || !accepts(text)) continue
        use(key, place)
        return {text, place}
      }
      return undefined
    },
    add: (key, text) => {
      try {
        state.writer ??= home === undefined ? writeScratch() : writePack(path.join(home, `${randomName()}.tmp`))
        const place = state.writer.add(key, text)
        learn(key, place)
        use(key, place)
        return place
      } catch (error) {
        throw new Error(`Cannot write to the cache: ${systemReason(error)}`, {cause: error})
      }
    },
    read: (place) => {
      const text = readRecord(place)
      if (text === undefined) throw new Error('A record of the cache was damaged while it was in use')
      return text
    },
    publish: () => {
      publish(worthPublishing)
    },
    close: () => {
      // What cannot be kept is compiled again by the next build.
      attempt(() => {
        publish(1)
      })
      const reading = new Set([...used.values()].map(([, {fd}]) => fd))
      for (const {fd, file} of packs)
        if (reading.has(fd))
          attempt(() => {
            utimesSync(file, new Date(), new Date())
          })
      state.writer?.discard()
      for (const fd of opened) if (fd !== state.writer?.fd) closeSync(fd)
    },
  }
}

/** Copies what this process used and then newer before older records, as far as there is room; the newest comes last. */
function copyRecords(
  target: PackWriter,
  from: {
    readonly packs: readonly NamedPack[]
    readonly used: readonly (readonly [key: string, place: RecordPlace])[]
    readonly room: number
  },
): void {
  const rest = from.packs
    .toSorted((a, b) => b.time - a.time)
    .flatMap(({fd, index}) =>
      index.toReversed().map(([key, offset, length, check]) => [key, {fd, offset, length, check}] as const),
    )
  const chosen = new Map<string, readonly [key: string, place: RecordPlace]>()
  let size = 0
  for (const [key, place] of [...from.used.toReversed(), ...rest]) {
    const id = identity(key, place)
    if (chosen.has(id) || size + place.length > from.room) continue
    chosen.set(id, [key, place])
    size += place.length
  }
  for (const [key, place] of [...chosen.values()].toReversed()) {
    const text = readRecord(place)
    if (text !== undefined) target.add(key, text)
  }
}

function identity(key: string, place: RecordPlace): string {
  return `${key} ${place.check}`
}

/** Packs of a folder, the least recently used first. Files that are named like one and are none are removed. */
function openPacks(folder: string): NamedPack[] {
  const packs: NamedPack[] = []
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (temporaryName.test(name))
      attempt(() => {
        removeAbandoned(file)
      })
    if (!packName.test(name)) continue
    const pack = openPack(file)
    if (pack) packs.push({...pack, file, time: attempt(() => statSync(file).mtimeMs) ?? 0})
    else
      attempt(() => {
        rmSync(file, {force: true})
      })
  }
  return packs.sort((a, b) => a.time - b.time)
}

function removeAbandoned(file: string): void {
  if (Date.now() - statSync(file).mtimeMs > abandonedAfter) rmSync(file, {force: true})
}

function prepareFolder(folder: string): boolean {
  return (
    attempt(() => {
      mkdirSync(folder, {recursive: true})
      accessSync(folder, constants.W_OK)
      return true
    }) ?? false
  )
}

/** A pack that nobody can find: its file has no name any more where the system allows that. */
function writeScratch(): PackWriter {
  const folder = mkdtempSync(path.join(tmpdir(), 'docprism-'))
  const writer = writePack(path.join(folder, 'scratch'))
  attempt(() => {
    rmSync(folder, {recursive: true, force: true})
  })
  return {
    ...writer,
    discard: () => {
      writer.discard()
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

function randomName(): string {
  return randomBytes(8).toString('hex')
}

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
