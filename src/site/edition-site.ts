import type {EditionPage} from '../core/page.ts'
import type {AnnouncementPart} from './announcement.ts'
import type {Brand, BrandLocale, Locale} from '../core/site.ts'
import type {TagIndex} from './tag-index.ts'

/** One brand in one locale. */
export interface Edition {
  /** `aurora/zh`. */
  readonly id: string
  readonly brand: Brand
  readonly locale: Locale
  /** URL prefix of the locale, with leading and trailing slash. */
  readonly prefix: BrandLocale['prefix']
}

/** A page at its address in one edition. */
export interface EditionEntry {
  /** Path of the source inside its locale folder: `billing/aws.md`. The same in every locale. */
  readonly localePath: string
  /**
   * Address below the brand's root, percent-encoded, directory style, no leading slash: `en/billing/aws/`; the home
   * page of a locale at `/` is the empty string.
   */
  readonly url: string
  /** File below the brand's output folder, not encoded: `en/billing/aws/index.html`. */
  readonly file: string
  readonly content: EditionPage
  /** Locale that the content is written in: differs from the edition's on a fallback page. */
  readonly contentLocale: Locale
}

/** An entry of the nav tree. */
export interface NavItem {
  /** Plain text, macros expanded. */
  readonly title: string
  /** The page it opens; left out for a group header without an index page and for external links. */
  readonly entry?: EditionEntry
  /** External address. */
  readonly href?: string
  readonly children: readonly NavItem[]
}

/** Everything that one edition publishes, and how it hangs together. */
export interface EditionSite {
  readonly edition: Edition
  /** Site title in this edition, macros expanded. */
  readonly title: string
  readonly description: string
  readonly copyright: string
  /** Texts of the statuses that the configuration names, macros expanded; left out for none. */
  readonly statuses?: Readonly<Record<string, string>>
  /** Titles of the versions of the brand, in their order, macros expanded; left out for none. */
  readonly versionTitles?: readonly string[]
  /** Left out for an edition without tags. */
  readonly tags?: TagIndex
  /** What the bar above the header says; left out, there is none. */
  readonly announcement?: readonly AnnouncementPart[]
  /** HTML for the end of `head` and of `body` of every page, macros expanded. */
  readonly hooks?: {readonly head: string; readonly body: string}
  /** By path inside the locale folder. */
  readonly entries: ReadonlyMap<string, EditionEntry>
  readonly nav: readonly NavItem[]
  /** Pages in reading order (depth first through the nav, each once), for previous and next. */
  readonly order: readonly EditionEntry[]
  /** Place of each page in `order`, by path inside the locale folder; pages in no nav have none. */
  readonly positions: ReadonlyMap<string, number>
  /** Nav items from the top down to the page's own one, by path inside the locale folder. */
  readonly trails: ReadonlyMap<string, readonly NavItem[]>
  /** Files to copy: path below the brand's output folder → path from the content folder. */
  readonly assets: ReadonlyMap<string, string>
  /**
   * Where a file ends up: name of the file → path below the brand's output folder.
   *
   * A name is a path from the content folder, in NFC. A file under `brands/<id>/` has two: its own, and that of the
   * shared file it stands for. A file that is shown here in place of one missing in the locale goes by the latter.
   */
  readonly published: ReadonlyMap<string, string>
}
