import {mkdir, rm} from 'node:fs/promises'
import {existsSync} from 'node:fs'
import path from 'node:path'
import type {Measurement, Stage, Unavailable} from '../measure/measurement.ts'
import type {BenchOptions} from '../options.ts'
import {neutralPages} from '../peers/neutral-pages.ts'
import type {Peer} from '../peers/peer.ts'
import {docprism, type BaselineResult, type Results, type ServeResult, type StageResult} from '../report/results.ts'
import {baselineWays} from './baseline-ways.ts'
import type {BaselineAnswer, BaselineQuestion} from './baselines-child.ts'
import type {BuilderAnswer, BuilderQuestion} from './builder-child.ts'
import type {Entrant} from './find-competitors.ts'
import {createEditor} from './edits.ts'
import {pageAddress} from '../../src/site/page-address.ts'
import {firstLine} from './first-line.ts'
import {measureCli, type Contest} from './measure-cli.ts'
import {copyProject, generateProject, type Project} from './project.ts'
import {readAnswer} from './read-answer.ts'
import {readSources} from './read-sources.ts'
import type {ServeAnswer, ServeQuestion} from './serve-child.ts'
import type {StagesQuestion} from './stages-child.ts'

/** What to measure, and with whom. */
export interface Plan {
  readonly options: BenchOptions
  /** Absolute empty folder. */
  readonly work: string
  readonly peers: readonly Peer[]
  /** The first is this checkout. */
  readonly competitors: readonly Entrant[]
  /** Told of everything that is about to be measured. */
  readonly onStep: (step: string) => void
}

type Measured = Pick<Results, 'builds' | 'builder' | 'stages' | 'baselines' | 'serve' | 'unavailable'>

/** Measures one project after the other, each for every number of brands. */
export async function measureProjects(plan: Plan): Promise<Measured> {
  const {corpus, pages, seed} = plan.options
  const makers =
    corpus === undefined
      ? pages.map((count) => (folder: string) => generateProject({folder, pages: count, seed}))
      : [(folder: string) => copyProject(corpus, folder)]
  const parts: Measured[] = []
  for (const make of makers) {
    const folder = path.join(plan.work, 'project')
    await rm(folder, {recursive: true, force: true})
    plan.onStep('preparing a project')
    parts.push(await measureProject(plan, await make(folder)))
  }
  return {
    builds: parts.flatMap(({builds}) => builds),
    builder: parts.flatMap(({builder}) => builder),
    stages: parts.flatMap(({stages}) => stages),
    baselines: parts.flatMap(({baselines}) => baselines),
    serve: parts.flatMap(({serve}) => serve),
    unavailable: parts.flatMap(({unavailable}) => unavailable),
  }
}

async function measureProject(plan: Plan, project: Project): Promise<Measured> {
  const {options, work, competitors, onStep} = plan
  const ids = project.site.brands.map(({id}) => id)
  const counts = options.brands.filter((count) => count <= ids.length)
  const unavailable: Unavailable[] = []
  if (counts.length < options.brands.length) {
    unavailable.push({what: `${project.label}, more brands`, why: `it has ${ids.length} brands`})
  }
  const builds: Measurement[] = []
  const builder: Measurement[] = []
  const stages: StageResult[] = []
  const baselines: BaselineResult[] = []
  const serve: ServeResult[] = []
  const editor = createEditor(1)
  for (const [index, count] of counts.entries()) {
    const part = {plan, project, brands: ids.slice(0, count)}
    const peers = index === 0 ? await preparePeers(plan, project) : []
    const {scenarios, runs} = options
    const cli = await measureCli({...part, competitors, peers, scenarios, runs, editor, work, onStep})
    builds.push(...cli.measurements)
    unavailable.push(...cli.failures)
    const attempt = async (id: string, measure: () => Promise<void>): Promise<void> => {
      if (!scenarios.includes(id)) return
      const what = `${project.label}, brands: ${count}, ${id}`
      await measure().catch((error: unknown) => unavailable.push({what, why: firstLine(error)}))
    }
    await attempt('stages', async () => void stages.push(await measureStages(part)))
    await attempt('baselines', async () => void baselines.push(...(await measureBaselines(part))))
    await attempt('serve', async () => void serve.push(await measureServe(part)))
    await attempt('builder', async () => void builder.push(...(await measureBuilder(part))))
  }
  return {builds, builder, stages, baselines, serve, unavailable}
}

