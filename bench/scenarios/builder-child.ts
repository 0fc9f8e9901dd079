import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Sample} from '../measure/measurement.ts'
import {readFolderState, writtenBetween} from '../measure/written-files.ts'
import {readClock} from './clock.ts'
import {createEditor, planEdits, type EditTargets} from './edits.ts'
import {coldScenario, warmScenario} from './scenario-labels.ts'

/** What this script is asked: builds of one project by one builder, with edits between them. */
export interface BuilderQuestion {
  /** Absolute folder of a compiled checkout. */
  readonly checkout: string
  readonly config: string
  /** Absolute. */
  readonly out: string
  readonly brands: readonly string[]
  readonly targets: EditTargets
  /** Ids of the scenarios, as for whole builds. */
  readonly scenarios: readonly string[]
  readonly runs: number
}

/** Samples by scenario; `undefined` for a checkout that has no builder. */
export type BuilderAnswer = readonly {readonly scenario: string; readonly samples: readonly Sample[]}[] | null

interface Library {
  readonly createBuilder?: (options: object) => {build(): Promise<unknown>; close(): Promise<void>}
}

// The edits of whole builds count from 1; these must differ from what they left behind.
const firstRevision = 1000

async function measureBuilder(question: BuilderQuestion): Promise<BuilderAnswer> {
  const {checkout, config, out, brands, targets, scenarios, runs} = question
  const {createBuilder} = (await import(pathToFileURL(path.join(checkout, 'lib/src/index.js')).href)) as Library
  if (!createBuilder) return null
  const edits = planEdits(targets).filter(({id}) => scenarios.includes(id))
  const editor = createEditor(firstRevision)
  const builder = createBuilder({config, out, brands, cacheDir: false})
  const samples = new Map<string, Sample[]>()
  const measure = async (scenario: string): Promise<void> => {
    const before = readFolderState(out)
    const start = readClock()
    await builder.build()
    const end = readClock()
    const {files, bytes} = writtenBetween(before, readFolderState(out))
    const memory = process.resourceUsage().maxRSS * 1024
    const sample = {wall: end.wall - start.wall, cpu: end.cpu - start.cpu, memory, files, written: bytes}
    samples.set(scenario, [...(samples.get(scenario) ?? []), sample])
  }
  await measure(coldScenario)
  for (let round = 0; round < runs; round++) {
    if (scenarios.includes('warm')) await measure(warmScenario)
    for (const edit of edits) {
      await editor.apply(edit)
      await measure(edit.label)
    }
  }
  await builder.close()
  return [...samples].map(([scenario, of]) => ({scenario, samples: of}))
}

const question = JSON.parse(process.argv[2] ?? '') as BuilderQuestion
process.stdout.write(`${JSON.stringify(await measureBuilder(question))}\n`)
