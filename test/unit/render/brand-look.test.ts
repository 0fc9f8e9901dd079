import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {BrandTheme} from '../../../src/core/site.ts'
import {brandCss, defaultPrimary, papers, textOn} from '../../../src/render/brand-css.ts'
import {contrastRatio, mixColours, readColour, readableColour, writeColour} from '../../../src/render/colour.ts'
import type {Colour} from '../../../src/render/colour.ts'
import {joinAssets} from '../../../src/render/join-assets.ts'
import {themeAssets} from '../../../src/render/theme-assets.ts'
import {buildFixture, findingLines, siteOf} from '../site/site-fixture.ts'
import {builtInLayer, builtInTheme} from './built-in-layer.ts'

function colour(text: string): Colour {
  const read = readColour(text)
  if (!read) throw new Error(`The test has a colour that cannot be read: ${text}`)
  return read
}

describe('a colour', () => {
  it.each([
    ['#3b5bdb', '#3b5bdb'],
    ['#3B5BDB80', '#3b5bdb'],
    ['#f0a', '#ff00aa'],
    ['#f0a8', '#ff00aa'],
    [' rgb(59, 91, 219) ', '#3b5bdb'],
    ['rgb(59 91 219 / 50%)', '#3b5bdb'],
    ['rgba(100%, 0%, 50%, 0.5)', '#ff0080'],
    ['rgb(300 0 0)', '#ff0000'],
    ['hsl(0, 100%, 50%)', '#ff0000'],
    ['hsl(120deg 100% 25%)', '#008000'],
    ['hsl(-120 100% 50%)', '#0000ff'],
    ['hsl(228 69% 55%)', '#3d5ddb'],
    ['Teal', '#008080'],
  ])('`%s` is %s', (text, expected) => {
    expect(writeColour(colour(text))).toBe(expected)
  })

  it.each([
    '',
    '#12345',
    'rgb(1 2)',
    'rgb(1 2 3 4 5)',
    'rgb(a b c)',
    'hsl(x 1% 1%)',
    'hsl(1 x 1%)',
    'blurple',
    'url(x)',
  ])('is not `%s`', (text) => {
    expect(readColour(text)).toBeUndefined()
  })

  it('has a contrast of 21 between black and white and of 1 to itself', () => {
    expect(contrastRatio(colour('#000'), colour('#fff'))).toBeCloseTo(21)
    expect(contrastRatio(colour('#777'), colour('#777'))).toBe(1)
  })

  it('is kept when it can be read, and moved no further than it must when not', () => {
    const options = {backgrounds: [colour('#fff')], towards: colour('#000'), ratio: 4.5}
    expect(writeColour(readableColour(colour('#1c6b72'), options))).toBe('#1c6b72')
    const moved = readableColour(colour('#ffd43b'), options)
    expect(contrastRatio(moved, colour('#fff'))).toBeGreaterThanOrEqual(4.5)
    expect(contrastRatio(moved, colour('#fff'))).toBeLessThan(5)
    expect(readableColour(colour('#777'), {...options, ratio: 30})).toEqual(colour('#000'))
  })
})

const channel = fc.integer({min: 0, max: 255})
const anyColour = fc.record({red: channel, green: channel, blue: channel}).map(writeColour)

