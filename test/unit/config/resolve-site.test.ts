import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, expectTypeOf, it} from 'vitest'
import type {Brand, Site} from '../../../src/core/site.ts'
import type {CheckedBrand, CheckedConfig} from '../../../src/config/config-schema.ts'
import {defineConfig, type BrandConfig, type SiteConfig} from '../../../src/config/define-config.ts'
import {activeFeatures} from '../../../src/core/theme-features.ts'
import {resolveSite} from '../../../src/config/resolve-site.ts'

const root = path.resolve('/site')
const locales = {zh: {name: '中文'}, en: {name: 'English'}}

function resolve(config: SiteConfig): Site {
  const {site, findings} = resolveSite(config, {root, configPath: 'docprism.yml'})
  expect(findings).toEqual([])
  if (!site) throw new Error('Expected a site')
  return site
}

function resolveBrand(brands: Readonly<Record<string, BrandConfig>>, rest: Partial<SiteConfig> = {}): Brand {
  const brand = resolve(defineConfig({locales, brands, ...rest})).brands.at(-1)
  if (!brand) throw new Error('Expected a brand')
  return brand
}

describe('resolveSite', () => {
  it('fills in what may be left out', () => {
    expect(resolve({locales: {en: {name: 'English'}}, brands: {aurora: {url: '/'}}})).toMatchObject({
      root,
      configPath: 'docprism.yml',
      content: path.join(root, 'content'),
      out: path.join(root, 'dist'),
      locales: [{tag: 'en', name: 'English', dir: 'ltr'}],
      brands: [
        {
          id: 'aurora',
          url: '/',
          locales: [{tag: 'en', prefix: '/'}],
          defaultLocale: 'en',
          values: {en: {}},
          theme: {scheme: 'system', features: activeFeatures(undefined)},
          forbid: [],
          robots: true,
          external: true,
          title: {en: 'aurora'},
          description: {en: ''},
          copyright: {en: ''},
          announcement: {en: ''},
          overrides: [],
        },
      ],
      nav: {},
    })
  })

  it('is plain data that can be sent to a worker', () => {
    const site = resolve({locales, brands: {aurora: {url: '/', values: {a: [1, {b: true}]}}}})
    expect(structuredClone(site)).toEqual(site)
  })

  it('knows which scripts are written from right to left', () => {
    const {locales: resolved} = resolve({
      locales: {ar: {name: 'العربية'}, 'az-Arab': {name: 'a'}, az: {name: 'b'}, he: {name: 'c', dir: 'ltr'}},
      brands: {aurora: {url: '/'}},
    })
    expect(resolved.map(({tag, dir}) => [tag, dir])).toEqual([
      ['ar', 'rtl'],
      ['az-Arab', 'rtl'],
      ['az', 'ltr'],
      ['he', 'ltr'],
    ])
  })

  it('checks what the types of `defineConfig` promise', () => {
    // The dialect is checked by code of its own and unknown to the schema.
    type Shape = Omit<CheckedConfig, 'markdown' | 'markdown_extensions'>
    expectTypeOf((config: Shape): SiteConfig => config).toBeFunction()
    expectTypeOf<keyof CheckedConfig>().toEqualTypeOf<keyof SiteConfig>()
    expectTypeOf<keyof CheckedBrand>().toEqualTypeOf<keyof BrandConfig>()
  })

  it('never throws, whatever it is given', () => {
    const keys = fc.constantFrom(
      'title',
      'locales',
      'brands',
      'en',
      'aurora',
      'extends',
      'url',
      'values',
      'nav',
      'markdown_extensions',
      'toc',
      '__proto__',
    )
    const data = fc.letrec((tie) => ({
      node: fc.oneof(
        {maxDepth: 6},
        fc.constantFrom('en', 'aurora', '/', ''),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('node')),
        fc.dictionary(keys, tie('node')),
      ),
    })).node
    fc.assert(
      fc.property(data, (raw) => {
        const {site, findings} = resolveSite(raw, {root, configPath: 'docprism.yml'})
        expect(site === undefined).toBe(findings.length > 0)
      }),
    )
  })
})

