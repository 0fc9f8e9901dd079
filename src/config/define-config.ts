import type {ImageEnding} from '../core/image-limits.ts'
import type {BrandLeakSettings, RuleLevels, RuleOverride, TranslationSettings} from '../core/check-settings.ts'
import type {ValueSchema} from '../core/front-matter-rule.ts'
import type {GlossaryEntry} from '../core/glossary-entry.ts'
import type {NavEntry} from '../core/site.ts'
import type {PublishingConfig} from './publishing-config.ts'

/** One string for every locale, or one for each locale by its tag. May hold macros. */
export type LocalizedText = string | Readonly<Record<string, string>>

/**
 * A macro value as written: source text, or a list or map of values. A map whose keys are all locale tags of the
 * site is a choice: each locale sees its own entry, and one without an entry sees the default locale's.
 */
export type ConfigValue = string | number | boolean | readonly ConfigValue[] | ConfigValues

/** Macro values by name. */
export interface ConfigValues {
  readonly [name: string]: ConfigValue
}

/** A language of the site as written. */
export interface LocaleConfig {
  /** Name in the language itself, for the language switch. */
  readonly name: string
  /** Text direction; left out, it follows from the script of the language. */
  readonly dir?: 'ltr' | 'rtl' | undefined
}

/** Look of a type of admonition as written. */
export interface AdmonitionLookConfig {
  /** Icon by its short code or its path: `octicons-tag-16`, `octicons/tag-16`. */
  readonly icon?: string | undefined
  /** CSS colour of the title, the icon and the edge. */
  readonly colour?: string | undefined
}

/** A type of admonition as written. */
export interface AdmonitionConfig extends AdmonitionLookConfig {
  /** Title of an admonition without one, plain text. */
  readonly title?: LocalizedText | undefined
}

/** Fonts of a brand as written: names, or paths of `.woff2`, `.woff`, `.ttf` or `.otf` files. */
export interface FontConfig {
  readonly body?: string | readonly string[] | undefined
  readonly code?: string | readonly string[] | undefined
}

/** The look of a brand as written. Paths are relative to the content folder. */
export interface ThemeConfig {
  /** CSS colour of the header and of links. */
  readonly primary?: string | undefined
  /** CSS colour of focus and selection. */
  readonly accent?: string | undefined
  readonly logo?: string | undefined
  readonly favicon?: string | undefined
  /** Colour scheme at the first visit; `system`, the default, follows the reader's setting. */
  readonly scheme?: 'light' | 'dark' | 'system' | undefined
  /** Header on the colour of the page (`plain`, the default), on a tint of `primary`, or on `primary` itself. */
  readonly header?: 'plain' | 'tinted' | 'solid' | undefined
  /** Radius of corners: a length in `px`, `rem` or `em`, or a number of pixels. */
  readonly radius?: string | number | undefined
  /** Names of fonts that readers have, or font files of the content folder. */
  readonly font?: FontConfig | undefined
  /** Features that are on, by the names of Material for MkDocs (`themeFeatures`); left out, a sensible set. */
  readonly features?: readonly string[] | undefined
  /** Look of admonitions for this brand, by type. */
  readonly admonitions?: Readonly<Record<string, AdmonitionLookConfig>> | undefined
}

/** Images for links in social networks, as written. */
export interface SocialConfig {
  /** `true` draws an image of each page; `false` unless given. */
  readonly images?: boolean | undefined
  /** Font files, or folders with some, relative to the configuration file; left out, those of the system. */
  readonly fonts?: readonly string[] | undefined
}

/** HTML for every page as written: HTML, or a file that ends in `.html`, relative to the configuration file. */
export interface HooksConfig {
  /** For the end of `head`. */
  readonly head?: string | undefined
  /** For the end of `body`. */
  readonly body?: string | undefined
}

