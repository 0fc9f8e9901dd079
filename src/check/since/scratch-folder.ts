import {mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Works with a new folder, which is removed when the work is done, fails, or is cut off by a signal.
 *
 * @param work  gets the absolute folder, without links
 */
export async function withScratchFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'docprism-since-')))
  const remove = (): void => {
    rmSync(folder, {recursive: true, force: true, maxRetries: 3})
  }
  const stop = (signal: NodeJS.Signals): void => {
    remove()
    release()
    // As if nobody had listened.
    process.kill(process.pid, signal)
  }
  const release = (): void => {
    process.off('exit', remove)
    for (const signal of signals) process.off(signal, stop)
  }
  process.once('exit', remove)
  for (const signal of signals) process.once(signal, stop)
  try {
    return await work(folder)
  } finally {
    release()
    remove()
  }
}
