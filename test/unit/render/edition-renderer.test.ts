import {describe, expect, it} from 'vitest'
import type {Brand, Locale} from '../../../src/core/site.ts'
import type {FrontMatter, TocEntry} from '../../../src/core/page.ts'
import {createEditionRenderer} from '../../../src/render/edition-renderer.ts'
import type {LocaleAddress} from '../../../src/render/page-addresses.ts'
import type {EditionEntry, EditionSite} from '../../../src/site/edition-site.ts'
import {alternatesOf} from '../../../src/site/alternates.ts'
import {buildFixture, findingLines, siteOf} from '../site/site-fixture.ts'
import {themeWith} from './built-in-layer.ts'

interface PageCase {
  readonly path?: string
  readonly locale?: string
  readonly article?: string
  readonly toc?: readonly TocEntry[]
  readonly frontMatter?: Partial<FrontMatter>
  readonly brand?: Partial<Brand>
  readonly overrides?: Readonly<Record<string, string>>
  readonly locales?: Readonly<Record<string, Partial<Locale>>>
}

const pages = {
  'zh/index.md': {title: '首页'},
  'en/index.md': {title: 'Home'},
  'zh/guide/a.md': {title: '甲'},
  'en/guide/a.md': {title: 'A <i>'},
  'zh/guide/b.md': {title: '乙'},
}
const nav = ['index.md', {Guide: ['guide/a.md', 'guide/b.md']}]
const built = buildFixture({pages, nav: {zh: nav, en: nav}})

function withChanges(site: EditionSite, page: PageCase): EditionSite {
  const {edition} = site
  const locale = {...edition.locale, ...page.locales?.[edition.locale.tag]}
  return {...site, edition: {...edition, locale, brand: {...edition.brand, ...page.brand}}}
}

function render(page: PageCase): {html: string; findings: readonly string[]} {
  const sites = ['zh', 'en'].map((tag) => withChanges(siteOf(built, tag), page))
  const site = sites.find(({edition}) => edition.locale.tag === (page.locale ?? 'en'))
  const found = site?.entries.get(page.path ?? 'guide/a.md')
  if (!site || !found) throw new Error('The fixture has no such page')
  const {content} = found
  const frontMatter = {...content.page.frontMatter, ...page.frontMatter}
  const changed = {...content, toc: page.toc ?? content.toc, page: {...content.page, frontMatter}}
  const contentLocale = {...found.contentLocale, ...page.locales?.[found.contentLocale.tag]}
  const entry: EditionEntry = {...found, content: changed, contentLocale}
  const {theme} = themeWith(page.overrides)
  const homes: readonly LocaleAddress[] = []
  const renderer = createEditionRenderer({theme, site, homes})
  const described = renderer.describePage({entry, alternates: alternatesOf(entry, sites)})
  const rendered = renderer.renderPage(described.facts, page.article ?? '<h1 id="a">A</h1><p>Text</p>')
  return {html: rendered.html, findings: findingLines([...described.diagnostics, ...rendered.diagnostics])}
}

/** Lines of the page that hold any of these words. */
function linesWith(html: string, ...words: readonly string[]): readonly string[] {
  return html.split('\n').filter((line) => words.some((word) => line.includes(word)))
}

