import {closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync} from 'node:fs'
import {digest} from './digest.ts'

/** Where a record stands in an open file, and what its bytes must digest to. */
export interface RecordPlace {
  readonly fd: number
  readonly offset: number
  readonly length: number
  readonly check: string
}

/** Line of a pack's index. */
export type IndexLine = readonly [key: string, offset: number, length: number, check: string]

/** A pack on the disk, open for reading. */
export interface Pack {
  readonly fd: number
  readonly size: number
  /** Oldest first. */
  readonly index: readonly IndexLine[]
}

/** A pack being written; nobody else sees it before it is complete. */
export interface PackWriter {
  readonly fd: number
  /** Bytes so far. */
  size(): number
  add(key: string, text: string): RecordPlace
  /** Ends the pack and gives it its name. The file stays open. */
  publish(file: string): Pack
  /** Removes what was written. */
  discard(): void
}

const magic = 'docprism-pack-1\n'
/** Eight digits of the index's length in base 36, the digest of the index, the magic. */
const trailerLength = 8 + 32 + magic.length

/**
 * Opens a pack.
 *
 * @returns `undefined` for a file that is none, or that is not whole
 */
export function openPack(file: string): Pack | undefined {
  let fd: number | undefined
  try {
    fd = openSync(file, 'r')
    const {size} = fstatSync(fd)
    const trailer = readBytes(fd, size - trailerLength, trailerLength).toString('latin1')
    const length = Number.parseInt(trailer.slice(0, 8), 36)
    if (!trailer.endsWith(magic) || !(length >= 0 && length <= size - trailerLength)) throw new Error('no pack')
    const text = readBytes(fd, size - trailerLength - length, length)
    if (digest(text) !== trailer.slice(8, 40)) throw new Error('damaged index')
    return {fd, size, index: JSON.parse(text.toString('utf8')) as IndexLine[]}
  } catch {
    if (fd !== undefined) closeSync(fd)
    return undefined
  }
}

/** Text of a record; `undefined` where it is not what was written. */
export function readRecord({fd, offset, length, check}: RecordPlace): string | undefined {
  try {
    const bytes = readBytes(fd, offset, length)
    return digest(bytes) === check ? bytes.toString('utf8') : undefined
  } catch {
    return undefined
  }
}

/**
 * Starts a pack.
 *
 * @param temporary  name until it is complete
 */
export function writePack(temporary: string): PackWriter {
  const fd = openSync(temporary, 'wx+')
  const index: IndexLine[] = []
  let size = 0
  return {
    fd,
    size: () => size,
    add: (key, text) => {
      const bytes = Buffer.from(text, 'utf8')
      const check = digest(bytes)
      const offset = size
      writeAll(fd, bytes, offset)
      size += bytes.length
      index.push([key, offset, bytes.length, check])
      return {fd, offset, length: bytes.length, check}
    },
    publish: (file) => {
      const text = Buffer.from(JSON.stringify(index), 'utf8')
      const trailer = text.length.toString(36).padStart(8, '0') + digest(text) + magic
      writeAll(fd, Buffer.concat([text, Buffer.from(trailer, 'latin1')]), size)
      renameSync(temporary, file)
      return {fd, size: size + text.length + trailerLength, index}
    },
    discard: () => {
      closeSync(fd)
      rmSync(temporary, {force: true})
    },
  }
}

function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  let done = 0
  while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, position + done)
}

function readBytes(fd: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let done = 0
  while (done < length) {
    const read = readSync(fd, bytes, done, length - done, offset + done)
    if (read === 0) throw new Error('the file ends too early')
    done += read
  }
  return bytes
}
