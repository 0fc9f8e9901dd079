import type {ExternalClock} from './clock.ts'

/** Lets requests start when it is their turn. */
export interface HostLimiter {
  /**
   * Takes one of the places of a host for as long as `stay` takes, as soon as one is free.
   *
   * Whoever stays must not wait for a place at another host.
   *
   * @throws what `stay` throws, or the reason of the signal when it is aborted before
   */
  at<Result>(host: string, stay: (turn: Turn) => Promise<Result>): Promise<Result>
  /** Lets no request to a host start for that many milliseconds. */
  pause(host: string, milliseconds: number): void
  /** Takes note of how a URL of a host ended; after too many bad ends in a row the host is given up. */
  note(host: string, isGood: boolean): void
  /** Whether a host is not worth another question. */
  isGivenUp(host: string): boolean
}

/**
 * Runs a request as soon as there is room for it among all, and its host had its pause.
 *
 * @throws what `request` throws, or the reason of the signal when it is aborted before the start
 */
export type Turn = <Result>(request: () => Promise<Result>) => Promise<Result>

/** Bounds of a limiter; see `ExternalOptions`. */
export interface HostLimits {
  readonly concurrency: number
  readonly perHost: number
  readonly intervalMs: number
  readonly giveUpAfter: number
  readonly clock: ExternalClock
  readonly signal: AbortSignal | undefined
}

interface HostState {
  readonly slots: Slots
  /** When the next request may start. */
  freeAt: number
  /** Bad ends since the last good one. */
  badEnds: number
}

/** Makes a limiter that knows no host yet. */
export function hostLimiter({concurrency, perHost, intervalMs, giveUpAfter, clock, signal}: HostLimits): HostLimiter {
  const all = new Slots(concurrency)
  const hosts = new Map<string, HostState>()
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host)
    if (known) return known
    const made = {slots: new Slots(perHost), freeAt: -Infinity, badEnds: 0}
    hosts.set(host, made)
    return made
  }
  /** Takes a place among all requests at a time when the host may be asked. */
  const takeTurn = async (state: HostState): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted()
      const wait = state.freeAt - clock.now()
      if (wait > 0) {
        await clock.sleep(wait, signal)
        continue
      }
      await all.take()
      // While this one stood in the queue, another may have started, or the host asked for a pause.
      if (state.freeAt <= clock.now()) break
      all.give()
    }
    state.freeAt = clock.now() + intervalMs
  }
  return {
    at: async (host, stay) => {
      const state = stateOf(host)
      await state.slots.take()
      try {
        signal?.throwIfAborted()
        return await stay(async (request) => {
          await takeTurn(state)
          try {
            signal?.throwIfAborted()
            return await request()
          } finally {
            all.give()
          }
        })
      } finally {
        state.slots.give()
      }
    },
    pause: (host, milliseconds) => {
      const state = stateOf(host)
      state.freeAt = Math.max(state.freeAt, clock.now() + milliseconds)
    },
    note: (host, isGood) => {
      const state = stateOf(host)
      // A host stays given up: those that were asked meanwhile change nothing for the rest.
      if (state.badEnds < giveUpAfter) state.badEnds = isGood ? 0 : state.badEnds + 1
    },
    isGivenUp: (host) => stateOf(host).badEnds >= giveUpAfter,
  }
}

/** Places that are given to those who wait in the order in which they came. */
class Slots {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.#free = Math.max(1, count)
  }

  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free--
      return
    }
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  give(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free++
  }
}
