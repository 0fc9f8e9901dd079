import {basename, dirname, encodePath, inFolder} from '../core/paths.ts'

/** Whether the page is the one shown for its folder: `index.md` or `README.md`. */
export function isIndexPage(localePath: string): boolean {
  const name = basename(localePath)
  return name === 'index.md' || name === 'README.md'
}

/**
 * Address of a page below the brand's root: `a/b.md` becomes `a/b/`, `a/index.md` becomes `a/`.
 *
 * @param localePath  path inside the locale folder, ending in `.md`
 * @param prefix  URL prefix of the locale, with leading and trailing slash
 * @returns `url` percent-encoded and without a leading slash, `file` not encoded
 */
export function pageAddress(localePath: string, prefix: string): {readonly url: string; readonly file: string} {
  const inLocale = isIndexPage(localePath) ? dirname(localePath) : localePath.replace(/\.md$/i, '')
  const folder = inFolder(prefixFolder(prefix), inLocale)
  return {url: folder === '' ? '' : `${encodePath(folder)}/`, file: inFolder(folder, 'index.html')}
}

/** Output folder of a URL prefix, without slashes at its ends: empty for `/`, `en` for `/en/`. */
export function prefixFolder(prefix: string): string {
  return prefix.split('/').filter(Boolean).join('/')
}
