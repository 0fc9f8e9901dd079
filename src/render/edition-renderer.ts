import {nearest} from '../core/nearest.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {TocEntry} from '../core/page.ts'
import type {PageHistory} from '../core/publishing.ts'
import type {EditionEntry, EditionSite, NavItem} from '../site/edition-site.ts'
import {neighboursOf, trailOf} from '../site/reading-order.ts'
import {absoluteUrl, hostPath, rootPrefix} from './address.ts'
import {announcementBar} from './announcement-bar.ts'
import {fontCss} from './font-css.ts'
import {firstEntry, prepareNavigation} from './navigation.ts'
import type {Navigation} from './navigation.ts'
import {withIndexFiles} from './offline-links.ts'
import {languageChoices, pageAddresses} from './page-addresses.ts'
import type {LocaleAddress} from './page-addresses.ts'
import {openGraphLocale} from './open-graph-locale.ts'
import {createPageInfo, versionChoices} from './page-info.ts'
import type {PageInfo} from './page-info.ts'
import {tagListToc} from './tag-list.ts'
import {addressListPath} from './address-list.ts'
import type {LinkContext, PageContext, PageFacts} from './page-context.ts'
import {hasMarkdown} from './page-markdown.ts'
import {structuredData} from './structured-data.ts'
import type {Rendered, Theme} from './theme.ts'
import {assetFolder, iconPath, logoPath} from './theme-assets.ts'
import {tocList} from './toc-list.ts'

/** Writes the pages of one edition. */
export interface EditionRenderer {
  /** Everything about a page that its layout asks for; a layout that does not exist is reported as `front-matter/invalid`. */
  describePage(page: PageInput): {readonly facts: PageFacts; readonly diagnostics: readonly Diagnostic[]}
  /**
   * The whole HTML of a page; a template's faults are reported as `template/invalid`.
   *
   * @param article  HTML of the article, links resolved
   */
  renderPage(facts: PageFacts, article: string): Rendered
  /** The page for addresses that do not exist; its links work at any depth below the brand's root. */
  renderNotFound(): Rendered
}

/** A page to be put in the layout. */
export interface PageInput {
  readonly entry: EditionEntry
  /** The page in the brand's other locales; its own may be among them. */
  readonly alternates: readonly LocaleAddress[]
  /** What git knows about its source; left out when nothing is. */
  readonly history?: PageHistory | undefined
  /** Image for social networks, below the brand's output folder; left out: there is none. */
  readonly socialImage?: string | undefined
}

/**
 * Prepares what all pages of an edition share: nav, reading order, strings.
 *
 * @param options.homes  the home page of the edition in each of the brand's locales, for the page that is not found
 */
export function createEditionRenderer(options: {
  readonly theme: Theme
  readonly site: EditionSite
  readonly homes: readonly LocaleAddress[]
}): EditionRenderer {
  const {theme, site} = options
  const {words} = theme.strings(site.edition.locale.tag)
  const pageInfo = createPageInfo(site, words)
  const navigation = prepareNavigation({
    nav: site.nav,
    groupLabel: words['navGroup'] ?? '{title}',
    statusOf: pageInfo.statusOf,
    moreLabel: words['navMore'] ?? '+{count}',
    features: site.edition.brand.theme.features,
  })
  const features = Object.fromEntries(site.edition.brand.theme.features.map((name) => [name, true as const]))
  const shared = {theme, site, words, features, navigation, pageInfo, openGraphLocales: new Map<string, string>()}
  return {
    describePage(page) {
      const {name, diagnostics} = chooseLayout(theme, page.entry, site.edition.brand.id)
      return {facts: pageFacts(shared, page, name), diagnostics}
    },
    renderPage({layout, ...facts}, article) {
      const context: PageContext = {
        ...editionContext(shared, facts.root),
        ...facts,
        page: {...facts.page, needsHeading: !/<h1[\s>]/i.test(article)},
        content: article,
      }
      const rendered = theme.render(layout, context)
      return finish(rendered, site)
    },
    renderNotFound() {
      return finish(theme.render('404.html', notFoundContext(shared, options.homes)), site)
    },
  }
}

