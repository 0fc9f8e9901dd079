import type {LineOptions} from '../../plugins/highlight/highlight-lines.ts'
import type {Diagnostic} from './diagnostic.ts'
import type {Place} from './position.ts'

/** Text in which placeholders stand for macro values; fill it with `fillPlaceholders`. */
export type PlaceholderText = string

/** A piece of HTML, or the gap for something that an edition decides. */
export type TemplatePart = string | Slot

/**
 * Gap in a template.
 *
 * `value`: the value of look-up `index`, known to need no escaping. `reference`: the resolved URL of reference
 * `index`, for an attribute. `id`: the id of heading `index`; those of tabs follow. `code`: the highlighted lines of code block `index`.
 * `toc` and `tags`: the table of contents, and the tags of the edition with their pages.
 */
export interface Slot {
  readonly kind: 'value' | 'reference' | 'id' | 'code' | 'toc' | 'tags'
  readonly index: number
}

/** A heading in document order. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number
  /** Plain text, without icons and markup. */
  readonly text: PlaceholderText
  /** Inline HTML for a table of contents: no links, no footnote references. May hold placeholders. */
  readonly html: PlaceholderText
  /** What a table of contents shows in place of the text, plain text; left out where the text will do. */
  readonly label?: PlaceholderText
  /** Id given by the author; left out when it is made from the text. */
  readonly id?: PlaceholderText
  /** Text that the id is made from where there is no explicit id. */
  readonly slugText: PlaceholderText
  /** In the source; left out for one from a snippet. */
  readonly place?: Place
}

/** A tab whose id is made from its label. */
export interface TabLabel {
  /** Plain text. */
  readonly slugText: PlaceholderText
  /** Index of the heading whose id stands before that of the tab; left out for none. */
  readonly heading?: number
}

/** Where a reference came from, which decides what its path is relative to. */
export type ReferenceOrigin = 'link' | 'image' | 'html'

/** A link or image as written. */
export interface Reference {
  readonly origin: ReferenceOrigin
  /** Element and attribute that hold it: `a`/`href`, `img`/`src`. */
  readonly element: string
  readonly attribute: string
  /** Destination as the author wrote it, entities decoded. */
  readonly target: PlaceholderText
  /** File that `place` is in; left out where that is the source itself, and not a snippet. */
  readonly path?: string
  readonly place?: Place
}

/** An id that a link can lead to, other than a heading's. */
export interface Anchor {
  readonly id: PlaceholderText
  /** Whether generated heading ids must differ from it; ids in raw HTML do not count, as in Python-Markdown. */
  readonly reserved?: boolean
  /** In the source; left out for one from a snippet. */
  readonly place?: Place
}

/** Code whose highlighting waits for the values in it. */
export interface CodeSlot {
  readonly code: PlaceholderText
  readonly language: string
  /** How its lines are written. */
  readonly options: LineOptions
}

/** What a page needs beside text. */
export interface PageFeatures {
  /** Whether it lists the tags of its edition; left out for most pages. */
  readonly tagList?: true
  readonly mermaid: boolean
  /** Whether it holds formulas. */
  readonly math: boolean
  /** Whether these were rendered with KaTeX, so that they need its style sheet. */
  readonly katex: boolean
}

/** How much of what a translation should have, too, stands in one section. */
export interface SectionContents {
  readonly images: number
  /** Code blocks. */
  readonly codes: number
}

/** What several brands share of one source. Plain data. */
export interface PageVariant {
  /** Dotted names of the look-ups, by placeholder index. */
  readonly lookups: readonly string[]
  readonly template: readonly TemplatePart[]
  /** The text itself, macros carried out, for readers that are programs; has slots for values and references only. */
  readonly markdown: readonly TemplatePart[]
  readonly headings: readonly Heading[]
  /** What stands before the first heading, then below each heading of the text up to the next one. */
  readonly sections: readonly SectionContents[]
  /** Tabs whose ids are made from their labels, in document order. */
  readonly tabs: readonly TabLabel[]
  readonly anchors: readonly Anchor[]
  readonly references: readonly Reference[]
  readonly codes: readonly CodeSlot[]
  /** First paragraph as plain text, for descriptions. */
  readonly excerpt: PlaceholderText
  /** What the page needs beside text. */
  readonly features: PageFeatures
}

