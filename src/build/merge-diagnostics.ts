import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'

/**
 * One finding per source fault: findings that differ in their brands only become one that lists them all. What to write
 * instead is kept where they agree on it; the text of a snippet can mean another file for every page.
 *
 * Sorted by path, position, rule and message. `brands` is left out where a finding holds for every brand that
 * publishes the source.
 *
 * @param publishers  brands of this build that publish a source, by path; a path without an entry belongs to all
 */
export function mergeDiagnostics(
  diagnostics: readonly Diagnostic[],
  publishers: ReadonlyMap<string, readonly string[]>,
): readonly Diagnostic[] {
  const groups = new Map<string, {first: Diagnostic; brands: Set<string> | undefined}>()
  for (const diagnostic of diagnostics) {
    const key = identity(diagnostic)
    const group = groups.get(key)
    if (!group) {
      groups.set(key, {first: diagnostic, brands: diagnostic.brands && new Set(diagnostic.brands)})
      continue
    }
    group.first = agreed(group.first, diagnostic)
    if (!diagnostic.brands) group.brands = undefined
    else for (const brand of diagnostic.brands) group.brands?.add(brand)
  }
  return [...groups.values()]
    .map(({first, brands}) => withBrands(first, brands, publishers.get(first.path)))
    .sort(byPlace)
}

function agreed(one: Diagnostic, other: Diagnostic): Diagnostic {
  const {expected, fix, ...rest} = one
  const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
  const keepsExpected = isSame(expected, other.expected)
  const keepsFix = isSame(fix, other.fix)
  if (keepsExpected && keepsFix) return one
  return {...rest, ...(expected && keepsExpected && {expected}), ...(fix && keepsFix && {fix})}
}

function identity({path, ruleId, severity, message, place}: Diagnostic): string {
  return JSON.stringify([path, ruleId, severity, message, place?.start.offset, place?.end.offset])
}

function withBrands(
  diagnostic: Diagnostic,
  brands: ReadonlySet<string> | undefined,
  publishers: readonly string[] | undefined,
): Diagnostic {
  const {brands: _, ...rest} = diagnostic
  if (!brands || publishers?.every((brand) => brands.has(brand))) return rest
  return {...rest, brands: [...brands].sort(byCodeUnit)}
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.path, b.path) ||
    (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1) ||
    (a.place?.end.offset ?? -1) - (b.place?.end.offset ?? -1) ||
    byCodeUnit(a.ruleId, b.ruleId) ||
    byCodeUnit(a.message, b.message)
  )
}
