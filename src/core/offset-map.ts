import {lastStart} from '../../plugins/source-text/last-start.ts'

/**
 * Run of output text made from a run of input text.
 *
 * `copy: true` says that both have the same length and correspond unit by unit; otherwise every point
 * inside the output run stands for the start of the input run (the value of a macro, say).
 */
export interface OffsetRun {
  readonly out: number
  readonly source: number
  readonly copy: boolean
}

/** Maps 0-based UTF-16 offsets of a derived text to offsets of the text it was derived from. */
export interface OffsetMap {
  /** Runs in ascending `out` order; the first starts at 0. */
  readonly runs: readonly OffsetRun[]
}

/** The map of a text that was not changed. */
export const identityMap: OffsetMap = {runs: [{out: 0, source: 0, copy: true}]}

/** Source offset of one output offset. */
export function sourceOffset(map: OffsetMap, offset: number): number {
  const {runs} = map
  const run = runs[lastStart(runs, offset)]
  if (!run) return offset
  return run.copy ? run.source + Math.max(0, offset - run.out) : run.source
}
