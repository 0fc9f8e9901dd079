import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import {rules} from '../core/rules.ts'
import {decodeSource} from './decode-source.ts'
import {listContent, unreadable} from './list-content.ts'
import type {ProgressListener} from './progress.ts'
import {systemReason} from './system-reason.ts'

/** A source as read: its text, and the locale that it is written in. */
export interface SourceText {
  /** From the content folder: `zh/billing/aws.md`. */
  readonly path: string
  /** Brand whose folder it stands in, `brands/<id>/zh/billing/aws.md`; left out for a page of all brands. */
  readonly brand?: string
  readonly locale: string
  readonly text: string
}

/** Everything that a build reads of a content folder. */
export interface Content {
  readonly sources: readonly SourceText[]
  /** Text of the `.pages` files by path. */
  readonly pagesFiles: ReadonlyMap<string, string>
  /** Files to publish as they are, by path; not read yet. */
  readonly assets: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

// Enough to keep a disk busy, well below the usual limit of open files.
const concurrentReads = 32

/**
 * Reads the sources and nav files of a content folder.
 *
 * What cannot be read is reported and left out: `source/unreadable`, `source/encoding` and, for Markdown in no locale's
 * folder, `source/outside-locale`.
 *
 * @param options.content  absolute folder
 * @param options.locales  tags, which are the names of the locale folders
 * @throws when the content folder itself cannot be read, with the system's error as `cause`
 */
export async function readContent(options: {
  readonly content: string
  readonly locales: readonly string[]
  /** Ids of every brand, which may have pages of their own below `brands/<id>/`. */
  readonly brands: readonly string[]
  readonly onProgress?: ProgressListener | undefined
}): Promise<Content> {
  const {content, locales, brands} = options
  const listing = await listContent(content).catch((error: unknown) => {
    throw new Error(`Cannot read the content folder \`${content}\`: ${systemReason(error)}`, {cause: error})
  })
  const homeOf = (file: string): Pick<SourceText, 'locale' | 'brand'> | undefined => {
    const brand = brands.find((id) => file.startsWith(`brands/${id}/`))
    const inBrand = brand === undefined ? file : file.slice(`brands/${brand}/`.length)
    const locale = locales.find((tag) => inBrand.startsWith(`${tag}/`))
    return locale === undefined ? undefined : {locale, ...(brand === undefined ? {} : {brand})}
  }
  const inside = listing.sources.filter((file) => homeOf(file) !== undefined)
  const outside = listing.sources.filter((file) => homeOf(file) === undefined)
  const read = await readTexts({content, files: [...inside, ...listing.pagesFiles], onProgress: options.onProgress})
  return {
    sources: inside.flatMap((file) => {
      const text = read.texts.get(file)
      const home = homeOf(file)
      return text === undefined || !home ? [] : [{path: file, ...home, text}]
    }),
    pagesFiles: new Map(
      listing.pagesFiles.flatMap((file) => {
        const text = read.texts.get(file)
        return text === undefined ? [] : [[file, text] as const]
      }),
    ),
    assets: listing.assets,
    diagnostics: [...listing.diagnostics, ...read.diagnostics, ...outside.map((file) => outsideLocale(file, locales))],
  }
}

async function readTexts(options: {
  readonly content: string
  readonly files: readonly string[]
  readonly onProgress: ProgressListener | undefined
}): Promise<{texts: ReadonlyMap<string, string>; diagnostics: readonly Diagnostic[]}> {
  const {content, files, onProgress} = options
  const texts = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const queue = files.values()
  const progress = {done: 0}
  const worker = async (): Promise<void> => {
    for (const file of queue) {
      try {
        const decoded = decodeSource(await readFile(path.join(content, file)), file)
        texts.set(file, decoded.text)
        diagnostics.push(...decoded.diagnostics)
      } catch (error) {
        diagnostics.push(unreadable(file, `Cannot read \`${file}\`: ${systemReason(error)}`))
      }
      progress.done++
      onProgress?.({phase: 'read', done: progress.done, total: files.length})
    }
  }
  await Promise.all(Array.from({length: concurrentReads}, worker))
  return {texts, diagnostics}
}

function outsideLocale(file: string, locales: readonly string[]): Diagnostic {
  const folder = file.includes('/') ? file.slice(0, file.indexOf('/')) : ''
  const guess = nearest(folder, locales)
  const known = locales.map((tag) => `\`${tag}/\``).join(', ')
  const hint = guess === undefined ? '' : `; did you mean \`${guess}/\``
  return {
    ruleId: 'source/outside-locale',
    severity: rules['source/outside-locale'].severity,
    message: `Page \`${file}\` is not published, because it is in none of the locale folders ${known}${hint}`,
    path: file,
    actual: folder,
    ...(guess === undefined ? {} : {expected: [guess]}),
  }
}
