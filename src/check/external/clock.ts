import {setTimeout as wait} from 'node:timers/promises'

/** Time as a check sees it, so that a test can do without waiting. */
export interface ExternalClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Waits that many milliseconds. @throws the reason of the signal when it is aborted meanwhile */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>
  /**
   * Calls `expire` once after that many milliseconds.
   *
   * @returns takes the call back
   */
  deadline(milliseconds: number, expire: () => void): () => void
}

/** Longest time that a timer of the system takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1

/** The time of the machine. */
export const systemClock: ExternalClock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await wait(Math.min(milliseconds, longestTimer), undefined, signal ? {signal} : {})
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    }
  },
  deadline: (milliseconds, expire) => {
    const timer = setTimeout(expire, Math.min(milliseconds, longestTimer))
    return () => {
      clearTimeout(timer)
    }
  },
}
