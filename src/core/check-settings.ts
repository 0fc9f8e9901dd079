import type {Severity} from './diagnostic.ts'
import {usualImageLimits, type ImageLimits} from './image-limits.ts'
import type {FrontMatterRule} from './front-matter-rule.ts'
import type {GlossaryEntry} from './glossary-entry.ts'
import type {RuleId} from './rules.ts'

/** What becomes of the findings of a rule. */
export type RuleLevel = Severity | 'off'

/** Levels by rule; a rule that is left out keeps its own. */
export type RuleLevels = Readonly<Partial<Record<RuleId, RuleLevel | undefined>>>

/** Other levels for some files or brands; of several that fit a finding the last one counts. */
export interface RuleOverride {
  /** Patterns of paths from the content folder: `zh/changelog/**`; left out: every file. */
  readonly paths?: readonly string[] | undefined
  /** Ids of brands; left out: every brand. */
  readonly brands?: readonly string[] | undefined
  readonly rules: RuleLevels
}

/** How translations are held against their source. */
export interface TranslationSettings {
  /** Tag of the locale that is written first and translated into the others; left out: the first of the site. */
  readonly source?: string | undefined
  /** Record of what each translation was made from, from the folder of the configuration. */
  readonly file?: string | undefined
}

/** How the words of other brands are looked for. */
export interface BrandLeakSettings {
  /** Names of the values that tell a brand from others; left out: names and addresses. */
  readonly values?: readonly string[] | undefined
  /** Texts that may stand anywhere. */
  readonly ignore?: readonly string[] | undefined
}

/** What a site asks of the checks. */
export interface CheckSettings {
  readonly rules: RuleLevels
  readonly overrides: readonly RuleOverride[]
  /** About what brands must not show. */
  readonly brands?: {readonly leak?: BrandLeakSettings | undefined} | undefined
  /** Words to use and not to use, by locale tag; `*` for all locales. */
  readonly glossary?: Readonly<Record<string, readonly GlossaryEntry[]>> | undefined
  /** What front matter has to be like. */
  readonly frontMatter?: readonly FrontMatterRule[] | undefined
  readonly external?: ExternalSettings | undefined
  readonly images: ImageLimits
  readonly translations?: TranslationSettings | undefined
}

/** How links that leave the sites are checked; what is left out keeps its default. */
export interface ExternalSettings {
  /** Globs over whole URLs that are never asked for. */
  readonly exclude?: readonly string[]
  /** Statuses of good answers: `204`, `200..299`. */
  readonly accept?: readonly string[]
  /** Whether fragments must be anchors of the page. */
  readonly anchors?: boolean
  /** Whether addresses that are not public may be connected to. */
  readonly allowPrivate?: boolean
  /** Requests at a time, in all and to one host. */
  readonly concurrency?: number
  readonly perHost?: number
  /** Milliseconds between two requests to one host. */
  readonly intervalMs?: number
  /** Milliseconds that one answer may take. */
  readonly timeoutMs?: number
  readonly retries?: number
  readonly maxRedirects?: number
  /** Days that a good answer is believed. */
  readonly cacheDays?: number
}

/** Checks as they are unless configured. */
export const usualChecks: CheckSettings = {rules: {}, overrides: [], images: usualImageLimits}
