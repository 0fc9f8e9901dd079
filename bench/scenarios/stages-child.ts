import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Progress} from '../../src/build/progress.ts'
import type {Stage} from '../measure/measurement.ts'
import {readClock} from './clock.ts'

/** What this script is asked: the stages of a cold build of some brands, in its own process. */
export interface StagesQuestion {
  /** Absolute folder of a compiled checkout. */
  readonly checkout: string
  readonly config: string
  /** Absolute. */
  readonly out: string
  readonly brands: readonly string[]
}

interface Library {
  readonly build: (options: object) => Promise<unknown>
}

async function measureStages({checkout, ...options}: StagesQuestion): Promise<readonly Stage[]> {
  const stages = new Map<string, {cpu: number; wall: number}>()
  let phase = 'start'
  let last = readClock()
  const charge = (name: string): void => {
    const now = readClock()
    const stage = stages.get(name) ?? {cpu: 0, wall: 0}
    stages.set(name, {cpu: stage.cpu + now.cpu - last.cpu, wall: stage.wall + now.wall - last.wall})
    last = now
  }
  const {build} = (await import(pathToFileURL(path.join(checkout, 'lib/src/index.js')).href)) as Library
  charge('load the program')
  const onProgress = (progress: Progress): void => {
    charge(progress.phase === phase ? phase : `${phase} → ${progress.phase}`)
    phase = progress.phase
  }
  await build({...options, cacheDir: false, onProgress})
  charge(`${phase} → end`)
  return [...stages].map(([name, times]) => ({name, ...times}))
}

const question = JSON.parse(process.argv[2] ?? '') as StagesQuestion
process.stdout.write(`${JSON.stringify(await measureStages(question))}\n`)
