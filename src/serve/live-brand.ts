import {homesOf, linkEntry, renderEntry} from '../build/render-entry.ts'
import type {LoadedTheme} from '../build/load-theme.ts'
import type {PreparedBrand} from '../build/prepare-sites.ts'
import type {OpenedPage} from '../build/page-store.ts'
import type {FileWriter} from '../build/output-writer.ts'
import type {PageHistory} from '../core/publishing.ts'
import {createEditionRenderer} from '../render/edition-renderer.ts'
import type {EditionRenderer} from '../render/edition-renderer.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'

/** A page of an edition that is being served. */
export interface LivePage {
  readonly entry: EditionEntry
  readonly site: EditionSite
}

/** A file that is no page: what the build makes, or a file of the content folder by its path from there. */
export type OtherFile = {readonly content: string | Uint8Array} | {readonly from: string}

/** One brand as it is served: everything is made when it is asked for. */
export interface LiveBrand {
  readonly prepared: PreparedBrand
  readonly theme: LoadedTheme
  /** Whether it was put together before the whole site was compiled; see `takeFirstLook`. */
  readonly isFirstLook: boolean
  /** Compiled pages by path of the source; newer than those of `prepared` where a source was just saved. */
  readonly pages: ReadonlyMap<string, OpenedPage>
  /** Puts a page in the place of the one that is there. */
  replace(path: string, page: OpenedPage): void
  /** The page that is written to a file. @param file  below the brand's folder: `en/install/index.html` */
  pageAt(file: string): LivePage | undefined
  /** The page of a source as one of the locales has it. */
  pageOf(locale: string, localePath: string): LivePage | undefined
  render(page: LivePage): string
  /** The page for addresses that do not exist, of the edition that the file would belong to. */
  notFound(file: string): string
  otherFile(file: string): OtherFile | undefined
  /** What a later state of the brand can use again where nothing that they depend on has changed. */
  readonly made: MadeParts
}

/** What was made of a brand so far. */
interface MadeParts {
  readonly renderers: Map<EditionSite, EditionRenderer>
  files: ReadonlyMap<string, OtherFile> | undefined
}

/** What a live brand is made of. */
export interface LiveBrandOptions {
  readonly prepared: PreparedBrand
  readonly theme: LoadedTheme
  readonly isFirstLook: boolean
  /** Tags of the locales that are served. */
  readonly locales: ReadonlySet<string>
  /** Path of the brand on the server, `/aurora/`. */
  readonly base: string
  /** Hands everything that is no page to a writer. */
  readonly writeOthers: (writer: FileWriter) => void
  /** What git knows about the sources, by path from the content folder. */
  readonly history: ReadonlyMap<string, PageHistory>
  /** The same brand before, if there is one: what did not change is taken from it. */
  readonly before: LiveBrand | undefined
}

/** Makes a brand ready to be served. */
export function createLiveBrand(options: LiveBrandOptions): LiveBrand {
  const {prepared, theme, isFirstLook, locales, base, history, before} = options
  const pages = new Map(prepared.pages)
  const current = {...prepared, pages}
  const sites = prepared.sites.filter(({edition}) => locales.has(edition.locale.tag))
  const isSame = before?.prepared.version === prepared.version && before.theme.version === theme.version && !isFirstLook
  const made: MadeParts = isSame ? before.made : {renderers: new Map(), files: undefined}

  const rendererOf = (site: EditionSite): EditionRenderer => {
    const known = made.renderers.get(site)
    if (known) return known
    const renderer = createEditionRenderer({theme: theme.theme, site, homes: homesOf(prepared.sites)})
    made.renderers.set(site, renderer)
    return renderer
  }
  const readOthers = (): ReadonlyMap<string, OtherFile> => {
    const files = new Map<string, OtherFile>()
    options.writeOthers({
      write: (file, content) => files.set(file, {content}),
      copy: (file, from) => files.set(file, {from}),
      keep: () => false,
      read: () => undefined,
    })
    return files
  }
  return {
    prepared,
    theme,
    isFirstLook,
    pages,
    replace: (path, page) => {
      pages.set(path, page)
    },
    pageAt: (file) => {
      const target = prepared.links.byOutput.get(file)
      if (target?.kind !== 'page') return undefined
      const {entry} = target
      const site = sites.find(({entries}) => entries.get(entry.localePath) === entry)
      return site && {entry, site}
    },
    pageOf: (locale, localePath) => {
      const site = sites.find(({edition}) => edition.locale.tag === locale)
      const entry = site?.entries.get(localePath)
      return site && entry && {site, entry}
    },
    render: ({entry, site}) => {
      const known = history.get(entry.content.page.path)
      return renderEntry(linkEntry(entry, site, current), rendererOf(site), known).html
    },
    notFound: (file) => {
      const site = siteFor(file, sites)
      if (!site) return ''
      // Its links start at the root of the brand, which is a folder here.
      const edition = {...site.edition, brand: {...site.edition.brand, url: `http://localhost${base}`}}
      const renderer = createEditionRenderer({
        theme: theme.theme,
        site: {...site, edition},
        homes: homesOf(prepared.sites),
      })
      return renderer.renderNotFound().html
    },
    otherFile: (file) => {
      made.files ??= readOthers()
      return made.files.get(file)
    },
    made,
  }
}

/** The edition with the longest prefix that a file is below; the brand's default one for all else. */
function siteFor(file: string, sites: readonly EditionSite[]): EditionSite | undefined {
  const isBelow = ({edition}: EditionSite): boolean => `/${file}`.startsWith(edition.prefix)
  const longestFirst = sites.filter(isBelow).sort((a, b) => b.edition.prefix.length - a.edition.prefix.length)
  return longestFirst[0] ?? sites.find(({edition}) => edition.locale.tag === edition.brand.defaultLocale) ?? sites[0]
}
