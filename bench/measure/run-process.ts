import {spawn} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {text} from 'node:stream/consumers'
import type {Readable} from 'node:stream'

/** A program to run and to measure. */
export interface Command {
  /** Program and arguments. */
  readonly argv: readonly string[]
  readonly cwd: string
  /** Set on top of the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
  /** Exit statuses that are no failure beside 0: `docprism build` ends with 1 when it has findings. */
  readonly accepts?: readonly number[]
}

/** What one run of a program and of every process that it started took. */
export interface Usage {
  /** Milliseconds from start to end. */
  readonly wall: number
  /** Milliseconds of all processors, in the program and in the kernel. */
  readonly cpu: number
  /** Most bytes of memory held at one moment; 0 where the system does not tell. */
  readonly memory: number
}

const samplingInterval = 50

// `time` of the shell counts the children that were waited for, which no call of Node does. Its report goes to
// descriptor 3, so that nothing the program prints gets into it.
const timed = 'TIMEFORMAT="%3R %3U %3S"; exec 4>&2; { time "$@" 2>&4 3>&- 4>&-; } 2>&3'

/**
 * Runs a program to its end.
 *
 * @throws Error with the last lines that it printed when it fails
 */
export async function runProcess(command: Command): Promise<Usage> {
  const child = spawn('bash', ['-c', timed, 'bash', ...command.argv], {
    cwd: command.cwd,
    env: {...process.env, ...command.env},
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const {pid} = child
  let memory = 0
  const sampler = setInterval(() => {
    if (pid !== undefined) memory = Math.max(memory, memoryOf(pid))
  }, samplingInterval)
  try {
    const exit = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    const [code, times, printed, errors] = await Promise.all([
      exit,
      text(child.stdio[3] as Readable),
      lastLines(child.stdout),
      lastLines(child.stderr),
    ])
    if (code !== 0 && !command.accepts?.includes(code ?? -1)) {
      throw new Error(`\`${command.argv.join(' ')}\` ended with status ${code ?? 'none'}:\n${printed}\n${errors}`)
    }
    return {...readTimes(times), memory}
  } finally {
    clearInterval(sampler)
  }
}

function readTimes(report: string): Pick<Usage, 'wall' | 'cpu'> {
  const [wall, user, system] = report.trim().split(' ').map(Number)
  if (wall === undefined || user === undefined || system === undefined || Number.isNaN(wall + user + system)) {
    throw new Error(`The shell reported no times: \`${report}\``)
  }
  return {wall: Math.round(wall * 1000), cpu: Math.round((user + system) * 1000)}
}

const keptCharacters = 4000

async function lastLines(stream: Readable | null): Promise<string> {
  let kept = ''
  if (!stream) return kept
  stream.setEncoding('utf8')
  for await (const chunk of stream) kept = (kept + String(chunk)).slice(-keptCharacters)
  return kept
}

/**
 * Bytes that a process and its descendants hold now, or the most that one of them has ever held if that is more: a peak
 * between two looks is not missed.
 */
function memoryOf(root: number): number {
  let held = 0
  let highest = 0
  for (const pid of descendants(root)) {
    const status = readOptional(`/proc/${pid}/status`)
    held += kibibytes(status, 'VmRSS')
    highest = Math.max(highest, kibibytes(status, 'VmHWM'))
  }
  return Math.max(held, highest) * 1024
}

function descendants(root: number): readonly number[] {
  const found = [root]
  for (const pid of found) {
    for (const task of readFolder(`/proc/${pid}/task`)) {
      const children = readOptional(`/proc/${pid}/task/${task}/children`).split(' ')
      found.push(...children.filter((child) => child !== '').map(Number))
    }
  }
  return found
}

function kibibytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
}

// Processes come and go between two looks, and other systems have no /proc.
function readOptional(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
