import {describe, expect, test} from 'vitest'
import type {Measurement} from '../../../bench/measure/measurement.ts'
import {writeReport} from '../../../bench/report/report.ts'
import type {Results} from '../../../bench/report/results.ts'
import {checkTargets} from '../../../bench/report/targets.ts'

function measurement(
  of: Pick<Measurement, 'competitor' | 'scenario'> & {readonly cpu: readonly number[]} & Partial<Measurement>,
): Measurement {
  const {cpu, ...rest} = of
  const samples = cpu.map((each) => ({cpu: each, wall: each / 2, memory: 300e6, written: 15e6, files: 426}))
  return {corpus: '400 pages', pages: 400, brands: 1, samples, ...rest}
}

const results: Results = {
  machine: {processor: 'A processor', cores: 2, memory: 24 * 1024 ** 3, system: 'A system', load: 0.5},
  date: '2026-01-02',
  commit: 'abc1234',
  call: 'npm run bench -- --runs 3',
  versions: [['Hugo', 'v1.2.3']],
  builds: [
    measurement({competitor: 'Docprism', scenario: 'cold', cpu: [8000, 9000, 8200]}),
    measurement({competitor: 'Hugo', scenario: 'cold', cpu: [4100]}),
    measurement({competitor: 'Docprism', scenario: 'warm, nothing changed', cpu: [820]}),
    measurement({competitor: 'Docprism', scenario: 'cold', brands: 2, cpu: [9020]}),
  ],
  builder: [measurement({competitor: 'Docprism', scenario: 'one page edited', cpu: [90]})],
  stages: [
    {
      corpus: '400 pages',
      pages: 400,
      brands: 1,
      runs: [
        [
          {name: 'compile', cpu: 6000, wall: 6100},
          {name: 'write', cpu: 2000, wall: 900},
        ],
      ],
    },
  ],
  serve: [{corpus: '400 pages', pages: 400, brands: 2, first: [900], push: [12, 10, 30, 11, 14], patch: []}],
  baselines: [
    {corpus: '400 pages', brands: 2, way: 'naive', cpu: [9000]},
    {corpus: '400 pages', brands: 2, way: 'shared', cpu: [6000]},
  ],
  unavailable: [{what: 'VitePress', why: 'not installed; run it'}],
}

describe('targets', () => {
  const targets = new Map(checkTargets(results).map(({name, ...target}) => [name, target]))

  test.each([
    ['400 pages: cold, CPU of Hugo', {wanted: 'at most 4.10 s', measured: '8.20 s', share: 2}],
    ['400 pages: cold, wall time of Hugo', {wanted: 'at most 2.05 s', measured: '4.10 s', share: 2}],
    ['400 pages: each further brand, of the first', {wanted: 'at most 10.0 %', measured: '10.0 %', share: 1}],
    ['400 pages: one page edited in process', {wanted: 'at most 60 ms', measured: '45 ms', share: 0.75}],
  ])('%s is held against what was measured', (name, {share, ...target}) => {
    expect(targets.get(name)).toMatchObject(target)
    expect(targets.get(name)?.share).toBeCloseTo(share)
  })

  test('what this run did not measure has no verdict', () => {
    expect(targets.get('400 pages: cold, 1/8 of the CPU of MkDocs Material')).toEqual({wanted: '–', measured: '8.20 s'})
    expect(targets.get('40000 pages, 2 brands: memory')?.measured).toBeUndefined()
  })
})

describe('the report', () => {
  const report = writeReport(results)

  test.each([
    ['the machine', '| Processor | A processor, 2 cores |'],
    ['versions', '| Hugo | v1.2.3 |'],
    [
      'a missed target and by how much',
      '| 400 pages: cold, CPU of Hugo | at most 4.10 s | 8.20 s | missed, 2.00 times as much |',
    ],
    ['a target that was met', '| 400 pages: nothing changed, of cold | at most 15.0 % | 10.0 % | met, 0.67 of it |'],
    ['median and spread of a cold build', '| Docprism, 1 brand | 8.20 s (8.00 s – 9.00 s) | 1.00 |'],
    ['a peer as a ratio', '| Hugo, 1 brand | 4.10 s | 0.50 | 2.05 s | 0.50 | 10 ms | 300 MB | 15.0 MB | 426 |'],
    ['a change as a share of the cold build', '| warm, nothing changed: Docprism, 1 brand | 0.82 s | 10.0 % |'],
    ['a stage', '| compile | 6.00 s | 75.0 % | 6.10 s | 15 ms |'],
    ['a baseline as a ratio', '| 400 pages, 2 brands: naive | 9.00 s | 1.50 |'],
    ['what was not measured', '- VitePress: not installed; run it.'],
  ])('has %s', (_, line) => {
    expect(report).toContain(line)
  })
})
