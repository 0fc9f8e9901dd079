import type {Usage} from './run-process.ts'

/** One run of one competitor. */
export interface Sample extends Usage {
  /** Bytes of the files in the output folder that the run wrote. */
  readonly written: number
  /** Number of those files. */
  readonly files: number
}

/** All runs of one competitor in one scenario. */
export interface Measurement {
  /** What was built: `400 pages`, `datakit`. */
  readonly corpus: string
  readonly pages: number
  readonly brands: number
  readonly scenario: string
  readonly competitor: string
  readonly samples: readonly Sample[]
}

/** Part of a build, as a build that reports its progress shows it. */
export interface Stage {
  /** Name of the phase; `a → b` for what happens between two. */
  readonly name: string
  /** Milliseconds. */
  readonly cpu: number
  readonly wall: number
}

/** Something that could not be measured, and why. */
export interface Unavailable {
  readonly what: string
  /** Sentence without a full stop. */
  readonly why: string
}
