import {readFileSync} from 'node:fs'
import path from 'node:path'
import {createContext, runInContext} from 'node:vm'
import {packageRoot} from '../../src/build/package-root.ts'

/** A section as the files of the search hold it. */
export type SectionLine = readonly [heading: string, anchor: string, text: string]

/** A page as the files of the search hold it. */
export type PageLine = readonly [url: string, title: string, sections: readonly SectionLine[], boost?: number]

/** What the theme's script does with pages. */
export interface SearchEngine {
  take(pages: readonly PageLine[], count?: number): void
  search(query: string): {
    readonly results: readonly {
      readonly page: {readonly url: string}
      readonly sections: readonly {readonly anchor: string}[]
    }[]
    readonly words: readonly string[]
    readonly replaced: readonly string[]
  }
  complete(query: string): string
}

/** Runs the theme's script that finds words, as a browser would. */
export function createSearchEngine(): SearchEngine {
  const file = path.join(packageRoot(), 'templates/js/search-engine.js')
  const context = createContext({})
  runInContext(readFileSync(file, 'utf8'), context)
  return (context as {docprismSearch: SearchEngine}).docprismSearch
}
