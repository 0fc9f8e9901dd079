import {spawnSync} from 'node:child_process'
import path from 'node:path'

const program = path.resolve(import.meta.dirname, '../../bin/docprism.js')

/** How a run of the program ended. */
export interface ProgramRun {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the compiled program as a user would, without a terminal. Needs `npm run compile`. */
export function runDocprism(args: readonly string[], cwd: string): ProgramRun {
  const env = {...process.env, NO_COLOR: '1', CI: 'true'}
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {cwd, env, encoding: 'utf8'})
  return {status, stdout, stderr}
}
