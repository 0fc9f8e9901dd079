import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {faults, makeBlock} from '../support/faults/faulty-blocks.ts'
import {openPlaces, putIn} from '../support/faults/open-places.ts'
import {copySite, introduced} from '../support/faults/site-under-test.ts'

const root = path.resolve(import.meta.dirname, '../..')
const corpus = path.resolve(root, '../shared/corpus/datakit/docs')

const sites = [
  {
    name: 'the documentation',
    exists: true,
    from: {
      content: path.join(root, 'content'),
      config: readFileSync(path.join(root, 'docprism.yml'), 'utf8').replace(/^content:.*$/m, ''),
      folders: ['includes', 'overrides'].map((name) => path.join(root, name)).filter((folder) => existsSync(folder)),
    },
    rounds: 20,
  },
  {
    name: 'the corpus',
    exists: existsSync(corpus),
    from: {
      content: corpus,
      config: readFileSync(path.join(root, '.ci/corpus/datakit.docprism.yml'), 'utf8').replace(/^content:.*$/m, ''),
    },
    rounds: 10,
  },
]

/** Numbers that are the same in every run. */
function numbers(amount: number): () => number {
  const all = fc.sample(fc.nat(), {numRuns: amount})
  const state = {at: 0}
  return () => all[state.at++ % all.length] ?? 0
}

describe.each(sites.filter(({exists}) => exists))('faults put into $name', ({from, rounds}) => {
  it('are found where they are', async () => {
    const site = copySite(from)
    const next = numbers(20_000)
    const before = await site.findings()
    const originals = new Map(site.sources().map((name) => [name, site.read(name)]))
    // A link to a tab by its number breaks when a tab is put in before it.
    const pages = [...originals].filter(([, text]) => openPlaces(text).length > 0 && !text.includes('#__tabbed_'))
    const count = {faults: 0}
    const missed: string[] = []
    for (let round = 0; round < rounds; round++) {
      const expected: string[] = []
      const moved = new Map<string, {below: number; by: number}>()
      for (const [name, text] of pages) {
        const places = openPlaces(text)
        const place = places[next() % places.length]
        const fault = faults[next() % faults.length]
        if (!place || !fault) continue
        const id = count.faults++
        const context = {id, locale: name.slice(0, 2), other: path.posix.basename(name), image: ''}
        const block = makeBlock(fault, context, next())
        const put = putIn(text, place, block.text)
        site.write(name, put.text)
        expected.push(`${block.rule} ${name}:${put.first + block.line}:${block.column}`)
        moved.set(name, {below: put.first, by: put.added})
      }
      const found = introduced(before, await site.findings(), moved)
      const wanted = new Set(expected)
      missed.push(
        ...expected.filter((one) => !found.includes(one)).map((one) => `not found: ${one}`),
        ...found.filter((one) => !wanted.has(one)).map((one) => `found: ${one}`),
      )
      if (missed.length > 0) break
    }
    for (const [name, text] of originals) site.write(name, text)
    await site.close()
    expect(missed).toEqual([])
    expect(count.faults).toBeGreaterThan(500)
  })
})
