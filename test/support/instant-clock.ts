import type {ExternalClock} from '../../src/check/external/clock.ts'

/** A clock for which every wait is over at once, and no time passes otherwise. */
export interface InstantClock extends ExternalClock {
  /** Milliseconds of each wait so far. */
  readonly waits: readonly number[]
  /** How many deadlines are set. */
  readonly pending: () => number
  /** Lets all deadlines pass that are set now. */
  readonly expire: () => void
}

/** Starts a clock at 2024-01-01T00:00:00Z. */
export function instantClock(): InstantClock {
  const waits: number[] = []
  const deadlines = new Set<() => void>()
  let time = Date.UTC(2024, 0, 1)
  return {
    waits,
    pending: () => deadlines.size,
    expire: () => {
      for (const expire of deadlines) expire()
    },
    now: () => time,
    sleep: (milliseconds, signal) => {
      signal?.throwIfAborted()
      waits.push(milliseconds)
      time += milliseconds
      return Promise.resolve()
    },
    deadline: (_, expire) => {
      deadlines.add(expire)
      return () => {
        deadlines.delete(expire)
      }
    },
  }
}
