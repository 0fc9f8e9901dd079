import path from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {PageHistory} from '../core/publishing.ts'
import {rules} from '../core/rules.ts'
import type {Site} from '../core/site.ts'
import {digestAll} from './digest.ts'
import type {Disk} from './disk.ts'
import {GitError, MissingGitError, runGit} from './git.ts'
import {parseHistory} from './parse-history.ts'

/** What git knows about the sources of a site. */
export interface ContentHistory {
  /** By path from the content folder; a source that is in no commit has none. */
  readonly pages: ReadonlyMap<string, PageHistory>
  readonly diagnostics: readonly Diagnostic[]
  /** Whether it depends on more than the disk: git could not be asked. */
  readonly isVolatile: boolean
}

/** Where a repository keeps what says that its history is another one. */
interface Repository {
  /** Digest of the files that say so. */
  readonly state: string
  readonly isShallow: boolean
}

/** Nothing is known about any source. */
export const noHistory: ContentHistory = {pages: new Map(), diagnostics: [], isVolatile: false}

/**
 * Makes a reader of the history of content folders. Git is asked once for the whole folder, and again only when the
 * commit is another one; the files that name the commit are among the answers of the disk, so that a build is repeated
 * when there is a new commit and no file changed.
 *
 * A folder in no repository, or in one without commits, has no history, and nothing is said about it. The history of a
 * shallow clone would be wrong: it is left out, which is reported as `git/incomplete-history`. What the reader returns
 * is never rejected.
 */
export function createHistoryReader(disk: Disk): (site: Site) => Promise<ContentHistory> {
  const last: {key?: string; history?: Promise<ContentHistory>} = {}
  return async (site) => {
    if (!site.brands.some(({lastUpdated, authors}) => lastUpdated === true || authors === true)) return noHistory
    const repository = findRepository(site.content, disk)
    if (!repository) return noHistory
    if (repository.isShallow) {
      const how = '`git fetch --unshallow`, or set `fetch-depth: 0` (GitHub Actions) or `GIT_DEPTH: 0` (GitLab CI)'
      return missing(site, `this clone is shallow; fetch its history with ${how}`, false)
    }
    const key = digestAll([site.content, site.configPath, repository.state])
    if (last.key !== key) {
      last.key = key
      last.history = readHistory(site)
    }
    return last.history ?? noHistory
  }
}

async function readHistory(site: Site): Promise<ContentHistory> {
  try {
    const args = ['-c', 'log.showSignature=false', 'log', '-z', '--format=format:%x01%at%x00%aN', '--name-status']
    // Renames without a change are found by the names of objects alone; nothing has to be read for them.
    const text = await runGit([...args, '-M100%', '--relative', '--no-ext-diff', '--', '.'], {cwd: site.content})
    return {pages: parseHistory(text), diagnostics: [], isVolatile: false}
  } catch (error) {
    if (error instanceof GitError && error.message.includes('does not have any commits yet')) return noHistory
    if (error instanceof GitError || error instanceof MissingGitError) return missing(site, error.message, true)
    throw error
  }
}

function missing(site: Site, reason: string, isVolatile: boolean): ContentHistory {
  const finding: Diagnostic = {
    ruleId: 'git/incomplete-history',
    severity: rules['git/incomplete-history'].severity,
    message: `Pages show no dates and authors: ${reason}`,
    path: site.configPath,
  }
  return {pages: new Map(), diagnostics: [finding], isVolatile}
}

/** The repository that a folder is in, read from its files: that is faster than git. */
function findRepository(folder: string, disk: Disk): Repository | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const gitFile = path.join(at, '.git')
    const kind = disk.kind(gitFile)
    if (kind === undefined || kind === 'other') {
      if (path.dirname(at) === at) return undefined
      continue
    }
    const own = kind === 'folder' ? gitFile : linkedFolder(gitFile, at, disk)
    const common = path.resolve(own, read(path.join(own, 'commondir'), disk).trim() || '.')
    const head = read(path.join(own, 'HEAD'), disk)
    const [, branch] = /^ref: (.+)/.exec(head) ?? []
    const commit = branch === undefined ? head : read(path.join(common, branch), disk)
    // A branch without a file of its own is in the list of all branches.
    const lists = ['packed-refs', 'reftable/tables.list'].map((name) =>
      commit === '' ? read(path.join(common, name), disk) : '',
    )
    const shallow = read(path.join(common, 'shallow'), disk)
    const names = read(path.join(at, '.mailmap'), disk)
    return {state: digestAll([own, head, commit, ...lists, names]), isShallow: shallow !== ''}
  }
}

/** The folder that a `.git` file of a work tree or of a submodule names. */
function linkedFolder(gitFile: string, folder: string, disk: Disk): string {
  const [, target = ''] = /^gitdir: (.+)/.exec(read(gitFile, disk)) ?? []
  return path.resolve(folder, target)
}

/** Text of a file; empty for one that is not there. */
function read(file: string, disk: Disk): string {
  try {
    return Buffer.from(disk.file(file).bytes()).toString('utf8')
  } catch {
    return ''
  }
}
