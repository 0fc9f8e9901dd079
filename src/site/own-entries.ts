import type {EditionEntry, EditionSite} from './edition-site.ts'

/** Whether a page is written in the language of its edition, and does not fill in for one that is missing. */
export function isOwn({contentLocale}: EditionEntry, {edition}: EditionSite): boolean {
  return contentLocale.tag === edition.locale.tag
}

/** Pages of an edition that are written in its language. */
export function ownEntries(site: EditionSite): readonly EditionEntry[] {
  return [...site.entries.values()].filter((entry) => isOwn(entry, site))
}
