import type {Severity} from './diagnostic.ts'
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

/** What a site asks of the checks. */
export interface CheckSettings {
  readonly rules: RuleLevels
  readonly overrides: readonly RuleOverride[]
  /** Words to use and not to use, by locale tag; `*` for all locales. */
  readonly glossary?: Readonly<Record<string, readonly GlossaryEntry[]>> | undefined
  /** What front matter has to be like. */
  readonly frontMatter?: readonly FrontMatterRule[] | undefined
}

/** Checks as they are unless configured. */
export const usualChecks: CheckSettings = {rules: {}, overrides: []}
