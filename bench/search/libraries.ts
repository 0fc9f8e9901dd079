import {createRequire} from 'node:module'
import path from 'node:path'
import {npmPeersFolder} from '../peers/npm-peers.ts'
import type {Candidate, SearchDocument} from './candidate.ts'
import {isSpaceless, queryTerms, textTerms} from './tokenize.ts'

// Only what is called here is declared: the libraries are not installed with the project.

interface MiniSearch {
  addAll(documents: readonly SearchDocument[]): void
  search(query: string, options: object): readonly {readonly id: number}[]
}
interface MiniSearchClass {
  new (options: object): MiniSearch
  loadJSON(json: string, options: object): MiniSearch
}
interface FlexSearchDocument {
  add(document: SearchDocument): void
  search(query: string, options: object): readonly {readonly field: string; readonly result: readonly number[]}[]
  export(take: (key: string, data: string) => void): void
  import(key: string, data: string): void
}
interface Orama {
  create(options: object): object
  insertMultiple(database: object, documents: readonly object[], batch: number): unknown
  save(database: object): object
  load(database: object, saved: object): void
  search(database: object, query: object): {readonly hits: readonly {readonly document: {readonly number: number}}[]}
}

const fields = ['title', 'heading', 'text'] as const
const boost = {title: 8, heading: 3}

/** The libraries that are installed among the peers, set up as well as they can be for words and pairs of letters. */
export function installedLibraries(): {readonly found: readonly Candidate[]; readonly missing: readonly string[]} {
  const require = createRequire(path.join(npmPeersFolder(), 'package.json'))
  const wanted = {
    minisearch: (library: unknown) => miniSearch(library as MiniSearchClass),
    flexsearch: (library: unknown) => flexSearch(library as {Document: new (options: object) => FlexSearchDocument}),
    '@orama/orama': (library: unknown) => orama(library as Orama),
  }
  const found: Candidate[] = []
  const missing: string[] = []
  for (const [name, setUp] of Object.entries(wanted)) {
    try {
      found.push(setUp(require(name)))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error
      missing.push(name)
    }
  }
  return {found, missing}
}

function miniSearch(library: MiniSearchClass): Candidate {
  const options = {fields, tokenize: textTerms, processTerm: (term: string) => term}
  const isWord = (term: string): boolean => !isSpaceless(term)
  const query = {
    tokenize: queryTerms,
    boost,
    prefix: (term: string) => isWord(term) || term.length === 1,
    fuzzy: (term: string) => isWord(term) && term.length > 3 && 0.2,
  }
  return {
    name: 'MiniSearch',
    build: (documents) => {
      const index = new library(options)
      index.addAll(documents)
      return JSON.stringify(index)
    },
    open: (json) => {
      const index = library.loadJSON(json, options)
      return (text) => {
        const all = index.search(text, {...query, combineWith: 'AND'})
        const found = all.length > 0 ? all : index.search(text, {...query, combineWith: 'OR'})
        return found.map(({id}) => id)
      }
    },
  }
}

function flexSearch({Document}: {Document: new (options: object) => FlexSearchDocument}): Candidate {
  const create = (): FlexSearchDocument =>
    new Document({document: {id: 'id', index: fields}, encode: textTerms, tokenize: 'forward', resolution: 9})
  return {
    name: 'FlexSearch',
    build: (documents) => {
      const index = create()
      for (const document of documents) index.add(document)
      const parts: Record<string, string> = {}
      index.export((key, data) => {
        parts[key] = data
      })
      return JSON.stringify(parts)
    },
    open: (json) => {
      const index = create()
      for (const [key, data] of Object.entries(JSON.parse(json) as Record<string, string>)) index.import(key, data)
      const search = (text: string, suggest: boolean): readonly number[] => {
        const found = index.search(queryTerms(text).join(' '), {limit: 100, suggest})
        return fields.flatMap((name) => found.find(({field}) => field === name)?.result ?? [])
      }
      return (text) => {
        const exact = search(text, false)
        return exact.length > 0 ? exact : search(text, true)
      }
    },
  }
}

function orama(library: Orama): Candidate {
  const create = (): object =>
    library.create({
      schema: {title: 'string', heading: 'string', text: 'string', number: 'number'},
      components: {
        tokenizer: {
          language: 'own',
          normalizationCache: new Map(),
          tokenize: (text: string) => [...new Set(textTerms(text))],
        },
      },
    })
  return {
    name: 'Orama',
    build: (documents) => {
      const index = create()
      library.insertMultiple(
        index,
        documents.map(({id, title, heading, text}) => ({title, heading, text, number: id})),
        500,
      )
      return JSON.stringify(library.save(index))
    },
    open: (json) => {
      const index = create()
      library.load(index, JSON.parse(json) as object)
      const search = (term: string, options: object): readonly number[] =>
        library
          .search(index, {term, limit: 100, boost, properties: fields, ...options})
          .hits.map(({document}) => document.number)
      return (text) => {
        const ways = [{threshold: 0}, {threshold: 0, tolerance: 1}, {threshold: 1, tolerance: 1}]
        for (const way of ways) {
          const found = search(text, way)
          if (found.length > 0) return found
        }
        return []
      }
    },
  }
}
