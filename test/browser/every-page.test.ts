import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import axe from 'axe-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {startSession} from '../support/browser-session.ts'
import type {BrowserSession} from '../support/browser-session.ts'

const root = path.resolve(import.meta.dirname, '../..')
const out = mkdtempSync(path.join(tmpdir(), 'docprism-pages-'))
const session: {current?: BrowserSession} = {}
const brands = ['aurora', 'borealis']

beforeAll(async () => {
  await build({cwd: root, out, brands: ['aurora', 'borealis']})
  session.current = await startSession(out)
})

afterAll(async () => {
  await session.current?.close()
  rmSync(out, {recursive: true, force: true})
})

/** Files of one brand with such an ending, by path from its folder. */
function filesOf(brand: string, ending: string): readonly string[] {
  return readdirSync(path.join(out, brand), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith(ending))
    .sort()
}

const read = (brand: string, file: string): string => readFileSync(path.join(out, brand, file), 'utf8')
const compressed = (text: string): number => gzipSync(text, {level: 9}).length

describe('what readers load', () => {
  it.each(brands)('is at most 25 kB of style sheets and 15 kB of scripts before search (%s)', (brand) => {
    const isTheme = (file: string): boolean => !/katex|search|mermaid/.test(file)
    const sum = (ending: string): number =>
      filesOf(brand, ending)
        .filter(isTheme)
        .reduce((total, file) => total + compressed(read(brand, file)), 0)
    expect(sum('.css')).toBeLessThanOrEqual(25_000)
    expect(sum('.js')).toBeLessThanOrEqual(15_000)
  })

  it.each(brands)('is at most 6 kB of HTML around the article of any page (%s)', (brand) => {
    const tooLarge = filesOf(brand, 'index.html').flatMap((file) => {
      const size = compressed(read(brand, file).replace(/<article[^]*<\/article>/, ''))
      return size > 6000 ? [`${file}: ${String(size)}`] : []
    })
    expect(tooLarge).toEqual([])
  })
})

const looks = [
  {viewport: {width: 390, height: 844}, colorScheme: 'light'},
  {viewport: {width: 1280, height: 900}, colorScheme: 'dark'},
  {viewport: {width: 820, height: 1100}, colorScheme: 'light'},
  {viewport: {width: 390, height: 844}, colorScheme: 'dark'},
  {viewport: {width: 1280, height: 900}, colorScheme: 'light'},
] as const

describe('every page, in turn on a phone, a tablet and a desktop, light and dark, of one brand or the other', () => {
  it.each(looks.map((look, turn) => ({...look, turn})))(
    'has no axe finding and no layout shift, and nothing breaks: $viewport.width px, $colorScheme',
    {timeout: 120_000},
    async ({turn, ...look}) => {
      const tab = await session.current?.openTab(look)
      if (!tab) throw new Error('The browser is not running')
      const {page, complaints} = tab
      await page.addInitScript(
        'window.shifts = 0; new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.shifts += shift.value })' +
          ".observe({type: 'layout-shift', buffered: true})",
      )
      const problems: string[] = []
      // The same page of a source comes in two languages and two brands: the brand changes from page to page.
      const pages = filesOf('aurora', 'index.html').map((file, index) => {
        const brand = brands[index % 2] ?? ''
        const isThere = filesOf(brand, 'index.html').includes(file)
        return `${isThere ? brand : 'aurora'}/${file.replace(/index\.html$/, '')}`
      })
      for (const address of pages.filter((_, index) => index % looks.length === turn)) {
        await tab.visit(address)
        const shift: number = await page.evaluate(
          'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(window.shifts))))',
        )
        await page.evaluate(axe.source)
        const found: string[] = await page.evaluate(
          `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'], preload: false})
            .then(({violations}) => violations.map(({id, nodes}) => id + ' ' + nodes.slice(0, 3).map(({html}) => html).join(' | ')))`,
        )
        problems.push(...[...found, ...complaints.splice(0)].map((text) => `${address}: ${text}`))
        // Fonts of formulas move these by parts of a pixel when they arrive.
        if (shift > 0.001) problems.push(`${address}: layout shift ${String(shift)}`)
      }
      await tab.close()
      expect(problems).toEqual([])
    },
  )
})
