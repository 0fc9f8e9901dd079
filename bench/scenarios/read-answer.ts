import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import {packageRoot} from '../../src/build/package-root.ts'

const mostOutput = 64 * 1024 * 1024

/**
 * Runs a script of this folder in a process of its own and reads what it answers: one JSON text on the last line.
 *
 * @param script  name without an extension: `stages-child`
 * @param question  what the script finds, as JSON, in its first argument
 */
export async function readAnswer(node: string, script: string, question: unknown): Promise<unknown> {
  const file = path.join(packageRoot(), 'lib/bench/scenarios', `${script}.js`)
  const {stdout} = await promisify(execFile)(node, [file, JSON.stringify(question)], {maxBuffer: mostOutput})
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}
