import type {BuildResult} from '../../build/builder.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {brandsOf} from '../brands-of.ts'

/** What two looks at the same sites found. */
type Findings = Pick<BuildResult, 'diagnostics' | 'brands' | 'publishers'>

/**
 * Findings that were not there before. Places do not count, since text moves; one that was there in other words, because
 * what it quotes was changed, is not new.
 *
 * @param mended  findings that are gone on purpose: a new one never stands for them
 */
export function newFindings(before: Findings, after: Findings, mended: ReadonlySet<Diagnostic>): readonly Diagnostic[] {
  const gone = new Map<string, number>()
  const goneByRule = new Map<string, number>()
  for (const diagnostic of before.diagnostics) {
    for (const brand of brandsOf(diagnostic, before)) add(gone, exactKey(diagnostic, brand), 1)
  }
  const unmatched = after.diagnostics.flatMap((diagnostic) =>
    brandsOf(diagnostic, after)
      .filter((brand) => !take(gone, exactKey(diagnostic, brand)))
      .map((brand) => ({diagnostic, brand})),
  )
  for (const diagnostic of before.diagnostics) {
    if (mended.has(diagnostic)) continue
    for (const brand of brandsOf(diagnostic, before)) {
      if (take(gone, exactKey(diagnostic, brand))) add(goneByRule, ruleKey(diagnostic, brand), 1)
    }
  }
  const found = unmatched.filter(({diagnostic, brand}) => !take(goneByRule, ruleKey(diagnostic, brand)))
  return [...new Set(found.map(({diagnostic}) => diagnostic))]
}

function exactKey({path, ruleId, message}: Diagnostic, brand: string): string {
  return JSON.stringify([path, ruleId, brand, message])
}

function ruleKey({path, ruleId}: Diagnostic, brand: string): string {
  return JSON.stringify([path, ruleId, brand])
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount)
}

function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0
  if (left > 0) counts.set(key, left - 1)
  return left > 0
}
