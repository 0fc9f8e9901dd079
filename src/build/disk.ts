import {readFileSync, readdirSync, realpathSync, statSync} from 'node:fs'
import type {BigIntStats} from 'node:fs'
import path from 'node:path'
import {byCodeUnit} from '../core/code-unit-order.ts'
import {digest, digestAll} from './digest.ts'

/** What something on the disk is, links followed. */
export type DiskKind = 'file' | 'folder' | 'other'

/** Something in a folder; a link is what it leads to, and `undefined` where it leads nowhere. */
export interface DiskEntry {
  readonly name: string
  readonly kind: DiskKind | undefined
  readonly isLink: boolean
}

/** A file with the digest of its content. */
export interface DiskFile {
  readonly digest: string
  /** Bytes that have this digest. */
  readonly bytes: () => Uint8Array
}

/** One question to the disk. */
type Question = 'file' | 'list' | 'kind' | 'real' | 'size'

/**
 * A question to the disk and what the answer was: a digest or a word, empty where there is nothing; `!` and the code of
 * the system's error where the disk refused.
 *
 * `[question, path, answer, stamp]`; the stamp of a file says when its content need not be looked at again.
 */
export type Probe = readonly [question: Question, path: string, answer: string, stamp: string]

/**
 * The disk as a build sees it. All that decides about an output is read here, so that the answers can be written down
 * and asked for again: where all are the same, the build would be, too.
 *
 * Paths are absolute.
 */
export interface Disk {
  /** @throws the system's error when the file cannot be read */
  file(path: string): DiskFile
  /** What stands in a folder, sorted. @throws the system's error when the folder cannot be read */
  list(path: string): readonly DiskEntry[]
  kind(path: string): DiskKind | undefined
  /** Path without links; `undefined` for what is not there. */
  real(path: string): string | undefined
  /** Bytes of a file, without reading it; `undefined` for what is not there. */
  size(path: string): number | undefined
  /** Starts a new list of probes. */
  restart(): void
  /** What was asked since then, each once, with the first answer. */
  probes(): readonly Probe[]
  /** Takes over what an earlier process knows about files. */
  learn(probes: readonly Probe[]): void
  /**
   * Asks again.
   *
   * @returns the probes with their stamps of now; `undefined` when an answer is another one
   */
  repeat(probes: readonly Probe[]): readonly Probe[] | undefined
  /** Adds probes that were repeated to those since the start. */
  adopt(probes: readonly Probe[]): void
}

interface KnownFile {
  readonly stamp: string
  readonly digest: string
}

/**
 * Time in milliseconds that must have passed between the last change of a file and a look at it before its stamp stands
 * for its content: a file can change twice within one tick of the clock of its file system.
 */
const settledAfter = 2000

/**
 * Opens the disk. It remembers the digests of files that did not change since it read them.
 *
 * @param changes  content that files are taken to have, by absolute path; may change while the disk is open
 */
export function openDisk(changes: ReadonlyMap<string, Uint8Array> = new Map()): Disk {
  const known = new Map<string, KnownFile>()
  const asked = new Map<string, Probe>()
  const record = (...probe: Probe): void => {
    const key = `${probe[0]} ${probe[1]}`
    if (!asked.has(key)) asked.set(key, probe)
  }
  const look = (file: string): {digest: string; stamp: string; bytes?: Uint8Array} => {
    const changed = changes.get(changes.size === 0 ? file : (realPath(file) ?? file))
    if (changed) return {digest: digest(changed), stamp: '', bytes: changed}
    const stats = statSync(file, {bigint: true})
    const stamp = stampOf(stats)
    const before = known.get(file)
    if (before?.stamp === stamp) return before
    const bytes = readFileSync(file)
    const made = {digest: digest(bytes), stamp: isSettled(stats) ? stamp : ''}
    known.set(file, made)
    return {...made, bytes}
  }
  const answers: Readonly<Record<Question, (path: string) => string>> = {
    file: (file) => answer(() => look(file).digest),
    list: (folder) => answer(() => listDigest(readEntries(folder))),
    kind: (file) => kindOf(file) ?? '',
    real: (file) => realPath(file) ?? '',
    size: (file) => String(sizeOf(file) ?? ''),
  }
  return {
    file: (file) => {
      try {
        const found = look(file)
        record('file', file, found.digest, found.stamp)
        return {digest: found.digest, bytes: () => found.bytes ?? readAgain(file, found.digest)}
      } catch (error) {
        record('file', file, refusal(error), '')
        throw error
      }
    },
    list: (folder) => {
      try {
        const entries = readEntries(folder)
        record('list', folder, listDigest(entries), '')
        return entries
      } catch (error) {
        record('list', folder, refusal(error), '')
        throw error
      }
    },
    kind: (file) => {
      const kind = kindOf(file)
      record('kind', file, kind ?? '', '')
      return kind
    },
    real: (file) => {
      const real = realPath(file)
      record('real', file, real ?? '', '')
      return real
    },
    size: (file) => {
      const size = sizeOf(file)
      record('size', file, String(size ?? ''), '')
      return size
    },
    restart: () => {
      asked.clear()
    },
    probes: () => [...asked.values()],
    learn: (probes) => {
      for (const [question, file, answer, stamp] of probes) {
        if (question === 'file' && stamp !== '') known.set(file, {stamp, digest: answer})
      }
    },
    repeat: (probes) => {
      const fresh: Probe[] = []
      for (const [question, file, before] of probes) {
        if (answers[question](file) !== before) return undefined
        fresh.push([question, file, before, question === 'file' ? (known.get(file)?.stamp ?? '') : ''])
      }
      return fresh
    },
    adopt: (probes) => {
      for (const probe of probes) record(...probe)
    },
  }
}

/** Says of a file, without its content, which file it is and when it was last changed. */
export function stampOf({size, mtimeNs, ctimeNs, ino}: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].map((part) => part.toString(36)).join('.')
}

function isSettled({mtimeMs, ctimeMs}: BigIntStats): boolean {
  return Date.now() - Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs) > settledAfter
}

/** Reads a file once more; what changed since its digest was taken belongs to the next build, which sees it. */
function readAgain(file: string, expected: string): Uint8Array {
  const bytes = readFileSync(file)
  if (digest(bytes) !== expected) throw new Error('it changed while it was read')
  return bytes
}

function readEntries(folder: string): readonly DiskEntry[] {
  return readdirSync(folder, {withFileTypes: true})
    .map((entry): DiskEntry => {
      const isLink = entry.isSymbolicLink()
      const kind = isLink ? kindOf(path.join(folder, entry.name)) : toKind(entry)
      return {name: entry.name, kind, isLink}
    })
    .sort((a, b) => byCodeUnit(a.name, b.name))
}

function listDigest(entries: readonly DiskEntry[]): string {
  return digestAll(entries.flatMap(({name, kind, isLink}) => [name, kind ?? '', isLink ? 'link' : '']))
}

function kindOf(file: string): DiskKind | undefined {
  try {
    return toKind(statSync(file))
  } catch {
    return undefined
  }
}

function toKind(entry: {isFile(): boolean; isDirectory(): boolean}): DiskKind {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}

function sizeOf(file: string): number | undefined {
  try {
    return statSync(file).size
  } catch {
    return undefined
  }
}

function answer(ask: () => string): string {
  try {
    return ask()
  } catch (error) {
    return refusal(error)
  }
}

function refusal(error: unknown): string {
  return `!${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`
}
