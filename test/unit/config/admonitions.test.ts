import {describe, expect, it} from 'vitest'
import type {SiteConfig} from '../../../src/config/define-config.ts'
import {resolveSite} from '../../../src/config/resolve-site.ts'

const locales = {zh: {name: '中文'}, en: {name: 'English'}}
const resolve = (config: Partial<SiteConfig>) =>
  resolveSite({locales, brands: {aurora: {url: '/'}}, ...config}, {root: '/site', configPath: 'docprism.yml'})

describe('types of admonitions', () => {
  it('have titles for each locale, and a look that every brand shares', () => {
    const {site, findings} = resolve({
      admonitions: {
        launch: {icon: ':octicons-rocket-16:', colour: '#0b7285', title: {zh: '上线', en: 'Launch'}},
        note: {title: 'Mind'},
        tip: {title: {zh: '小贴士'}},
      },
    })
    expect(findings).toEqual([])
    expect(site?.admonitions).toEqual({
      types: ['launch', 'note', 'tip'],
      titles: {zh: {launch: '上线', note: 'Mind', tip: '小贴士'}, en: {launch: 'Launch', note: 'Mind'}},
    })
    expect(site?.brands[0]?.theme.admonitions).toEqual({launch: {icon: 'octicons-rocket-16', colour: '#0b7285'}})
  })

  it('are changed by a brand and by those that extend it, setting by setting', () => {
    const {site} = resolve({
      admonitions: {launch: {icon: 'octicons/rocket-16', colour: 'teal'}},
      brands: {
        aurora: {url: '/', theme: {admonitions: {launch: {colour: 'navy'}, note: {colour: 'gray'}}}},
        onprem: {extends: 'aurora', theme: {admonitions: {launch: {icon: 'octicons/tag-16'}}}},
      },
    })
    expect(site?.brands.map(({theme}) => theme.admonitions)).toEqual([
      {launch: {icon: 'octicons-rocket-16', colour: 'navy'}, note: {colour: 'gray'}},
      {launch: {icon: 'octicons-tag-16', colour: 'navy'}, note: {colour: 'gray'}},
    ])
  })

  it.each<[Partial<SiteConfig>, string]>([
    [
      {admonitions: {'Lift off': {}}},
      'admonitions.Lift off: Found `Lift off`, expected a type of lower-case letters, digits, `-` and `_`',
    ],
    [
      {admonitions: {launch: {colour: 'teel'}}},
      'admonitions.launch.colour: Found `teel`, expected a CSS colour; did you mean `teal`',
    ],
    [
      {admonitions: {launch: {icon: 'a b'}}},
      'admonitions.launch.icon: Found `a b`, expected the name of an icon such as `octicons/tag-16`',
    ],
    [
      {admonitions: {launch: {title: {de: 'Start'}}}},
      'admonitions.launch.title.de: Unknown locale `de`, expected `zh` or `en`',
    ],
    [
      {admonitions: {launch: {title: {zh: '<<< brand >>>'}}}},
      'admonitions.launch.title.zh: Found a macro, expected plain text: all brands share it',
    ],
    [
      {brands: {aurora: {url: '/', theme: {admonitions: {nite: {}}}}}},
      'brands.aurora.theme.admonitions.nite: Unknown admonition type `nite`; did you mean `note`',
    ],
  ])('are checked: %j', (config, expected) => {
    expect(resolve(config).findings.map(({path, message}) => `${path.join('.')}: ${message}`)).toEqual([expected])
  })
})