describe('brands', () => {
  it('publish every locale when they name none, the default one at the root', () => {
    expect(resolveBrand({a: {url: '/'}}).locales).toEqual([
      {tag: 'zh', prefix: '/'},
      {tag: 'en', prefix: '/en/'},
    ])
    expect(resolveBrand({a: {url: '/', default_locale: 'en'}})).toMatchObject({
      locales: [
        {tag: 'zh', prefix: '/zh/'},
        {tag: 'en', prefix: '/'},
      ],
      defaultLocale: 'en',
    })
  })

  it.each([
    ['', '/'],
    ['/', '/'],
    ['en', '/en/'],
    ['/en', '/en/'],
    ['docs/en/', '/docs/en/'],
    ['/英文/', '/英文/'],
  ])('have the prefix %j written as %j', (written, prefix) => {
    expect(resolveBrand({a: {url: '/', locales: {en: written}}}).locales).toEqual([{tag: 'en', prefix}])
  })

  it.each([
    ['https://docs.aurora.example', 'https://docs.aurora.example/'],
    ['http://localhost:8000/docs', 'http://localhost:8000/docs/'],
    ['https://docs.aurora.example/a/', 'https://docs.aurora.example/a/'],
    ['/', '/'],
  ])('have the url %j written as %j', (written, url) => {
    expect(resolveBrand({a: {url: written}}).url).toBe(url)
  })

  it.each(['#fff', '#3b5bdb80', 'rgb(1 2 3 / 50%)', 'hsl(120deg, 75%, 25%)', 'oklch(60% 0.15 50)', 'RebeccaPurple'])(
    'may have the colour %j',
    (primary) => {
      expect(resolveBrand({a: {url: '/', theme: {primary}}}).theme.primary).toBe(primary)
    },
  )

  it.each(['#ff', '#xyz', 'red; } body {', 'url(x)', 'rgb(1', ''])('may not have the colour %j', (primary) => {
    const raw = {locales, brands: {a: {url: '/', theme: {primary}}}}
    expect(resolveSite(raw, {root, configPath: 'docprism.yml'}).findings).toMatchObject([
      {path: ['brands', 'a', 'theme', 'primary'], at: 'value'},
    ])
  })

  it('take over what the brands say that they extend, nearest first', () => {
    const brand = resolveBrand(
      {
        aurora: {
          url: 'https://docs.aurora.example/',
          locales: {en: '/', zh: '/zh/'},
          values: {name: 'Aurora', ports: {http: 80, https: 443}},
          theme: {primary: 'teal', logo: 'a.svg'},
          forbid: ['Borealis'],
          overrides: 'look/aurora',
          title: 'Aurora Docs',
        },
        staging: {extends: 'aurora', url: '/', robots: false, values: {ports: {http: 8080}}, theme: {logo: 'b.svg'}},
        onprem: {extends: 'staging', external: false, overrides: ['look/onprem', 'look/plain']},
      },
      {values: {name: 'Docs', year: 2031}, overrides: 'look'},
    )
    expect(brand).toEqual({
      id: 'onprem',
      ancestors: ['staging', 'aurora'],
      url: '/',
      locales: [
        {tag: 'en', prefix: '/'},
        {tag: 'zh', prefix: '/zh/'},
      ],
      defaultLocale: 'en',
      values: {
        en: {name: 'Aurora', year: 2031, ports: {http: 8080, https: 443}},
        zh: {name: 'Aurora', year: 2031, ports: {http: 8080, https: 443}},
      },
      theme: {scheme: 'system', features: activeFeatures(undefined), primary: 'teal', logo: 'b.svg'},
      forbid: ['Borealis'],
      robots: false,
      external: false,
      machines: {llms: true, markdown: true, jsonLd: true},
      title: {en: 'Aurora Docs', zh: 'Aurora Docs'},
      description: {en: '', zh: ''},
      copyright: {en: '', zh: ''},
      announcement: {en: '', zh: ''},
      overrides: ['look/onprem', 'look/plain', 'look/aurora', 'look'].map((folder) => path.join(root, folder)),
    })
  })

  it('may be named like what every object has', () => {
    expect(resolveBrand({constructor: {url: '/', values: {toString: 'a'}}})).toMatchObject({
      id: 'constructor',
      values: {en: {toString: 'a'}},
    })
  })
})

