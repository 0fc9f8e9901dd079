import type {Measurement, Sample} from '../measure/measurement.ts'
import {summarise, type Summary} from '../measure/statistics.ts'
import {coldScenario} from '../scenarios/scenario-labels.ts'
import {megabytes, percent, ratio, spread, table, time} from './format.ts'
import {docprism, type BaselineResult, type Results, type ServeResult, type StageResult} from './results.ts'
import {checkTargets} from './targets.ts'

/** The report as Markdown. */
export function writeReport(results: Results): string {
  const {builds, builder, stages, baselines, serve, unavailable} = results
  return [
    '# Results',
    'Written by `npm run bench`; [README.md](README.md) says what is measured and how. Times are the median of all runs and, in brackets, the fastest and the slowest.',
    describeRun(results),
    section('Targets', targetTable(results)),
    ...perCorpus(builds, (corpus, of) => section(`Cold builds: ${corpus}`, coldTable(of))),
    ...perCorpus(
      builds.filter(({scenario}) => scenario !== coldScenario),
      (corpus, of) =>
        section(
          `Builds after a change: ${corpus}`,
          changeTable(
            of,
            builds.filter((build) => build.corpus === corpus),
          ),
        ),
    ),
    ...perCorpus(builder, (corpus, of) => section(`Builder in memory: ${corpus}`, changeTable(of, of))),
    ...stages.map((result) =>
      section(`Stages of a cold build: ${result.corpus}, ${brandCount(result.brands)}`, stageTable(result)),
    ),
    ...(baselines.length > 0 ? [section('Ways to serve several brands', baselineTable(baselines))] : []),
    ...(serve.length > 0 ? [section('Serving', serveTable(serve))] : []),
    ...(unavailable.length > 0
      ? [section('Not measured', unavailable.map(({what, why}) => `- ${what}: ${why}.\n`).join(''))]
      : []),
  ].join('\n\n')
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text.trimEnd()}`
}

function describeRun({machine, date, commit, call, versions}: Results): string {
  const {processor, cores, memory, system, load} = machine
  const facts: readonly (readonly [string, string])[] = [
    ['Date', date],
    ['Commit', commit],
    ['Call', `\`${call}\``],
    ['Processor', `${processor}, ${cores} cores`],
    ['Memory', `${Math.round(memory / 1024 ** 3)} GiB`],
    ['System', system],
    ['Load before the run', load.toFixed(2)],
    ...versions,
  ]
  return table(['', ''], facts).replace('---:', '---').trimEnd()
}

function targetTable(results: Results): string {
  const rows = checkTargets(results).map(({name, wanted, measured, share}) => [
    name,
    wanted,
    measured ?? 'not measured',
    verdict(share),
  ])
  return table(['Target', 'Wanted', 'Measured', 'Verdict'], rows)
}

function verdict(share: number | undefined): string {
  if (share === undefined) return '–'
  return share <= 1 ? `met, ${ratio(share)} of it` : `missed, ${ratio(share)} times as much`
}

function coldTable(builds: readonly Measurement[]): string {
  const cold = builds.filter(({scenario}) => scenario === coldScenario)
  const fewest = Math.min(...cold.map(({brands}) => brands))
  const base = cold.find(({competitor, brands}) => competitor === docprism && brands === fewest)
  const rows = cold.map((build) => {
    const cpu = summary(build, 'cpu')
    const wall = summary(build, 'wall')
    return [
      `${build.competitor}, ${brandCount(build.brands)}`,
      spread(cpu, time),
      ratio(cpu.median / medianOf(base, 'cpu')),
      spread(wall, time),
      ratio(wall.median / medianOf(base, 'wall')),
      time(cpu.median / build.pages),
      megabytes(medianOf(build, 'memory')),
      megabytes(medianOf(build, 'written')),
      String(medianOf(build, 'files')),
    ]
  })
  return table(
    ['Who', 'CPU', 'of Docprism’s', 'Wall', 'of Docprism’s', 'CPU per page', 'Memory', 'Written', 'Files'],
    rows,
  )
}

