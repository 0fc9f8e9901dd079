import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {UsageError} from '../build/usage-error.ts'

/** A work tree of git. */
export interface Git {
  /** Absolute folder of the work tree, without links. */
  readonly top: string
  /**
   * Runs git in the work tree; no shell is involved.
   *
   * @param index  absolute file to use in place of the index of the repository
   * @returns what it printed
   * @throws GitError when it fails
   */
  run(args: readonly string[], index?: string): Promise<string>
}

/** A call of git that failed. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

const runFile = promisify(execFile)

/** Most bytes that one call may print. */
const mostOutput = 512 * 1024 * 1024

/**
 * Opens the work tree that a folder is in.
 *
 * @throws UsageError where there is none, or no git
 */
export async function openGit(folder: string): Promise<Git> {
  const runIn = (cwd: string) => (args: readonly string[], index?: string) => runGit(args, {cwd, index})
  try {
    const top = (await runIn(folder)(['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '')
    if (top === '') throw new GitError('this operation must be run in a work tree')
    return {top, run: runIn(top)}
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw new UsageError(
      `Cannot compare with an earlier state: \`${folder}\` is in no work tree of git (${error.message}); ` +
        'without history, use `--baseline`',
    )
  }
}

/**
 * Runs git in a folder; no shell is involved.
 *
 * @param options.index  absolute file to use in place of the index of the repository
 * @param options.timeout  milliseconds that it may take; left out: any
 * @returns what it printed
 * @throws GitError when it fails, and UsageError when there is no git
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
    return new UsageError('Cannot run `git`, which is needed to compare with an earlier state')
  }
  const printed = 'stderr' in error ? String(error.stderr).trim() : ''
  const reason = printed.split('\n').find((line) => /^(?:fatal|error): /.test(line)) ?? printed.split('\n')[0] ?? ''
  return new GitError(reason.replace(/^(?:fatal|error): /, '') || error.message, {cause: error})
}

/**
 * The commit that a change starts from: where the present branch left the one that is named, as in a pull request.
 *
 * @param rev  a name of a commit, as git understands it
 * @returns its full id
 * @throws UsageError when there is no such commit, or no way to it in a shallow clone
 */
export async function findBase(git: Git, rev: string): Promise<string> {
  if (rev === '' || rev.startsWith('-')) {
    throw new UsageError(`Found \`${rev}\` after \`--since\`, expected a branch, a tag or a commit`)
  }
  const commit = await attempt(git.run(['rev-parse', '--verify', '--quiet', `${rev}^{commit}`]))
  if (commit === undefined) throw await unreachable(git, rev, `Cannot find the commit \`${rev}\``)
  if ((await attempt(git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']))) === undefined) {
    throw new UsageError(`Cannot compare with \`${rev}\`: nothing is committed on the present branch`)
  }
  const base = await attempt(git.run(['merge-base', commit.trim(), 'HEAD']))
  if (base === undefined) throw await unreachable(git, rev, `Cannot find where this branch left \`${rev}\``)
  return base.trim()
}

async function unreachable(git: Git, rev: string, what: string): Promise<UsageError> {
  const isShallow = (await attempt(git.run(['rev-parse', '--is-shallow-repository'])))?.trim() === 'true'
  if (isShallow) {
    const how = '`git fetch --unshallow`, or set `fetch-depth: 0` (GitHub Actions) or `GIT_DEPTH: 0` (GitLab CI)'
    return new UsageError(`${what}: this clone is shallow; fetch its history with ${how}`)
  }
  const [, remote, branch] = /^([^/]+)\/(.+)$/.exec(rev) ?? []
  const remotes = (await attempt(git.run(['remote'])))?.split('\n') ?? []
  const isRemote = remote !== undefined && branch !== undefined && remotes.includes(remote)
  return new UsageError(
    `${what}; ${isRemote ? `fetch it with \`git fetch ${remote} ${branch}\`` : 'is it spelt right'}`,
  )
}

async function attempt(run: Promise<string>): Promise<string | undefined> {
  try {
    return await run
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}
