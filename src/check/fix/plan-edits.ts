import type {BuildResult} from '../../build/builder.ts'
import {normalizeLineEndings} from '../../build/decode-source.ts'
import type {Markdown} from '../../compile/markdown.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Site} from '../../core/site.ts'
import {mergeEdits, withoutConflicts, type Edit} from './edits.ts'
import {editionsOfFile, type FixableFile} from './fixable-files.ts'
import {proposeEdit} from './propose-edit.ts'
import {readSourceFile, type SourceReading} from './source-reading.ts'

/** The edits of one round to one file. */
export interface FilePlan extends FixableFile {
  /** Path as findings have it. */
  readonly path: string
  /** In the order of the text, not overlapping. */
  readonly edits: readonly Edit[]
}

/** What edits are planned with. */
export interface PlanOptions {
  readonly site: Site
  readonly result: BuildResult
  /** Findings that the user wants to have mended. */
  readonly isWanted: (finding: Diagnostic) => boolean
  /** Edits that made something worse. */
  readonly isBanned: (path: string, edit: Edit) => boolean
  readonly findFile: (path: string) => FixableFile | undefined
  readonly markdown: Markdown
  /** What a finding should be mended to, where its history tells. */
  readonly renamed: (finding: Diagnostic) => Promise<string | undefined>
}

/** Plans what can be mended in one go: of every file the edits that are certain and do not get into each other's way. */
export async function planEdits(options: PlanOptions): Promise<readonly FilePlan[]> {
  const {site, result, isWanted, isBanned, findFile, markdown, renamed} = options
  const byPath = new Map<string, Diagnostic[]>()
  for (const finding of result.diagnostics) {
    const isMendable = finding.fix !== undefined || finding.place !== undefined
    if (!isMendable || !isWanted(finding)) continue
    byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding])
  }
  const plans: FilePlan[] = []
  for (const [path, findings] of byPath) {
    const names = await Promise.all(findings.map(renamed))
    const mendable = findings
      .map((finding, index) => ({finding, name: names[index]}))
      .filter(({finding, name}) => finding.fix ?? finding.expected ?? name)
    const file = mendable.length > 0 ? findFile(path) : undefined
    if (!file) continue
    const text = normalizeLineEndings(file.raw.replace(/^\uFEFF/, ''))
    const editions = editionsOfFile(path, site, result.publishers[path])
    const reading = readSourceFile({path, text, editions, markdown})
    const proposed = mendable.flatMap(({finding, name}): Edit[] => {
      const proposal = proposeEdit(finding, reading, name)
      return proposal ? [{...proposal, findings: [finding]}] : []
    })
    const fit = mergeEdits(proposed).filter((edit) => isForAllWhoSee(edit, reading) && !isBanned(path, edit))
    const edits = withoutConflicts(fit)
    if (edits.length > 0) plans.push({...file, path, edits})
  }
  return plans
}

/** Whether every brand that has the text which an edit changes has the fault, too. */
function isForAllWhoSee({start, end, findings}: Edit, reading: SourceReading): boolean {
  if (findings.some(({brands}) => brands === undefined)) return true
  const faulty = new Set(findings.flatMap(({brands}) => brands ?? []))
  const seen = reading.seenBy(start === end && start === reading.text.length ? Math.max(0, start - 1) : start)
  return seen.size > 0 && [...seen].every((brand) => faulty.has(brand))
}
