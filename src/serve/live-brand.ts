import {homesOf, linkEntry, renderEntry} from '../build/render-entry.ts'
import type {LoadedTheme} from '../build/load-theme.ts'
import type {PreparedBrand} from '../build/prepare-sites.ts'
import type {OpenedPage} from '../build/page-store.ts'
import type {FileWriter} from '../build/output-writer.ts'
import type {ContentFileOptions} from '../build/write-content-files.ts'
import {assetFolder} from '../render/theme-assets.ts'
import {filesOf} from './memory-writer.ts'
import type {OtherFile} from './memory-writer.ts'
import type {PageHistory} from '../core/publishing.ts'
import {createEditionRenderer} from '../render/edition-renderer.ts'
import type {EditionRenderer} from '../render/edition-renderer.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'

/** A page of an edition that is being served. */
export interface LivePage {
  readonly entry: EditionEntry
  readonly site: EditionSite
}

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
  /** Hands what is made from the texts of an edition to a writer. */
  readonly writeTexts: (options: Omit<ContentFileOptions, 'exportsSearch'>) => void
  /** The same brand before, if there is one: what did not change is taken from it. */
  readonly before: LiveBrand | undefined
}

/** Makes a brand ready to be served. */
export function createLiveBrand(options: LiveBrandOptions): LiveBrand {
  // Nothing that lives on may hold on to `options`: the brand as it was before is in them.
  const {prepared, theme, isFirstLook, locales, base, history, writeOthers, writeTexts, before} = options
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
  const {lastUpdated, authors} = prepared.brand
  const histories = lastUpdated === true || authors === true ? history : undefined
  // Made from the texts of the pages, so any page that changes makes them old.
  const texts: {files?: ReadonlyMap<string, OtherFile> | undefined} = {}
  const readTexts = (): ReadonlyMap<string, OtherFile> =>
    filesOf((writer) => {
      for (const site of sites) writeTexts({site, brand: current, theme: theme.theme, writer})
    })
  return {
    prepared,
    theme,
    isFirstLook,
    pages,
    replace: (path, page) => {
      pages.set(path, page)
      texts.files = undefined
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
      const history = histories?.get(entry.content.page.path)
      return renderEntry(linkEntry(entry, site, current), rendererOf(site), {history}).html
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
      made.files ??= filesOf(writeOthers)
      const found = made.files.get(file)
      if (found || isFirstLook || !isText(file)) return found
      texts.files ??= readTexts()
      return texts.files.get(file)
    },
    made,
  }
}

/** Whether a file may be made from the texts of pages: asking for any other one costs nothing. */
function isText(file: string): boolean {
  return /(?:^|\/)(?:[^/]+\.md|llms(?:-full)?\.txt)$/.test(file) || file.startsWith(`${assetFolder}/search/`)
}

/** The edition with the longest prefix that a file is below; the brand's default one for all else. */
function siteFor(file: string, sites: readonly EditionSite[]): EditionSite | undefined {
  const isBelow = ({edition}: EditionSite): boolean => `/${file}`.startsWith(edition.prefix)
  const longestFirst = sites.filter(isBelow).sort((a, b) => b.edition.prefix.length - a.edition.prefix.length)
  return longestFirst[0] ?? sites.find(({edition}) => edition.locale.tag === edition.brand.defaultLocale) ?? sites[0]
}