/** What the front matter says about finding the page. */
export interface PageSearch {
  /** `true`: it is not found. */
  readonly exclude?: boolean
  /** How much more it counts than others; above 0. */
  readonly boost?: number
}

/** Front matter: what Docprism reads of it, and all of it. */
export interface FrontMatter {
  readonly title?: string
  readonly description?: string
  /** Brands that publish the page; left out: all. */
  readonly brands?: readonly string[]
  /** Parts of the layout left out on this page: `navigation`, `toc`. */
  readonly hide?: readonly string[]
  /** Layout to use instead of `page.html`. */
  readonly template?: string
  /** Words to find the page by; may hold macros. */
  readonly tags?: readonly string[]
  /** What is special about the page: `new`, `deprecated`, or what the configuration names. */
  readonly status?: string
  /** Old addresses that lead to the page, written as in the `redirects` of the configuration. */
  readonly redirectFrom?: readonly string[]
  /** Where `status`, `redirect_from` and `aliases` stand, by key. */
  readonly places?: Readonly<Record<string, Place>>
  readonly search?: PageSearch
  /** Everything that the author wrote, strings with their macros unexpanded. */
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * A comment that switches rules off or on: `<!-- docprism-disable-next-line link/missing-page -->`, or `-disable` and
 * `-enable` around some lines.
 */
export interface Suppression {
  readonly kind: 'next-line' | 'disable' | 'enable'
  /** Ids as written; empty: every rule. */
  readonly rules: readonly string[]
  /** File that the comment is in: the source, or a snippet. */
  readonly path: string
  /** Of the comment. */
  readonly place: Place
}

/** A compiled source. Plain data: it can be cached and sent between threads. */
export interface Page {
  /** Path from the content folder, POSIX: `zh/billing/aws.md`. */
  readonly path: string
  readonly locale: string
  readonly frontMatter: FrontMatter
  readonly variants: readonly PageVariant[]
  /** Index into `variants` by brand id. */
  readonly variantOf: Readonly<Record<string, number>>
  /** Paths of the files that were put into the source, each once. Their findings are the page's, too. */
  readonly snippets: readonly string[]
  readonly suppressions: readonly Suppression[]
  readonly diagnostics: readonly Diagnostic[]
}

/** An entry of a page's table of contents. */
export interface TocEntry {
  readonly level: number
  readonly id: string
  readonly text: string
  /** Inline HTML. */
  readonly html: string
  readonly children: readonly TocEntry[]
}

/** A reference with its values filled in. */
export interface EditionReference {
  readonly origin: ReferenceOrigin
  readonly element: string
  readonly attribute: string
  readonly target: string
  /** File that `place` is in; left out where that is the source itself. */
  readonly path?: string
  readonly place?: Place
}

/** A page as one brand sees it, before its links are resolved. */
export interface EditionPage {
  readonly page: Page
  readonly brand: string
  /** Title: front matter, else first heading, else file name. Plain text. */
  readonly title: string
  /** Description: front matter, else the first paragraph. Plain text. */
  readonly description: string
  readonly toc: readonly TocEntry[]
  /** Its tags, each once; left out where it has none. Plain text. */
  readonly tags?: readonly string[]
  readonly features: PageFeatures
  /** Every id that a link can lead to. */
  readonly anchors: ReadonlySet<string>
  readonly references: readonly EditionReference[]
  /**
   * Article HTML.
   *
   * @param hrefs  resolved URL of each reference, by index, not yet escaped
   * @param tagList  HTML of the tags of the edition, for a page that lists them
   */
  renderArticle(hrefs: readonly string[], tagList?: string): string
  /**
   * Text of the page as Markdown in the dialect of its author, without front matter and comments.
   *
   * @param hrefs  what to write for each reference, by index
   */
  renderMarkdown(hrefs: readonly string[]): string
}