/** Custom properties of the first rule of a style sheet that has this selector. */
function propertiesOf(css: string, selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const body = css.slice(start, css.indexOf('}', start))
  return new Map([...body.matchAll(/--dp-([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}

describe('the colours of a brand', () => {
  it.each([
    ['light', ':root'],
    ['dark', ":root[data-scheme='dark']"],
  ] as const)('can be read in %s, whatever they are', (scheme, selector) => {
    fc.assert(
      fc.property(anyColour, fc.option(anyColour, {nil: undefined}), (primary, accent) => {
        const theme: BrandTheme = {scheme: 'system', features: [], primary, ...(accent === undefined ? {} : {accent})}
        const {css, unreadable} = brandCss(theme)
        const named = propertiesOf(css, selector)
        const get = (name: string) => colour(named.get(name) ?? '')
        expect(unreadable).toEqual([])
        expect(writeColour(get('brand'))).toBe(primary)
        expect(contrastRatio(get('on-brand'), get('brand'))).toBeGreaterThanOrEqual(4.5)
        for (const text of ['link', 'link-hover']) {
          for (const paper of [papers[scheme].paper, papers[scheme].soft, named.get('tint') ?? '']) {
            expect(contrastRatio(get(text), colour(paper))).toBeGreaterThanOrEqual(4.5)
          }
        }
      }),
    )
  })

  it('are the default where they cannot be read, which is said', () => {
    const {css, unreadable} = brandCss({scheme: 'system', features: [], primary: 'blurple', accent: '}'})
    expect(unreadable).toEqual(['blurple', '}'])
    expect(css).toBe(brandCss({scheme: 'system', features: [], primary: defaultPrimary}).css)
  })

  it('are the same for the reader who chose dark and the one whose system is dark', () => {
    const {css} = brandCss({scheme: 'system', features: [], primary: '#ff0000'})
    expect(propertiesOf(css, ":root[data-scheme='dark']")).toEqual(
      propertiesOf(css, ":root:not([data-scheme='light'])"),
    )
  })

  it('carry dark text when they are light, and light text when they are dark', () => {
    expect(writeColour(textOn(colour('#ffd43b')))).toBe('#10141a')
    expect(writeColour(textOn(colour('#1c3b72')))).toBe('#ffffff')
  })
})

describe('the built-in style sheet', () => {
  const css = joinAssets(builtInLayer().files, []).files.get('css/docprism.css') ?? ''

  it.each([
    ['light', ':root'],
    ['dark', ":root[data-scheme='dark']"],
  ] as const)('keeps every text colour of %s readable on every background', (scheme, selector) => {
    const named = propertiesOf(css, selector)
    expect(named.get('paper')).toBe(papers[scheme].paper)
    expect(named.get('soft')).toBe(papers[scheme].soft)
    const texts = ['ink', 'ink-soft', 'blue', 'cyan', 'teal', 'green', 'amber', 'red', 'violet', 'gray']
    const weak = texts.flatMap((text) =>
      ['paper', 'soft', 'hll'].filter(
        (paper) => contrastRatio(colour(named.get(text) ?? ''), colour(named.get(paper) ?? '')) < 4.5,
      ),
    )
    expect(weak).toEqual([])
    for (const paper of ['mark', 'inserted', 'deleted']) {
      expect(contrastRatio(colour(named.get('ink') ?? ''), colour(named.get(paper) ?? ''))).toBeGreaterThan(4.5)
    }
    expect(contrastRatio(colour(named.get('line-strong') ?? ''), colour(named.get('paper') ?? ''))).toBeGreaterThan(3)
  })

  it('says the same for a dark system and for dark by choice', () => {
    expect(propertiesOf(css, ":root[data-scheme='dark']")).toEqual(
      propertiesOf(css, ":root:not([data-scheme='light'])"),
    )
  })

  it('asks no other host for anything', () => {
    const addresses = [...css.matchAll(/url\("(\w*:)/g)].map(([, start]) => start)
    expect(new Set(addresses)).toEqual(new Set(['data:']))
    expect(addresses).toHaveLength(css.split('url(').length - 1)
    expect(css).not.toContain('@import')
  })
})

describe('the built-in strings', () => {
  it('are complete in Chinese', () => {
    const {files} = builtInLayer()
    const keys = (name: string) => [...(files.get(name) ?? '').matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key)
    expect(keys('locales/zh.yml')).toEqual(keys('locales/en.yml'))
    expect(keys('locales/en.yml').length).toBeGreaterThan(40)
  })
})

describe('the files of a brand', () => {
  const {brand} = siteOf(buildFixture({pages: {'zh/index.md': {}}}), 'zh').edition
  const theme = builtInTheme()

  function assetsOf(look: Partial<BrandTheme>): ReturnType<typeof themeAssets> {
    return themeAssets({
      theme,
      brand: {...brand, theme: {scheme: 'system', features: [], ...look}},
      icons: {svg: () => undefined, names: () => [], emoji: () => undefined},
      configPath: 'docprism.yml',
    })
  }

  // Parts of the style sheet and of the script are in these.
  const lists = ['css/docprism.css', 'js/docprism.js'].map((name) => theme.assets.get(name) ?? '').join('\n')
  const isPart = (name: string): boolean => lists.includes(`include ${name.replace(/^\w+\//, '')}`)

  it('are style sheets, scripts and a drawn icon', () => {
    const {files, copies, diagnostics} = assetsOf({primary: '#123456'})
    expect([...files.keys()]).toEqual([
      ...[...theme.assets.keys()].filter((name) => !isPart(name)).map((name) => `assets/docprism/${name}`),
      'assets/docprism/css/brand.css',
      'assets/docprism/favicon.svg',
    ])
    expect(files.get('assets/docprism/favicon.svg')).toContain('fill="#123456"')
    expect([...copies, ...diagnostics]).toEqual([])
  })

  it('are its own logo and icon where it has them', () => {
    const {files, copies} = assetsOf({logo: 'brands/aurora/Mark.SVG', favicon: 'img/icon'})
    expect([...copies]).toEqual([
      ['assets/docprism/logo.svg', 'brands/aurora/Mark.SVG'],
      ['assets/docprism/favicon', 'img/icon'],
    ])
    expect(files.has('assets/docprism/favicon.svg')).toBe(false)
  })

  it('have the look of admonitions, with a finding for an icon that does not exist', () => {
    const {files, diagnostics} = assetsOf({admonitions: {launch: {colour: 'teal'}, note: {icon: 'material-nne'}}})
    expect(files.get('assets/docprism/css/brand.css')).toContain('.launch:is(.admonition, details) {\n  --dp-tone: ')
    expect(findingLines(diagnostics)).toEqual(['docprism.yml config/invalid Unknown icon `material-nne`'])
  })

  it('come with a finding for a colour that cannot be read', () => {
    expect(findingLines(assetsOf({primary: 'blurple'}).diagnostics)).toEqual([
      'docprism.yml config/invalid Cannot read colour `blurple`; expected a form such as `#3b5bdb`, `rgb(59 91 219)` or `hsl(228 69% 55%)`',
    ])
  })

  it('mix evenly between two colours', () => {
    expect(writeColour(mixColours(colour('#000000'), colour('#ffffff'), 0.5))).toBe('#808080')
  })
})
