import {describe, expect, it} from 'vitest'
import {selectEditions} from '../../../src/build/select-editions.ts'
import {usualChecks} from '../../../src/core/check-settings.ts'
import type {Brand, Site} from '../../../src/core/site.ts'

const brand = (id: string, ...locales: readonly string[]): Brand => ({
  id,
  url: '/',
  locales: locales.map((tag) => ({tag, prefix: `/${tag}/`})),
  defaultLocale: locales[0] ?? 'en',
  values: {},
  theme: {scheme: 'system', features: []},
  forbid: [],
  robots: true,
  external: true,
  title: {},
  description: {},
  copyright: {},
  overrides: [],
})

const site: Site = {
  root: '/site',
  configPath: 'docprism.yml',
  content: '/site/content',
  out: '/site/dist',
  locales: ['zh', 'en'].map((tag) => ({tag, name: tag, dir: 'ltr'})),
  brands: [brand('aurora', 'zh', 'en'), brand('borealis', 'en')],
  markdown: {extensions: {}},
  nav: {},
  check: usualChecks,
}

const chosen = (names: Parameters<typeof selectEditions>[1]): unknown => {
  const {brands, locales} = selectEditions(site, names)
  return [brands.map(({id}) => id), [...locales]]
}

describe('selectEditions', () => {
  it('takes everything when nothing is named', () => {
    expect(chosen({})).toEqual([
      ['aurora', 'borealis'],
      ['zh', 'en'],
    ])
  })

  it('takes the named brands in the order of the configuration', () => {
    expect(chosen({brands: ['borealis', 'aurora']})).toEqual([
      ['aurora', 'borealis'],
      ['zh', 'en'],
    ])
  })

  it('leaves out brands that publish none of the named locales', () => {
    expect(chosen({locales: ['zh']})).toEqual([['aurora'], ['zh']])
  })

  it.each([
    [{brands: ['aurroa']}, 'Unknown brand `aurroa`; did you mean `aurora`'],
    [{brands: ['polaris']}, 'Unknown brand `polaris`; expected `aurora`, `borealis`'],
    [{locales: ['xx-long']}, 'Unknown locale `xx-long`; expected `zh`, `en`'],
    [{brands: ['borealis'], locales: ['zh']}, 'None of the brands `borealis` publishes `zh`'],
  ])('refuses what it does not know', (names, message) => {
    expect(() => selectEditions(site, names)).toThrow(message)
  })
})
