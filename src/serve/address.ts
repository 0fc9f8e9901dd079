/** What an address of the server names. */
export type Address =
  /** The server itself. */
  | {readonly kind: 'root'}
  /** What the server brings along, below `/@docprism/`. @example `client.js` */
  | {readonly kind: 'own'; readonly name: string}
  /** A file below the folder of a brand; a path that ends in a slash names the `index.html` there. */
  | {readonly kind: 'site'; readonly brand: string; readonly file: string}
  /** A brand without the slash behind it. */
  | {readonly kind: 'brand'; readonly brand: string}
  /** An address that names no file of any site. */
  | {readonly kind: 'none'}

/** Where the server keeps what is its own; no brand has such an id. */
export const ownFolder = '@docprism'

/**
 * Reads the path of a request. Each part is decoded once; parts that would leave their folder, or hold a slash or a control
 * character once decoded, name nothing.
 *
 * @param pathname  as sent, percent-encoded, without query
 */
export function readAddress(pathname: string): Address {
  if (pathname === '/') return {kind: 'root'}
  if (!pathname.startsWith('/')) return {kind: 'none'}
  const parts = decodeParts(pathname.slice(1).split('/'))
  const [first = '', ...rest] = parts ?? []
  if (!parts || first === '') return {kind: 'none'}
  if (first === ownFolder) return {kind: 'own', name: rest.join('/')}
  if (rest.length === 0) return {kind: 'brand', brand: first}
  const inner = rest.slice(0, -1)
  if (inner.includes('')) return {kind: 'none'}
  const last = rest.at(-1) ?? ''
  return {kind: 'site', brand: first, file: [...inner, last === '' ? 'index.html' : last].join('/')}
}

/** Path on the server of a page. @param url  below the brand's root, percent-encoded */
export function pagePath(brand: string, url: string): string {
  return `/${encodeURIComponent(brand)}/${url}`
}

/** Path on the server of a file. @param file  below the brand's folder, not encoded */
export function filePath(brand: string, file: string): string {
  return [brand, ...file.split('/')].map((part) => `/${encodeURIComponent(part)}`).join('')
}

function decodeParts(parts: readonly string[]): readonly string[] | undefined {
  try {
    const decoded = parts.map(decodeURIComponent)
    return decoded.every(isName) ? decoded : undefined
  } catch {
    return undefined
  }
}

function isName(part: string): boolean {
  return part !== '.' && part !== '..' && !/[/\\\p{Cc}]/u.test(part)
}
