import {decodePath, encodePath, inFolder} from '../core/paths.ts'
import {pageAddress, prefixFolder} from './page-address.ts'

/** Where a redirect is published. */
export interface OldAddress {
  /** Below the brand's root, percent-encoded. */
  readonly url: string
  /** Below the brand's output folder. */
  readonly file: string
}

/**
 * Address that an old path had: `a/b.md`, `a/b/` and `a/b` are `a/b/`, `a/b.html` stays a file. A path that starts with
 * `/` is one from the brand's root, any other one below the prefix of the locale.
 *
 * @returns `undefined` for a path that leaves the site, or is none
 */
export function oldAddress(path: string, prefix: string): OldAddress | undefined {
  const decoded = decodePath(path)
  const parts = decoded.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..') || /[?#\\\p{Cc}]/u.test(decoded)) return undefined
  const own = decoded.startsWith('/') ? '/' : prefix
  const name = parts.join('/')
  if (/\.html?$/i.test(name) && !decoded.endsWith('/')) {
    const file = inFolder(prefixFolder(own), name)
    const isIndex = /(?:^|\/)index\.html$/.test(file)
    return {file, url: encodePath(isIndex ? file.slice(0, -'index.html'.length) : file)}
  }
  if (/\.md$/i.test(name)) return pageAddress(name, own)
  const folder = inFolder(prefixFolder(own), name)
  return {url: folder === '' ? '' : `${encodePath(folder)}/`, file: inFolder(folder, 'index.html')}
}
