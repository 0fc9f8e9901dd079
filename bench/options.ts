import os from 'node:os'
import path from 'node:path'
import {Command, InvalidArgumentError, Option} from 'commander'

/** What the benchmark was asked to measure. */
export interface BenchOptions {
  /** Sizes of the generated projects. */
  readonly pages: readonly number[]
  /** Absolute path of a project or configuration file to measure in place of generated projects. */
  readonly corpus?: string
  readonly seed: number
  readonly runs: number
  /** Numbers of brands. */
  readonly brands: readonly number[]
  /** Numbers of workers. */
  readonly jobs: readonly number[]
  /** Ids of the peers. */
  readonly peers: readonly string[]
  /** Most pages that peers have to build. */
  readonly peerPages: number
  /** Ids: `warm`, those of the edits, `builder`, `stages`, `baselines`, `serve`. */
  readonly scenarios: readonly string[]
  /** Absolute paths of further Node programs. */
  readonly nodes: readonly string[]
  /** Absolute folders of other compiled checkouts. */
  readonly against: readonly string[]
  /** Absolute path of the report. */
  readonly out: string
  /** Absolute folder for a folder `docprism-bench` with projects and sites. */
  readonly work: string
  readonly installPeers: boolean
}

/** Ids of all peers. */
const peerIds = ['hugo', 'mkdocs', 'mkdocs-dialect', 'eleventy', 'vitepress'] as const
/** Ids of everything that can be measured beside cold builds. */
const scenarioIds = [
  ...['warm', 'page', 'heading', 'value', 'template', 'nav'],
  ...['builder', 'stages', 'baselines', 'serve'],
] as const

const quick = {pages: [400], brands: [1, 2], runs: 3}
const full = {pages: [400, 4000, 40_000], brands: [1, 2, 4, 8], runs: 5}

/** Where a run puts what it is not told to put elsewhere, both absolute. */
export interface Places {
  readonly cwd: string
  /** Folder of the report. */
  readonly bench: string
}

/**
 * Reads the command line.
 *
 * @param argv  arguments after the program's name
 * @throws CommanderError for a wrong call, and for `--help`, which it has printed
 */
export function readOptions(argv: readonly string[], {cwd, bench}: Places): BenchOptions {
  const resolve = (file: string): string => path.resolve(cwd, file)
  const program = new Command('npm run bench --')
    .description(
      'Measures builds of Docprism, and beside them those of other generators on the same pages. Without options: 400\ngenerated pages, 1 and 2 brands, 3 runs.',
    )
    .addOption(new Option('--pages <n,…>', 'sizes of generated projects').argParser(readNumbers))
    .option('--corpus <path>', 'measure a project folder or a YAML configuration instead', resolve)
    .addOption(new Option('--brands <n,…>', 'numbers of brands, up to 8').argParser(readNumbers))
    .addOption(new Option('--runs <n>', 'runs of everything').argParser(readNumber))
    .addOption(
      new Option('--jobs <n,…>', 'numbers of workers; N: one for each processor')
        .argParser(readJobs)
        .default([1, os.availableParallelism()], '1,N'),
    )
    .addOption(
      new Option('--peers <id,…>', `auto, none, or some of ${peerIds.join(', ')}`)
        .argParser(readPeers)
        .default([...peerIds], 'auto'),
    )
    .addOption(
      new Option('--peer-pages <n>', 'most pages that peers have to build').argParser(readNumber).default(4000),
    )
    .addOption(
      new Option('--scenarios <id,…>', `none, or some of ${scenarioIds.join(', ')}`)
        .argParser(readScenarios)
        .default([...scenarioIds], 'all'),
    )
    .addOption(
      new Option('--node <path>', 'measure another Node program as well; repeatable')
        .argParser((file: string, before: readonly string[]) => [...before, resolve(file)])
        .default([], 'none'),
    )
    .addOption(
      new Option('--against <dir>', 'measure another compiled checkout as well; repeatable')
        .argParser((file: string, before: readonly string[]) => [...before, resolve(file)])
        .default([], 'none'),
    )
    .addOption(new Option('--seed <n>', 'seed of the generator').argParser(readNumber).default(1))
    .option('--out <file>', 'report', resolve, path.join(bench, 'results.md'))
    .option(
      '--work <dir>',
      'folder in which `docprism-bench` is made anew for projects and sites',
      resolve,
      os.tmpdir(),
    )
    .option('--full', 'pages 400,4000,40000, brands 1,2,4,8 and 5 runs where not given; takes hours')
    .option('--install-peers', 'install the peers from npm into ~/.cache/docprism-bench, and stop')
    .exitOverride()
    .parse(argv, {from: 'user'})
  const {full: isFull = false, node: nodes, installPeers = false, ...given} = program.opts<GivenOptions>()
  return {...(isFull ? full : quick), ...given, nodes, installPeers}
}

/** What commander hands out: an option that was not given and has no default is not there. */
type GivenOptions = Omit<BenchOptions, 'nodes' | 'pages' | 'brands' | 'runs' | 'installPeers'> &
  Partial<Pick<BenchOptions, 'pages' | 'brands' | 'runs' | 'installPeers'>> & {
    readonly full?: boolean
    readonly node: readonly string[]
  }

function readNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(`Expected a whole number from 1, found \`${text}\`.`)
  return Number(text)
}

function readNumbers(text: string): readonly number[] {
  return text.split(',').map(readNumber)
}

function readJobs(text: string): readonly number[] {
  return [...new Set(text.split(',').map((each) => (each === 'N' ? os.availableParallelism() : readNumber(each))))]
}

function readPeers(text: string): readonly string[] {
  return text === 'auto' ? peerIds : readIds(text, peerIds)
}

function readScenarios(text: string): readonly string[] {
  return readIds(text, scenarioIds)
}

function readIds(text: string, known: readonly string[]): readonly string[] {
  if (text === 'none') return []
  const ids = text.split(',')
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown !== undefined) throw new InvalidArgumentError(`\`${unknown}\` is none of ${known.join(', ')}.`)
  return ids
}
