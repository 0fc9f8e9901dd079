import type {Diagnostic} from '../core/diagnostic.ts'
import {inFolder} from '../core/paths.ts'
import type {PageHistory} from '../core/publishing.ts'
import {createEditionRenderer} from '../render/edition-renderer.ts'
import type {EditionRenderer} from '../render/edition-renderer.ts'
import type {Theme} from '../render/theme.ts'
import type {EditionEntry, EditionSite, NavItem} from '../site/edition-site.ts'
import {prefixFolder} from '../site/page-address.ts'
import {digestAll} from './digest.ts'
import type {FileWriter} from './output-writer.ts'
import type {PreparedBrand} from './prepare-sites.ts'
import {createPageCompanions} from './page-companions.ts'
import type {EditionFiles} from './page-companions.ts'
import {homesOf, linkEntry, renderEntry} from './render-entry.ts'
import {currentEntry} from './resolve-all-links.ts'
import type {SocialPainter} from './social/social-painter.ts'
import {openSearch} from './write-search.ts'
import type {SearchMemory} from './write-search.ts'

/** What an edition is written from, and what is known of the last time. */
export interface EditionOutputOptions {
  readonly site: EditionSite
  readonly brand: PreparedBrand
  readonly theme: Theme
  /** Digest of what the theme is made from. */
  readonly themeVersion: string
  readonly writer: FileWriter
  /** What git knows about the sources, by path from the content folder; left out: nothing. */
  readonly history?: ReadonlyMap<string, PageHistory> | undefined
  /** Whether the search records are written as JSON Lines, too. */
  readonly exportsSearch: boolean
  /** Draws images for social networks; left out: there are none. */
  readonly painter: SocialPainter | undefined
  readonly memory: EditionMemory | undefined
  readonly onPage: () => void
}

/** What is remembered of an edition that was written: enough to tell which pages would be written the same again. */
export interface EditionMemory {
  /** Of the brand's sites and of the theme; left out when another process wrote them. */
  readonly versions: readonly [site: string, theme: string] | undefined
  /** Digest of what every page shows of the edition. */
  readonly frame: string
  readonly renderer: (() => EditionRenderer) | undefined
  /** By path in the locale. */
  readonly pages: ReadonlyMap<string, WrittenPage>
  /** What was found in the page for addresses that do not exist. */
  readonly notFound: readonly Diagnostic[]
  readonly search: SearchMemory
  /** Files about the edition as a whole. */
  readonly whole: EditionFiles
}

/** A page as it was written. */
interface WrittenPage {
  /** Of the opened page and its history; left out when another process wrote it. */
  readonly version: string | undefined
  readonly linkFindings: readonly Diagnostic[]
  /** Digest of all that decides about its HTML. */
  readonly inputs: string
  readonly findings: readonly Diagnostic[]
  /** Files beside it, below the brand's output folder. */
  readonly beside: readonly string[]
  readonly description: string
}

/** A page in notes. */
type NotedPage = Omit<WrittenPage, 'version' | 'linkFindings'>

/** What another process can use of the memory of an edition. Plain data. */
export interface EditionNotes {
  readonly frame: string
  readonly notFound: readonly Diagnostic[]
  readonly search: SearchMemory
  /** By path in the locale. */
  readonly pages: Readonly<Record<string, NotedPage>>
  readonly whole: EditionFiles
}

/** Notes of an edition that was written. */
export function noteEdition({frame, notFound, search, pages, whole}: EditionMemory): EditionNotes {
  const noted = [...pages].map(([path, {version: _, linkFindings: __, ...page}]) => [path, page] as const)
  return {frame, notFound, search, pages: Object.fromEntries(noted), whole}
}

/** What notes say of an edition; its links have to be resolved again. */
export function recallEdition({frame, notFound, search, pages, whole}: EditionNotes): EditionMemory {
  const recalled = Object.entries(pages).map(([path, page]): [string, WrittenPage] => [
    path,
    {version: undefined, linkFindings: [], ...page},
  ])
  return {versions: undefined, frame, renderer: undefined, pages: new Map(recalled), notFound, search, whole}
}

/**
 * Writes the pages of an edition, those that would come out the same left as they are.
 *
 * A page depends on itself, on where its links lead, and on what is around it: the nav, the titles of its neighbours,
 * the texts of the site. As long as the sites of the brand are the same objects, only the page itself can differ.
 */