describe('values', () => {
  const brands = (values: BrandConfig['values']): Readonly<Record<string, BrandConfig>> => ({a: {url: '/', values}})

  it('choose by locale at any depth', () => {
    const {values} = resolveBrand(
      brands({
        name: {zh: '极光', en: 'Aurora'},
        regions: [{name: {zh: '东', en: 'East'}, port: 1}],
        deep: {label: {zh: '标签', en: 'Label'}},
      }),
    )
    expect(values).toEqual({
      zh: {name: '极光', regions: [{name: '东', port: 1}], deep: {label: '标签'}},
      en: {name: 'Aurora', regions: [{name: 'East', port: 1}], deep: {label: 'Label'}},
    })
  })

  it('fall back to the default locale, then to the first that is there', () => {
    expect(resolveBrand(brands({a: {zh: '甲'}, b: {en: 'B'}})).values).toEqual({
      zh: {a: '甲', b: 'B'},
      en: {a: '甲', b: 'B'},
    })
  })

  it('are no choice when one key is no locale, or there is none', () => {
    expect(resolveBrand(brands({a: {zh: '甲', fr: 'A'}, b: {}})).values['en']).toEqual({a: {zh: '甲', fr: 'A'}, b: {}})
  })

  it('of one locale can be replaced alone', () => {
    const {values} = resolveBrand({
      a: {url: '/', values: {name: {zh: '极光', en: 'Aurora'}}},
      b: {extends: 'a', values: {name: {en: 'Aurora Lab'}}},
    })
    expect(values).toEqual({zh: {name: '极光'}, en: {name: 'Aurora Lab'}})
  })
})

describe('texts', () => {
  it.each([
    ['one text for all', 'Docs', undefined, {zh: 'Docs', en: 'Docs'}],
    ['a text for each', {zh: '文档', en: 'Docs'}, undefined, {zh: '文档', en: 'Docs'}],
    ['the default locale where one is missing', {zh: '文档'}, undefined, {zh: '文档', en: 'a'}],
    ['the brand before the site', {zh: '文档', en: 'Docs'}, 'Aurora', {zh: 'Aurora', en: 'Aurora'}],
    [
      'the site where the brand has none in the language',
      {zh: '文档', en: 'Docs'},
      {en: 'Aurora'},
      {zh: '文档', en: 'Aurora'},
    ],
  ])('are %s', (...[, title, ofBrand, expected]) => {
    expect(resolveBrand({a: {url: '/', title: ofBrand}}, {title}).title).toEqual(expected)
  })

  it('fall back to the default locale', () => {
    expect(resolveBrand({a: {url: '/'}}, {description: {zh: '说明'}}).description).toEqual({zh: '说明', en: '说明'})
    expect(resolveBrand({a: {url: '/', locales: {en: '/'}}}, {description: {zh: '说明'}}).description).toEqual({
      en: '说明',
    })
  })
})

describe('nav', () => {
  const brands = {a: {url: '/'}}

  it('holds for every locale when it is a list', () => {
    const nav = ['index.md', {Guide: ['guide/a.md', '...']}, {Forum: null}]
    expect(resolve({locales, brands, nav}).nav).toEqual({zh: nav, en: nav})
  })

  it('can differ by locale', () => {
    expect(resolve({locales, brands, nav: {en: ['index.md']}}).nav).toEqual({en: ['index.md']})
  })
})

describe('the Markdown dialect', () => {
  const extensionsOf = (rest: Partial<SiteConfig>): Site['markdown']['extensions'] =>
    resolve({locales, brands: {a: {url: '/'}}, ...rest}).markdown.extensions

  it('has tables, a table of contents and plain fences beside everything that is listed', () => {
    expect(extensionsOf({markdown_extensions: ['abbr']})).toEqual({
      toc: {slugify: {kind: 'python-markdown'}},
      tables: {},
      fenced_code: {},
      abbr: {},
    })
    expect(Object.keys(extensionsOf({markdown_extensions: ['pymdownx.superfences']}))).toEqual([
      'toc',
      'tables',
      'pymdownx.superfences',
    ])
  })

  it('exports search records on request', () => {
    const brands = {a: {url: '/'}}
    expect(resolve({locales, brands, search: {export: true}}).search).toEqual({export: true})
    expect(resolve({locales, brands, search: {}}).search).toEqual({export: false})
  })

  it('annotates all code on request', () => {
    const brands = {a: {url: '/'}}
    expect(resolve({locales, brands, markdown: {annotate_code: true}}).markdown.annotateCode).toBe(true)
    expect(resolve({locales, brands}).markdown.annotateCode).toBeUndefined()
  })

  it('has a short form for heading ids', () => {
    expect(extensionsOf({markdown: {slugify: 'github'}})['toc']).toEqual({permalink: true, slugify: {kind: 'github'}})
  })

  it('finds custom icons from the folder of the configuration', () => {
    const markdown_extensions = [{'pymdownx.emoji': {options: {custom_icons: ['look/icons']}}}]
    expect(extensionsOf({markdown_extensions})['pymdownx.emoji']).toEqual({
      options: {custom_icons: [path.join(root, 'look/icons')]},
    })
  })
})
