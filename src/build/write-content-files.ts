import type {Theme} from '../render/theme.ts'
import type {EditionSite} from '../site/edition-site.ts'
import type {FileWriter} from './output-writer.ts'
import {createPageCompanions} from './page-companions.ts'
import type {PreparedBrand} from './prepare-sites.ts'
import {linkEntry} from './render-entry.ts'
import {currentEntry} from './resolve-all-links.ts'
import {openSearch} from './write-search.ts'

/** What the files are made from. */
export interface ContentFileOptions {
  readonly site: EditionSite
  readonly brand: PreparedBrand
  readonly theme: Theme
  readonly writer: FileWriter
  /** Whether the search records are written as JSON Lines, too. */
  readonly exportsSearch: boolean
}

/**
 * Hands everything to a writer that is made from the texts of an edition and is no page: search records, Markdown, `llms.txt`.
 * Images for social networks are left out.
 */
export function writeContentFiles({site, brand, theme, writer, exportsSearch}: ContentFileOptions): void {
  const versionOf = (path: string): string => brand.pages.get(path)?.version ?? ''
  openSearch({
    site,
    current: (entry) => ({entry: currentEntry(entry, brand), version: versionOf(entry.content.page.path)}),
    writer,
    memory: undefined,
    isExported: exportsSearch,
  }).finish()
  const companions = createPageCompanions({site, writer, painter: undefined})
  const pages = [...site.entries.values()].map((entry) => {
    const linked = linkEntry(entry, site, brand)
    const {description} = companions.write(linked.entry, linked.hrefs)
    return [entry.localePath, {inputs: '', description}] as const
  })
  const heading = theme.strings(site.edition.locale.tag).words['nav'] ?? ''
  companions.finish(new Map(pages), {frame: '', heading, before: undefined})
}