describe('the head of a page', () => {
  it('names the page, its addresses and its translations', () => {
    const {html} = render({})
    expect(linesWith(html, '<html', '<title', 'canonical', 'hreflang="', 'og:', 'noindex').slice(0, 11)).toEqual([
      '<html lang="en" dir="ltr">',
      '<title>A &lt;i&gt; · aurora en</title>',
      '<link rel="canonical" href="https://docs.aurora.example/en/guide/a/">',
      '<meta property="og:type" content="article">',
      '<meta property="og:title" content="A &lt;i&gt;">',
      '<meta property="og:site_name" content="aurora en">',
      '<meta property="og:locale" content="en_US">',
      '<meta property="og:description" content="aurora en">',
      '<meta property="og:url" content="https://docs.aurora.example/en/guide/a/">',
      '<link rel="alternate" hreflang="zh" href="https://docs.aurora.example/guide/a/">',
      '<link rel="alternate" hreflang="en" href="https://docs.aurora.example/en/guide/a/">',
    ])
    expect(html).toContain('<link rel="alternate" hreflang="x-default" href="https://docs.aurora.example/guide/a/">')
  })

  it('writes relative addresses for a brand without a fixed one', () => {
    const {html} = render({brand: {url: '/'}})
    expect(linesWith(html, 'canonical', 'rel="alternate"', 'og:url')).toEqual([
      '<link rel="canonical" href="../../../en/guide/a/">',
      '<link rel="alternate" hreflang="zh" href="../../../guide/a/">',
      '<link rel="alternate" hreflang="en" href="../../../en/guide/a/">',
      '<link rel="alternate" hreflang="x-default" href="../../../guide/a/">',
    ])
  })

  it('keeps search engines out where the brand says so', () => {
    expect(render({brand: {robots: false}}).html).toContain('<meta name="robots" content="noindex">')
    expect(render({}).html).not.toContain('noindex')
  })

  it('has the title of the site alone on the home page', () => {
    expect(render({path: 'index.md'}).html).toContain('<title>aurora en</title>')
  })

  it('sets the colour scheme that the brand starts with', () => {
    const brand = {theme: {scheme: 'dark', features: []}} as const
    expect(render({brand}).html).toContain('<html lang="en" dir="ltr" data-scheme="dark">')
  })
})

describe('a page that is shown in another language', () => {
  const fallback = {path: 'guide/b.md', locale: 'en', locales: {zh: {name: '简体中文'}}}

  it('keeps the language and the canonical address of the original, and says so in the language of the reader', () => {
    const {html} = render(fallback)
    expect(linesWith(html, '<html', 'canonical', 'rel="alternate"', 'og:locale', 'og:url', 'dp-fallback')).toEqual([
      '<html lang="zh" dir="ltr">',
      '<link rel="canonical" href="https://docs.aurora.example/guide/b/">',
      '<meta property="og:locale" content="zh_CN">',
      '<meta property="og:url" content="https://docs.aurora.example/guide/b/">',
      '<p class="dp-fallback" lang="en" dir="ltr">This page has not been translated yet. You are reading it in its original language, 简体中文.</p>',
    ])
  })

  it('marks the language of the interface around it', () => {
    const {html} = render(fallback)
    expect(html).toContain('<header class="dp-header" id="dp-header" lang="en">')
    expect(html).toContain('aria-label="Pages" lang="en">')
  })

  it('is no translation of the original', () => {
    expect(linesWith(render({path: 'guide/b.md', locale: 'zh'}).html, 'rel="alternate"')).toEqual([])
  })

  it('keeps its direction inside an interface of the other direction', () => {
    const {html} = render({...fallback, locales: {en: {dir: 'rtl'}}})
    expect(html).toContain('<html lang="zh" dir="rtl">')
    expect(html).toContain('<article class="dp-article" dir="ltr">')
  })
})

