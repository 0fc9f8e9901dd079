import picomatch from 'picomatch'
import type {CheckSettings, RuleLevel} from '../core/check-settings.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {ruleOf} from '../core/rules.ts'
import type {RuleId} from '../core/rules.ts'

/**
 * Gives findings the severities that a site asks for, and leaves out those that are off.
 *
 * A finding that brands judge differently becomes one for each severity.
 *
 * @param brandsOf  brands that a finding without `brands` holds for
 */
export function applyLevels(
  diagnostics: readonly Diagnostic[],
  settings: CheckSettings,
  brandsOf: (diagnostic: Diagnostic) => readonly string[],
): readonly Diagnostic[] {
  const overrides = settings.overrides.map(({paths, brands, rules}) => ({
    isPath: paths ? picomatch([...paths], {dot: true}) : () => true,
    brands,
    rules,
  }))
  return diagnostics.flatMap((diagnostic) => {
    const {ruleId, path} = diagnostic
    const usual = settings.rules[ruleId] ?? (ruleOf(ruleId).optIn ? 'off' : diagnostic.severity)
    const fitting = overrides.filter(({rules, isPath}) => rules[ruleId] !== undefined && isPath(path))
    const levelOf = (brand: string): RuleLevel =>
      fitting.findLast(({brands}) => brands?.includes(brand) ?? true)?.rules[ruleId] ?? usual
    if (fitting.every(({brands}) => !brands)) return withLevel(diagnostic, fitting.at(-1)?.rules[ruleId] ?? usual)
    const brands = diagnostic.brands ?? brandsOf(diagnostic)
    const groups = new Map<RuleLevel, string[]>()
    for (const brand of brands) groups.set(levelOf(brand), [...(groups.get(levelOf(brand)) ?? []), brand])
    if (groups.size === 1) return [...groups.keys()].flatMap((level) => withLevel(diagnostic, level))
    return [...groups].flatMap(([level, some]) => withLevel({...diagnostic, brands: some}, level))
  })
}

/** Whether a site gives a rule a severity anywhere. */
export function isSwitchedOn(id: RuleId, {rules, overrides}: CheckSettings): boolean {
  return [rules, ...overrides.map((override) => override.rules)].some((levels) => (levels[id] ?? 'off') !== 'off')
}

function withLevel(diagnostic: Diagnostic, level: RuleLevel): readonly Diagnostic[] {
  if (level === 'off') return []
  return [diagnostic.severity === level ? diagnostic : {...diagnostic, severity: level}]
}
