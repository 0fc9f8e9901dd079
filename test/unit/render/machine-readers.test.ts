import {describe, expect, it} from 'vitest'
import type {Brand} from '../../../src/core/site.ts'
import {llmsFiles, llmsText} from '../../../src/render/llms-text.ts'
import {pageMarkdown, readerAddress} from '../../../src/render/page-markdown.ts'
import {structuredData} from '../../../src/render/structured-data.ts'
import type {EditionEntry, EditionSite} from '../../../src/site/edition-site.ts'
import {buildFixture, siteOf} from '../site/site-fixture.ts'

const machines = {llms: true, markdown: true, jsonLd: true}
const built = buildFixture({
  pages: {
    'en/index.md': {title: 'Home'},
    'en/guide/index.md': {title: 'Guide'},
    'en/guide/a.md': {title: 'A </script>'},
    'en/extra.md': {title: 'Extra [1]'},
  },
  nav: {en: ['index.md', {Guide: ['guide/index.md', 'guide/a.md']}]},
  prefixes: {en: '/en/'},
})

function siteWith(changes: Partial<Brand> = {}): EditionSite {
  const site = siteOf(built, 'en')
  return {...site, edition: {...site.edition, brand: {...site.edition.brand, machines, ...changes}}}
}

function entryOf(site: EditionSite, path: string): EditionEntry {
  const entry = site.entries.get(path)
  if (!entry) throw new Error(`no page ${path}`)
  return {...entry, content: {...entry.content, renderMarkdown: (hrefs) => hrefs.join(' ')}}
}

const hrefs = ['../b/#x', '#y', './', '../../img/a.png', 'https://a.example/b/', 'mailto:a@b.example']

describe('the Markdown beside a page', () => {
  it('starts with what the page is, and has absolute links where there is an address', () => {
    const site = siteWith()
    expect(pageMarkdown(entryOf(site, 'guide/a.md'), site.edition.brand, hrefs)).toBe(`---
title: "A </script>"
url: "https://docs.aurora.example/en/guide/a/"
---

https://docs.aurora.example/en/guide/b/index.md#x #y https://docs.aurora.example/en/guide/a/index.md https://docs.aurora.example/en/img/a.png https://a.example/b/ mailto:a@b.example`)
  })

  it('has relative links where there is none', () => {
    const site = siteWith({url: '/'})
    expect(pageMarkdown(entryOf(site, 'guide/a.md'), site.edition.brand, hrefs)).toBe(
      '---\ntitle: "A </script>"\n---\n\n../b/index.md#x #y ./index.md ../../img/a.png https://a.example/b/ mailto:a@b.example',
    )
  })
})

describe('llms.txt', () => {
  it('lists the pages by the sections of the nav, then those in no nav', () => {
    const summaries = new Map([['guide/a.md', 'About\na']])
    expect(llmsText({site: siteWith(), summaries, heading: 'Pages'})).toBe(`# aurora en

> aurora en

## Pages

- [Home](https://docs.aurora.example/en/index.md)

## Guide

- [Guide](https://docs.aurora.example/en/guide/index.md)
- [A </script>](https://docs.aurora.example/en/guide/a/index.md): About a

## Optional

- [Extra \\[1\\]](https://docs.aurora.example/en/extra/index.md)
`)
  })

  it('stands at the prefix of the edition, with relative addresses where there are no others', () => {
    const site = siteWith({url: '/'})
    expect(llmsFiles(site)).toEqual({list: 'en/llms.txt', full: 'en/llms-full.txt'})
    expect(readerAddress(entryOf(site, 'guide/a.md'), site.edition.brand, 'en/')).toBe('guide/a/index.md')
  })

  it('leads to the pages where there is no Markdown of them', () => {
    const site = siteWith({machines: {...machines, markdown: false}})
    expect(readerAddress(entryOf(site, 'guide/a.md'), site.edition.brand, 'en/')).toBe(
      'https://docs.aurora.example/en/guide/a/',
    )
  })
})

describe('structured data', () => {
  it('says what a page is and how to get there, and cannot leave its element', () => {
    const site = siteWith()
    const data = structuredData(entryOf(site, 'guide/a.md'), site) ?? ''
    expect(data).not.toContain('<')
    expect(JSON.parse(data)).toMatchObject({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'TechArticle',
          headline: 'A </script>',
          inLanguage: 'en',
          url: 'https://docs.aurora.example/en/guide/a/',
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            {position: 1, name: 'Guide', item: 'https://docs.aurora.example/en/guide/'},
            {position: 2, name: 'A </script>', item: 'https://docs.aurora.example/en/guide/a/'},
          ],
        },
      ],
    })
  })

  it.each([
    ['has no fixed address', {url: '/'}],
    ['keeps search engines out', {robots: false}],
    ['does not want it', {machines: {...machines, jsonLd: false}}],
  ])('is left out for a brand that %s', (_, changes) => {
    const site = siteWith(changes)
    expect(structuredData(entryOf(site, 'guide/a.md'), site)).toBeUndefined()
  })
})
