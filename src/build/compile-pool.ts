import {availableParallelism} from 'node:os'
import path from 'node:path'
import {setImmediate as turn} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {Compiler} from '../compile/compiler.ts'
import type {Values} from '../core/site.ts'
import {compilePage} from './compile-page.ts'
import type {CompileAll, KeyedJob} from './compile-sources.ts'
import type {CompilerSettings} from './compiler-settings.ts'
import {holdLast} from './held-values.ts'
import {loadCompiler} from './load-compiler.ts'
import {packageRoot} from './package-root.ts'
import type {WorkerAnswer, WorkerBatch, WorkerStart} from './worker-messages.ts'

/** Text that makes one more thread worth its start, in UTF-16 units. */
const textPerThread = 4 * 1024 * 1024
/** Text of one batch: enough to be worth a message, little enough that no thread has much left when others are done. */
const textPerBatch = 128 * 1024
/** Pages that are compiled in one turn of the event loop. */
const pagesPerTurn = 16
/** Batches that a worker has at a time: one it works on, one that waits. */
const batchesAtOnce = 2

/** Jobs that are not given out yet, the longest sources first: one that comes last would be waited for. */
interface Queue {
  /** Jobs with about as much text as asked for, at least one; empty when there are none left. */
  take(text: number): readonly KeyedJob[]
}

/**
 * Compiles in this thread and, where there is enough to do, in workers beside it. Pages are the same for any number of
 * threads.
 *
 * @param threads  threads to use at most, this one included; left out: as many as there are processors, where they pay
 */
export function compileInThreads(threads: number | undefined): CompileAll {
  const compilers = holdLast<Promise<Compiler>>()
  return async (jobs, settings, onPage) => {
    if (jobs.length === 0) return
    const sorted = jobs.map((job) => ({job, length: job.source.text.length})).sort((a, b) => a.length - b.length)
    const total = sorted.reduce((sum, {length}) => sum + length, 0)
    const worth = threads ?? Math.min(availableParallelism(), Math.floor(total / textPerThread))
    const queue = makeQueue(sorted)
    const stop = new AbortController()
    const workers = startWorkers({count: Math.min(worth - 1, jobs.length - 1), jobs, settings, queue, onPage, stop})
    const here = async (): Promise<void> => {
      const compiler = await compilers(settings.digest, () => loadCompiler(settings))
      for (let done = 1; ; done++) {
        const [job] = queue.take(0)
        if (!job || stop.signal.aborted) return
        onPage(job, compilePage(compiler, job))
        // Lets the answers of the workers in, and lets go of what the native parser has made: that waits for a turn.
        if (workers.length > 0 || done % pagesPerTurn === 0) await turn()
      }
    }
    try {
      await Promise.all([here(), ...workers.map(({done}) => done)])
    } finally {
      stop.abort()
      await Promise.all(workers.map(({worker}) => worker.terminate()))
    }
  }
}

function makeQueue(sorted: {readonly job: KeyedJob; readonly length: number}[]): Queue {
  return {
    take: (text) => {
      const taken: KeyedJob[] = []
      let length = 0
      while (taken.length === 0 || length < text) {
        const next = sorted.pop()
        if (!next) break
        taken.push(next.job)
        length += next.length
      }
      return taken
    },
  }
}

interface RunningWorker {
  readonly worker: Worker
  /** Settled when the worker has nothing left to do, or failed. */
  readonly done: Promise<void>
}

function startWorkers(options: {
  readonly count: number
  readonly jobs: readonly KeyedJob[]
  readonly settings: CompilerSettings
  readonly queue: Queue
  readonly onPage: (job: KeyedJob, text: string) => void
  readonly stop: AbortController
}): readonly RunningWorker[] {
  const {count, jobs, settings} = options
  if (count < 1) return []
  const indexOf = new Map<Values, number>()
  for (const {editions} of jobs) {
    for (const {values} of editions) if (!indexOf.has(values)) indexOf.set(values, indexOf.size)
  }
  const start: WorkerStart = {settings, values: [...indexOf.keys()]}
  return Array.from({length: count}, () => {
    const worker = new Worker(workerFile(), {workerData: start})
    return {worker, done: feed(worker, {...options, indexOf})}
  })
}

/** Gives a worker batches until there are none left. */
function feed(
  worker: Worker,
  context: {
    readonly queue: Queue
    readonly indexOf: ReadonlyMap<Values, number>
    readonly onPage: (job: KeyedJob, text: string) => void
    readonly stop: AbortController
  },
): Promise<void> {
  const {queue, indexOf, onPage, stop} = context
  const waiting: (readonly KeyedJob[])[] = []
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => {
      stop.abort()
      const reason = cause instanceof Error ? cause.message : String(cause)
      reject(new Error(`A thread that compiles pages failed: ${reason}`, {cause}))
    }
    const give = (): void => {
      const batch = queue.take(textPerBatch)
      if (batch.length === 0) return
      waiting.push(batch)
      worker.postMessage(toMessage(batch, indexOf))
    }
    worker.on('message', ({texts}: WorkerAnswer) => {
      try {
        for (const [index, job] of (waiting.shift() ?? []).entries()) onPage(job, texts[index] ?? '')
        give()
        if (waiting.length === 0) resolve()
      } catch (error) {
        fail(error)
      }
    })
    worker.on('error', fail)
    worker.on('exit', (code) => {
      fail(`it ended with status ${String(code)}`)
    })
    for (let count = 0; count < batchesAtOnce; count++) give()
    if (waiting.length === 0) resolve()
  })
}

function toMessage(batch: readonly KeyedJob[], indexOf: ReadonlyMap<Values, number>): WorkerBatch {
  return {
    sources: batch.map(({source: {path: file, locale, text, snippets}, editions}) => ({
      path: file,
      locale,
      text,
      ...(snippets && {snippets}),
      editions: editions.map(({brand, values}) => [brand, indexOf.get(values) ?? -1] as const),
    })),
  }
}

/** Workers run compiled code, also when what starts them is not compiled, as in tests. */
function workerFile(): string {
  const here = fileURLToPath(import.meta.url)
  return here.endsWith('.ts')
    ? path.join(packageRoot(), 'lib/src/build/compile-worker.js')
    : path.join(path.dirname(here), 'compile-worker.js')
}