interface Shared {
  readonly theme: Theme
  readonly site: EditionSite
  readonly words: Readonly<Record<string, string>>
  readonly features: PageContext['features']
  readonly navigation: Navigation
  readonly pageInfo: PageInfo
  /** By tag, filled as they are needed. */
  readonly openGraphLocales: Map<string, string>
}

function pageFacts(shared: Shared, page: PageInput, layout: string): PageFacts {
  const {site, navigation, features} = shared
  const {entry} = page
  const root = rootPrefix(entry.url)
  const hidden = entry.content.page.frontMatter.hide ?? []
  const trail = trailOf(entry, site)
  const tagToc = entry.content.features.tagList ? tagListToc(site) : []
  const toc = hidden.includes('toc') ? [] : [...belowTitle(entry.content.toc), ...tagToc]
  const versions = versionChoices(site, {root, url: entry.url})
  const {previous, next} = neighboursOf(entry, site)
  const list = tocList(toc)
  const tabs = hidden.includes('tabs') || !features['navigation.tabs'] ? '' : navigation.renderTabs(trail, root)
  const hasNav = !hidden.includes('navigation')
  const tocInNav = hasNav && toc.length > 0 && trail.length > 0 && features['toc.integrate'] === true
  const below = tocInNav ? `<div class="dp-toc-in-nav">${list}</div>` : ''
  const showsPager = !hidden.includes('footer')
  return {
    layout,
    root,
    page: pageHead(shared, page),
    nav: hasNav ? navigation.render(trail, root, below) : '',
    tabs,
    navIsTab: tabs !== '' && trail.length === 1 && trail[0]?.children.length === 0 && !tocInNav,
    toc,
    tocList: list,
    tocInNav,
    breadcrumbs: hidden.includes('path') ? [] : trail.slice(0, -1).map((item) => breadcrumb(item, root)),
    ...(previous && showsPager ? {previous: entryLink(previous, root)} : {}),
    ...(next && showsPager ? {next: entryLink(next, root)} : {}),
    languages: languageChoices({edition: site.edition, entry, alternates: page.alternates}),
    labels: shared.pageInfo.labelsOf(entry),
    info: shared.pageInfo.infoOf(entry, page.history),
    ...(versions && {versions}),
  }
}

function notFoundContext(
  shared: Shared,
  homes: readonly LocaleAddress[],
): PageContext & {
  /** Where the addresses of the edition are listed. */
  readonly addressList: string
} {
  const {site, words, navigation} = shared
  const {locale, brand} = site.edition
  const root = hostPath(brand)
  const title = words['notFoundTitle'] ?? ''
  const versions = versionChoices(site, {root, url: ''})
  return {
    ...editionContext(shared, root),
    page: {
      title,
      fullTitle: fullTitle(title, site.title),
      description: '',
      lang: locale.tag,
      dir: locale.dir,
      fallback: false,
      originalLanguage: locale.name,
      needsHeading: true,
      noindex: true,
      math: false,
      katex: false,
      mermaid: false,
      openGraphLocale: openGraphLocale(locale.tag),
      alternates: [],
      meta: {},
    },
    content: '',
    nav: navigation.render([], root),
    tabs: shared.features['navigation.tabs'] ? navigation.renderTabs([], root) : '',
    navIsTab: false,
    toc: [],
    tocList: '',
    tocInNav: false,
    breadcrumbs: [],
    languages: homes.map((home) => ({
      tag: home.locale.tag,
      name: home.locale.name,
      href: root + home.url,
      current: home.locale.tag === locale.tag,
    })),
    labels: {tags: []},
    info: {},
    ...(versions && {versions}),
    addressList: root + addressListPath(site),
  }
}

function editionContext(
  shared: Shared,
  root: string,
): Pick<PageContext, 't' | 'root' | 'assets' | 'features' | 'announcement' | 'site' | 'hooks' | 'brand'> {
  const {site, words} = shared
  const {brand, locale, prefix} = site.edition
  const logo = logoPath(brand)
  const font = brand.theme.fonts && fontCss(brand.theme.fonts).first
  return {
    t: words,
    root,
    assets: `${root}${assetFolder}/`,
    features: shared.features,
    ...(site.announcement && {announcement: announcementBar(site.announcement, root)}),
    site: {
      title: site.title,
      description: site.description,
      copyright: site.copyright,
      home: root + prefix.slice(1),
      lang: locale.tag,
      dir: locale.dir,
    },
    hooks: site.hooks ?? {head: '', body: ''},
    brand: {
      id: brand.id,
      ...(logo === undefined ? {} : {logo: root + logo}),
      favicon: root + iconPath(brand),
      ...(brand.repository && {repository: {url: brand.repository.url, name: brand.repository.name}}),
      ...(font !== undefined && {font: `${root}${assetFolder}/fonts/${font}`}),
      offline: brand.offline === true,
      scheme: brand.theme.scheme,
    },
  }
}

