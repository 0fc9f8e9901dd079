/**
 * Weighs ways to search over the corpus beside the project: `node lib/bench/search/main.js [CORPUS]`. The labelled queries are in
 * `bench/search/queries.json`: for each query the pages that a reader would want among the first.
 */
import {cp, mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {packageRoot} from '../../src/build/package-root.ts'
import {build} from '../../src/build/build.ts'
import {npmPeersInstall} from '../peers/npm-peers.ts'
import type {Candidate, SearchDocument} from './candidate.ts'
import {installedLibraries} from './libraries.ts'
import {createSearchEngine} from './theme-engine.ts'
import type {PageLine} from './theme-engine.ts'

type Queries = Readonly<Record<string, readonly {readonly query: string; readonly pages: readonly string[]}[]>>

const corpus = path.resolve(process.argv[2] ?? path.join(packageRoot(), '../shared/corpus'))
const queries = JSON.parse(await readFile(path.join(packageRoot(), 'bench/search/queries.json'), 'utf8')) as Queries
const folder = await mkdtemp(path.join(tmpdir(), 'docprism-search-'))
try {
  const lines = await buildCorpus(folder)
  const {found, missing} = installedLibraries()
  const rows = Object.keys(lines).flatMap((locale) =>
    [...found, ownSearch(lines[locale] ?? [])].map((candidate) =>
      measure(candidate, {lines: lines[locale] ?? [], queries: queries[locale] ?? [], locale}),
    ),
  )
  const head =
    'edition | search | recall@5 | recall@10 | MRR | build CPU ms | gzip kB | brotli kB | open CPU ms | query CPU ms'
  const table = [head, head.replace(/[^|]+/g, ' --- '), ...rows].map((row) => `| ${row} |`).join('\n')
  process.stdout.write(`${table}\n`)
  if (missing.length > 0) process.stdout.write(`\nLeft out: ${missing.join(', ')}; ${npmPeersInstall}\n`)
} finally {
  await rm(folder, {recursive: true, force: true})
}

/** Builds the pages of the corpus and reads what a search gets of them, by locale. */
async function buildCorpus(work: string): Promise<Readonly<Record<string, readonly PageLine[]>>> {
  for (const part of ['datakit', 'seeds'])
    await cp(path.join(corpus, part, 'docs'), path.join(work, 'content'), {recursive: true})
  const domains = ['brand_main', 'main', 'boss', 'func', 'static', 'docs'].map(
    (kind) => `${kind}_domain: ${kind}.example`,
  )
  await writeFile(
    path.join(work, 'docprism.yml'),
    `locales: {zh: {name: 中文}, en: {name: English}}
brands: {one: {url: /, values: {brand_key: guance, brand_name: One, studio_main_site: one.example, ${domains.join(', ')}}}}
`,
  )
  await build({cwd: work, cacheDir: false})
  const read = async (locale: string): Promise<readonly PageLine[]> => {
    const home = path.join(work, 'dist/one/assets/docprism/search', locale)
    const texts = await Promise.all((await readdir(home)).map((file) => readFile(path.join(home, file), 'utf8')))
    return texts.flatMap((text) => JSON.parse(text.slice(text.indexOf('['), text.lastIndexOf(']') + 1)) as PageLine[])
  }
  const prefix = /^en\//
  const english = (await read('en')).map(([url, ...rest]): PageLine => [url.replace(prefix, ''), ...rest])
  return {zh: await read('zh'), en: english}
}

/** The theme's own search: what it looks through is the text that all candidates need for their excerpts. */
function ownSearch(lines: readonly PageLine[]): Candidate {
  const places = new Map(lines.map(([url], index) => [url, index]))
  return {
    name: 'no index, the text alone',
    build: () => '',
    open: () => {
      const engine = createSearchEngine()
      engine.take(lines)
      return (query) => engine.search(query).results.map(({page}) => places.get(page.url) ?? -1)
    },
  }
}

function measure(
  candidate: Candidate,
  on: {readonly lines: readonly PageLine[]; readonly queries: Queries[string]; readonly locale: string},
): string {
  const pages = on.lines.map(([url]) => url.replace(/\/$/, ''))
  const isOwn = candidate.build([]) === ''
  const documents = on.lines.flatMap(([, title, sections], page) =>
    sections.map(([heading, anchor, text]) => ({page, title: anchor === '' ? title : '', heading, text})),
  )
  const numbered = documents.map(({page, ...rest}, id): SearchDocument => ({id, url: pages[page] ?? '', ...rest}))
  const [index, buildTime] = timed(() => candidate.build(numbered))
  const [search, openTime] = timed(() => candidate.open(index, numbered))
  const times: number[] = []
  const ranks = on.queries.map(({query, pages: wanted}) => {
    const [found, time] = timed(() => search(query))
    times.push(time)
    const order = [...new Set(found.map((id) => (isOwn ? pages[id] : numbered[id]?.url)))]
    return wanted.map((page) => order.indexOf(page)).map((rank) => (rank === -1 ? Infinity : rank))
  })
  const recall = (most: number): number =>
    mean(ranks.map((places) => places.filter((rank) => rank < most).length / places.length))
  const sent = index === '' ? JSON.stringify(on.lines) : index
  return [
    on.locale,
    candidate.name,
    recall(5).toFixed(3),
    recall(10).toFixed(3),
    mean(ranks.map((places) => 1 / (Math.min(...places) + 1))).toFixed(3),
    buildTime.toFixed(0),
    (gzipSync(sent).length / 1000).toFixed(0),
    (brotliCompressSync(sent).length / 1000).toFixed(0),
    openTime.toFixed(0),
    (times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1),
  ].join(' | ')
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** CPU time, which other programs on the machine disturb least. */
function timed<Value>(act: () => Value): readonly [value: Value, milliseconds: number] {
  const before = process.cpuUsage()
  const value = act()
  const {user, system} = process.cpuUsage(before)
  return [value, (user + system) / 1000]
}
