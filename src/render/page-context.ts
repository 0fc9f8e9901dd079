import type {Locale} from '../core/site.ts'
import type {TocEntry} from '../core/page.ts'

/**
 * What a layout sees. Everything is text and is escaped where it is printed, but `content`, `nav`, `tabs`, `tocList` and the `html`
 * of table of contents entries and of the announcement: they are HTML and are printed with `| safe`.
 */
export interface PageContext {
  /** Interface strings of the edition by name. */
  readonly t: Readonly<Record<string, string>>
  /** Way to the brand's root, ends with `/`: put it in front of any address below the root. */
  readonly root: string
  /** Address of the theme's own files, ends with `/`. */
  readonly assets: string
  /** The features that are on, each `true` by its name: `features['navigation.tabs']`. */
  readonly features: Readonly<Record<string, true>>
  /** The bar above the header: its HTML, and an id that changes with its text. */
  readonly announcement?: {readonly html: string; readonly id: string}
  readonly site: SiteContext
  /** HTML of the configuration for the end of `head` and of `body`; empty where there is none. */
  readonly hooks: {readonly head: string; readonly body: string}
  readonly brand: BrandContext
  readonly page: PageHeadContext
  /** HTML of the article. */
  readonly content: string
  /** HTML of the nav, list items only. Empty where the page hides it. */
  readonly nav: string
  /** HTML of the first level of the nav, list items only; empty where the header has no tabs. */
  readonly tabs: string
  /** Whether the tab of the page is all there is of the nav around it. */
  readonly navIsTab: boolean
  /** Headings below the title; empty where the page hides the table of contents or has no headings. */
  readonly toc: readonly TocEntry[]
  /** HTML of `toc`: nested lists of links. */
  readonly tocList: string
  /** Whether `nav` holds `tocList` below the page. */
  readonly tocInNav: boolean
  /** Groups around the page, outermost first. */
  readonly breadcrumbs: readonly LinkContext[]
  readonly previous?: LinkContext
  readonly next?: LinkContext
  /** The same page in every locale of the brand, in the brand's order. */
  readonly languages: readonly LanguageContext[]
  /** What stands above the article: status and tags. */
  readonly labels: LabelsContext
  /** What stands below the article: date, authors, links to the source. */
  readonly info: PageInfoContext
  /** The same page in other versions of the site; left out for a brand without versions. */
  readonly versions?: VersionsContext
}

/**
 * What the layout gets for one page, beside its article and what all pages of the edition share. Plain data: as long as
 * these, the article and the edition are the same, so is the output.
 */
export interface PageFacts extends Pick<
  PageContext,
  | 'root'
  | 'nav'
  | 'tabs'
  | 'navIsTab'
  | 'toc'
  | 'tocList'
  | 'tocInNav'
  | 'breadcrumbs'
  | 'previous'
  | 'next'
  | 'languages'
  | 'labels'
  | 'info'
  | 'versions'
> {
  /** Name of the template. */
  readonly layout: string
  readonly page: Omit<PageHeadContext, 'needsHeading'>
}

/** A title and where it leads; without `href` it is text only. */
export interface LinkContext {
  readonly title: string
  readonly href?: string
}

/** One choice of the language switch. */
export interface LanguageContext {
  readonly tag: string
  readonly name: string
  readonly href: string
  readonly current: boolean
}

/** Status of a page: its id, for style sheets, and its text. */
export interface StatusContext {
  readonly id: string
  readonly text: string
}

/** What stands above an article. */
export interface LabelsContext {
  readonly status?: StatusContext
  readonly tags: readonly LinkContext[]
}

/** What stands below an article. */
export interface PageInfoContext {
  /** Day of the last change: for machines, and in the language of the edition. */
  readonly updated?: {readonly datetime: string; readonly text: string}
  /** Names, as a list in the language of the edition. */
  readonly authors?: string
  /** Addresses of the source. */
  readonly edit?: string
  readonly view?: string
}

/** Choices of the version switch. */
export interface VersionsContext {
  readonly list: readonly {
    readonly title: string
    /** The page in that version, whether it is there or not. */
    readonly href: string
    /** Root of that version. */
    readonly home: string
    readonly current: boolean
  }[]
  /** Title of this version; empty where only `file` knows it. */
  readonly title: string
  /** Address of a `versions.json` that knows the versions of today. */
  readonly file?: string
  /** Address of the page below the root of its version. */
  readonly page: string
}

/** What holds for the whole edition. */
export interface SiteContext {
  readonly title: string
  readonly description: string
  readonly copyright: string
  /** Address of the edition's home page. */
  readonly home: string
  /** Language and direction of the interface. */
  readonly lang: string
  readonly dir: Locale['dir']
}

/** What holds for the whole brand. */
export interface BrandContext {
  readonly id: string
  readonly logo?: string
  readonly favicon: string
  /** Where the sources are; left out where the brand does not say. */
  readonly repository?: {readonly url: string; readonly name: string}
  /** File of the font of the text, where the brand has one of its own: worth asking for early. */
  readonly font?: string
  /** `true` when the site works without a server; links to folders get their `index.html` when the page is written. */
  readonly offline: boolean
  readonly scheme: 'light' | 'dark' | 'system'
}

/** The page, and what stands about it in `head`. */
export interface PageHeadContext {
  readonly title: string
  /** Title of the browser tab: that of the page and that of the site. */
  readonly fullTitle: string
  readonly description: string
  /** Language and direction that the article is written in. */
  readonly lang: string
  readonly dir: Locale['dir']
  /** `true` when the article comes from another locale; then `originalLanguage` names it. */
  readonly fallback: boolean
  readonly originalLanguage: string
  /** `true` when the article has no heading of level 1, so that the layout prints the title. */
  readonly needsHeading: boolean
  readonly noindex: boolean
  /** Whether the article holds formulas. */
  readonly math: boolean
  /** Whether they were rendered with KaTeX. Either way its style sheet is `katex/katex.css` among the theme's files. */
  readonly katex: boolean
  /** Whether the article holds diagrams. */
  readonly mermaid: boolean
  /** Absolute where the brand has a fixed address. Left out on a page without an address of its own. */
  readonly canonical?: string
  /** `canonical` when it is absolute. */
  readonly openGraphUrl?: string
  readonly openGraphLocale: string
  /** `hreflang` links; `x-default` is the last. */
  readonly alternates: readonly {readonly lang: string; readonly href: string}[]
  /** Address of the Markdown of the page, relative to it. */
  readonly markdown?: string
  /** JSON-LD; print it with `| safe` in a `script` of the type `application/ld+json`. */
  readonly structuredData?: string
  /** Absolute address of the image for social networks. */
  readonly socialImage?: string
  /** All front matter of the page, as written. */
  readonly meta: Readonly<Record<string, unknown>>
}
