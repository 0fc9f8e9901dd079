import {GitError, MissingGitError, runGit} from '../build/git.ts'
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
    if (error instanceof MissingGitError) {
      throw new UsageError('Cannot run `git`, which is needed to compare with an earlier state')
    }
    if (!(error instanceof GitError)) throw error
    throw new UsageError(
      `Cannot compare with an earlier state: \`${folder}\` is in no work tree of git (${error.message}); ` +
        'without history, use `--baseline`',
    )
  }
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
