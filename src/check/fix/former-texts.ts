import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import {normalizeLineEndings} from '../../build/decode-source.ts'

/** Reads files as they were. */
export interface FormerTexts {
  /** @returns `undefined` for a file that was not there, or where nothing is known of former times */
  textOf(file: string): Promise<string | undefined>
}

const run = promisify(execFile)
const largestFile = 16 * 1024 * 1024

/** Files as they are in a revision of the Git repository that they stand in; `git` is asked for each of them once. */
export function createFormerTexts(revision = 'HEAD'): FormerTexts {
  const known = new Map<string, Promise<string | undefined>>()
  return {
    textOf: (file) => {
      const text = known.get(file) ?? readFormer(file, revision)
      known.set(file, text)
      return text
    },
  }
}

async function readFormer(file: string, revision: string): Promise<string | undefined> {
  try {
    const {stdout} = await run('git', ['show', '--end-of-options', `${revision}:./${path.basename(file)}`], {
      cwd: path.dirname(file),
      maxBuffer: largestFile,
      timeout: 10_000,
    })
    return normalizeLineEndings(stdout.replace(/^\uFEFF/, ''))
  } catch {
    // No repository, no such file in it, or no `git` at all.
    return undefined
  }
}
