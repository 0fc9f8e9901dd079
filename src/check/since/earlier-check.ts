import {copyFileSync, existsSync, mkdirSync, realpathSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {createBuilder} from '../../build/builder.ts'
import type {BuilderOptions, BuildResult} from '../../build/builder.ts'
import type {InspectedSites} from '../../build/inspection.ts'
import {packageRoot} from '../../build/package-root.ts'
import {UsageError} from '../../build/usage-error.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Site} from '../../core/site.ts'
import {isInside} from '../is-inside.ts'
import {readText} from '../read-text.ts'
import {toSubjects} from '../subject.ts'
import type {Subject} from '../subject.ts'
import {checkOut} from './check-out.ts'
import type {Git} from '../git.ts'
import {stateInspection} from './site-state.ts'
import type {SiteState} from './site-state.ts'
import {copyUnversioned} from './unversioned.ts'
import type {Unversioned} from './unversioned.ts'

/** An earlier state of a site, checked. Plain data. */
export interface EarlierCheck {
  readonly subjects: readonly Subject[]
  readonly state: SiteState
  /** Content folder from the top of the work tree. */
  readonly content: string
  readonly notices: readonly string[]
}

/** What to check as it was. */
export interface EarlierOptions {
  readonly git: Git
  /** Commit to check. */
  readonly base: string
  /** The present site. */
  readonly site: Site
  /** Folder to work in, absolute, without links. */
  readonly scratch: string
  readonly unversioned: Unversioned
  readonly build: Pick<BuilderOptions, 'jobs' | 'onProgress' | 'cacheDir'>
}

/**
 * Checks the state of a commit: all of its editions, with the present code. Files that git does not keep are those of now.
 * A commit without a usable configuration is checked with the present one.
 *
 * @returns what was found, and whether the commit alone decides about that
 * @throws UsageError when it cannot be checked
 */
export async function checkEarlier(
  options: EarlierOptions,
): Promise<{readonly check: EarlierCheck; readonly isLasting: boolean}> {
  const {git, base, site, scratch, unversioned} = options
  const tree = path.join(scratch, 'tree')
  const {linkedOut, leftOut, pointers} = await checkOut(git, base, {
    folder: tree,
    index: path.join(scratch, 'earlier-index'),
  })
  copyUnversioned(unversioned, git.top, tree)
  const root = path.join(tree, path.relative(git.top, realpathSync(site.root)))
  mkdirSync(root, {recursive: true})
  const outside: string[] = []
  const look = ({disk, prepared}: InspectedSites): void => {
    if (prepared.isVolatile) outside.push('the web')
    const homes = [scratch, packageRoot()]
    outside.push(...disk.probes().flatMap(([, file]) => (homes.some((home) => isInside(file, home)) ? [] : [file])))
  }
  const run = await runEarlier(options, root, look)
  const {result} = run
  if (!result.site) throw new UsageError(unusable(base, result.diagnostics))
  if (!isInside(result.site.content, tree)) {
    throw new UsageError(`Cannot compare with \`${base.slice(0, 12)}\`: its content folder is outside the work tree`)
  }
  const state = result.facts as SiteState
  const {site: earlier} = result
  return {
    check: {
      subjects: toSubjects(inWorkTree(result.diagnostics, tree, git.top), {
        publishers: state.publishers,
        others: ['*'],
        sourceText: (name) => readText(name.startsWith(git.top) ? tree + name.slice(git.top.length) : name, earlier),
      }),
      state,
      content: path.relative(tree, earlier.content).split(path.sep).join('/'),
      notices: [
        ...leftOut.map(
          (link) => `Symbolic link \`${link}\` leads out of the work tree and is left out of the earlier state`,
        ),
        ...pointers.map((name) => `Page \`${name}\` is kept by Git LFS, so that its earlier text is not compared`),
        ...unversioned.submodules.map((name) => `Submodule \`${name}\` is taken as it stands for both states`),
      ],
    },
    isLasting: outside.length + linkedOut.length === 0 && !run.isBorrowed && unversioned.submodules.length === 0,
  }
}

async function runEarlier(
  {site, git, build}: EarlierOptions,
  root: string,
  look: (sites: InspectedSites) => void,
): Promise<{readonly result: BuildResult; readonly isBorrowed: boolean}> {
  const name = path.basename(site.configPath)
  const isModule = (file: string): boolean => !/\.(?:ya?ml|json)$/i.test(file)
  const run = async (config: string | undefined): Promise<BuildResult> => {
    const builder = createBuilder(
      {...build, cwd: root, config, configName: site.configPath},
      stateInspection({onSites: look}),
    )
    try {
      return await builder.build()
    } finally {
      await builder.close()
    }
  }
  if (isModule(name)) linkPackages(git.top, root, path.relative(git.top, realpathSync(site.root)))
  const own = path.join(root, name)
  const result = await run(existsSync(own) ? name : undefined)
  if (result.site) return {result, isBorrowed: isModule(name)}
  copyFileSync(path.join(site.root, name), own)
  return {result: await run(name), isBorrowed: true}
}

/** A configuration that is code imports packages, which no commit holds. */
function linkPackages(top: string, root: string, way: string): void {
  const steps = way === '' ? 0 : way.split(path.sep).length
  for (let up = 0; up <= steps; up++) {
    const above = Array.from({length: up}, () => '..')
    const packages = path.join(top, way, ...above, 'node_modules')
    const link = path.join(root, ...above, 'node_modules')
    if (existsSync(packages) && !existsSync(link)) symlinkSync(packages, link, 'junction')
  }
}

/** Findings that name a file of the scratch folder name the one of the work tree in its place. */
function inWorkTree(diagnostics: readonly Diagnostic[], tree: string, top: string): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const {path: file, message} = diagnostic
    if (!file.includes(tree) && !message.includes(tree)) return diagnostic
    return {...diagnostic, path: file.replaceAll(tree, top), message: message.replaceAll(tree, top)}
  })
}

function unusable(base: string, [first]: readonly Diagnostic[]): string {
  const reason = first ? `: ${first.message}` : ''
  return `Cannot check the state of \`${base.slice(0, 12)}\`${reason}`
}
