import type {Diagnostic} from '../core/diagnostic.ts'

/** What the thread that checks is started with. */
export interface CheckStart {
  readonly cwd: string
  readonly config: string | undefined
  readonly brands: readonly string[] | undefined
  readonly locales: readonly string[] | undefined
  readonly cacheDir: string | false | undefined
}

/** Asks for a check. */
export interface CheckRequest {
  /** What changed since the last one, absolute; `undefined`: anything may have. */
  readonly changed: readonly string[] | undefined
  /** `true`: nothing is to be checked any more, and the thread ends. */
  readonly isLast?: boolean
}

/** A finding with the name by which it is known again when lines move. */
export interface NamedFinding {
  readonly id: string
  readonly diagnostic: Diagnostic
}

/** What came of a check. */
export interface CheckAnswer {
  readonly findings: readonly NamedFinding[]
  readonly milliseconds: number
  /** Why there was no check; left out where there was one. */
  readonly failure?: string
}