describe('the body of a page', () => {
  it('offers the same page in the other languages', () => {
    expect(linesWith(render({}).html, '<li><a href="../../../guide/a/" lang', 'aria-current="true"')).toEqual([
      '<li><a href="../../../guide/a/" lang="zh" hreflang="zh">zh</a></li>',
      '<li><a href="../../../en/guide/a/" lang="en" hreflang="en" aria-current="true">en</a></li>',
    ])
  })

  it('leads to its neighbours and to the groups above', () => {
    expect(linesWith(render({}).html, 'rel="prev"', 'rel="next"', '<li><a href="../../../en/guide/a/">Guide')).toEqual([
      '<li><a href="../../../en/guide/a/">Guide</a></li>',
      '<a class="dp-previous" href="../../../en/" rel="prev"><span>Previous</span>Home</a>',
      '<a class="dp-next" href="../../../en/guide/b/" rel="next"><span>Next</span>乙</a>',
    ])
  })

  it('prints the title where the article has no heading of level 1', () => {
    expect(render({article: '<h2>B</h2>'}).html).toContain('<h1>A &lt;i&gt;</h1>\n<h2>B</h2>')
    expect(render({article: '<H1 class="x">B</H1>'}).html).not.toContain('<h1>')
  })

  it('lists the headings below the title', () => {
    const leaf = {level: 3, id: 'c"', text: 'C', html: '<code>C</code>', children: []}
    const toc = [
      {
        level: 1,
        id: 'a',
        text: 'A',
        html: 'A',
        children: [{level: 2, id: 'b', text: 'B', html: 'B', children: [leaf]}],
      },
    ]
    expect(linesWith(render({toc}).html, 'href="#b"', 'href="#c')).toEqual([
      '<li><a href="#b">B</a><ul>',
      '<li><a href="#c&quot;"><code>C</code></a></li>',
    ])
    expect(render({toc: []}).html).not.toContain('dp-toc"')
  })

  it('leaves out what the front matter hides', () => {
    const toc = [{level: 2, id: 'b', text: 'B', html: 'B', children: []}]
    const {html} = render({toc, frontMatter: {hide: ['navigation', 'toc']}})
    expect(html).toContain('<div class="dp-shell dp-no-nav dp-no-toc">')
    expect(linesWith(html, 'id="dp-nav"', 'id="dp-toc"', 'popovertarget="dp-nav"')).toEqual([])
  })

  it('asks no other host for anything', () => {
    const addresses = [...render({brand: {url: '/'}}).html.matchAll(/(?:src|href|content)="([^"]*)"/g)].map(
      ([, url]) => url,
    )
    expect(addresses.filter((url) => url === undefined || /^(?:[a-z]+:)?\/\//.test(url))).toEqual([])
  })

  it('has no inline script, style or event handler', () => {
    expect(render({}).html).not.toMatch(/<script>|<style|\son[a-z]+=|\sstyle=/)
  })
})

describe('a layout', () => {
  it('is chosen by the front matter', () => {
    const overrides = {'home.html': '<main>{{ page.title }}</main>'}
    expect(render({overrides, frontMatter: {template: 'home.html'}})).toEqual({
      html: '<main>A &lt;i&gt;</main>',
      findings: [],
    })
  })

  it('that does not exist is reported, and the page gets the standard one', () => {
    const {html, findings} = render({overrides: {'home.html': ''}, frontMatter: {template: 'hone.html'}})
    expect(html).toContain('<article class="dp-article">')
    expect(findings).toEqual([
      'en/guide/a.md front-matter/invalid Cannot find layout `hone.html` that the front matter asks for; did you mean `home.html`',
    ])
  })

  it('may replace one block of the built-in page', () => {
    const overrides = {'page.html': '{% extends "!page.html" %}{% block extra_head %}<meta name="x">{% endblock %}'}
    const {html, findings} = render({overrides})
    expect(findings).toEqual([])
    expect(html).toContain('<meta name="x"></head>')
    expect(html).toContain('<article class="dp-article">')
  })
})

describe('the page for addresses that do not exist', () => {
  it('links from the root of the host, so that it works at any depth', () => {
    const site = withChanges(siteOf(built, 'zh'), {brand: {url: 'https://aurora.example/docs/'}})
    const homes = ['zh', 'en'].map((tag) => {
      const {locale, prefix} = siteOf(built, tag).edition
      return {locale, url: prefix.slice(1), fallback: false}
    })
    const {html} = createEditionRenderer({theme: themeWith().theme, site, homes}).renderNotFound()
    expect(
      linesWith(html, '<title', 'noindex', 'canonical', 'stylesheet', '<h1', 'hreflang="en"', 'aria-current="page"'),
    ).toEqual([
      '<title>找不到页面 · aurora zh</title>',
      '<meta name="robots" content="noindex">',
      '<link rel="stylesheet" href="/docs/assets/docprism/css/docprism.css">',
      '<link rel="stylesheet" href="/docs/assets/docprism/css/brand.css">',
      '<li><a href="/docs/en/" lang="en" hreflang="en">en</a></li>',
      '<h1>找不到页面</h1>',
    ])
    expect(html).toContain('<a href="/docs/guide/a/">')
  })
})
