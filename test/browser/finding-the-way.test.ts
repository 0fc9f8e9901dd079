import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {startSession} from '../support/browser-session.ts'
import type {BrowserSession, Tab} from '../support/browser-session.ts'

const root = path.resolve(import.meta.dirname, '../..')
const out = mkdtempSync(path.join(tmpdir(), 'docprism-way-'))
const session: {current?: BrowserSession} = {}
const phone = {viewport: {width: 390, height: 844}}
const desktop = {viewport: {width: 1280, height: 900}}

beforeAll(async () => {
  await build({cwd: root, out, brands: ['aurora', 'borealis']})
  session.current = await startSession(out)
})

afterAll(async () => {
  await session.current?.close()
  rmSync(out, {recursive: true, force: true})
})

async function open(address: string, options: BrowserContextOptions): Promise<Tab> {
  const tab = await session.current?.openTab(options)
  if (!tab) throw new Error('The browser is not running')
  await tab.visit(address)
  return tab
}

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.outerHTML.replace(/>[^]*/, ">")')

describe('the keyboard', () => {
  it('skips to the content and to the pages', async () => {
    const {page, close} = await open('aurora/en/macros/', desktop)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toContain('class="dp-skip"')
    await expect.poll(async () => (await page.locator('.dp-skip').first().boundingBox())?.y).toBe(8)
    await page.keyboard.press('Enter')
    expect(await focused(page)).toContain('<main')
    await page.locator('.dp-skip-to-nav').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest(".dp-nav") !== null')).toBe(true)
    await close()
  })

  it('goes through tabs and opens groups of the nav', async () => {
    const {page, close} = await open('borealis/macros/', desktop)
    const group = page.locator('.dp-nav details:not([open]) > summary').first()
    await group.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.dp-nav details[open]').count()).toBe(2)
    await close()
    const other = await open('aurora/en/macros/', desktop)
    await other.page.locator('.dp-tabs a').first().focus()
    await other.page.keyboard.press('Tab')
    expect(await focused(other.page)).toContain('href="../../en/getting-started/"')
    await other.close()
  })

  it.each([
    ['the nav', '.dp-for-nav', '.dp-nav'],
    ['the headings of the page', '.dp-for-toc', '.dp-toc'],
  ])('opens and closes %s on a phone', async (_, button, panel) => {
    const {page, close} = await open('aurora/en/macros/', phone)
    expect(await page.locator(panel).isVisible()).toBe(false)
    await page.locator(button).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(panel).isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(`document.activeElement.closest('${panel}') !== null`)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator(panel).isVisible()).toBe(false)
    expect(await focused(page)).toContain(button.slice(1))
    await close()
  })

  it('chooses a heading, which closes the list of headings', async () => {
    const {page, close} = await open('aurora/en/macros/', phone)
    await page.locator('.dp-for-toc').click()
    await page.locator('.dp-toc a').nth(2).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/#source-text$/)
    expect(await page.locator('.dp-toc').isVisible()).toBe(false)
    await close()
  })
})

describe('the nav', () => {
  it('shows the pages of a tab, and no empty column for a tab without any', async () => {
    const {page, visit, close} = await open('aurora/en/macros/', desktop)
    expect(await page.locator('.dp-tabs [aria-current]').innerText()).toBe('Guide')
    expect(await page.locator('.dp-nav > ul > li:visible').count()).toBe(1)
    expect(await page.locator('.dp-nav [aria-current]').innerText()).toBe('Macros')
    await visit('aurora/en/getting-started/')
    expect(await page.locator('.dp-tabs [aria-current="page"]').innerText()).toBe('Getting started')
    expect(await page.locator('.dp-nav').isVisible()).toBe(false)
    await close()
  })

  it('keeps open what readers opened', async () => {
    const {page, visit, close} = await open('borealis/macros/', desktop)
    await page.locator('.dp-nav summary', {hasText: 'Reference'}).click()
    await visit('borealis/getting-started/')
    expect(await page.locator('.dp-nav details[open] > summary').allInnerTexts()).toEqual(['Reference'])
    await close()
  })

  it('works without scripts', async () => {
    const {page, close} = await open('borealis/macros/', {...phone, javaScriptEnabled: false})
    await page.locator('.dp-for-nav').click()
    await page.locator('.dp-nav summary', {hasText: 'Reference'}).click()
    await page.locator('.dp-nav a', {hasText: 'Commands'}).click()
    await page.waitForURL('**/commands/')
    expect(await page.locator('.dp-scheme').isVisible()).toBe(false)
    expect(await page.locator('.dp-announcement button').isVisible()).toBe(false)
    expect(await page.locator('.dp-top').isVisible()).toBe(true)
    await close()
  })
})

