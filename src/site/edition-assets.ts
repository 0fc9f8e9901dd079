import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {inFolder} from '../core/paths.ts'
import {rules} from '../core/rules.ts'
import {brandFile} from './brand-folder.ts'
import type {Edition, EditionSite} from './edition-site.ts'
import {prefixFolder} from './page-address.ts'

/** A file to publish. */
interface Asset {
  /** Path from the content folder. */
  readonly path: string
  readonly rank: number
}

/**
 * Files that an edition publishes beside its pages.
 *
 * - A file in the locale's folder is published below the locale's prefix, at the same relative path.
 * - A file of the default locale that the locale lacks is published there too, for the pages that fall back to it.
 * - A file outside the locale folders is published at its own path, for every edition.
 * - A file under `brands/<id>/` stands for the file of the rest of its path; those of other brands are left out.
 *
 * Markdown and dot files are never published. Reports `source/duplicate-address` for a file outside the locale folders
 * whose place is taken by one of the locale, or by a page.
 *
 * @param options.assets  paths from the content folder
 * @param options.localeTags  every locale of the site, also those that this brand does not publish
 * @param options.pageFiles  output files of the edition's pages
 */
export function collectAssets(options: {
  readonly edition: Edition
  readonly chain: readonly string[]
  readonly assets: readonly string[]
  readonly localeTags: readonly string[]
  readonly pageFiles: ReadonlySet<string>
}): Pick<EditionSite, 'assets' | 'published'> & {readonly diagnostics: readonly Diagnostic[]} {
  const {edition, chain} = options
  const tags = new Set(options.localeTags)
  const files = visibleFiles(options.assets, chain)
  const assets = new Map<string, string>()
  const published = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const publish = (name: string, asset: Asset, output: string): void => {
    const holder = assets.get(output)
    const other = options.pageFiles.has(output) ? 'a page' : holder && `\`${holder}\``
    if (other !== undefined) {
      const message = `File \`${asset.path}\` would be published as \`${output}\`, which is ${other} already, and is left out`
      diagnostics.push({
        ruleId: 'source/duplicate-address',
        severity: rules['source/duplicate-address'].severity,
        message,
        path: asset.path,
        brands: [edition.brand.id],
      })
      return
    }
    assets.set(output, asset.path)
    published.set(name.normalize('NFC'), output)
    if (asset.rank < chain.length) published.set(asset.path.normalize('NFC'), output)
  }
  const own = `${edition.locale.tag}/`
  const fallback = `${edition.brand.defaultLocale}/`
  const folder = prefixFolder(edition.prefix)
  for (const [name, asset] of files) {
    if (name.startsWith(own)) publish(name, asset, inFolder(folder, name.slice(own.length)))
  }
  for (const [name, asset] of fallback === own ? [] : files) {
    const ownName = own + name.slice(fallback.length)
    if (!name.startsWith(fallback) || files.has(ownName)) continue
    publish(ownName, {...asset, rank: chain.length}, inFolder(folder, name.slice(fallback.length)))
  }
  for (const [name, asset] of files) {
    if (!tags.has(name.slice(0, Math.max(0, name.indexOf('/'))))) publish(name, asset, name)
  }
  return {assets: new Map([...assets].sort(([a], [b]) => byCodeUnit(a, b))), published, diagnostics}
}

/** The most specific file of each name, names sorted. */
function visibleFiles(paths: readonly string[], chain: readonly string[]): ReadonlyMap<string, Asset> {
  const best = new Map<string, Asset>()
  for (const path of paths) {
    if (/\.md$/i.test(path) || path.split('/').some((segment) => segment.startsWith('.'))) continue
    const file = brandFile(path, chain)
    if (!file) continue
    const known = best.get(file.name)
    if (!known || file.rank < known.rank) best.set(file.name, {path, rank: file.rank})
  }
  return new Map([...best].sort(([a], [b]) => byCodeUnit(a, b)))
}
