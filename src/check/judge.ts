import type {BuilderOptions, BuildResult} from '../build/builder.ts'
import {UsageError} from '../build/usage-error.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Site} from '../core/site.ts'
import {readBaseline, writeBaseline} from './baseline/baseline.ts'
import type {Baseline} from './baseline/baseline.ts'
import {readText} from './read-text.ts'
import {findIntroduced} from './since/since.ts'
import type {Change} from './since/since.ts'
import type {SiteState} from './since/site-state.ts'
import {limitBrands, toSubjects} from './subject.ts'
import type {Subject} from './subject.ts'

/** What the findings of a check are held against: a change, a baseline, or both. */
export interface JudgeOptions {
  readonly change: (Change & {readonly rev: string}) | undefined
  /** Absolute file of known findings, and whether it is to be written. */
  readonly baseline: {readonly file: string; readonly updates: boolean} | undefined
  /** Whether every finding of the site is there. */
  readonly isWhole: boolean
  readonly build: BuilderOptions & {readonly cwd: string}
}

/** Findings that count, and what was found out about the others. */
export interface Judgement {
  readonly diagnostics: readonly Diagnostic[]
  /** The commit that was compared with, as it was named and as the id of the commit that the change starts from. */
  readonly since?: {readonly rev: string; readonly base: string}
  /**
   * Findings that were left out because the baseline has them, and entries that stand for no finding any more: 0 where
   * not all of the site was looked at.
   */
  readonly baseline?: {readonly known: number; readonly mended: number; readonly isUpdated: boolean}
  /** What a user should know of the comparison, a sentence each. */
  readonly notices: readonly string[]
}

/**
 * Leaves out the findings that were there before a change, and those that a baseline has.
 *
 * @throws UsageError for options that exclude each other, an earlier state that cannot be checked, or a damaged baseline
 */
export async function judge(
  result: BuildResult & {readonly site: Site},
  {change, baseline, isWhole, build}: JudgeOptions,
): Promise<Judgement> {
  const {site, diagnostics} = result
  const state = result.facts as SiteState | undefined
  const subjects = toSubjects(diagnostics, {
    ...(state ?? result),
    others: state ? ['*'] : result.brands.map(({id}) => id),
    sourceText: (name) => readText(name, site),
  })
  if (baseline?.updates) {
    if (!isWhole || change) {
      throw new UsageError(
        'A baseline holds all findings: leave out paths, `--brand`, `--locale` and `--since` with `--update-baseline`',
      )
    }
    writeBaseline(baseline.file, subjects, site)
    return {diagnostics: [], baseline: {known: subjects.length, mended: 0, isUpdated: true}, notices: []}
  }
  const list = baseline && readBaseline(baseline.file, site)
  const compared = list?.compare(subjects)
  const unknown = compared ? narrow(subjects, compared.unknown) : subjects
  const known = subjects.length - unknown.length
  const about = compared && {known, mended: isWhole ? compared.mended : 0, isUpdated: false}
  const introduced =
    change && state
      ? await findIntroduced(change, {site, subjects: unknown, state}, {build, keep: (all) => keepUnknown(all, list)})
      : undefined
  return {
    diagnostics: introduced?.diagnostics ?? unknown.map(({diagnostic}) => diagnostic),
    ...(change && {since: {rev: change.rev, base: change.base}}),
    ...(about && {baseline: about}),
    notices: introduced?.notices ?? [],
  }
}

function keepUnknown(subjects: readonly Subject[], list: Baseline | undefined): readonly Subject[] {
  return list ? narrow(subjects, list.compare(subjects).unknown) : subjects
}

/** Findings for some of their brands. */
function narrow(subjects: readonly Subject[], brandsOf: ReadonlyMap<Subject, readonly string[]>): readonly Subject[] {
  return subjects.flatMap((subject) => {
    const brands = brandsOf.get(subject) ?? []
    const diagnostic = limitBrands(subject, brands)
    return diagnostic ? [{...subject, diagnostic, brands}] : []
  })
}
