import path from 'node:path'
import {setImmediate as turn} from 'node:timers/promises'
import {readBrands} from '../compile/front-matter.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import {rules} from '../core/rules.ts'
import {decodeSource} from './decode-source.ts'
import type {Disk} from './disk.ts'
import {listContent, unreadable} from './list-content.ts'
import type {ProgressListener} from './progress.ts'
import {asksForSnippets} from './snippet-reader.ts'
import {systemReason} from './system-reason.ts'

/** A source as read: its text, and the locale that it is written in. */
export interface SourceText {
  /** From the content folder: `zh/billing/aws.md`. */
  readonly path: string
  /** Brand whose folder it stands in, `brands/<id>/zh/billing/aws.md`; left out for a page of all brands. */
  readonly brand?: string
  readonly locale: string
  /** Digest of its bytes. */
  readonly digest: string
  /** Brands that its front matter limits it to, as written; left out: all. */
  readonly limit?: readonly string[]
  /** Whether it may ask for snippets. */
  readonly asks: boolean
  /** Read again when it is needed after a while: the texts of a large site are not all held. */
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

/** What to read. */
export interface ContentOptions {
  /** Absolute folder. */
  readonly content: string
  /** Tags, which are the names of the locale folders. */
  readonly locales: readonly string[]
  /** Ids of every brand, which may have pages of their own below `brands/<id>/`. */
  readonly brands: readonly string[]
  readonly onProgress?: ProgressListener | undefined
}

/** Reads one content folder, again and again; what did not change is not decoded again. */
export interface ContentReader {
  /**
   * Reads the sources and nav files.
   *
   * What cannot be read is reported and left out: `source/unreadable`, `source/encoding` and, for Markdown in no
   * locale's folder, `source/outside-locale`.
   *
   * @throws when the content folder itself cannot be read, with the system's error as `cause`
   */
  read(options: ContentOptions): Promise<Content>
  /** Reads one source; `undefined` for a file that is in no locale's folder or cannot be read. */
  readSource(file: string, options: ContentOptions): SourceText | undefined
  /** Lets the texts go that it holds. */
  rest(): void
}

/** What is known of a text without holding it. */
interface Facts {
  readonly digest: string
  readonly diagnostics: readonly Diagnostic[]
  readonly limit: readonly string[] | undefined
  readonly asks: boolean
}

/** Files that are read in one turn of the event loop. */
const filesPerTurn = 64
/** Most text that is held between reading and compiling, in UTF-16 units. */
const heldText = 64 * 1024 * 1024

/** Makes a reader. */
export function createContentReader(disk: Disk): ContentReader {
  const facts = new Map<string, Facts>()
  const sources = new Map<string, SourceText>()
  const texts = new Map<string, string>()
  const held = {units: 0}

  const readText = (content: string, file: string): Facts & {text(): string} => {
    const place = path.join(content, file)
    // Not held on to as a whole: it knows the bytes of the file.
    const {digest, bytes} = disk.file(place)
    const text = (): string => texts.get(file) ?? readAgain(place, file, digest)
    const known = facts.get(file)
    if (known?.digest === digest) return {...known, text}
    const decoded = decodeSource(bytes(), file)
    const made = {
      digest,
      diagnostics: decoded.diagnostics,
      limit: readBrands(decoded.text, file),
      asks: asksForSnippets(decoded.text),
    }
    facts.set(file, made)
    texts.delete(file)
    if (held.units + decoded.text.length <= heldText) {
      held.units += decoded.text.length
      texts.set(file, decoded.text)
    }
    return {...made, text}
  }
  const readAgain = (place: string, file: string, expected: string): string => {
    const {digest, bytes} = disk.file(place)
    if (digest !== expected) throw new Error(`Cannot read \`${file}\`: it changed while it was read; build again`)
    return decodeSource(bytes(), file).text
  }
  const readTexts = async (files: readonly string[], {content, onProgress}: ContentOptions) => {
    const read = new Map<string, Facts & {text(): string}>()
    const diagnostics: Diagnostic[] = []
    for (const [index, file] of files.entries()) {
      try {
        const found = readText(content, file)
        read.set(file, found)
        diagnostics.push(...found.diagnostics)
      } catch (error) {
        diagnostics.push(unreadable(file, `Cannot read \`${file}\`: ${systemReason(error)}`))
      }
      onProgress?.({phase: 'read', done: index + 1, total: files.length})
      // A server goes on answering while it reads.
      if ((index + 1) % filesPerTurn === 0) await turn()
    }
    return {read, diagnostics}
  }
  const toKnownSource = (file: string, home: Home, found: Facts & {text(): string}): SourceText => {
    const known = sources.get(file)
    if (known?.digest === found.digest && known.locale === home.locale && known.brand === home.brand) return known
    const source = toSource({path: file, ...home}, found)
    sources.set(file, source)
    return source
  }
  return {
    read: async (options) => {
      const {content, locales} = options
      const listing = list(content, disk)
      const homes = new Map(listing.sources.map((file) => [file, homeOf(file, options)]))
      const inside = listing.sources.filter((file) => homes.get(file) !== undefined)
      const outside = listing.sources.filter((file) => homes.get(file) === undefined)
      const {read, diagnostics} = await readTexts([...inside, ...listing.pagesFiles], options)
      return {
        sources: inside.flatMap((file) => {
          const home = homes.get(file)
          const found = read.get(file)
          return home && found ? [toKnownSource(file, home, found)] : []
        }),
        pagesFiles: new Map(
          listing.pagesFiles.flatMap((file) => {
            const found = read.get(file)
            return found ? [[file, found.text()] as const] : []
          }),
        ),
        assets: listing.assets,
        diagnostics: [...listing.diagnostics, ...diagnostics, ...outside.map((file) => outsideLocale(file, locales))],
      }
    },
    readSource: (file, options) => {
      const home = homeOf(file, options)
      if (!home) return undefined
      try {
        return toKnownSource(file, home, readText(options.content, file))
      } catch {
        return undefined
      }
    },
    rest: () => {
      texts.clear()
      held.units = 0
    },
  }
}

function list(content: string, disk: Disk): ReturnType<typeof listContent> {
  try {
    return listContent(content, disk)
  } catch (error) {
    throw new Error(`Cannot read the content folder \`${content}\`: ${systemReason(error)}`, {cause: error})
  }
}

/** The folders that a source stands in. */
type Home = Pick<SourceText, 'locale' | 'brand'>

/** Locale and brand of a source by where it stands; `undefined` outside the folders of the locales. */
export function homeOf(file: string, {brands, locales}: Pick<ContentOptions, 'brands' | 'locales'>): Home | undefined {
  const brand = brands.find((id) => file.startsWith(`brands/${id}/`))
  const inBrand = brand === undefined ? file : file.slice(`brands/${brand}/`.length)
  const locale = locales.find((tag) => inBrand.startsWith(`${tag}/`))
  return locale === undefined ? undefined : {locale, ...(brand === undefined ? {} : {brand})}
}

function toSource(home: Home & Pick<SourceText, 'path'>, facts: Facts & {text(): string}): SourceText {
  const {digest, limit, asks} = facts
  return {
    ...home,
    digest,
    ...(limit && {limit}),
    asks,
    get text() {
      return facts.text()
    },
  }
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
