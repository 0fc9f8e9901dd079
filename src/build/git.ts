import {execFile} from 'node:child_process'
import {promisify} from 'node:util'

/** A call of git that failed. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** There is no program `git` on this machine. */
export class MissingGitError extends Error {
  override readonly name = 'MissingGitError'
}

const runFile = promisify(execFile)

/** Most bytes that one call may print. */
const mostOutput = 512 * 1024 * 1024

/**
 * Runs git in a folder; no shell is involved.
 *
 * @param options.index  absolute file to use in place of the index of the repository
 * @param options.timeout  milliseconds that it may take; left out: any
 * @returns what it printed
 * @throws GitError when it fails, and MissingGitError when there is no git
 */
export async function runGit(
  args: readonly string[],
  {cwd, index, timeout}: {readonly cwd: string; readonly index?: string | undefined; readonly timeout?: number},
): Promise<string> {
  try {
    const {stdout} = await runFile('git', ['-c', 'core.quotePath=false', ...args], {
      cwd,
      env: environment(index),
      encoding: 'utf8',
      maxBuffer: mostOutput,
      timeout,
    })
    return stdout
  } catch (error) {
    throw toGitError(error)
  }
}

/** Git in English, that asks nothing, loads nothing and leaves the index of the user alone. */
function environment(index: string | undefined): NodeJS.ProcessEnv {
  const {GIT_DIR: dir, GIT_WORK_TREE: workTree, GIT_INDEX_FILE: _, GIT_PREFIX: __, ...env} = process.env
  return {
    ...env,
    // Hooks set the former alone, and then every folder would be the top.
    ...(dir !== undefined && workTree !== undefined && {GIT_DIR: dir, GIT_WORK_TREE: workTree}),
    ...(index !== undefined && {GIT_INDEX_FILE: index}),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LFS_SKIP_SMUDGE: '1',
  }
}

function toGitError(error: unknown): Error {
  if (!(error instanceof Error)) return new GitError(String(error))
  if ('code' in error && error.code === 'ENOENT') {
    return new MissingGitError('Cannot run `git`')
  }
  const printed = 'stderr' in error ? String(error.stderr).trim() : ''
  const reason = printed.split('\n').find((line) => /^(?:fatal|error): /.test(line)) ?? printed.split('\n')[0] ?? ''
  return new GitError(reason.replace(/^(?:fatal|error): /, '') || error.message, {cause: error})
}