/** Every peer with a copy of the first brand’s pages. */
async function preparePeers({options, work, peers, onStep}: Plan, project: Project): Promise<Contest['peers']> {
  const [brand] = project.site.brands
  if (!brand || project.pages > options.peerPages || peers.length === 0) return []
  onStep('preparing the pages of the peers')
  const pages = neutralPages(readSources(project.site), brand)
  const prepared: {name: string; project: Contest['peers'][number]['project']}[] = []
  for (const peer of peers) {
    const folder = path.join(work, 'peers', peer.id)
    await rm(folder, {recursive: true, force: true})
    await mkdir(folder, {recursive: true})
    prepared.push({name: peer.name, project: await peer.prepare(pages, folder)})
  }
  return prepared
}

interface Part {
  readonly plan: Plan
  readonly project: Project
  readonly brands: readonly string[]
}

async function measureStages({plan, project, brands}: Part): Promise<StageResult> {
  const {entrant, out} = childOf(plan)
  const question: StagesQuestion = {checkout: entrant.competitor.checkout, config: project.config, out, brands}
  const runs = await repeat(plan, `${project.label}, brands: ${brands.length}, stages`, async () => {
    await rm(out, {recursive: true, force: true})
    return (await readAnswer(entrant.competitor.node, 'stages-child', question)) as readonly Stage[]
  })
  return {corpus: project.label, pages: project.pages, brands: brands.length, runs}
}

async function measureBaselines({plan, project, brands}: Part): Promise<readonly BaselineResult[]> {
  // The ways take turns, as everything that is compared does.
  const rounds = await repeat(plan, `${project.label}, brands: ${brands.length}, ways to compile`, async () => {
    const answers: BaselineAnswer[] = []
    for (const way of baselineWays) {
      const question: BaselineQuestion = {config: project.config, brands, way}
      answers.push((await readAnswer(process.execPath, 'baselines-child', question)) as BaselineAnswer)
    }
    return answers
  })
  return baselineWays.map((way, index) => ({
    corpus: project.label,
    brands: brands.length,
    way,
    cpu: rounds.flatMap((answers) => answers[index]?.cpu ?? []),
  }))
}

async function measureBuilder({plan, project, brands}: Part): Promise<readonly Measurement[]> {
  const {entrant, out} = childOf(plan)
  const {runs, scenarios} = plan.options
  await rm(out, {recursive: true, force: true})
  plan.onStep(`${project.label}, brands: ${brands.length}, builder in memory`)
  const question: BuilderQuestion = {
    checkout: entrant.competitor.checkout,
    config: project.config,
    out,
    brands,
    targets: project.targets,
    scenarios,
    runs,
  }
  const answer = (await readAnswer(entrant.competitor.node, 'builder-child', question)) as BuilderAnswer
  if (!answer) throw new Error('This build exports no `createBuilder`')
  return answer.map(({scenario, samples}) => {
    const {label, pages} = project
    return {corpus: label, pages, brands: brands.length, scenario, competitor: docprism, samples}
  })
}

/** Where Debian has Chromium; `DOCPRISM_CHROMIUM` names another one. */
const chromiumPath = process.env['DOCPRISM_CHROMIUM'] ?? '/usr/bin/chromium'
const savesPerServer = 40

async function measureServe({plan, project, brands}: Part): Promise<ServeResult> {
  const {config, site, targets, label, pages} = project
  plan.onStep(`${label}, brands: ${brands.length}, serve`)
  const [brand] = site.brands
  const [locale = '', ...rest] = path.relative(site.content, targets.page).split(path.sep)
  const prefix = brand?.locales.find(({tag}) => tag === locale)?.prefix
  if (!brand || prefix === undefined) throw new Error('The first brand does not publish the page that is edited')
  const question: ServeQuestion = {
    config,
    brands,
    target: {file: targets.page, brand: brand.id, url: pageAddress(rest.join('/'), prefix).url},
    starts: plan.options.runs,
    saves: savesPerServer,
    ...(existsSync(chromiumPath) ? {chromium: chromiumPath} : {}),
  }
  const answer = (await readAnswer(process.execPath, 'serve-child', question)) as ServeAnswer
  return {corpus: label, pages, brands: brands.length, ...answer}
}

function childOf({competitors, work}: Plan): {readonly entrant: Entrant; readonly out: string} {
  const [entrant] = competitors
  if (!entrant) throw new TypeError('this checkout is always a competitor')
  return {entrant, out: path.join(work, 'children')}
}

async function repeat<Answer>(plan: Plan, step: string, ask: () => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (let run = 1; run <= plan.options.runs; run++) {
    plan.onStep(`${step}, run ${run}`)
    answers.push(await ask())
  }
  return answers
}