describe('while readers scroll', () => {
  it('the table of contents follows', async () => {
    const {page, close} = await open('aurora/en/macros/', desktop)
    const current = page.locator('.dp-toc [aria-current]')
    expect(await current.count()).toBe(0)
    await page.evaluate('document.getElementById("loops").scrollIntoView()')
    await current.waitFor()
    expect(await current.innerText()).toBe('Loops')
    await page.evaluate('scrollTo(0, 0)')
    await current.waitFor({state: 'detached'})
    await close()
  })

  it('the way back to the top shows when they turn round', async () => {
    const {page, close} = await open('aurora/en/macros/', desktop)
    const link = page.locator('.dp-top')
    expect(await link.isVisible()).toBe(false)
    await page.evaluate('scrollTo(0, 2500)')
    await expect.poll(() => page.evaluate('document.documentElement.dataset.scroll')).toBe('down')
    expect(await link.isVisible()).toBe(false)
    await page.evaluate('scrollTo(0, 2300)')
    await link.waitFor()
    await link.locator('a').click()
    await expect.poll(() => page.evaluate('scrollY')).toBe(0)
    await close()
  })
})

describe('an announcement', () => {
  it('stays closed until its text is another one', async () => {
    const {page, visit, close} = await open('aurora/en/macros/', phone)
    await page.locator('.dp-announcement button').click()
    expect(await page.locator('.dp-announcement').count()).toBe(0)
    await visit('aurora/en/')
    expect(await page.locator('.dp-announcement').isVisible()).toBe(false)
    await visit('aurora/')
    expect(await page.locator('.dp-announcement').isVisible()).toBe(true)
    await close()
  })

  it('leads to a page of the edition', async () => {
    const {page, close} = await open('aurora/macros/', desktop)
    expect(await page.locator('.dp-announcement a').getAttribute('href')).toBe('../theme-features/')
    await close()
  })
})

describe('links', () => {
  it('beside headings copy their address and say so', async () => {
    const {page, close} = await open('aurora/en/macros/', {
      ...desktop,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.locator('#names').hover()
    await page.locator('#names .headerlink').click()
    await page.locator('.dp-status', {hasText: 'Link copied'}).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url())
    expect(page.url()).toMatch(/#names$/)
    await close()
  })

  it('are fetched ahead when readers point at them, and pages fade into each other', async () => {
    const {page, complaints, close} = await open('aurora/en/macros/', desktop)
    await page.locator('.dp-nav a', {hasText: 'Navigation'}).hover()
    expect(await page.locator('head > link[rel="prefetch"]').getAttribute('href')).toMatch(
      /\/aurora\/en\/navigation\/$/,
    )
    const rules =
      '[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => [rule, ...(rule.cssRules ?? [])])'
    expect(await page.evaluate(`${rules}.some((rule) => rule.constructor.name === 'CSSViewTransitionRule')`)).toBe(true)
    await page.locator('.dp-nav a', {hasText: 'Navigation'}).click()
    await page.waitForURL('**/navigation/')
    expect(complaints).toEqual([])
    await close()
  })
})

describe('paper', () => {
  it('is light, has the article alone, and shows what is folded', async () => {
    const {page, close} = await open('aurora/en/writing/details/', {...desktop, colorScheme: 'dark'})
    await page.evaluate('document.documentElement.dataset.scheme = "dark"')
    await page.emulateMedia({media: 'print', colorScheme: 'dark'})
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(
      await page.locator('.dp-header, .dp-nav, .dp-toc, .dp-tabs, .dp-pager, .dp-top').locator('visible=true').count(),
    ).toBe(0)
    expect(await page.locator('.dp-article details:not([open]) > p').first().isVisible()).toBe(true)
    await close()
  })
})

describe('the first paint', () => {
  it('of all that is in sight does not wait for scripts', async () => {
    const tab = await session.current?.openTab(desktop)
    if (!tab) throw new Error('The browser is not running')
    const held: (() => void)[] = []
    await tab.page.route('**/docprism.js', (route) => {
      held.push(() => void route.continue())
    })
    const visit = tab.visit('aurora/en/macros/')
    await expect
      .poll(() =>
        tab.page.evaluate(
          `new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().length > 0)).observe({type: 'largest-contentful-paint', buffered: true}))`,
        ),
      )
      .toBe(true)
    expect(held).toHaveLength(1)
    for (const release of held) release()
    await visit
    await tab.close()
  })
})
