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

  it('takes fonts, the radius of corners and the kind of header', () => {
    const theme = {font: {body: 'fonts/a.woff2', code: ['JetBrains Mono']}, radius: 4, header: 'solid'} as const
    const {site} = resolve({theme, brands: {aurora: {url: '/', theme: {font: {body: ['Inter']}, radius: '0.5rem'}}}})
    expect(site?.brands[0]?.theme).toMatchObject({
      fonts: {body: ['Inter'], code: ['JetBrains Mono']},
      radius: '0.5rem',
      header: 'solid',
    })
    expect(resolve({theme}).site?.brands[0]?.theme).toMatchObject({
      fonts: {body: ['fonts/a.woff2'], code: ['JetBrains Mono']},
      radius: '4px',
    })
  })

  it.each([
    [{radius: '1cm'}, 'Found `1cm`, expected a length such as `0.375rem`, or a number of pixels'],
    [
      {font: {body: "a'; }"}},
      "Found `a'; }`, expected the name of a font, or the path of a `.woff2`, `.woff`, `.ttf` or `.otf` file inside the content folder",
    ],
    [
      {font: {code: '../x.woff2'}},
      'Found `../x.woff2`, expected the name of a font, or the path of a `.woff2`, `.woff`, `.ttf` or `.otf` file inside the content folder',
    ],
  ])('takes nothing else: %j', (theme, expected) => {
    expect(resolve({theme}).findings.map(({message}) => message)).toEqual([expected])
  })

  it('warns of files that are not there, once, where they are named', async () => {
    const text = [
      'locales: {en: {name: English}}',
      'theme: {logo: a.svg, font: {body: fonts/b.woff2}}',
      'brands: {aurora: {url: /}, borealis: {url: /, theme: {logo: c.svg}}}',
    ].join('\n')
    expect(await diagnose(text)).toEqual([
      '2:15-2:20 Cannot find `a.svg` in the content folder',
      '2:35-2:48 Cannot find `fonts/b.woff2` in the content folder',
      '3:61-3:66 Cannot find `c.svg` in the content folder',
    ])
  })
})
