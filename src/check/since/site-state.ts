import type {InspectedSites, Inspection} from '../../build/inspection.ts'
import type {CheckSettings} from '../../core/check-settings.ts'
import type {Values} from '../../core/site.ts'
import type {ExternalCheck} from '../external/check-external.ts'
import {siteInspection} from '../inspect-sites.ts'

/** What causes of findings are told from: the facts of a site as it stands. Plain data; paths are from the content folder. */
export interface SiteState {
  /** Tags of the locales of each brand. */
  readonly locales: Readonly<Record<string, readonly string[]>>
  /** Values by brand and locale. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Values>>>>
  /** Brands that publish a source or a snippet, by path. */
  readonly publishers: Readonly<Record<string, readonly string[]>>
  /** By brand: what links can lead to, the name with the path of the page's source; empty for a file. */
  readonly targets: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Ids on a page by path, in order; one entry for brands that have the same. */
  readonly anchors: Readonly<Record<string, readonly BrandAnchors[]>>
  /** Snippets of each source that has any. */
  readonly snippets: Readonly<Record<string, readonly string[]>>
  readonly check: CheckSettings
}

/** Ids that a page has in some brands. */
export interface BrandAnchors {
  readonly brands: readonly string[]
  readonly ids: readonly string[]
}

/**
 * The look of `docprism check` that takes down the state of the site as well.
 *
 * @param options.onSites  is told of the sites after they were looked at; with it, the result is not kept for other runs
 * @param options.external  see `siteInspection`
 */
export function stateInspection({
  onSites,
  ...options
}: {
  readonly onSites?: (sites: InspectedSites) => void
  readonly external?: ExternalCheck
} = {}): Inspection {
  const usual = siteInspection({writes: false, ...options})
  return {
    id: `${usual.id} since`,
    writes: false,
    inspect: async (sites) => {
      const inspected = await usual.inspect(sites)
      onSites?.(sites)
      return {
        ...inspected,
        isVolatile: onSites !== undefined || inspected.isVolatile === true,
        facts: siteState(sites),
      }
    },
  }
}

function siteState({site, prepared}: InspectedSites): SiteState {
  const byBrand = <Value>(of: (brand: (typeof prepared.brands)[number]) => Value): Readonly<Record<string, Value>> =>
    Object.fromEntries(prepared.brands.map((one) => [one.brand.id, of(one)]))
  const anchors = new Map<string, BrandAnchors[]>()
  const snippets = new Map<string, readonly string[]>()
  for (const {brand, pages} of prepared.brands) {
    for (const [path, {content}] of pages) {
      addAnchors(anchors, path, {brands: [brand.id], ids: [...content.anchors]})
      if (content.page.snippets.length > 0) snippets.set(path, content.page.snippets)
    }
  }
  return {
    locales: byBrand(({brand}) => brand.locales.map(({tag}) => tag)),
    values: byBrand(({brand}) => brand.values),
    publishers: Object.fromEntries(prepared.publishers),
    targets: byBrand(({links}) =>
      Object.fromEntries(
        [...links.byName].map(([name, target]) => [name, target.kind === 'page' ? target.entry.content.page.path : '']),
      ),
    ),
    anchors: Object.fromEntries(anchors),
    snippets: Object.fromEntries(snippets),
    check: site.check,
  }
}

function addAnchors(anchors: Map<string, BrandAnchors[]>, path: string, {brands, ids}: BrandAnchors): void {
  const known = anchors.get(path) ?? []
  const same = known.findIndex((one) => one.ids.length === ids.length && one.ids.every((id, at) => id === ids[at]))
  const before = known[same]
  if (before) known[same] = {brands: [...before.brands, ...brands], ids}
  else known.push({brands, ids})
  anchors.set(path, known)
}

/** Ids on a page in a brand; `undefined` where the brand does not have it. */
export function anchorsOf({anchors}: SiteState, path: string, brand: string): readonly string[] | undefined {
  return anchors[path]?.find(({brands}) => brands.includes(brand))?.ids
}
