import {basename} from '../../core/paths.ts'

/** What a file of a site is to whoever publishes it. */
export type FileKind = 'page' | 'markdown' | 'data' | 'theme' | 'file'

/** A file of a site. */
export interface ManifestEntry {
  /** POSIX path from the brand's output folder. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
  readonly kind: FileKind
}

/** Everything that a brand publishes, so that an upload can leave out what is there already. */
export interface Manifest {
  /** Of the form of this file. */
  readonly version: 1
  readonly brand: string
  readonly archive: Omit<ManifestEntry, 'kind'>
  /** By path in the order of code units. */
  readonly files: readonly ManifestEntry[]
}

/**
 * Kind of a file by its path: HTML is a page, `index.md` the Markdown of one, `theme` what the theme brings, `data` what
 * is written for programs, and the rest comes from the sources.
 */
export function kindOfFile(path: string): FileKind {
  const name = basename(path)
  if (path.startsWith('assets/docprism/')) return 'theme'
  if (name === 'index.html' || name === '404.html') return 'page'
  if (name === 'index.md') return 'markdown'
  if (/^(?:llms(?:-full)?\.txt|robots\.txt|sitemap(?:-\d+)?\.xml)$/.test(name)) return 'data'
  return 'file'
}