/** What is written for readers that are programs, and into pages for scripts of others. A brand's own key wins. */
export interface DeliveryConfig {
  /** `false` leaves out `llms.txt` and `llms-full.txt`. */
  readonly llms?: boolean | undefined
  /** `false` leaves out the `index.md` beside each page, and the button that copies it. */
  readonly page_markdown?: boolean | undefined
  /** `false` leaves out the structured data of each page. */
  readonly json_ld?: boolean | undefined
  readonly social?: SocialConfig | undefined
  readonly hooks?: HooksConfig | undefined
}

/** A brand as written. With `extends`, everything left out is the other brand's; `values` and `theme` are merged. */
export interface BrandConfig extends PublishingConfig, DeliveryConfig {
  /** Brand to start from. */
  readonly extends?: string | undefined
  /** Absolute address of the site, or `/` when it has no fixed address. Needed, but may come from `extends`. */
  readonly url?: string | undefined
  /**
   * URL prefix of each locale the brand publishes, by locale tag: `{zh: '/', en: '/en/'}`. Left out: every locale of
   * the site, the default one at `/`, the others at `/<tag>/`.
   */
  readonly locales?: Readonly<Record<string, string>> | undefined
  /** Tag of the default locale; left out, the first of `locales`. */
  readonly default_locale?: string | undefined
  /** Macro values of the brand; they win over the shared `values`. */
  readonly values?: ConfigValues | undefined
  readonly theme?: ThemeConfig | undefined
  /** Words that must not appear in the output of the brand. */
  readonly forbid?: readonly string[] | undefined
  /** `false` asks search engines to stay away. */
  readonly robots?: boolean | undefined
  /** `false` says that the site must work without the internet. */
  readonly external?: boolean | undefined
  /** `true`: the site works from a folder, without a server and without the internet. */
  readonly offline?: boolean | undefined
  readonly title?: LocalizedText | undefined
  readonly description?: LocalizedText | undefined
  readonly copyright?: LocalizedText | undefined
  /** Text of a bar above the header; an empty one for none. */
  readonly announcement?: LocalizedText | undefined
  /** Folders with templates that replace the theme's, relative to the configuration file, most specific first. */
  readonly overrides?: string | readonly string[] | undefined
}

/** How heading ids are made; see `Slugify`. */
export type SlugifyConfig = string | Readonly<Record<string, unknown>>

/** Short forms for the Markdown dialect. */
export interface MarkdownConfig {
  /** `python-markdown`, `unicode` or `github`: the short form of the `slugify` option of the `toc` extension. */
  readonly slugify?: SlugifyConfig | undefined
  /** Annotates all code that an ordered list follows, as `content.code.annotate` of Material does. */
  readonly annotate_code?: boolean | undefined
  /** `katex` renders formulas in the build; `tex`, the default, leaves their TeX to a script in the browser. */
  readonly math?: 'katex' | 'tex' | undefined
}

/** `markdown_extensions` as in `mkdocs.yml`: a list of names and one-entry maps, or one map. */
export type MarkdownExtensionsConfig =
  readonly (string | Readonly<Record<string, unknown>>)[] | Readonly<Record<string, unknown>>

/** Settings of the search. */
export interface SearchConfig {
  /** Writes the search records of each edition as JSON Lines, for Elasticsearch, Meilisearch, Typesense or Algolia. */
  readonly export?: boolean | undefined
}

