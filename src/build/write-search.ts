import {assetFolder} from '../render/theme-assets.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {exportLine} from '../site/search-export.ts'
import {searchRecord} from '../site/search-records.ts'
import type {SearchRecord} from '../site/search-records.ts'
import {digest} from './digest.ts'
import type {FileWriter} from './output-writer.ts'

/** What is remembered of the search files of an edition. Plain data. */
export interface SearchMemory {
  /** For each file its pages in order, with the digest of what their lines were made from. */
  readonly shares: readonly (readonly (readonly [localePath: string, key: string])[])[]
  readonly isExported: boolean
}

/** Writes what the search of an edition looks through. */
export interface SearchWriter {
  /**
   * Takes the article of a page that was rendered anyway.
   *
   * @param version  digest of the opened page
   */
  readonly note: (entry: EditionEntry, version: string, article: string) => void
  /** Writes the files, those that would come out the same left as they are. */
  readonly finish: () => SearchMemory
}

/** What search files are written from. */
export interface SearchOptions {
  readonly site: EditionSite
  /** The page as it is now, and the digest of it. */
  readonly current: (entry: EditionEntry) => {readonly entry: EditionEntry; readonly version: string}
  readonly writer: FileWriter
  readonly memory: SearchMemory | undefined
  /** Whether the records are written as JSON Lines, too. */
  readonly isExported: boolean
}

/** Pages for which one file more is written; a page has some kilobytes. */
const pagesPerFile = 64

/**
 * Sets up the writing of the search files of an edition: one script for about 64 pages, a line for each page.
 *
 * The files themselves are what is remembered of pages that did not change.
 */
export function openSearch(options: SearchOptions): SearchWriter {
  const {site, writer, memory, isExported} = options
  const fresh = new Map<string, string>()
  const known = new Map(memory?.shares.flat())
  return {
    note: (entry, version, article) => {
      const key = keyOf(entry, version)
      if (known.get(entry.localePath) !== key) fresh.set(entry.localePath, lineOf(entry, article))
    },
    finish: () => {
      const count = fileCount(site.entries.size)
      const shares = shareOut([...site.entries.values()], count)
      const keyed = shares.map((share) =>
        share.map((entry) => [entry.localePath, keyOf(entry, options.current(entry).version)] as const),
      )
      const old = oldLines(options)
      const linesOf = (index: number): readonly string[] =>
        (shares[index] ?? []).map((entry, place) => {
          const key = keyed[index]?.[place]?.[1] ?? ''
          return fresh.get(entry.localePath) ?? old(entry.localePath, key) ?? makeLine(options.current(entry).entry)
        })
      const isSame = (index: number): boolean =>
        memory?.shares.length === count && JSON.stringify(memory.shares[index]) === JSON.stringify(keyed[index])
      for (const index of shares.keys()) {
        const file = searchFile(site, index)
        if (!isSame(index) || !writer.keep(file)) writer.write(file, scriptOf(linesOf(index), index === 0 ? count : 0))
      }
      if (isExported) {
        const file = exportFile(site)
        const isKept = memory?.isExported === true && shares.every((_, index) => isSame(index)) && writer.keep(file)
        if (!isKept) writer.write(file, exportText(site, [...shares.keys()].flatMap(linesOf)))
      }
      return {shares: keyed, isExported}
    },
  }
}

/** A power of two, so that a page more seldom moves others to another file. */
function fileCount(pages: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(pages / pagesPerFile)))
}

/** A page stays in its file whatever others come and go. */
function shareOut(entries: readonly EditionEntry[], count: number): readonly (readonly EditionEntry[])[] {
  const shares = Array.from({length: count}, (): EditionEntry[] => [])
  for (const entry of entries) shares[Number.parseInt(digest(entry.localePath).slice(0, 8), 16) % count]?.push(entry)
  return shares
}

function keyOf(entry: EditionEntry, version: string): string {
  return digest(`${version} ${entry.url}`)
}

function searchFolder({edition}: EditionSite): string {
  return `${assetFolder}/search/${edition.locale.tag}`
}

function searchFile(site: EditionSite, index: number): string {
  return `${searchFolder(site)}/${index}.js`
}

function exportFile(site: EditionSite): string {
  return `${searchFolder(site)}/records.jsonl`
}

function makeLine(entry: EditionEntry): string {
  return lineOf(entry, entry.content.renderArticle([]))
}

/** A page as one line of JSON; `0` for one that is not found. */
function lineOf(entry: EditionEntry, article: string): string {
  const record = searchRecord(entry, article)
  if (!record) return '0'
  const {url, title, sections, boost} = record
  const parts = sections.map(({heading, anchor, text}) => [heading, anchor, text])
  return JSON.stringify(boost === 1 ? [url, title, parts] : [url, title, parts, boost])
}

function readLine(line: string): SearchRecord | undefined {
  if (line === '0') return undefined
  type Written = readonly [
    url: string,
    title: string,
    parts: readonly (readonly [string, string, string])[],
    boost?: number,
  ]
  const [url, title, parts, boost = 1] = JSON.parse(line) as Written
  return {url, title, boost, sections: parts.map(([heading, anchor, text]) => ({heading, anchor, text}))}
}

const opening = 'docprismSearch.take([\n'

/** @param count  of files, in the first one; 0 in others */
function scriptOf(lines: readonly string[], count: number): string {
  return `${opening}${lines.join(',\n')}\n],${count})\n`
}

/** Lines of the files that stand in the output folder, each file read when one of its pages is first asked for. */
function oldLines({site, writer, memory}: SearchOptions): (localePath: string, key: string) => string | undefined {
  const places = new Map<string, {readonly key: string; readonly file: number; readonly line: number}>()
  memory?.shares.forEach((share, file) => {
    share.forEach(([localePath, key], line) => places.set(localePath, {key, file, line}))
  })
  const read = new Map<number, readonly string[]>()
  return (localePath, key) => {
    const place = places.get(localePath)
    if (place?.key !== key) return undefined
    const lines = read.get(place.file) ?? writer.readBefore(searchFile(site, place.file))?.split('\n') ?? []
    read.set(place.file, lines)
    return lines[place.line + 1]?.replace(/,$/, '')
  }
}

function exportText(site: EditionSite, lines: readonly string[]): string {
  const records = lines.map(readLine).filter((record) => record !== undefined)
  return records.map((record) => exportLine(record, site.edition)).join('')
}
