import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import type {Command} from '../measure/run-process.ts'

/** A build of Docprism that can be measured: which code runs on which Node, and how. */
export interface Competitor {
  /** As the report calls it; also the name of its folders. */
  readonly id: string
  /** Absolute path of the Node program. */
  readonly node: string
  /** Absolute folder of a checkout that is compiled. */
  readonly checkout: string
  /** Workers; left out, what the build chooses by itself. */
  readonly jobs?: number
}

/** Options of the command line that an older build may not have. */
export interface Abilities {
  readonly cache: boolean
  readonly jobs: boolean
}

/** Finds out what the build of a checkout can do, from what `--help` says. */
export async function abilitiesOf({node, checkout}: Competitor): Promise<Abilities> {
  const {stdout} = await promisify(execFile)(node, [program(checkout), 'build', '--help'])
  return {cache: stdout.includes('--cache-dir'), jobs: stdout.includes('--jobs')}
}

/** Folders that a competitor writes to, in a folder of its own. */
export function foldersOf(work: string, {id}: Competitor): {readonly out: string; readonly cache: string} {
  const folder = path.join(work, 'competitors', id.replaceAll(/[^\w.-]+/g, '-'))
  return {out: path.join(folder, 'out'), cache: path.join(folder, 'cache')}
}

/** The command that builds some brands of a project. */
export function buildCommand(
  competitor: Competitor,
  options: {
    readonly config: string
    readonly brands: readonly string[]
    readonly folders: {readonly out: string; readonly cache: string}
    readonly abilities: Abilities
  },
): Command {
  const {config, brands, folders, abilities} = options
  return {
    argv: [
      ...[competitor.node, program(competitor.checkout), 'build', '--config', config],
      ...['--brand', brands.join(','), '--out', folders.out],
      ...(abilities.cache ? ['--cache-dir', folders.cache] : []),
      ...(competitor.jobs === undefined ? [] : ['--jobs', String(competitor.jobs)]),
    ],
    cwd: path.dirname(config),
    // Findings are no failure: real documentation has some.
    accepts: [1],
  }
}

function program(checkout: string): string {
  return path.join(checkout, 'bin/docprism.js')
}
