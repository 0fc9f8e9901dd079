import {spawnSync} from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {tidyDocuments, untidyDocuments} from '../support/random/documents.ts'

const program = path.resolve(import.meta.dirname, '../support/count-work.mjs')
const seed = Number(process.env['DOCPRISM_FUZZ_SEED'] ?? 1)
const sizes = [4, 8, 16]

/** Steps that rendering each source takes. */
function countWork(sources: readonly string[]): readonly number[] {
  const {stdout, stderr} = spawnSync(process.execPath, [program], {
    input: JSON.stringify(sources),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (stdout === '') throw new Error(`Needs \`npm run compile\`: ${stderr}`)
  return JSON.parse(stdout) as readonly number[]
}

/** How much more work the second doubling of a text takes than the first: 2 where work grows with size, 4 with its square. */
function growth([once = 0, twice = 0, fourTimes = 0]: readonly number[]): number {
  return (fourTimes - twice) / (twice - once)
}

describe('the work of rendering', () => {
  it(`grows with the length of random documents, seed ${seed}`, () => {
    const documents = fc.sample(fc.oneof(tidyDocuments, untidyDocuments), {numRuns: 40, seed})
    const sources = documents.flatMap(({source}) => sizes.map((size) => `${source}\n\n`.repeat(size)))
    const counts = countWork(sources)
    const excessive = documents.flatMap(({source}, index) => {
      const factor = growth(counts.slice(index * sizes.length, (index + 1) * sizes.length))
      return factor < 2.5 ? [] : [{factor, source}]
    })
    expect(excessive).toEqual([])
  })
})
