import {createDiskIconSet} from '../../../plugins/icons/disk-icon-set.ts'
import {createBuilder, type Builder, type BuildResult} from '../../build/builder.ts'
import {customIconFolders} from '../../build/custom-icon-folders.ts'
import {openDisk} from '../../build/disk.ts'
import {createMarkdown} from '../../compile/markdown.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Site} from '../../core/site.ts'
import {toCheckResult, type CheckOptions, type CheckResult} from '../check.ts'
import {choosePaths} from '../choose-paths.ts'
import {siteInspection} from '../inspect-sites.ts'
import {blame} from './blame.ts'
import {applyEdits, type Edit} from './edits.ts'
import {createFileFinder} from './fixable-files.ts'
import {newFindings} from './new-findings.ts'
import {planEdits, type FilePlan} from './plan-edits.ts'
import {createRenameFinder} from './renamed-headings.ts'
import {writeChangedFiles, type ChangedFile} from './write-files.ts'

/** What to fix. */
export interface FixOptions extends Omit<CheckOptions, 'external' | 'since' | 'baseline' | 'updateBaseline'> {
  /** Whether to say what would be written, and write nothing. */
  readonly dryRun?: boolean | undefined
}

/** A file that was fixed. */
export interface FixedFile extends ChangedFile {
  /** Path from the content folder, as findings have it. */
  readonly path: string
  /** How many findings of the file were mended. */
  readonly findings: number
}

/** What is left after fixing, and what was fixed. */
export interface FixResult extends CheckResult {
  readonly files: readonly FixedFile[]
  /** Findings whose fix brought another finding, so that it was undone. */
  readonly undone: readonly Diagnostic[]
}

/** Mending one thing can show the next; what is not done after so many rounds goes round in circles. */
const mostRounds = 12

/**
 * Checks all editions and mends what is certain, see `proposeEdit`, until nothing more can be.
 *
 * Nothing is written before the result is known to be good: it is checked in memory first, and what would bring a new
 * finding is undone. A second run changes nothing. Findings are mended for the chosen brands, locales and paths; text that
 * another brand has, too, only where it is wrong for that brand as well.
 *
 * @throws as `check` does, and Error when a file changed meanwhile or cannot be written
 */
export async function fixSources(options: FixOptions = {}): Promise<FixResult> {
  const {paths, cwd, brands, locales, dryRun = false, ...rest} = options
  const changes = new Map<string, Uint8Array>()
  const disk = openDisk(changes)
  const everything = createBuilder({...rest, cwd}, siteInspection({writes: false}), disk)
  const selected = createBuilder({...rest, cwd, brands, locales}, siteInspection({writes: false}), disk)
  const isSelection = brands !== undefined || locales !== undefined
  try {
    // Refuses what cannot be selected, before anything is changed.
    const first = isSelection ? await selected.build() : undefined
    const state = await fixInMemory(everything, {options, changes, disk})
    if (!dryRun) writeChangedFiles(state.files)
    const left = first ? await selected.build() : state.result
    return {...toCheckResult(left, {paths, cwd}), files: state.files, undone: state.undone}
  } finally {
    await everything.close()
    await selected.close()
  }
}

interface Workspace {
  readonly options: FixOptions
  /** Content of changed files. */
  readonly changes: Map<string, Uint8Array>
  readonly disk: ReturnType<typeof openDisk>
}

async function fixInMemory(
  builder: Builder,
  {options, changes, disk}: Workspace,
): Promise<{
  readonly result: BuildResult
  readonly files: readonly FixedFile[]
  readonly undone: readonly Diagnostic[]
}> {
  let result = await builder.build()
  const {site} = result
  if (!site) return {result, files: [], undone: []}
  const files = new Map<string, FixedFile>()
  const banned = new Map<string, readonly Diagnostic[]>()
  const findFile = createFileFinder(site, disk)
  const markdown = createMarkdown({
    ...site.markdown,
    icons: createDiskIconSet(customIconFolders(site.markdown)),
    titles: {},
    types: site.admonitions?.types ?? [],
  })
  const renamed = createRenameFinder({site, disk})
  const put = (plan: FilePlan, after: string, findings: number): void => {
    const {file, raw: before, path} = plan
    const known = files.get(file)
    const fixed = {file, path, before: known?.before ?? before, after, findings: (known?.findings ?? 0) + findings}
    if (fixed.before === after) {
      files.delete(file)
      changes.delete(file)
      return
    }
    files.set(file, fixed)
    changes.set(file, new TextEncoder().encode(after))
  }
  for (let round = 0; ; round++) {
    const plans: readonly FilePlan[] = await planEdits({
      site,
      result,
      isWanted: wantedFindings(options, site, result),
      isBanned: (path, edit) => banned.has(banKey(path, edit)),
      findFile,
      markdown,
      renamed: renamed(result),
    })
    if (plans.length === 0) break
    if (round >= mostRounds) {
      // What still changes would do so in the next run, too.
      for (const {file} of plans) {
        files.delete(file)
        changes.delete(file)
      }
      result = await builder.build()
      break
    }
    for (const plan of plans) put(plan, applyEdits(plan.raw, plan.edits), findingsOf(plan))
    const next = await builder.build()
    const mended = new Set(plans.flatMap(({edits}) => edits.flatMap(({findings}) => findings)))
    const worse = newFindings(result, next, mended)
    const blamed = blame(worse, plans)
    for (const {plan, edit} of blamed) banned.set(banKey(plan.path, edit), edit.findings)
    const spoilt = new Set(blamed.map(({plan}) => plan))
    for (const plan of spoilt) put(plan, plan.raw, -findingsOf(plan))
    result = spoilt.size > 0 ? await builder.build() : next
  }
  return {result, files: [...files.values()], undone: [...banned.values()].flat()}
}

function findingsOf({edits}: FilePlan): number {
  return edits.reduce((sum, {findings}) => sum + findings.length, 0)
}

function banKey(path: string, {text, findings}: Edit): string {
  return JSON.stringify([path, text, ...findings.map(({ruleId, message}) => `${ruleId} ${message}`)])
}

/** Test for the findings in the files and editions that the user chose. */
function wantedFindings(options: FixOptions, site: Site, result: BuildResult): (finding: Diagnostic) => boolean {
  const {paths = [], cwd, brands, locales} = options
  const isChosen = paths.length > 0 ? choosePaths(paths, site, cwd) : () => true
  const checked = toCheckResult(result, {cwd})
  const isSelected = (edition: string): boolean => {
    const [brand = '', locale = ''] = edition.split('/')
    return (brands?.includes(brand) ?? true) && (locales?.includes(locale) ?? true)
  }
  return (finding) => isChosen(finding.path) && checked.editionsOf(finding).some(isSelected)
}
