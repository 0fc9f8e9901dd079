import {describe, expect, it} from 'vitest'
import {writeBrand} from '../../../src/build/write-brand.ts'
import {usualChecks} from '../../../src/core/check-settings.ts'
import type {EditionReference} from '../../../src/core/page.ts'
import {builtInTheme} from '../render/built-in-layer.ts'
import {buildFixture, siteOf} from '../site/site-fixture.ts'

describe('the files of a brand', () => {
  it('are written however much is wrong with a page', () => {
    const link: EditionReference = {origin: 'link', element: 'a', attribute: 'href', target: '{{ gone }}'}
    const references = Array.from({length: 200_000}, () => link)
    const built = buildFixture({pages: {'zh/index.md': {references}}, prefixes: {zh: '/'}})
    const site = siteOf(built, 'zh')
    const files: string[] = []
    const {pages, diagnostics} = writeBrand({
      site: {
        root: '/',
        configPath: 'docprism.yml',
        content: '/content',
        out: '/dist',
        locales: [site.edition.locale],
        brands: [site.edition.brand],
        markdown: {extensions: {}},
        nav: {},
        check: usualChecks,
      },
      prepared: {
        brand: site.edition.brand,
        sites: [site],
        links: built.index,
        redirects: [],
        version: '',
        pages: new Map(),
      },
      locales: new Set(['zh']),
      theme: builtInTheme(),
      writer: {
        write: (file) => files.push(file),
        copy: () => undefined,
        keep: () => false,
        read: () => new Uint8Array(),
        readBefore: () => undefined,
      },
      assets: new Set(),
      icons: {svg: () => undefined, emoji: () => undefined, names: () => []},
      libraryAssets: () => new Map(),
      themeVersion: '',
      painter: undefined,
      memory: undefined,
      onPage: () => undefined,
    })
    expect(pages).toBe(1)
    expect(diagnostics).toHaveLength(references.length)
    expect(files).toContain('index.html')
  })
})
