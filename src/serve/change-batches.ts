/** Who is told of changes, and when. */
export interface BatchOptions {
  /** Called for the first changes after a quiet time, before anybody knows whether more follow. */
  readonly onFirst: (files: ReadonlySet<string>) => void
  /** Called once the changes have come to rest, with all of them. */
  readonly onRest: (files: ReadonlySet<string>) => void
  /** Whether somebody is in the middle of changing many files, such as Git between two branches. */
  readonly isBusy: () => boolean
}

/** Puts changes together that belong together. */
export interface ChangeBatches {
  add(file: string): void
  /** Forgets what was not told yet. */
  close(): void
}

/** Milliseconds in which one save tells all that it changes: an editor writes, renames and sets rights. */
const firstAfter = 2
/** Milliseconds without a change after which a few files have come to rest, and after which many have. */
const restAfter = 40
const restAfterMany = 200
/** From so many files on it is not a person who saves. */
const many = 8
/** Milliseconds after which changes are told even if they never come to rest. */
const atLast = 10_000

/** Collects changes: a burst of them is told once at its start, to show something at once, and once when it is over. */
export function collectChanges({onFirst, onRest, isBusy}: BatchOptions): ChangeBatches {
  const files = new Set<string>()
  const timers: {first?: NodeJS.Timeout; rest?: NodeJS.Timeout; since?: number} = {}
  const waitForRest = (): void => {
    clearTimeout(timers.rest)
    timers.rest = setTimeout(rest, files.size < many ? restAfter : restAfterMany)
  }
  const rest = (): void => {
    const isLate = Date.now() - (timers.since ?? 0) > atLast
    if (isBusy() && !isLate) {
      waitForRest()
      return
    }
    const told = new Set(files)
    files.clear()
    delete timers.since
    onRest(told)
  }
  return {
    add: (file) => {
      const isFirst = files.size === 0
      files.add(file)
      timers.since ??= Date.now()
      if (isFirst) {
        timers.first = setTimeout(() => {
          onFirst(new Set(files))
        }, firstAfter)
      }
      waitForRest()
    },
    close: () => {
      clearTimeout(timers.first)
      clearTimeout(timers.rest)
      files.clear()
    },
  }
}
