import type {CheckSettings} from './check-settings.ts'
import type {Place} from './position.ts'
import type {Publishing} from './publishing.ts'

/** Tree of macro values; leaves are source text (what they hold is parsed where it stands). */
export interface Values {
  readonly [name: string]: ValueNode
}
export type ValueNode = string | number | boolean | readonly ValueNode[] | Values

/** A language of the site. */
export interface Locale {
  /** BCP 47 tag: `zh`, `en`, `zh-Hant`. Also the name of its folder under `content/`. */
  readonly tag: string
  /** Name in the language itself, for the language switch. */
  readonly name: string
  /** Text direction. */
  readonly dir: 'ltr' | 'rtl'
}

/** One locale as one brand publishes it. */
export interface BrandLocale {
  readonly tag: string
  /** URL prefix below the brand's URL, with leading and trailing slash: `/`, `/en/`. */
  readonly prefix: string
}

/** What a site or a brand says about the look of a type of admonition; what is left out is the theme's. */
export interface AdmonitionLook {
  /** Name of an icon as between colons: `octicons-tag-16`. */
  readonly icon?: string
  /** CSS colour. */
  readonly colour?: string
}

/** Types of admonitions beside what the theme has. */
export interface AdmonitionTypes {
  /** Every type that the configuration names, in lower case. */
  readonly types: readonly string[]
  /** Titles of admonitions without one, by locale tag and type. */
  readonly titles: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Fonts of one brand, before those of the theme: names, and paths of files from the content folder. */
export interface BrandFonts {
  readonly body: readonly string[]
  readonly code: readonly string[]
}

/** The look of one brand. Paths are relative to the content folder. */
export interface BrandTheme {
  /** CSS colour. */
  readonly primary?: string
  readonly accent?: string
  readonly logo?: string
  readonly favicon?: string
  /** Initial colour scheme; `system` follows the reader's setting. */
  readonly scheme: 'light' | 'dark' | 'system'
  /** What the header stands on; left out, `plain`: the colour of the page. */
  readonly header?: 'plain' | 'tinted' | 'solid'
  /** Radius of corners, a CSS length; left out, the theme's. */
  readonly radius?: string
  readonly fonts?: BrandFonts
  /** Names of the features that are on, see `themeFeatures`. */
  readonly features: readonly string[]
  /** Look of admonitions by type; left out, the theme's. */
  readonly admonitions?: Readonly<Record<string, AdmonitionLook>>
}

/** Images for links in social networks. */
export interface SocialImages {
  /** Font files and folders, absolute; left out: those of the system. */
  readonly fonts?: readonly string[]
}

/** What is written for readers that are programs. */
export interface MachineReaders {
  /** `llms.txt` and, where there is Markdown of the pages, `llms-full.txt`. */
  readonly llms: boolean
  /** The `index.md` beside each page. */
  readonly markdown: boolean
  /** Structured data in each page. */
  readonly jsonLd: boolean
  /** Left out: none are drawn. */
  readonly social?: SocialImages
}

/** HTML to be put into every page; may hold macros. `file` is absolute. */
export type Hook = {readonly html: string} | {readonly file: string}

/** A brand after `extends` was followed: everything is resolved. */
export interface Brand extends Publishing {
  readonly id: string
  /** Ids of the brands it extends, nearest first; left out when there are none. Their files and pages are its own. */
  readonly ancestors?: readonly string[]
  /** Absolute URL with a trailing slash, or `/` when the edition has no fixed address. */
  readonly url: string
  /** Locales it publishes, in order. */
  readonly locales: readonly BrandLocale[]
  /** Tag of its default locale: the first of `locales` unless configured. */
  readonly defaultLocale: string
  /** Values by locale tag, per-locale choices made. Macros see them as `custom_key`. */
  readonly values: Readonly<Record<string, Values>>
  readonly theme: BrandTheme
  /** Words that must not appear in its output. */
  readonly forbid: readonly string[]
  /** `false` keeps search engines out. */
  readonly robots: boolean
  /** `false`: its pages must work without the internet. */
  readonly external: boolean
  /** `true`: it works from a folder, without a server. */
  readonly offline?: boolean
  /** Left out, nothing is written for them. */
  readonly machines?: MachineReaders
  /** HTML for the end of `head` and of `body`. */
  readonly hooks?: {readonly head?: Hook; readonly body?: Hook}
  /** Site title by locale tag; may hold macros. */
  readonly title: Readonly<Record<string, string>>
  /** Site description by locale tag; may hold macros. */
  readonly description: Readonly<Record<string, string>>
  /** Footer text by locale tag; may hold macros. */
  readonly copyright: Readonly<Record<string, string>>
  /** Text of the bar above the header by locale tag; may hold macros and Markdown links. Left out, or empty: no bar. */
  readonly announcement?: Readonly<Record<string, string>>
  /** Folders with template overrides, most specific first, absolute. */
  readonly overrides: readonly string[]
}

/** One nav entry as configured, in the form of mkdocs: a path, a title with a path, or a title with entries. */
export type NavEntry = string | {readonly [title: string]: string | null | readonly NavEntry[]}

/** Where a nav entry stands in the configuration, and those below it; in the order of the entries. */
export interface NavPlace {
  readonly place?: Place
  readonly children: readonly NavPlace[]
}

/** Options of the Markdown dialect by extension name, as in `mkdocs.yml`; the presence of a name switches it on. */
export type MarkdownExtensions = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Settings of the Markdown pipeline. Plain data. */
export interface MarkdownOptions {
  readonly extensions: MarkdownExtensions
  /** Annotate all code that an ordered list follows, not only code of the class `annotate`. */
  readonly annotateCode?: boolean | undefined
  /** What renders formulas; left out, or `tex`: they stay TeX for a script in the browser. */
  readonly math?: 'katex' | 'tex' | undefined
}

/** The whole configuration, validated and resolved. */
export interface Site {
  /** Absolute folder of the configuration file; other paths were resolved against it. */
  readonly root: string
  /** The configuration file as given by the user, for messages. */
  readonly configPath: string
  /** Absolute content folder. */
  readonly content: string
  /** Absolute output folder. */
  readonly out: string
  readonly locales: readonly Locale[]
  readonly brands: readonly Brand[]
  readonly markdown: MarkdownOptions
  /** What the site says about admonitions; left out, nothing. */
  readonly admonitions?: AdmonitionTypes
  /** Nav by locale tag; a locale without one uses `.pages` files and the folder tree. */
  readonly nav: Readonly<Record<string, readonly NavEntry[]>>
  /** Places of the nav's entries by locale tag; left out for a configuration that is a module. */
  readonly navPlaces?: Readonly<Record<string, readonly NavPlace[]>>
  /** What the site says about search; left out, nothing. */
  readonly search?: SiteSearch
  readonly check: CheckSettings
}

/** What a site says about search. */
export interface SiteSearch {
  /** Whether the records are written as JSON Lines for a search server, too. */
  readonly export: boolean
}
