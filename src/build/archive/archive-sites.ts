import {createHash, hash} from 'node:crypto'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import {Gzip} from 'fflate'
import {byCodeUnit} from '../../core/code-unit-order.ts'
import type {BuiltBrand} from '../builder.ts'
import {systemReason} from '../system-reason.ts'
import {kindOfFile} from './manifest.ts'
import type {Manifest, ManifestEntry} from './manifest.ts'
import {tarEnd, tarHeader, tarPadding} from './tar.ts'

/** The archive of one brand. */
export interface SiteArchive {
  readonly brand: string
  /** Absolute. */
  readonly file: string
  /** Absolute. */
  readonly manifest: string
  /** Bytes of the archive. */
  readonly size: number
  readonly sha256: string
}

/**
 * Writes `<brand>.tar.gz` and `<brand>.manifest.json` beside the folder of each brand, and `SHA256SUMS` about them.
 *
 * The bytes depend on the names and the contents of the files alone: order, times, modes and owners are fixed, and the
 * compressor is not that of the machine. Lines of `SHA256SUMS` about other files that are still there are kept.
 *
 * @throws when something cannot be read or written, with the system's error as `cause`
 */
export function archiveSites(brands: readonly Pick<BuiltBrand, 'id' | 'folder'>[]): readonly SiteArchive[] {
  const archives = brands.map(archiveSite)
  for (const folder of new Set(archives.map(({file}) => path.dirname(file)))) {
    writeSums(
      folder,
      archives.filter(({file}) => path.dirname(file) === folder),
    )
  }
  return archives
}

function archiveSite({id, folder}: Pick<BuiltBrand, 'id' | 'folder'>): SiteArchive {
  const file = `${folder}.tar.gz`
  const manifest = `${folder}.manifest.json`
  try {
    const files: ManifestEntry[] = []
    const whole = writeWhole(file, (write) => {
      const packed = new Gzip({level: 6, mtime: 0}, write)
      for (const name of listFiles(folder)) {
        const bytes = readFileSync(path.join(folder, name))
        files.push({path: name, size: bytes.length, sha256: hash('sha256', bytes, 'hex'), kind: kindOfFile(name)})
        packed.push(tarHeader(`${id}/${name}`, bytes.length))
        packed.push(bytes)
        packed.push(tarPadding(bytes.length))
      }
      packed.push(tarEnd(), true)
    })
    const written: Manifest = {version: 1, brand: id, archive: {path: path.basename(file), ...whole}, files}
    const text = `${JSON.stringify(written, undefined, 2)}\n`
    writeWhole(manifest, (write) => {
      write(Buffer.from(text))
    })
    return {brand: id, file, manifest, ...whole}
  } catch (error) {
    throw new Error(`Cannot write the archive \`${file}\`: ${systemReason(error)}`, {cause: error})
  }
}

/** Writes a file beside its place and puts it there when it is complete. */
function writeWhole(
  file: string,
  fill: (write: (bytes: Uint8Array) => void) => void,
): {readonly size: number; readonly sha256: string} {
  const temporary = `${file}.tmp-${String(process.pid)}`
  const sum = createHash('sha256')
  let size = 0
  const open = openSync(temporary, 'w')
  try {
    fill((bytes) => {
      sum.update(bytes)
      size += bytes.length
      let at = 0
      while (at < bytes.length) at += writeSync(open, bytes, at)
    })
  } catch (error) {
    closeSync(open)
    rmSync(temporary, {force: true})
    throw error
  }
  closeSync(open)
  renameSync(temporary, file)
  return {size, sha256: sum.digest('hex')}
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(byCodeUnit)
}

function writeSums(folder: string, archives: readonly SiteArchive[]): void {
  const file = path.join(folder, 'SHA256SUMS')
  const sums = new Map<string, string>()
  const known = existsSync(file) ? readFileSync(file, 'utf8').matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm) : []
  for (const [, sum = '', name = ''] of known) if (existsSync(path.join(folder, name))) sums.set(name, sum)
  for (const archive of archives) {
    sums.set(path.basename(archive.file), archive.sha256)
    sums.set(path.basename(archive.manifest), hash('sha256', readFileSync(archive.manifest), 'hex'))
  }
  const lines = [...sums].sort(([a], [b]) => byCodeUnit(a, b)).map(([name, sum]) => `${sum}  ${name}\n`)
  writeFileSync(file, lines.join(''))
}