function pageHead(shared: Shared, page: PageInput): PageFacts['page'] {
  const {site, openGraphLocales} = shared
  const {edition} = site
  const {entry, alternates} = page
  const {content, contentLocale} = entry
  const ogLocale = openGraphLocales.get(contentLocale.tag) ?? openGraphLocale(contentLocale.tag)
  openGraphLocales.set(contentLocale.tag, ogLocale)
  const isHome = entry.url === edition.prefix.slice(1)
  return {
    title: content.title,
    fullTitle: isHome ? site.title : fullTitle(content.title, site.title),
    description: content.description === '' ? site.description : content.description,
    lang: contentLocale.tag,
    dir: contentLocale.dir,
    fallback: contentLocale.tag !== edition.locale.tag,
    originalLanguage: contentLocale.name,
    noindex: !edition.brand.robots,
    math: content.features.math,
    katex: content.features.katex,
    mermaid: content.features.mermaid,
    ...pageAddresses({edition, entry, alternates}),
    openGraphLocale: ogLocale,
    ...machineFacts(site, page),
    meta: content.page.frontMatter.data,
  }
}

function machineFacts(
  site: EditionSite,
  {entry, socialImage}: PageInput,
): Pick<PageFacts['page'], 'markdown' | 'structuredData' | 'socialImage'> {
  const {brand} = site.edition
  const data = structuredData(entry, site)
  const image = socialImage === undefined ? undefined : absoluteUrl(brand, socialImage)
  return {
    ...(hasMarkdown(brand) && {markdown: 'index.md'}),
    ...(data !== undefined && {structuredData: data}),
    ...(image !== undefined && {socialImage: image}),
  }
}

function chooseLayout(
  theme: Theme,
  entry: EditionEntry,
  brand: string,
): {name: string; diagnostics: readonly Diagnostic[]} {
  const {frontMatter, path} = entry.content.page
  const {template} = frontMatter
  if (template === undefined || theme.layouts.includes(template))
    return {name: template ?? 'page.html', diagnostics: []}
  const near = nearest(template, theme.layouts)
  const hint = near === undefined ? '' : `; did you mean \`${near}\``
  const message = `Cannot find layout \`${template}\` that the front matter asks for${hint}`
  const expected = near === undefined ? {} : {expected: [near]}
  return {
    name: 'page.html',
    diagnostics: [
      {
        ruleId: 'front-matter/invalid',
        severity: 'error',
        message,
        path,
        actual: template,
        ...expected,
        brands: [brand],
      },
    ],
  }
}

function finish({html, diagnostics}: Rendered, site: EditionSite): Rendered {
  return {
    html: site.edition.brand.offline === true ? withIndexFiles(html) : html,
    diagnostics: diagnostics.map((found) => ofBrand(found, site)),
  }
}

function ofBrand(found: Diagnostic, site: EditionSite): Diagnostic {
  return {...found, brands: [site.edition.brand.id]}
}

// The page's own title heads the article, so a table of contents starts below it.
function belowTitle(toc: readonly TocEntry[]): readonly TocEntry[] {
  return toc.flatMap((heading) => (heading.level === 1 ? heading.children : [heading]))
}

function breadcrumb(item: NavItem, root: string): LinkContext {
  const first = firstEntry(item)
  return first ? {title: item.title, href: root + first.url} : {title: item.title}
}

function entryLink(entry: EditionEntry, root: string): LinkContext {
  return {title: entry.content.title, href: root + entry.url}
}

function fullTitle(title: string, siteTitle: string): string {
  return siteTitle === '' || title === siteTitle ? title : `${title} · ${siteTitle}`
}
