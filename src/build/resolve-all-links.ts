import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {resolveReferences} from '../site/resolve-references.ts'
import type {PreparedBrand} from './prepare-sites.ts'

/** What is wrong with the links and images of an edition. */
export function resolveAllLinks(site: EditionSite, brand: PreparedBrand): readonly Diagnostic[] {
  return [...site.entries.values()].flatMap(
    (entry) => resolveReferences(currentEntry(entry, brand), site, brand.links).diagnostics,
  )
}

/** An entry with its page as it is now: sites may hold an older one, of which they know all that other pages can see. */
export function currentEntry(entry: EditionEntry, {pages}: PreparedBrand): EditionEntry {
  const opened = pages.get(entry.content.page.path)
  return opened && opened.content !== entry.content ? {...entry, content: opened.content} : entry
}
