import {activeFeatures} from '../../../src/core/theme-features.ts'
import {contentFacts} from '../../../src/site/content-facts.ts'
import {buildEditionSite, type EditionSiteOptions} from '../../../src/site/build-edition-site.ts'
import type {EditionSite, NavItem} from '../../../src/site/edition-site.ts'
import {buildLinkIndex, type LinkIndex} from '../../../src/site/link-index.ts'
import {readPagesFile} from '../../../src/site/pages-file.ts'
import {resolveReferences} from '../../../src/site/resolve-references.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import type {EditionPage, EditionReference, FrontMatter} from '../../../src/core/page.ts'
import type {Publishing} from '../../../src/core/publishing.ts'
import type {Brand, Locale, NavEntry, NavPlace} from '../../../src/core/site.ts'

/** What a test says about a page; the rest is made up. */
export interface PageFixture {
  readonly title?: string
  readonly anchors?: readonly string[]
  readonly brands?: readonly string[]
  readonly references?: readonly EditionReference[]
  readonly tags?: readonly string[]
  /** Whether it lists the tags of its edition. */
  readonly tagList?: true
  readonly frontMatter?: Partial<FrontMatter>
}

/** A small site: pages and files by path from the content folder, `.pages` files by folder. */
export interface SiteFixture {
  readonly pages: Readonly<Record<string, PageFixture>>
  readonly assets?: readonly string[]
  readonly pagesFiles?: Readonly<Record<string, string>>
  readonly nav?: Readonly<Record<string, readonly NavEntry[]>>
  readonly navPlaces?: Readonly<Record<string, readonly NavPlace[]>>
  /** URL prefixes by locale; the first is the default. */
  readonly prefixes?: Readonly<Record<string, string>>
  readonly brand?: string
  /** What the brand says about its pages as files. */
  readonly publishing?: Publishing
  readonly chain?: readonly string[]
  readonly url?: string
  /** Anchors of pages in other brands, by brand and path. */
  readonly anchorsOf?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** Editions of the fixture's brand, their link index and everything they report. */
export interface BuiltFixture {
  readonly sites: Readonly<Record<string, EditionSite>>
  readonly index: LinkIndex
  readonly diagnostics: readonly Diagnostic[]
}

/** Builds every edition of a fixture; `aurora` in `zh` at `/` and `en` at `/en/` unless it says otherwise. */
export function buildFixture(fixture: SiteFixture): BuiltFixture {
  const prefixes = fixture.prefixes ?? {zh: '/', en: '/en/'}
  const tags = Object.keys(prefixes)
  const brand = makeBrand(fixture, prefixes)
  const chain = fixture.chain ?? [brand.id]
  const locales: Locale[] = [...new Set([...tags, 'zh', 'en'])].map((tag) => ({tag, name: tag, dir: 'ltr'}))
  const pages = Object.entries(fixture.pages).map(([path, page]) => makePage(path, page, brand.id))
  const limits = new Map(Object.entries(fixture.pages).flatMap(([path, {brands}]) => (brands ? [[path, brands]] : [])))
  const diagnostics: Diagnostic[] = []
  const pagesFiles = new Map(
    Object.entries(fixture.pagesFiles ?? {}).map(([folder, text]) => {
      const read = readPagesFile(text, `${folder}/.pages`)
      diagnostics.push(...read.diagnostics)
      return [folder, read.pages]
    }),
  )
  const sites: Record<string, EditionSite> = {}
  const facts = contentFacts({
    limits,
    locales: locales.map(({tag}) => tag),
    paths: [...Object.keys(fixture.pages), ...(fixture.assets ?? [])],
    pages: new Map(
      Object.entries(fixture.anchorsOf ?? {}).map(([id, anchors]) => [
        id,
        new Map(Object.entries(anchors).map(([path, ids]) => [path, {content: {anchors: new Set(ids)}}])),
      ]),
    ),
  })
  for (const locale of locales.filter(({tag}) => tags.includes(tag))) {
    const nav = fixture.nav?.[locale.tag]
    const navPlaces = fixture.navPlaces?.[locale.tag]
    const options: EditionSiteOptions = {
      edition: {id: `${brand.id}/${locale.tag}`, brand, locale, prefix: prefixes[locale.tag] ?? '/'},
      chain,
      locales,
      pages,
      limits,
      assets: fixture.assets ?? [],
      pagesFiles,
      ...(nav ? {nav} : {}),
      ...(navPlaces ? {navPlaces} : {}),
      configPath: 'docprism.yml',
      expand: (text) => ({text: text.replaceAll('<<< brand >>>', brand.id), diagnostics: []}),
    }
    const built = buildEditionSite(options)
    sites[locale.tag] = built.site
    diagnostics.push(...built.diagnostics)
  }
  const {index, diagnostics: collisions} = buildLinkIndex(Object.values(sites), facts)
  return {sites, index, diagnostics: [...diagnostics, ...collisions]}
}

/** The edition of a locale; a test that asks for one that is not there is wrong. */
export function siteOf(built: BuiltFixture, locale: string): EditionSite {
  const site = built.sites[locale]
  if (!site) throw new Error(`The fixture has no locale ${locale}`)
  return site
}

/** Nav as indented lines: title, then what it opens. */
export function navLines(items: readonly NavItem[], indent = ''): readonly string[] {
  return items.flatMap((item) => {
    const target = item.entry?.localePath ?? item.href
    return [
      indent + item.title + (target === undefined ? '' : ` -> ${target}`),
      ...navLines(item.children, `${indent}  `),
    ]
  })
}

/** Rule and message of each finding, with its place where it has one. */
export function findingLines(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ruleId, message, path, place}) => {
    const at = place ? `${path}:${place.start.line}:${place.start.column}` : path
    return `${at} ${ruleId} ${message}`
  })
}

