import {execFile} from 'node:child_process'
import {promisify} from 'node:util'

/** First line that a program prints with these arguments; `undefined` where there is no such program, or it refuses. */
export async function programVersion(program: string, args: readonly string[]): Promise<string | undefined> {
  const printed = await promisify(execFile)(program, args).catch(() => undefined)
  return printed?.stdout.trim().split('\n', 1)[0]
}