/** @param cold  builds among which those from nothing are */
function changeTable(builds: readonly Measurement[], cold: readonly Measurement[]): string {
  const rows = builds.map((build) => {
    const {scenario, competitor, brands} = build
    const same = (other: Measurement): boolean =>
      other.scenario === coldScenario && other.competitor === competitor && other.brands === brands
    const cpu = summary(build, 'cpu')
    return [
      `${scenario}: ${competitor}, ${brandCount(brands)}`,
      spread(cpu, time),
      percent(cpu.median / medianOf(cold.find(same), 'cpu')),
      spread(summary(build, 'wall'), time),
      megabytes(medianOf(build, 'memory')),
      megabytes(medianOf(build, 'written')),
      String(medianOf(build, 'files')),
    ]
  })
  return table(['Scenario', 'CPU', 'of cold', 'Wall', 'Memory', 'Written', 'Files'], rows)
}

function stageTable({runs, pages}: StageResult): string {
  const names = [...new Set(runs.flatMap((stages) => stages.map(({name}) => name)))]
  const times = names.map((name) => {
    const of = runs.flatMap((stages) => stages.filter((stage) => stage.name === name))
    return {name, cpu: summarise(of.map(({cpu}) => cpu)), wall: summarise(of.map(({wall}) => wall))}
  })
  const total = times.reduce((sum, {cpu}) => sum + cpu.median, 0)
  const rows = times.map(({name, cpu, wall}) => [
    name,
    spread(cpu, time),
    percent(cpu.median / total),
    spread(wall, time),
    time(cpu.median / pages),
  ])
  return table(['Stage', 'CPU', 'of all', 'Wall', 'CPU per page'], rows)
}

function serveTable(results: readonly ServeResult[]): string {
  const rows = results.flatMap(({corpus, brands, first, push, patch}) => {
    const steps: readonly (readonly [string, readonly number[]])[] = [
      ['start to first page, nothing cached', first],
      ['save to update at the client', push],
      ['save to patched page', patch],
    ]
    return steps.flatMap(([step, times]) => {
      if (times.length === 0) return []
      const {median, least, most} = summarise(times)
      const sorted = times.toSorted((a, b) => a - b)
      const ninth = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? most
      const cells = [median, least, ninth, most].map(time)
      return [[`${corpus}, ${brandCount(brands)}: ${step}`, String(times.length), ...cells]]
    })
  })
  return table(['', 'times', 'median', 'least', 'nine of ten', 'most'], rows)
}

function baselineTable(baselines: readonly BaselineResult[]): string {
  const rows = baselines.map(({corpus, brands, way, cpu}) => {
    const shared = baselines.find(
      (other) => other.corpus === corpus && other.brands === brands && other.way === 'shared',
    )
    const own = summarise(cpu)
    return [
      `${corpus}, ${brandCount(brands)}: ${way}`,
      spread(own, time),
      shared ? ratio(own.median / summarise(shared.cpu).median) : '–',
    ]
  })
  return table(['Compiling alone', 'CPU', 'of the shared way'], rows)
}

function perCorpus(
  builds: readonly Measurement[],
  write: (corpus: string, of: readonly Measurement[]) => string,
): readonly string[] {
  const corpora = [...new Set(builds.map(({corpus}) => corpus))]
  return corpora.map((corpus) =>
    write(
      corpus,
      builds.filter((build) => build.corpus === corpus),
    ),
  )
}

function summary({samples}: Measurement, quantity: keyof Sample): Summary {
  return summarise(samples.map((sample) => sample[quantity]))
}

function medianOf(build: Measurement | undefined, quantity: keyof Sample): number {
  return build ? summary(build, quantity).median : NaN
}

function brandCount(brands: number): string {
  return brands === 1 ? '1 brand' : `${brands} brands`
}
