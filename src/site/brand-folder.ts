/** A file of the content as one brand sees it. */
export interface BrandFile {
  /** Path from the content folder of the file it is, or stands for. */
  readonly name: string
  /**
   * How specific it is: 0 for a file of the brand itself, 1 for one of the brand it extends and so on; the shared file
   * comes last.
   */
  readonly rank: number
}

/**
 * What a path from the content folder means to a brand: `brands/aurora/img/a.svg` stands for `img/a.svg`.
 *
 * @param chain  the brand and those it extends, most specific first
 * @returns `undefined` for a file of another brand
 */
export function brandFile(path: string, chain: readonly string[]): BrandFile | undefined {
  if (!path.startsWith('brands/')) return {name: path, rank: chain.length}
  const end = path.indexOf('/', 'brands/'.length)
  if (end === -1) return undefined
  const rank = chain.indexOf(path.slice('brands/'.length, end))
  return rank === -1 ? undefined : {name: path.slice(end + 1), rank}
}
