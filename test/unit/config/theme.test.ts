import {describe, expect, it} from 'vitest'
import type {SiteConfig} from '../../../src/config/define-config.ts'
import {resolveSite} from '../../../src/config/resolve-site.ts'
import {diagnose} from './diagnose.ts'

const locales = {en: {name: 'English'}}
const resolve = (config: Partial<SiteConfig>) =>
  resolveSite({locales, brands: {aurora: {url: '/'}}, ...config}, {root: '/site', configPath: 'docprism.yml'})

describe('the look of a site', () => {
  it('is that of every brand, which wins key by key', () => {
    const {site, findings} = resolve({
      theme: {primary: 'teal', scheme: 'dark', features: ['toc.follow'], admonitions: {note: {colour: 'gray'}}},
      brands: {
        aurora: {url: '/', theme: {primary: 'navy', admonitions: {note: {icon: 'octicons/tag-16'}}}},
        onprem: {extends: 'aurora', theme: {features: []}},
      },
    })
    expect(findings).toEqual([])
    expect(site?.brands.map(({theme}) => theme)).toEqual([
      {
        primary: 'navy',
        scheme: 'dark',
        features: ['navigation.indexes', 'toc.follow'],
        admonitions: {note: {colour: 'gray', icon: 'octicons-tag-16'}},
      },
      {
        primary: 'navy',
        scheme: 'dark',
        features: ['navigation.indexes'],
        admonitions: {note: {colour: 'gray', icon: 'octicons-tag-16'}},
      },
    ])
  })

  it('is checked where it is written', async () => {
    const text = [
      'locales: {en: {name: English}}',
      'theme:',
      '  primary: teel',
      '  features: [navigation.tab]',
      'brands:',
      '  aurora:',
      '    url: /',
      '    theme: {features: [toc.folow], logo: ../logo.svg}',
    ].join('\n')
    expect(await diagnose(text)).toEqual([
      '3:12-3:16 Found `teel`, expected a CSS colour; did you mean `teal`',
      '4:14-4:28 Unknown feature `navigation.tab`; did you mean `navigation.tabs`',
      '8:24-8:33 Unknown feature `toc.folow`; did you mean `toc.follow`',
      '8:42-8:53 Found `../logo.svg`, expected a path inside the content folder',
    ])
  })
})
