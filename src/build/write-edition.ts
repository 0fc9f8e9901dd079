import type {Diagnostic} from '../core/diagnostic.ts'
import {inFolder} from '../core/paths.ts'
import {createEditionRenderer} from '../render/edition-renderer.ts'
import type {EditionRenderer} from '../render/edition-renderer.ts'
import type {LocaleAddress} from '../render/page-addresses.ts'
import type {Theme} from '../render/theme.ts'
import {alternatesOf} from '../site/alternates.ts'
import type {EditionEntry, EditionSite, NavItem} from '../site/edition-site.ts'
import {prefixFolder} from '../site/page-address.ts'
import {resolveReferences} from '../site/resolve-references.ts'
import {digestAll} from './digest.ts'
import type {FileWriter} from './output-writer.ts'
import type {PreparedBrand} from './prepare-sites.ts'
import {createPageCompanions} from './page-companions.ts'
import type {EditionFiles} from './page-companions.ts'
import {currentEntry} from './resolve-all-links.ts'
import type {SocialPainter} from './social/social-painter.ts'

/** What an edition is written from, and what is known of the last time. */
export interface EditionOutputOptions {
  readonly site: EditionSite
  readonly brand: PreparedBrand
  readonly theme: Theme
  /** Digest of what the theme is made from. */
  readonly themeVersion: string
  readonly writer: FileWriter
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
  /** Files about the edition as a whole. */
  readonly whole: EditionFiles
}

/** A page as it was written. */
interface WrittenPage {
  /** Of the opened page; left out when another process wrote it. */
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
  /** By path in the locale. */
  readonly pages: Readonly<Record<string, NotedPage>>
  readonly whole: EditionFiles
}

/** Notes of an edition that was written. */
export function noteEdition({frame, notFound, pages, whole}: EditionMemory): EditionNotes {
  const noted = [...pages].map(([path, {version: _, linkFindings: __, ...page}]) => [path, page] as const)
  return {frame, notFound, pages: Object.fromEntries(noted), whole}
}

/** What notes say of an edition; its links have to be resolved again. */
export function recallEdition({frame, notFound, pages, whole}: EditionNotes): EditionMemory {
  const recalled = Object.entries(pages).map(([path, page]): [string, WrittenPage] => [
    path,
    {version: undefined, linkFindings: [], ...page},
  ])
  return {versions: undefined, frame, renderer: undefined, pages: new Map(recalled), notFound, whole}
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
  const before = options.memory
  const homes = homesOf(brand.sites)
  const isSame = before?.versions?.[0] === brand.version && before.versions[1] === themeVersion
  const frame = isSame
    ? before.frame
    : digestAll([themeVersion, JSON.stringify(homes), painter?.version ?? '', ...frameOf(site)])
  const renderer = (isSame ? before.renderer : undefined) ?? lazily(() => createEditionRenderer({theme, site, homes}))
  const companions = createPageCompanions({site, writer, painter})
  const isKept = (entry: EditionEntry, {beside}: WrittenPage): boolean =>
    [entry.file, ...beside].every((file) => writer.keep(file))
  const pages = new Map<string, WrittenPage>()
  for (const entry of site.entries.values()) {
    const opened = brand.pages.get(entry.content.page.path)
    const known = before?.pages.get(entry.localePath)
    const version = opened?.version ?? ''
    const isSamePage = known?.version === version
    const write = (): WrittenPage => {
      const current = currentEntry(entry, brand)
      const resolved = resolveReferences(current, site, brand.links)
      const alternates = alternatesFor(current, brand.sites)
      const inputs = digestAll([
        version,
        frame,
        entry.url,
        JSON.stringify(entry.contentLocale),
        JSON.stringify(alternates),
        ...resolved.hrefs,
      ])
      const shared = {version, inputs, linkFindings: resolved.diagnostics}
      if (known?.inputs === inputs && isKept(entry, known)) return {...known, ...shared}
      const {files: beside, description, socialImage, diagnostics} = companions.write(current, resolved.hrefs)
      const described = renderer().describePage({entry: current, alternates, socialImage})
      const page = renderer().renderPage(described.facts, current.content.renderArticle(resolved.hrefs))
      writer.write(entry.file, page.html)
      const findings = [...described.diagnostics, ...page.diagnostics, ...diagnostics]
      return {...shared, findings, beside, description}
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
    memory: {versions: [brand.version, themeVersion], frame, renderer, pages, notFound, whole},
  }
}

/** What a page can show of its edition beside itself and what its links lead to. */
function frameOf({edition, title, description, copyright, hooks, nav, order}: EditionSite): readonly string[] {
  const {values: _, ...brand} = edition.brand
  const parts = [JSON.stringify({...edition, brand}), title, description, copyright, JSON.stringify(hooks ?? '')]
  const visit = (items: readonly NavItem[]): void => {
    parts.push(String(items.length))
    for (const item of items) {
      parts.push(item.title, item.href ?? '', item.entry ? `/${item.entry.url}` : '')
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

// A locale that has another page at best is offered by the language switch, but is no translation.
function alternatesFor(entry: EditionEntry, sites: readonly EditionSite[]): readonly LocaleAddress[] {
  return alternatesOf(entry, sites).map(({locale, url, fallback, samePage}) => ({
    locale,
    url,
    fallback: fallback || !samePage,
  }))
}

function homesOf(sites: readonly EditionSite[]): readonly LocaleAddress[] {
  return sites.map(({edition}) => ({
    locale: edition.locale,
    url: edition.prefix.slice(1),
    fallback: false,
  }))
}

/** Makes a value when it is first asked for. */
function lazily<Value>(make: () => Value): () => Value {
  const made: {value?: Value} = {}
  return () => (made.value ??= make())
}
