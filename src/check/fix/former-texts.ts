import path from 'node:path'
import {normalizeLineEndings} from '../../build/decode-source.ts'
import {runGit} from '../../build/git.ts'

/** Reads files as they were. */
export interface FormerTexts {
  /** @returns `undefined` for a file that was not there, or where nothing is known of former times */
  textOf(file: string): Promise<string | undefined>
}

/** Milliseconds that git may take for a file. */
const patience = 10_000

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
    const object = `${revision}:./${path.basename(file)}`
    const shown = await runGit(['show', '--end-of-options', object], {cwd: path.dirname(file), timeout: patience})
    return normalizeLineEndings(shown.replace(/^\uFEFF/, ''))
  } catch {
    // No repository, no such file in it, or no `git` at all.
    return undefined
  }
}
