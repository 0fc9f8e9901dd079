import {mkdir, rm} from 'node:fs/promises'
import type {Measurement, Sample, Unavailable} from '../measure/measurement.ts'
import {runProcess, type Command} from '../measure/run-process.ts'
import {readFolderState, writtenBetween} from '../measure/written-files.ts'
import type {PeerProject} from '../peers/peer.ts'
import {buildCommand, foldersOf, type Abilities, type Competitor} from './competitor.ts'
import {planEdits, type Edit, type Editor} from './edits.ts'
import type {Project} from './project.ts'
import {firstLine} from './first-line.ts'
import {coldScenario, warmScenario} from './scenario-labels.ts'

/** Somebody who is measured in a scenario. */
interface Runner {
  readonly name: string
  readonly command: Command
  readonly out: string
  /** Folders that a cold build must not find. */
  readonly leftovers: readonly string[]
  /** Whether only the cold build is measured. */
  readonly onlyCold: boolean
}

/** What is measured in one go; all of them take turns, so that whatever slows the machine down hits them alike. */
export interface Contest {
  readonly project: Project
  /** Ids of the brands to build. */
  readonly brands: readonly string[]
  readonly competitors: readonly {
    readonly competitor: Competitor
    readonly abilities: Abilities
    readonly onlyCold: boolean
  }[]
  readonly peers: readonly {readonly name: string; readonly project: PeerProject}[]
  /** Ids of the scenarios to measure beside the cold build: `warm` and those of the edits. */
  readonly scenarios: readonly string[]
  readonly runs: number
  readonly editor: Editor
  /** Absolute folder for what the competitors write. */
  readonly work: string
  readonly onStep: (step: string) => void
}

/**
 * Measures whole builds from the outside: each round has a cold build of everybody, one of everybody with nothing
 * changed, and one of everybody after each edit. Who fails is out from there on.
 */
export async function measureCli(contest: Contest): Promise<{
  readonly measurements: readonly Measurement[]
  readonly failures: readonly Unavailable[]
}> {
  const {project, brands, editor} = contest
  const runners = runnersOf(contest)
  const samples = new Map<string, Sample[]>()
  const failed = new Map<Runner, Unavailable>()
  const edits = planEdits(project.targets).filter(({id}) => contest.scenarios.includes(id))
  const steps: readonly {readonly label: string; readonly edit?: Edit}[] = [
    {label: coldScenario},
    ...(contest.scenarios.includes('warm') ? [{label: warmScenario}] : []),
    ...edits.map((edit) => ({label: edit.label, edit})),
  ]
  for (let round = 1; round <= contest.runs; round++) {
    for (const {label, edit} of steps) {
      if (edit) await editor.apply(edit)
      for (const runner of runners) {
        if (failed.has(runner) || (runner.onlyCold && label !== coldScenario)) continue
        const what = `${project.label}, brands: ${brands.length}, ${label}, ${runner.name}`
        contest.onStep(`${what}, run ${round}`)
        const key = JSON.stringify([label, runner.name])
        try {
          samples.set(key, [...(samples.get(key) ?? []), await runOnce(runner, label === coldScenario)])
        } catch (error) {
          failed.set(runner, {what, why: firstLine(error)})
        }
      }
    }
  }
  const measurements = [...samples].map(([key, runs]): Measurement => {
    const [scenario = '', competitor = ''] = JSON.parse(key) as readonly string[]
    return {corpus: project.label, pages: project.pages, brands: brands.length, scenario, competitor, samples: runs}
  })
  return {measurements, failures: [...failed.values()]}
}

function runnersOf({competitors, peers, project, brands, work}: Contest): readonly Runner[] {
  return [
    ...competitors.map(({competitor, abilities, onlyCold}): Runner => {
      const folders = foldersOf(work, competitor)
      const command = buildCommand(competitor, {config: project.config, brands, folders, abilities})
      return {name: competitor.id, command, out: folders.out, leftovers: [folders.out, folders.cache], onlyCold}
    }),
    ...peers.map(({name, project: {command, out, caches}}): Runner => {
      return {name, command, out, leftovers: [out, ...caches], onlyCold: true}
    }),
  ]
}

async function runOnce({command, out, leftovers}: Runner, cold: boolean): Promise<Sample> {
  if (cold) for (const folder of leftovers) await rm(folder, {recursive: true, force: true})
  await mkdir(out, {recursive: true})
  const before = readFolderState(out)
  const usage = await runProcess(command)
  const {files, bytes} = writtenBetween(before, readFolderState(out))
  return {...usage, files, written: bytes}
}
