import type {RuleId} from '../../core/rules.ts'

/** Rules about what is of no use on a page: another brand may use it. */
const ofEveryBrand: ReadonlySet<RuleId> = new Set(['link/unused-definition', 'footnote/unused'])
/** Rules that say nothing about a snippet, which is made for many pages. */
const ofOwnText: ReadonlySet<RuleId> = new Set([
  ...(['link/unused-definition', 'link/duplicate-definition', 'footnote/unused', 'footnote/duplicate'] as const),
])

/** Whether a finding of one variant is one of the source: some hold only where they hold for all brands, or in its own text. */
export function holdsForSource(
  {ruleId}: {readonly ruleId: RuleId},
  {isOwnText, isForAll}: {readonly isOwnText: boolean; readonly isForAll: boolean},
): boolean {
  return (isOwnText || !ofOwnText.has(ruleId)) && (isForAll || !ofEveryBrand.has(ruleId))
}