/** The configuration as an author writes it, in `docprism.yml` or in a configuration module. */
export interface SiteConfig extends PublishingConfig, DeliveryConfig {
  /** Site title; left out, the id of the brand. */
  readonly title?: LocalizedText | undefined
  readonly description?: LocalizedText | undefined
  /** Text of the footer. */
  readonly copyright?: LocalizedText | undefined
  /** Text of a bar above the header, with macros and Markdown links: `[label](page.md)`. */
  readonly announcement?: LocalizedText | undefined
  /** Folder with one folder per locale, relative to the configuration file; `content` unless given. */
  readonly content?: string | undefined
  /** Folder for the generated sites, relative to the configuration file; `dist` unless given. */
  readonly out?: string | undefined
  /** Languages by BCP 47 tag, which is also the name of the folder below `content`. */
  readonly locales: Readonly<Record<string, LocaleConfig>>
  /** Brands by id, which is also the name of the folder below `out`. */
  readonly brands: Readonly<Record<string, BrandConfig>>
  /** Macro values that all brands share. */
  readonly values?: ConfigValues | undefined
  /** Types of admonitions, new or built in, by name in lower case. */
  readonly admonitions?: Readonly<Record<string, AdmonitionConfig>> | undefined
  /** Look of every brand; what a brand says itself wins, key by key. */
  readonly theme?: ThemeConfig | undefined
  /** Navigation for all locales, or one for each locale by its tag; left out, `.pages` files and the folders decide. */
  readonly nav?: readonly NavEntry[] | Readonly<Record<string, readonly NavEntry[]>> | undefined
  readonly markdown?: MarkdownConfig | undefined
  readonly markdown_extensions?: MarkdownExtensionsConfig | undefined
  readonly search?: SearchConfig | undefined
  /** Which findings matter, and what the checks need to know. */
  readonly check?: CheckConfig | undefined
  /** Folders with templates that replace the theme's for every brand, most specific first. */
  readonly overrides?: string | readonly string[] | undefined
}

/** What the front matter of some pages has to be like, in words of JSON Schema. */
export interface FrontMatterConfig extends Pick<ValueSchema, 'required' | 'properties' | 'additionalProperties'> {
  /** Patterns of paths from the content folder; left out: every page. */
  readonly paths?: readonly string[] | undefined
}

/** Settings of the checks as written. */
export interface CheckConfig {
  /** Severity by rule; `off` leaves its findings out. */
  readonly rules?: RuleLevels | undefined
  /** Other severities for some files or brands; of several that fit, the last one counts. */
  readonly overrides?: readonly RuleOverride[] | undefined
  /** Words of other brands. */
  readonly brands?: {readonly leak?: BrandLeakSettings | undefined} | undefined
  /** Words to use and not to use, by locale tag; `*` for all locales. */
  readonly glossary?: Readonly<Record<string, readonly GlossaryEntry[]>> | undefined
  /** What front matter has to be like; every entry that fits a page counts. */
  readonly front_matter?: readonly FrontMatterConfig[] | undefined
  readonly external?: ExternalConfig | undefined
  readonly images?: ImageLimitsConfig | undefined
  /** How translations are held against their source. */
  readonly translations?: TranslationSettings | undefined
}

/** How `docprism check --external` asks the web, as written. */
export interface ExternalConfig {
  /** Patterns of addresses that are never asked for; `*` stands for anything. */
  readonly exclude?: readonly string[] | undefined
  /** Statuses of good answers: `403`, `200..299`. */
  readonly accept?: readonly (string | number)[] | undefined
  /** Whether anchors are looked for in the pages. */
  readonly anchors?: boolean | undefined
  /** Whether addresses of the own network may be asked for. */
  readonly allow_private?: boolean | undefined
  /** Requests at a time. */
  readonly concurrency?: number | undefined
  /** Requests at a time to one host. */
  readonly per_host?: number | undefined
  /** Milliseconds between two requests to one host. */
  readonly interval_ms?: number | undefined
  /** Milliseconds that one answer may take. */
  readonly timeout_ms?: number | undefined
  readonly retries?: number | undefined
  readonly max_redirects?: number | undefined
  /** Days that a good answer is believed. */
  readonly cache_days?: number | undefined
}

/** How large image files may be, as written: bytes, or text such as `500 kB`. */
export interface ImageLimitsConfig {
  readonly max_bytes?: number | string | undefined
  /** Other limits by the ending of the file. */
  readonly types?: Readonly<Partial<Record<ImageEnding, number | string | undefined>>> | undefined
}

/** Returns its argument: gives a configuration module completion and type checks in an editor. */
export function defineConfig(config: SiteConfig): SiteConfig {
  return config
}
