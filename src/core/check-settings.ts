import type {Severity} from './diagnostic.ts'
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
}

/** Checks as they are unless configured. */
export const usualChecks: CheckSettings = {rules: {}, overrides: []}
