import type {InspectedSites} from '../build/inspection.ts'
import type {PreparedBrand} from '../build/prepare-sites.ts'
import {currentEntry} from '../build/resolve-all-links.ts'
import {chosenSites} from '../build/select-editions.ts'
import {byCodeUnit} from '../core/code-unit-order.ts'
import {imageEnding} from '../core/image-limits.ts'
import type {EditionReference} from '../core/page.ts'
import {decodePath} from '../core/paths.ts'
import type {Place} from '../core/position.ts'
import type {LinkIndex} from '../site/link-index.ts'
import {isExternal, mendedTarget, splitTarget} from '../site/link-target.ts'
import {possibleNames, type Standpoint} from '../site/locate-target.ts'
import {locate} from '../site/resolve-references.ts'

/** Where a page refers to an image. */
export interface ImageUse {
  /** Source or snippet. */
  readonly path: string
  readonly place?: Place
}

/** The image files of a site. Files go by their paths from the content folder. */
export interface ImageUses {
  /** Images that an edition publishes. */
  readonly published: ReadonlySet<string>
  /** First place that refers to an image, of all editions. */
  readonly uses: ReadonlyMap<string, ImageUse>
  /** Paths of these images in the references of a source or snippet, as written, without query and fragment. */
  readonly writtenIn: ReadonlyMap<string, ReadonlySet<string>>
}

/** Looks which images the editions publish, and which of them their pages refer to. */
export function collectImageUses({site, prepared, selection}: InspectedSites): ImageUses {
  const published = new Set<string>()
  const uses = new Map<string, ImageUse>()
  const writtenIn = new Map<string, Set<string>>()
  const brands = prepared.brands.map((brand) => ({brand, url: brand.brand.url, files: publishedFiles(brand)}))
  const note = (file: string, use: ImageUse): void => {
    const known = uses.get(file)
    if (!known || byPlace(use, known) < 0) uses.set(file, use)
  }
  const look = (reference: EditionReference, from: Standpoint, files: ReadonlyMap<string, string>): void => {
    const target = mendedTarget(reference.target)
    const {path} = splitTarget(target)
    if (imageEnding(path) === undefined) return
    const {page} = from.entry.content
    const meant = isExternal(target)
      ? brands.map((other) => other.files.get(ownOutput(target, other.url, other.brand.links) ?? ''))
      : [files.get(meantOutput(path, reference, from) ?? '')]
    for (const file of meant.filter((found) => found !== undefined)) {
      note(file, {path: reference.path ?? page.path, ...(reference.place && {place: reference.place})})
      for (const source of [page.path, ...page.snippets]) {
        const targets = writtenIn.get(source) ?? new Set()
        writtenIn.set(source, targets.add(splitTarget(reference.target.trim()).path))
      }
    }
  }
  for (const {brand, files} of brands) {
    for (const edition of chosenSites(brand.sites, selection)) {
      for (const file of edition.assets.values()) if (imageEnding(file) !== undefined) published.add(file)
      for (const stored of edition.entries.values()) {
        const entry = currentEntry(stored, brand)
        const from = {index: brand.links, site: edition, entry}
        for (const reference of entry.content.references) look(reference, from, files)
      }
    }
    for (const name of [brand.brand.theme.logo, brand.brand.theme.favicon]) {
      const target = name === undefined ? undefined : brand.links.byName.get(name.normalize('NFC'))
      const file = target?.kind === 'file' ? files.get(target.output) : undefined
      if (file !== undefined) note(file, {path: site.configPath})
    }
  }
  return {published, uses, writtenIn}
}

/** Files that a brand publishes: path below its output folder → path from the content folder. */
function publishedFiles({sites}: PreparedBrand): ReadonlyMap<string, string> {
  return new Map(sites.flatMap(({assets}) => [...assets]))
}

/**
 * Path below the output folder of the file that a reference means, also where it is written in another case or read from
 * the wrong folder: who has to mend the reference needs the file.
 */
function meantOutput(path: string, reference: EditionReference, from: Standpoint): string | undefined {
  const isHtml = reference.origin === 'html'
  const found = locate(path, isHtml, from)
  if (typeof found !== 'string') return found.target.kind === 'file' ? found.target.output : undefined
  const {byName, nameByLowerCase} = from.index
  for (const name of possibleNames(decodePath(path), isHtml, from)) {
    const target = byName.get(nameByLowerCase.get(name.toLowerCase()) ?? name)
    if (target?.kind === 'file') return target.output
  }
  return undefined
}

/** The same for a full address of a brand's own site. */
function ownOutput(target: string, url: string, {byOutput}: LinkIndex): string | undefined {
  if (url === '/' || !target.startsWith(url)) return undefined
  const found = byOutput.get(decodePath(splitTarget(target).path.slice(url.length)))
  return found?.kind === 'file' ? found.output : undefined
}

function byPlace(a: ImageUse, b: ImageUse): number {
  return byCodeUnit(a.path, b.path) || (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0)
}
