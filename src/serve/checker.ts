import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import {packageRoot} from '../build/package-root.ts'
import type {CheckAnswer, CheckRequest, CheckStart} from './check-messages.ts'

/** Checks the sites in the background. */
export interface Checker {
  /**
   * Checks the sites as they are on the disk. While a check runs, further ones wait and become one.
   *
   * @param changed  what changed since the last check, absolute; `undefined`: anything may have
   * @returns what was found; `undefined` when the checker was closed meanwhile
   */
  check(changed: Iterable<string> | undefined): Promise<CheckAnswer | undefined>
  close(): Promise<void>
}

/** Milliseconds that a thread has to end by itself. */
const patience = 500

interface Waiting {
  changed: Set<string> | undefined
  readonly resolvers: ((answer: CheckAnswer | undefined) => void)[]
}

/** Starts the thread of a checker with its first check, and again after it failed. */
export function createChecker(start: CheckStart): Checker {
  const state: {
    worker?: Worker | undefined
    running?: Waiting['resolvers'] | undefined
    waiting?: Waiting | undefined
    isClosed: boolean
  } = {isClosed: false}

  const settle = (answer: CheckAnswer | undefined): void => {
    for (const resolve of state.running ?? []) resolve(answer)
    state.running = undefined
    next()
  }
  const open = (): Worker => {
    const worker = new Worker(threadFile(), {workerData: start})
    worker.on('message', settle)
    worker.on('error', (error) => {
      state.worker = undefined
      settle({findings: [], milliseconds: 0, failure: `The thread that checks failed: ${error.message}`})
    })
    return worker
  }
  const next = (): void => {
    const {waiting} = state
    if (!waiting || state.running || state.isClosed) return
    state.waiting = undefined
    state.running = waiting.resolvers
    const isNew = !state.worker
    state.worker ??= open()
    const request: CheckRequest = {changed: isNew || !waiting.changed ? undefined : [...waiting.changed]}
    state.worker.postMessage(request)
  }
  return {
    check: (changed) =>
      new Promise((resolve) => {
        if (state.isClosed) {
          resolve(undefined)
          return
        }
        state.waiting ??= {changed: new Set(), resolvers: []}
        state.waiting.changed = changed && state.waiting.changed && new Set([...state.waiting.changed, ...changed])
        state.waiting.resolvers.push(resolve)
        next()
      }),
    close: async () => {
      state.isClosed = true
      const {worker} = state
      if (worker) {
        // It puts its part of the cache in order; one that is in the middle of a check is not waited for.
        const exited = new Promise((resolve) => worker.once('exit', resolve))
        const request: CheckRequest = {changed: [], isLast: true}
        worker.postMessage(request)
        const late = setTimeout(() => void worker.terminate(), patience)
        await exited
        clearTimeout(late)
      }
      for (const resolve of [...(state.running ?? []), ...(state.waiting?.resolvers ?? [])]) resolve(undefined)
    },
  }
}

/** Threads run compiled code, also when what starts them is not compiled, as in tests. */
function threadFile(): string {
  const here = fileURLToPath(import.meta.url)
  return here.endsWith('.ts')
    ? path.join(packageRoot(), 'lib/src/serve/check-thread.js')
    : path.join(path.dirname(here), 'check-thread.js')
}
