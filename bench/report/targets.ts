import type {Measurement} from '../measure/measurement.ts'
import {summarise} from '../measure/statistics.ts'
import {coldScenario, pageScenario, warmScenario} from '../scenarios/scenario-labels.ts'
import {megabytes, percent, ratio, time} from './format.ts'
import {docprism, type Results} from './results.ts'

/** A promise about speed, held against what was measured. */
export interface Target {
  readonly name: string
  /** What was promised. */
  readonly wanted: string
  /** What was measured; `undefined` when this run did not measure it. */
  readonly measured?: string
  /** Measured divided by wanted: met up to 1. */
  readonly share?: number
}

const mostPerBrand = 0.1
const mostWarm = 0.15
const mostPageEdit = 60
const mostGrowth = 2
const mostOfMkdocs = 1 / 8
const mostMemory = 2 * 1024 ** 3
// Time per page may vary by this much between sizes and still count as linear.
const mostSuperlinear = 1.25

type Quantity = 'cpu' | 'wall' | 'memory'

/** Holds the results against every target, for each corpus that has what a target needs. */
export function checkTargets(results: Results): readonly Target[] {
  const corpora = [...new Set(results.builds.map(({corpus}) => corpus))]
  return [...corpora.flatMap((corpus) => corpusTargets(results, corpus)), ...sizeTargets(results)]
}

function corpusTargets(results: Results, corpus: string): readonly Target[] {
  const builds = results.builds.filter((build) => build.corpus === corpus)
  const fewest = Math.min(...builds.map(({brands}) => brands))
  const most = Math.max(...builds.map(({brands}) => brands))
  const value = (scenario: string, quantity: Quantity, competitor = docprism): number | undefined =>
    median(find(builds, {scenario, brands: fewest, competitor}), quantity)
  const cold = value(coldScenario, 'cpu')
  const further = median(find(builds, {scenario: coldScenario, brands: most, competitor: docprism}), 'cpu')
  const each =
    cold !== undefined && further !== undefined && most > fewest ? (further - cold) / (most - fewest) / cold : undefined
  const edit = results.builder.find(
    (build) => build.corpus === corpus && build.scenario === pageScenario && build.brands === fewest,
  )
  return [
    within(`${corpus}: cold, CPU of Hugo`, cold, {limit: value(coldScenario, 'cpu', 'Hugo'), format: time}),
    within(`${corpus}: cold, wall time of Hugo`, value(coldScenario, 'wall'), {
      limit: value(coldScenario, 'wall', 'Hugo'),
      format: time,
    }),
    within(`${corpus}: cold, 1/8 of the CPU of MkDocs Material`, cold, {
      limit: times(value(coldScenario, 'cpu', 'MkDocs Material'), mostOfMkdocs),
      format: time,
    }),
    within(`${corpus}: each further brand, of the first`, each, {limit: mostPerBrand, format: percent}),
    within(`${corpus}: nothing changed, of cold`, quotient(value(warmScenario, 'cpu'), cold), {
      limit: mostWarm,
      format: percent,
    }),
    within(`${corpus}: one page edited in process`, median(edit, 'wall'), {
      limit: isSize(corpus, 400) || !isGenerated(corpus) ? mostPageEdit : undefined,
      format: time,
    }),
  ].filter(({wanted, measured}) => wanted !== nothing || measured !== undefined)
}

/** Targets that need two sizes of generated projects. */
function sizeTargets({builds, builder}: Results): readonly Target[] {
  const edit = (pages: number): number | undefined =>
    median(
      builder.find((build) => isSize(build.corpus, pages) && build.scenario === pageScenario),
      'wall',
    )
  const cold = (pages: number, quantity: Quantity): number | undefined =>
    median(
      builds.find(
        (build) =>
          isSize(build.corpus, pages) &&
          build.brands === 2 &&
          build.scenario === coldScenario &&
          build.competitor === docprism,
      ),
      quantity,
    )
  const growth = quotient(times(cold(40_000, 'cpu'), 1 / 10), cold(4000, 'cpu'))
  return [
    within('one page edited in process, 4000 pages to 400', quotient(edit(4000), edit(400)), {
      limit: mostGrowth,
      format: ratio,
    }),
    within('40000 pages, 2 brands: CPU per page, of that at 4000', growth, {limit: mostSuperlinear, format: ratio}),
    within('40000 pages, 2 brands: memory', cold(40_000, 'memory'), {limit: mostMemory, format: megabytes}),
  ]
}

const nothing = '–'

function within(
  name: string,
  measured: number | undefined,
  {limit, format}: {readonly limit: number | undefined; readonly format: (value: number) => string},
): Target {
  return {
    name,
    wanted: limit === undefined ? nothing : `at most ${format(limit)}`,
    ...(measured === undefined ? {} : {measured: format(measured)}),
    ...(measured === undefined || limit === undefined ? {} : {share: measured / limit}),
  }
}

function find(
  builds: readonly Measurement[],
  wanted: Pick<Measurement, 'scenario' | 'brands' | 'competitor'>,
): Measurement | undefined {
  return builds.find(
    ({scenario, brands, competitor}) =>
      scenario === wanted.scenario && brands === wanted.brands && competitor === wanted.competitor,
  )
}

function median(measurement: Measurement | undefined, quantity: Quantity): number | undefined {
  return measurement && summarise(measurement.samples.map((sample) => sample[quantity])).median
}

function quotient(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || by === undefined ? undefined : value / by
}

function times(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor
}

function isSize(corpus: string, pages: number): boolean {
  return corpus === `${pages} pages`
}

function isGenerated(corpus: string): boolean {
  return /^\d+ pages$/.test(corpus)
}