export function writeEdition(options: EditionOutputOptions): {
  readonly diagnostics: readonly Diagnostic[]
  readonly memory: EditionMemory
} {
  const {site, brand, theme, themeVersion, writer, painter, onPage} = options
  const {lastUpdated, authors} = brand.brand
  const histories = lastUpdated === true || authors === true ? options.history : undefined
  const before = options.memory
  const homes = homesOf(brand.sites)
  const isSame = before?.versions?.[0] === brand.version && before.versions[1] === themeVersion
  const frame = isSame
    ? before.frame
    : digestAll([themeVersion, JSON.stringify(homes), painter?.version ?? '', ...frameOf(site)])
  const renderer = (isSame ? before.renderer : undefined) ?? lazily(() => createEditionRenderer({theme, site, homes}))
  const versionOf = ({content}: EditionEntry): string => brand.pages.get(content.page.path)?.version ?? ''
  const search = openSearch({
    site,
    current: (entry) => ({entry: currentEntry(entry, brand), version: versionOf(entry)}),
    writer,
    memory: before?.search,
    isExported: options.exportsSearch,
  })
  const companions = createPageCompanions({site, writer, painter})
  const isKept = (entry: EditionEntry, {beside}: WrittenPage): boolean =>
    [entry.file, ...beside].every((file) => writer.keep(file))
  const pages = new Map<string, WrittenPage>()
  for (const entry of site.entries.values()) {
    const known = before?.pages.get(entry.localePath)
    const history = histories?.get(entry.content.page.path)
    const opened = versionOf(entry)
    const version = opened + (history ? JSON.stringify(history) : '')
    const isSamePage = known?.version === version
    const write = (): WrittenPage => {
      const linked = linkEntry(entry, site, brand)
      const inputs = digestAll([
        version,
        frame,
        entry.url,
        JSON.stringify(entry.contentLocale),
        JSON.stringify(linked.alternates),
        JSON.stringify(linked.tags),
        linked.tagList,
        ...linked.hrefs,
      ])
      const shared = {version, inputs, linkFindings: linked.diagnostics}
      if (known?.inputs === inputs && isKept(entry, known)) return {...known, ...shared}
      const {files: beside, description, socialImage, diagnostics} = companions.write(linked.entry, linked.hrefs)
      const page = renderEntry(linked, renderer(), {history, socialImage})
      // What a list of tags shows belongs to the pages that it leads to.
      const isList = linked.tagList !== ''
      search.note(linked.entry, opened, isList ? linked.entry.content.renderArticle(linked.hrefs) : page.article)
      writer.write(entry.file, page.html)
      return {...shared, findings: [...page.diagnostics, ...diagnostics], beside, description}
    }
    const isWritten = known !== undefined && isSame && isSamePage && isKept(entry, known)
    pages.set(entry.localePath, isWritten ? known : write())
    onPage()
  }
  const isNotFoundWritten = before?.frame === frame && notFoundFiles(site).every((file) => writer.keep(file))
  const heading = theme.strings(site.edition.locale.tag).words['nav'] ?? ''
  const whole = companions.finish(pages, {frame, heading, before: before?.whole})
  const notFound = isNotFoundWritten ? before.notFound : writeNotFound(renderer(), site, writer)
  return {
    diagnostics: [
      ...[...pages.values()].flatMap(({linkFindings, findings}) => [...linkFindings, ...findings]),
      ...notFound,
    ],
    memory: {versions: [brand.version, themeVersion], frame, renderer, pages, notFound, search: search.finish(), whole},
  }
}

/** What a page can show of its edition beside itself and what its links lead to. */
function frameOf({edition, title, description, copyright, nav, order, ...site}: EditionSite): readonly string[] {
  const {values: _, redirects: __, ...brand} = edition.brand
  const texts = [site.announcement ?? [], site.statuses, site.versionTitles, site.hooks]
  const parts = [JSON.stringify([{...edition, brand}, ...texts]), title, description, copyright]
  const visit = (items: readonly NavItem[]): void => {
    parts.push(String(items.length))
    for (const item of items) {
      parts.push(item.title, item.href ?? '', item.entry ? `/${item.entry.url}` : '')
      parts.push(item.entry?.content.page.frontMatter.status ?? '')
      visit(item.children)
    }
  }
  visit(nav)
  for (const entry of order) parts.push(entry.content.title, entry.url)
  return parts
}

function writeNotFound(renderer: EditionRenderer, site: EditionSite, writer: FileWriter): readonly Diagnostic[] {
  const {html, diagnostics} = renderer.renderNotFound()
  for (const file of notFoundFiles(site)) writer.write(file, html)
  return diagnostics
}

/** Servers look for the page at the root, or in the folder of a locale. */
function notFoundFiles({edition}: EditionSite): readonly string[] {
  const own = inFolder(prefixFolder(edition.prefix), '404.html')
  return edition.locale.tag === edition.brand.defaultLocale ? [own, '404.html'] : [own]
}

/** Makes a value when it is first asked for. */
function lazily<Value>(make: () => Value): () => Value {
  const made: {value?: Value} = {}
  return () => (made.value ??= make())
}
