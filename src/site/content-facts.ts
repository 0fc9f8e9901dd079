import type {PageLimits} from './edition-entries.ts'

/** What the content holds beyond one edition, so that a finding can say where a missing page, file or anchor is. */
export interface ContentFacts {
  readonly limits: PageLimits
  /** Tags of all locales of the site. */
  readonly locales: readonly string[]
  /** Names of all sources and files that belong to no brand: paths from the content folder, in NFC. */
  readonly names: ReadonlySet<string>
  /** Brands with a file of their own, by its path and by the name that it stands for: `img/a.svg` for `brands/aurora/img/a.svg`. */
  readonly brandFiles: ReadonlyMap<string, readonly string[]>
  /** Brands of this build in which a source has an anchor. */
  anchorBrands(source: string, id: string): readonly string[]
}

/** Pages by path of the source, of each brand of a build. */
export type AnchorsByBrand = ReadonlyMap<
  string,
  ReadonlyMap<string, {readonly content: {readonly anchors: ReadonlySet<string>}}>
>

/**
 * Facts about a content folder.
 *
 * @param options.paths  of every source and file, from the content folder
 */
export function contentFacts(options: {
  readonly limits: PageLimits
  readonly locales: readonly string[]
  readonly paths: Iterable<string>
  readonly pages: AnchorsByBrand
}): ContentFacts {
  const {limits, locales, pages} = options
  const names = new Set<string>()
  const brandFiles = new Map<string, string[]>()
  for (const path of options.paths) {
    const name = path.normalize('NFC')
    const [, brand, rest] = /^brands\/([^/]+)\/(.+)$/s.exec(name) ?? []
    if (brand === undefined || rest === undefined) names.add(name)
    else {
      // A link may also go into the folder of the brand itself.
      brandFiles.set(rest, [...(brandFiles.get(rest) ?? []), brand])
      brandFiles.set(name, [brand])
    }
  }
  return {
    limits,
    locales,
    names,
    brandFiles,
    anchorBrands: (source, id) =>
      [...pages].filter(([, opened]) => opened.get(source)?.content.anchors.has(id)).map(([brand]) => brand),
  }
}
