import type {Diagnostic} from '../../core/diagnostic.ts'
import type {RuleId} from '../../core/rules.ts'

/** What a check found, and what a formatter has to know to print it. */
export interface Report {
  /** Sorted, one per source fault. */
  readonly diagnostics: readonly Diagnostic[]
  /** What was checked. */
  readonly summary: {
    readonly sources: number
    readonly editions: number
    readonly milliseconds: number
    /** Name of the commit that was compared with: the findings are those that came since. */
    readonly since?: string | undefined
    /** Findings that a baseline has and that are not among these, and its entries that stand for none any more. */
    readonly baseline?: {readonly known: number; readonly mended: number} | undefined
  }
  /** Version of Docprism. */
  readonly version: string
  /** Path of a finding's file from the working folder, POSIX separators; a URL stays as it is. */
  displayPath(path: string): string
  /** Ids of the editions (`aurora/en`) that a finding holds for. */
  editionsOf(diagnostic: Diagnostic): readonly string[]
  /** Text of the file of a finding; `undefined` where it cannot be read. */
  sourceText(path: string): string | undefined
  /** Address of the page about a rule; left out where the rules are not published. */
  ruleUrl?(ruleId: RuleId): string
}

/** How a report is printed where a person reads it. */
export interface ReportStyle {
  readonly color: boolean
  /** Columns of the terminal; 100 when left out. */
  readonly width?: number | undefined
}

/** Formats that a report can have, as `--format` names them; the first is the one for people. */
export const reportFormats = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const

export type ReportFormat = (typeof reportFormats)[number]
