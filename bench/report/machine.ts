import {execFile} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import os from 'node:os'
import {promisify} from 'node:util'

/** Where a run took place. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  /** Bytes. */
  readonly memory: number
  readonly system: string
  /** Runnable processes in the minute before the run; what others do on the machine slows it down. */
  readonly load: number
}

/** Describes this machine. */
export async function describeMachine(): Promise<Machine> {
  return {
    processor: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memory: os.totalmem(),
    system: `${await distribution()}, ${os.type()} ${os.release()}`,
    load: os.loadavg()[0] ?? 0,
  }
}

/** Short commit of a checkout, with a mark when files differ from it; `unknown` outside git. */
export async function describeCommit(checkout: string): Promise<string> {
  const git = promisify(execFile)('git', ['describe', '--always', '--dirty'], {cwd: checkout})
  return git.then(({stdout}) => stdout.trim()).catch(() => 'unknown')
}

async function distribution(): Promise<string> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return /^PRETTY_NAME="?(.*?)"?$/m.exec(release)?.[1] ?? os.platform()
}
