import path from 'node:path'

/** Where a command keeps what the next one can use. */
export interface CacheOptions {
  /**
   * Folder for what can be used again by the next build, from `cwd`; left out: `node_modules/.cache/docprism` beside the
   * configuration. `false`: nothing is kept, and nothing of an earlier build is used.
   */
  readonly cacheDir?: string | false | undefined
  /** Configuration file, from `cwd`; left out: the one in `cwd`. */
  readonly config?: string | undefined
}

/** Absolute folders and files of a cache. A new form of what is kept gets a new folder. */
export interface CacheFolders {
  /** Compiled pages. */
  readonly pages: string
  /** What builds read and found. */
  readonly builds: string
  /** What was written to output folders. */
  readonly outputs: string
  /** Images for social networks. */
  readonly images: string
  /** File with what the web answered. */
  readonly externalLinks: string
}

/** Bytes that compiled pages may take in a cache. */
export const cacheLimit = 1024 ** 3

/**
 * Folders of the cache; `undefined` when nothing is to be kept.
 *
 * @param cwd  absolute
 */
export function cacheFolders({cacheDir, config}: CacheOptions, cwd: string): CacheFolders | undefined {
  if (cacheDir === false) return undefined
  const usual = path.join(path.dirname(config ?? 'docprism.yml'), 'node_modules', '.cache', 'docprism')
  const folder = path.resolve(cwd, cacheDir ?? usual)
  return {
    pages: path.join(folder, 'pages-1'),
    builds: path.join(folder, 'builds-1'),
    outputs: path.join(folder, 'outputs-1'),
    images: path.join(folder, 'images-1'),
    externalLinks: path.join(folder, 'external-1', 'answers.json'),
  }
}
