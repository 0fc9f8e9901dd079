import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {consequences, faults, makeBlock} from '../support/faults/faulty-blocks.ts'
import {appendBlock, harmlessBlocks} from '../support/faults/harmless-blocks.ts'
import {followMove, moveLinks} from '../support/faults/moved-pages.ts'
import {openPlaces, putIn} from '../support/faults/open-places.ts'
import {copySite, introduced, nameInLine} from '../support/faults/site-under-test.ts'

const root = path.resolve(import.meta.dirname, '../..')
const corpus = path.resolve(root, '../shared/corpus/datakit/docs')

const glossary = "\ncheck: {glossary: {'*': [{use: gizmo, not: [gizzmo]}]}}\n"

const sites = [
  {
    name: 'the documentation',
    exists: true,
    from: {
      content: path.join(root, 'content'),
      config: readFileSync(path.join(root, 'docprism.yml'), 'utf8').replace(/^content:.*$/m, '') + glossary,
      folders: ['includes', 'overrides'].map((name) => path.join(root, name)).filter((folder) => existsSync(folder)),
    },
    moves: 28,
    brandName: 'Borealis',
  },
  {
    name: 'the corpus',
    exists: existsSync(corpus),
    from: {
      content: corpus,
      config:
        readFileSync(path.join(root, '.ci/corpus/datakit.docprism.yml'), 'utf8').replace(/^content:.*$/m, '') +
        glossary,
    },
    moves: 10,
    brandName: 'TrueWatch',
  },
]

/** Numbers that are the same in every run. */
function numbers(amount: number): () => number {
  const all = fc.sample(fc.nat(), {numRuns: amount})
  const state = {at: 0}
  return () => all[state.at++ % all.length] ?? 0
}

describe.each(sites.filter(({exists}) => exists))('faults put into $name', ({from, moves, brandName}) => {
  it('are found where they are', async () => {
    const site = copySite(from)
    const next = numbers(20_000)
    const before = await site.findings()
    const originals = new Map(site.sources().map((name) => [name, site.read(name)]))
    // A link to a tab by its number breaks when a tab is put in before it.
    const pages = [...originals].filter(([, text]) => openPlaces(text).length > 0 && !text.includes('#__tabbed_'))
    const foreignPage = (name: string): {readonly foreignPage: string} => {
      const twin = name.startsWith('zh/') ? 'en/' : 'zh/'
      const other = [...originals.keys()].find(
        (one) =>
          one.startsWith(twin) && one.slice(3) !== name.slice(3) && originals.has(name.slice(0, 3) + one.slice(3)),
      )
      return {foreignPage: path.posix.relative(path.posix.dirname(name), other ?? '')}
    }
    const count = {faults: 0}
    const missed: string[] = []
    expect(pages).not.toEqual([])
    while (count.faults < 1_000) {
      const expected: string[] = []
      const moved = new Map<string, {below: number; by: number}>()
      for (const [name, text] of pages) {
        const places = openPlaces(text)
        const place = places[next() % places.length]
        const fault = faults[next() % faults.length]
        if (!place || !fault) continue
        const id = count.faults++
        const context = {
          id,
          locale: name.slice(0, 2),
          other: path.posix.basename(name),
          brandName,
          ...foreignPage(name),
        }
        const block = makeBlock(fault, context, next())
        const put = putIn(text, place, block.text)
        site.write(name, put.text)
        expected.push(`${block.rule} ${name}:${put.first + block.line}:${block.column}`)
        moved.set(name, {below: put.first, by: put.added})
      }
      const found = introduced(before, await site.findings(), {moved})
        .map((one) => one.replace(/ \[.*\]$/, ''))
        .filter((one) => !consequences.test(one))
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
    expect(count.faults).toBeGreaterThanOrEqual(1_000)
  })

  it('are not found where there are none', async () => {
    const site = copySite(from)
    const next = numbers(20_000)
    const originals = new Map(site.sources().map((name) => [name, site.read(name)]))
    const before = await site.findings()
    const faulty = new Set(before.map(({path: file}) => file))
    const count = {edits: 0}
    const wrong: string[] = []
    const edit = (twins: readonly string[], change: (text: string) => string | undefined): void => {
      const texts = twins.map((name) => change(site.read(name)))
      if (!texts.every((text) => text !== undefined)) return
      for (const [index, name] of twins.entries()) site.write(name, texts[index] ?? '')
      count.edits += twins.length
    }
    const twinsOf = [...originals.keys()]
      .filter((name) => name.startsWith('zh/'))
      .map((name) => [name, name.replace('zh/', 'en/')])
      .filter((twins) => twins.every((name) => originals.has(name) && !faulty.has(name)))
    expect(twinsOf).not.toEqual([])
    for (let round = 0; count.edits < 1_000 && wrong.length === 0; round++) {
      for (const twins of twinsOf) {
        const id = count.edits
        const block = harmlessBlocks[next() % harmlessBlocks.length]
        if (block) edit(twins, (text) => appendBlock(text, block(id)))
      }
      wrong.push(...introduced(before, await site.findings()))
      if (round % 4 === 3) for (const [name, text] of originals) site.write(name, text)
    }
    for (const [name, text] of originals) site.write(name, text)
    await site.close()
    expect(wrong).toEqual([])
    expect(count.edits).toBeGreaterThanOrEqual(1_000)
  })

  it('are not found after a page has moved with its links', async () => {
    const site = copySite(from)
    const next = numbers(2_000)
    const before = await site.findings()
    const faulty = new Set(before.map(({path: file}) => file))
    const names = site.sources()
    const all = names.map((name) => site.read(name)).join('\n')
    const movable = names.filter((name) => {
      const word = path.posix.basename(name, '.md')
      // The configuration names pages, too, and is not rewritten.
      const isConfigured = from.config.includes(`${word}.md`)
      const isPlain = !/<\w+[^>]*\s(?:src|href|data-)|^\[[^\]]+\]:|--8<--/m.test(site.read(name))
      // Links in other forms than those that the test knows how to follow.
      const isNamed = new RegExp(`(?:(?:href|src)="|\\]\\(<?)[^"()]*\\b${word}(?!\\.md)`).test(all)
      const twin = name.replace('zh/', 'en/')
      return (
        name.startsWith('zh/') &&
        word !== 'index' &&
        isPlain &&
        !isNamed &&
        !isConfigured &&
        !faulty.has(name) &&
        !faulty.has(twin)
      )
    })
    const wrong: string[] = []
    const count = {moves: 0}
    for (let round = 0; round < moves && wrong.length === 0 && movable.length > 0; round++) {
      const [page = ''] = movable.splice(next() % movable.length, 1)
      const folder = next() % 2 === 0 ? path.posix.dirname(page) : `zh/moved-${round}`
      const to = `${folder}/page-${round}.md`
      for (const locale of ['zh', 'en']) {
        const move = {from: page.replace('zh/', `${locale}/`), to: to.replace('zh/', `${locale}/`)}
        if (!site.exists(move.from)) continue
        site.write(move.from, moveLinks(site.read(move.from), move))
        site.move(move.from, move.to)
        for (const name of site.sources()) {
          const text = site.read(name)
          const followed = followMove(name, text, move)
          if (followed !== text) site.write(name, followed)
        }
        count.moves++
      }
      const found = introduced(before, await site.findings(), {toName: nameInLine})
      wrong.push(...found.filter((one) => !one.startsWith('nav/')))
    }
    await site.close()
    expect(wrong).toEqual([])
    expect(count.moves).toBeGreaterThan(10)
  })
})
