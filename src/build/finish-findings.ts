import type {CheckSettings} from '../core/check-settings.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Suppression} from '../core/page.ts'
import {ruleOf} from '../core/rules.ts'
import {applyLevels} from '../site/rule-levels.ts'
import {suppress, suppressionFindings} from '../site/suppress.ts'
import {mergeDiagnostics} from './merge-diagnostics.ts'

/** What decides about the findings of a run, once all of them are there. */
export interface FinishOptions {
  readonly settings: CheckSettings
  /** Ids of the brands of this run. */
  readonly brands: readonly string[]
  /** Brands of this run that publish a source, by its path. */
  readonly publishers: ReadonlyMap<string, readonly string[]>
  readonly suppressions: readonly Suppression[]
  /** Text of a file of the content, by its path from the content folder. */
  readonly sourceText: (path: string) => string | undefined
  /** Whether the rules of `docprism check` count, too. */
  readonly isCheck: boolean
  /** Whether every edition and every rule was looked at, so that a comment without effect is of no use. */
  readonly isWhole: boolean
}

/**
 * The findings of a run as the user gets them: one per source fault, with the severities of the configuration, without
 * what comments switch off, sorted.
 */
export function finishFindings(diagnostics: readonly Diagnostic[], options: FinishOptions): readonly Diagnostic[] {
  const {settings, brands, publishers, suppressions, isCheck, isWhole} = options
  const wanted = isCheck ? diagnostics : diagnostics.filter(({ruleId}) => !ruleOf(ruleId).checkOnly)
  const brandsOf = ({path}: Diagnostic): readonly string[] => publishers.get(path) ?? brands
  const levelled = applyLevels(mergeDiagnostics(wanted, publishers), settings, brandsOf)
  const isBlank = blankLines(options.sourceText)
  const {kept, unused} = suppress(levelled, suppressions, isBlank)
  if (!isCheck || suppressions.length === 0) return kept
  const about = suppressionFindings(suppressions, isWhole ? unused : [])
  return mergeDiagnostics([...kept, ...applyLevels(about, settings, brandsOf)], publishers)
}

function blankLines(sourceText: FinishOptions['sourceText']): (path: string, line: number) => boolean {
  const files = new Map<string, readonly string[]>()
  return (path, line) => {
    const lines = files.get(path) ?? (sourceText(path) ?? '').split('\n')
    files.set(path, lines)
    return lines[line - 1]?.trim() === ''
  }
}
