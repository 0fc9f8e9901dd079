import type {OffsetMap} from '../../core/offset-map.ts'
import type {RuleId} from '../../core/rules.ts'
import type {Prose} from './prose.ts'

/** What a rule about writing finds in one prose; offsets are those of the text that was parsed. */
export interface WritingFinding {
  readonly ruleId: RuleId
  readonly message: string
  readonly start: number
  readonly end: number
  readonly actual: string
  readonly expected: readonly string[]
}

/** The prose of one edition, and the way back. */
export interface WritingContext {
  readonly prose: Prose
  readonly locale: string
  readonly map: OffsetMap
  /** The source, macros in it. */
  readonly source: string
}

/** A rule about what readers of one edition see; it knows nothing of the other editions. */
export type WritingRule = (context: WritingContext) => readonly WritingFinding[]