/** Resolves references as if they stood on a page of the fixture. */
export function resolveOn(
  built: BuiltFixture,
  page: {readonly locale: string; readonly localePath: string; readonly references: readonly EditionReference[]},
): ReturnType<typeof resolveReferences> {
  const site = siteOf(built, page.locale)
  const entry = site.entries.get(page.localePath)
  if (!entry) throw new Error(`The fixture has no page ${page.localePath}`)
  const content = {...entry.content, references: page.references}
  return resolveReferences({...entry, content}, site, built.index)
}

function makeBrand(fixture: SiteFixture, prefixes: Readonly<Record<string, string>>): Brand {
  const tags = Object.keys(prefixes)
  const texts = Object.fromEntries(tags.map((tag) => [tag, `<<< brand >>> ${tag}`]))
  return {
    id: fixture.brand ?? 'aurora',
    url: fixture.url ?? 'https://docs.aurora.example/',
    locales: Object.entries(prefixes).map(([tag, prefix]) => ({tag, prefix})),
    defaultLocale: tags[0] ?? 'zh',
    values: {},
    theme: {scheme: 'system', features: activeFeatures(undefined)},
    forbid: [],
    robots: true,
    external: true,
    title: texts,
    description: texts,
    copyright: texts,
    ...fixture.publishing,
    overrides: [],
  }
}

function makePage(path: string, fixture: PageFixture, brand: string): EditionPage {
  const locale = path.replace(/^brands\/[^/]+\//, '').split('/')[0] ?? ''
  return {
    page: {
      path,
      locale,
      frontMatter: {...(fixture.brands ? {brands: fixture.brands} : {}), data: {}, ...fixture.frontMatter},
      variants: [],
      variantOf: {},
      snippets: [],
      suppressions: [],
      diagnostics: [],
    },
    brand,
    title: fixture.title ?? path,
    description: '',
    ...(fixture.tags ? {tags: fixture.tags} : {}),
    features: {mermaid: false, math: false, katex: false, ...(fixture.tagList ? {tagList: true} : {})},
    toc: [],
    anchors: new Set(fixture.anchors ?? []),
    references: fixture.references ?? [],
    renderArticle: () => '',
    renderMarkdown: () => '',
  }
}
