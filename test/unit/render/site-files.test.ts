import {describe, expect, it} from 'vitest'
import type {Brand} from '../../../src/core/site.ts'
import {openGraphLocale} from '../../../src/render/open-graph-locale.ts'
import {robotsText} from '../../../src/render/robots.ts'
import {rootPage} from '../../../src/render/root-page.ts'
import {sitemapFiles} from '../../../src/render/sitemap.ts'
import type {EditionSite} from '../../../src/site/edition-site.ts'
import {buildFixture, siteOf} from '../site/site-fixture.ts'

const built = buildFixture({
  pages: {'zh/index.md': {}, 'en/index.md': {}, 'zh/a & b.md': {}, 'zh/c.md': {}, 'en/c.md': {}},
})

function sitesOf(change: Partial<Brand> = {}): {brand: Brand; sites: readonly EditionSite[]} {
  const sites = ['zh', 'en'].map((tag) => siteOf(built, tag))
  const brand = {...siteOf(built, 'zh').edition.brand, ...change}
  return {brand, sites: sites.map((site) => ({...site, edition: {...site.edition, brand}}))}
}

describe('the site map', () => {
  it('lists every page in its own language, with its translations', () => {
    const files = sitemapFiles(sitesOf({url: 'https://docs.aurora.example/x/'}))
    expect([...files.keys()]).toEqual(['sitemap.xml'])
    expect(files.get('sitemap.xml')?.split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
      '<url><loc>https://docs.aurora.example/x/</loc>',
      '<xhtml:link rel="alternate" hreflang="zh" href="https://docs.aurora.example/x/"/>',
      '<xhtml:link rel="alternate" hreflang="en" href="https://docs.aurora.example/x/en/"/>',
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://docs.aurora.example/x/"/></url>',
      '<url><loc>https://docs.aurora.example/x/a%20%26%20b/</loc></url>',
      '<url><loc>https://docs.aurora.example/x/c/</loc>',
      '<xhtml:link rel="alternate" hreflang="zh" href="https://docs.aurora.example/x/c/"/>',
      '<xhtml:link rel="alternate" hreflang="en" href="https://docs.aurora.example/x/en/c/"/>',
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://docs.aurora.example/x/c/"/></url>',
      '<url><loc>https://docs.aurora.example/x/en/</loc>',
      '<xhtml:link rel="alternate" hreflang="zh" href="https://docs.aurora.example/x/"/>',
      '<xhtml:link rel="alternate" hreflang="en" href="https://docs.aurora.example/x/en/"/>',
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://docs.aurora.example/x/"/></url>',
      '<url><loc>https://docs.aurora.example/x/en/c/</loc>',
      '<xhtml:link rel="alternate" hreflang="zh" href="https://docs.aurora.example/x/c/"/>',
      '<xhtml:link rel="alternate" hreflang="en" href="https://docs.aurora.example/x/en/c/"/>',
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://docs.aurora.example/x/c/"/></url>',
      '</urlset>',
      '',
    ])
  })

  it('is spread over files with an index where it is too long for one', () => {
    const files = sitemapFiles({...sitesOf(), limit: 2})
    expect([...files.keys()]).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml', 'sitemap.xml'])
    expect(files.get('sitemap-3.xml')?.match(/<loc>/g)).toHaveLength(1)
    expect(files.get('sitemap.xml')).toContain(
      '<sitemap><loc>https://docs.aurora.example/sitemap-2.xml</loc></sitemap>\n',
    )
  })

  it.each([
    ['has no fixed address', {url: '/'}],
    ['keeps search engines out', {robots: false}],
  ])('is not written for a brand that %s', (_, change) => {
    expect([...sitemapFiles(sitesOf(change)).keys()]).toEqual([])
  })
})

describe('robots.txt', () => {
  it.each([
    [{}, 'User-agent: *\nAllow: /\n\nSitemap: https://docs.aurora.example/sitemap.xml\n'],
    [{url: '/'}, 'User-agent: *\nAllow: /\n'],
    [{robots: false}, 'User-agent: *\nDisallow: /\n'],
  ])('of a brand with %o', (change, text) => {
    expect(robotsText(sitesOf(change).brand)).toBe(text)
  })
})

describe('the page at the root of a brand', () => {
  it('is that of the locale that lives there', () => {
    expect(rootPage(siteOf(built, 'zh'))).toBeUndefined()
  })

  it('leads on to the default locale where none lives there', () => {
    const away = buildFixture({pages: {'zh/index.md': {}}, prefixes: {zh: '/zh/', en: '/en/'}})
    const html = rootPage(siteOf(away, 'zh'))
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=zh/">')
    expect(html).toContain('<link rel="canonical" href="https://docs.aurora.example/zh/">')
    expect(html).not.toContain('noindex')
  })

  it('keeps search engines out where the brand does', () => {
    const away = buildFixture({pages: {'zh/index.md': {}}, prefixes: {zh: '/zh/'}, url: '/'})
    const site = siteOf(away, 'zh')
    const html = rootPage({...site, edition: {...site.edition, brand: {...site.edition.brand, robots: false}}})
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('<link rel="canonical" href="zh/">')
  })
})

describe('the locale of Open Graph', () => {
  it.each([
    ['zh', 'zh_CN'],
    ['zh-Hant', 'zh_TW'],
    ['en', 'en_US'],
    ['pt-PT', 'pt_PT'],
    ['not_a_tag', 'not_a_tag'],
    ['x-own', 'x_own'],
  ])('of `%s` is `%s`', (tag, expected) => {
    expect(openGraphLocale(tag)).toBe(expected)
  })
})
