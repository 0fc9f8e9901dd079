import {closeSync, openSync, readSync} from 'node:fs'
import path from 'node:path'
import {frontMatterBlock, readBrands} from '../compile/front-matter.ts'
import {titleFromPath} from '../compile/open-page.ts'
import type {EditionPage} from '../core/page.ts'
import type {Brand, Site} from '../core/site.ts'
import {expandText} from '../macro/expand-text.ts'
import {contentFacts} from '../site/content-facts.ts'
import {createLinkMemory} from '../site/link-memory.ts'
import {assembleBrand, readPagesFiles} from './assemble-sites.ts'
import {decodeSource} from './decode-source.ts'
import type {Disk} from './disk.ts'
import {readHooks} from './edition-hooks.ts'
import {listContent} from './list-content.ts'
import type {PreparedBrand} from './prepare-sites.ts'
import {homeOf} from './read-content.ts'

/** What to look at. */
export interface FirstLookOptions {
  readonly site: Site
  readonly brand: Brand
  /** File of the page that is asked for, below the brand's folder: what stands near it is looked at first. */
  readonly near: string
  readonly disk: Disk
}

/** Bytes of a source in which its title is looked for. */
const headBytes = 2048
/** Sources that are opened for a title; others go by the names of their files until they are compiled. */
const mostOpened = 600

/**
 * A brand before anything of it was compiled: its pages are at their addresses and in the nav, under the titles that a
 * glance at their first lines gives, and empty. Put compiled pages into `pages` to render them.
 *
 * Takes a tenth of a millisecond a page, so that a server can answer before it knows the whole site. What it finds wrong is
 * not to be reported.
 */
export function takeFirstLook(options: FirstLookOptions): PreparedBrand {
  const {site, brand, disk} = options
  const listing = listContent(site.content, disk)
  const homes = {locales: site.locales.map(({tag}) => tag), brands: site.brands.map(({id}) => id)}
  const limits = new Map<string, readonly string[]>()
  const opened = nearest(listing.sources, options)
  const pages = listing.sources.flatMap((file) => {
    const home = homeOf(file, homes)
    return home ? [glance(file, home.locale, {...options, limits, opened})] : []
  })
  const pagesFiles = listing.pagesFiles.flatMap((file) => {
    const bytes = attempt(() => disk.file(path.join(site.content, file)).bytes())
    return bytes ? [[file, decodeSource(bytes, file).text] as const] : []
  })
  const paths = [...listing.sources, ...listing.assets]
  const {brandSites} = assembleBrand({
    site,
    brand,
    pages,
    facts: contentFacts({limits, locales: homes.locales, paths, pages: new Map()}),
    assets: listing.assets,
    pagesFiles: readPagesFiles({pagesFiles: new Map(pagesFiles)}).files,
    memory: createLinkMemory(),
    hooks: readHooks(brand, site, disk),
  })
  return {...brandSites, version: 'first look', pages: new Map()}
}

function glance(
  file: string,
  locale: string,
  options: FirstLookOptions & {readonly limits: Map<string, readonly string[]>; readonly opened: ReadonlySet<string>},
): EditionPage {
  const {brand} = options
  const head = options.opened.has(file) ? readHead(path.join(options.site.content, file)) : ''
  const limit = readBrands(head, file)
  if (limit) options.limits.set(file, limit)
  const written = titleIn(head)
  const values = brand.values[locale] ?? {}
  const title = written && expandText({text: written, path: file, values, locale, brand: brand.id}).text
  return {
    page: {
      path: file,
      locale,
      frontMatter: {data: {}},
      variants: [],
      variantOf: {},
      snippets: [],
      suppressions: [],
      diagnostics: [],
    },
    brand: brand.id,
    title: title ?? titleFromPath(file),
    description: '',
    toc: [],
    // Whatever a page may turn out to need is there.
    features: {mermaid: true, math: true, katex: true},
    anchors: new Set(),
    references: [],
    renderArticle: () => '',
    renderMarkdown: () => '',
  }
}

/** The sources that are nearest to the page that is asked for: those in its folder, then those in the folders above. */
function nearest(sources: readonly string[], {brand, near}: FirstLookOptions): ReadonlySet<string> {
  if (sources.length <= mostOpened) return new Set(sources)
  const inLocale = brand.locales.find(({prefix}) => prefix !== '/' && near.startsWith(prefix.slice(1)))
  const home = inLocale ?? brand.locales.find(({prefix}) => prefix === '/')
  const wanted = `${home?.tag ?? ''}/${near.slice(inLocale ? inLocale.prefix.length - 1 : 0)}`.split('/')
  const distance = (file: string): number => {
    const parts = file.split('/')
    const shared = parts.findIndex((part, index) => part !== wanted[index])
    // Index pages give their folders a title.
    return parts.length - 2 * shared + (file.endsWith('/index.md') ? 0 : 1)
  }
  const rated = sources.map((file) => ({file, distance: distance(file)}))
  return new Set(
    rated
      .sort((a, b) => a.distance - b.distance)
      .slice(0, mostOpened)
      .map(({file}) => file),
  )
}

/** The first lines of a file; empty for one that cannot be read. */
function readHead(file: string): string {
  const bytes = attempt(() => {
    const descriptor = openSync(file, 'r')
    try {
      const buffer = Buffer.alloc(headBytes)
      return buffer.subarray(0, readSync(descriptor, buffer, 0, headBytes, 0))
    } finally {
      closeSync(descriptor)
    }
  })
  return bytes
    ? bytes
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n')
    : ''
}

/** Title as the front matter gives it, else the first heading without its marks. */
function titleIn(head: string): string | undefined {
  const block = frontMatterBlock(head)
  const given = block && /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(block.yaml)?.[2]
  if (given !== undefined) return given
  const heading = /^#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/m.exec(block ? head.slice(block.length) : head)?.[1]
  return heading
    ?.replace(/[ \t]*\{[^{}]*\}$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]|:[\w-]+:/g, '')
    .trim()
}

function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
