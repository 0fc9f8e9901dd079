/**
 * Paths with `/` as their separator, relative and without a leading slash; the empty string is the root.
 */

/** Folder part of a path, without a trailing slash: `a/b` for `a/b/c.md`, empty at the top. */
export function dirname(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Last part of a path. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Path of `name` in a folder; either may be empty. */
export function inFolder(folder: string, name: string): string {
  return folder === '' || name === '' ? folder + name : `${folder}/${name}`
}

/**
 * Follows a relative path from a folder: `.` and empty segments vanish, `..` goes up.
 *
 * @returns the path without a trailing slash; `undefined` when it climbs above the root
 */
export function joinPath(folder: string, path: string): string | undefined {
  const segments = folder === '' ? [] : folder.split('/')
  for (const segment of path.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined
    } else if (segment !== '' && segment !== '.') {
      segments.push(segment)
    }
  }
  return segments.join('/')
}

/** Path from a folder to a file, both from one root: `../img/a.png` from `billing`; `.` for the folder itself. */
export function relativePath(folder: string, path: string): string {
  // Start of the first segment that is another one in the folder than in the path; behind the end where there is none.
  let start = 0
  while (folder !== '' && path !== '' && start <= folder.length) {
    const slash = folder.indexOf('/', start)
    const end = slash === -1 ? folder.length : slash
    const isSame = path.startsWith(folder.slice(start, end), start) && (path.length === end || path[end] === '/')
    if (!isSame) break
    start = end + 1
  }
  let up = folder !== '' && start <= folder.length ? '..' : ''
  for (let at = folder.indexOf('/', start); at !== -1; at = folder.indexOf('/', at + 1)) up += '/..'
  const isBelow = path !== '' && start <= path.length
  if (!isBelow) return up || '.'
  return (up === '' ? path.slice(start) : `${up}/${path.slice(start)}`) || '.'
}

/**
 * Relative URL between two addresses below one root, as MkDocs 1.6 writes it: `../x/`, `../img/y.png`, `./` for the
 * own folder.
 *
 * Addresses have no leading slash and are percent-encoded already; one that is empty or ends in a slash is a folder.
 */
export function relativeUrl(fromUrl: string, toUrl: string): string {
  const isFolder = toUrl === '' || toUrl.endsWith('/')
  const relative = relativePath(dirname(fromUrl), isFolder ? toUrl.slice(0, -1) : toUrl)
  return isFolder ? `${relative}/` : relative
}

/** Percent-encoded form of a path, for a URL. Slashes stay; lone surrogates become U+FFFD. */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/')
}

/** Text with its percent escapes decoded, in NFC; text whose escapes are not UTF-8 is taken as it stands. */
export function decodePath(text: string): string {
  if (!text.includes('%')) return text.normalize('NFC')
  try {
    return decodeURIComponent(text).normalize('NFC')
  } catch {
    return text.normalize('NFC')
  }
}
