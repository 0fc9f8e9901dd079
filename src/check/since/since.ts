import {realpathSync} from 'node:fs'
import path from 'node:path'
import type {BuilderOptions} from '../../build/builder.ts'
import {cacheFolders} from '../../build/cache-folder.ts'
import {readChecked, writeChecked} from '../../build/checked-file.ts'
import {digestAll} from '../../build/digest.ts'
import {libraryId} from '../../build/library-id.ts'
import {UsageError} from '../../build/usage-error.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Site} from '../../core/site.ts'
import {isInside} from '../is-inside.ts'
import {readText} from '../read-text.ts'
import {limitBrands} from '../subject.ts'
import type {Subject} from '../subject.ts'
import {causeOf} from './cause.ts'
import {readChanges} from './changed-files.ts'
import {contentChanges, fromTop} from './content-changes.ts'
import {checkEarlier} from './earlier-check.ts'
import type {EarlierCheck, EarlierOptions} from './earlier-check.ts'
import {findBase, openGit} from '../git.ts'
import type {Git} from '../git.ts'
import {introducedFindings} from './introduced.ts'
import {withScratchFolder} from './scratch-folder.ts'
import type {SiteState} from './site-state.ts'
import {listUnversioned} from './unversioned.ts'

/** A change to be judged: from a commit to the work tree as it stands. */
export interface Change {
  readonly git: Git
  /** Id of the commit that it starts from. */
  readonly base: string
}

/**
 * Finds the commit that a change starts from.
 *
 * @param options.cwd  absolute
 * @throws UsageError outside a work tree of git, or for a commit that cannot be found
 */
export async function openChange(rev: string, options: {readonly cwd: string; readonly config?: string | undefined}) {
  const {cwd, config} = options
  const git = await openGit(config === undefined ? cwd : path.dirname(path.resolve(cwd, config)))
  return {git, base: await findBase(git, rev)}
}

/** The present state, checked. */
export interface PresentCheck {
  readonly site: Site
  readonly subjects: readonly Subject[]
  readonly state: SiteState
}

/**
 * Findings that a change introduces, each with its cause where that can be told.
 *
 * The earlier state is checked in a folder of its own with the same cache, and what was found there is kept by its commit.
 *
 * @param present.subjects  findings that count at all
 * @param options.keep  those of the earlier state that do
 * @throws UsageError when the earlier state cannot be checked
 */
export async function findIntroduced(
  {git, base}: Change,
  present: PresentCheck,
  options: {
    readonly build: BuilderOptions & {readonly cwd: string}
    readonly keep: (subjects: readonly Subject[]) => readonly Subject[]
  },
): Promise<{readonly diagnostics: readonly Diagnostic[]; readonly notices: readonly string[]}> {
  const {site, state, subjects} = present
  const content = toTop(git, site.content)
  // A site without findings has none that are new.
  if (subjects.length === 0) return {diagnostics: [], notices: []}
  return withScratchFolder(async (scratch) => {
    const changes = await readChanges(git, base, path.join(scratch, 'index'))
    const {added, edited, removed, renames} = changes
    if (added.size + edited.size + removed.size + renames.size === 0) return {diagnostics: [], notices: []}
    const unversioned = await listUnversioned(git, content, changes.submodules)
    const {build} = options
    const earlier = await recallEarlier({git, base, site, scratch, unversioned, build}, build)
    const config = path.basename(site.configPath)
    const names = {file: fromTop(toTop(git, site.root), config), name: site.configPath}
    const lines = await changes.lines(
      [...new Set(subjects.map(({diagnostic}) => diagnostic.path))].map((name) =>
        name === names.name ? names.file : fromTop(content, name),
      ),
    )
    const seen = contentChanges(changes, lines, {before: earlier.content, now: content, config: names})
    const sourceText = (name: string): string | undefined => readText(name, site)
    const context = {before: earlier.state, now: state, changes: seen, config, configPath: site.configPath, sourceText}
    const diagnostics = introducedFindings(options.keep(earlier.subjects), subjects, seen).flatMap((found) => {
      const diagnostic = limitBrands(found.subject, found.brands)
      const cause = causeOf(found, context)
      return diagnostic ? [{...diagnostic, ...(cause !== undefined && {cause})}] : []
    })
    return {diagnostics, notices: earlier.notices}
  })
}

/** What was found in the earlier state: from the cache where the same code looked at the same commit before. */
async function recallEarlier(
  options: EarlierOptions,
  build: BuilderOptions & {readonly cwd: string},
): Promise<EarlierCheck> {
  const {git, base, site, scratch, unversioned} = options
  const folders = cacheFolders(build, build.cwd)
  const cacheDir = folders ? path.dirname(folders.pages) : path.join(scratch, 'cache')
  const library = libraryId()
  const key = digestAll(['since', base, toTop(git, site.root), site.configPath, unversioned.digest])
  const file = folders && path.join(folders.builds, `${key}.json`)
  const known =
    file && unversioned.submodules.length === 0 ? (readChecked(file, library) as EarlierCheck | undefined) : undefined
  if (known) return known
  const {check, isLasting} = await checkEarlier({...options, build: {...options.build, cacheDir}})
  if (file && isLasting) writeChecked(file, check, library)
  return check
}

/** Path of a folder from the top of the work tree, POSIX separators; empty for the top. */
function toTop({top}: Git, folder: string): string {
  const real = realpathSync(folder)
  if (!isInside(real, top)) {
    throw new UsageError(`Cannot compare with an earlier state: \`${folder}\` is outside the work tree \`${top}\``)
  }
  return path.relative(top, real).split(path.sep).join('/')
}
