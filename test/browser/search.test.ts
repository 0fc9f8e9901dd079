import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, BrowserContextOptions} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {launchChromium} from '../support/chromium.ts'
import {serveFolder} from '../support/serve-folder.ts'
import type {FolderServer} from '../support/serve-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const out = mkdtempSync(path.join(tmpdir(), 'docprism-search-'))
const session: {browser?: Browser; server?: FolderServer} = {}
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'"

beforeAll(async () => {
  await build({cwd: root, out, brands: ['aurora', 'aurora-onprem']})
  session.server = await serveFolder(out)
  session.browser = await launchChromium()
}, 120_000)

afterAll(async () => {
  await session.browser?.close()
  await session.server?.close()
  rmSync(out, {recursive: true, force: true})
})

/** A tab that keeps to a strict policy and notes what it asks for and complains about. */
async function openTab(address: string, options: BrowserContextOptions = {}) {
  if (!session.browser || !session.server) throw new Error('The browser is not running')
  const context = await session.browser.newContext({
    viewport: {width: 1280, height: 800},
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue()
    const response = await route.fetch()
    await route.fulfill({response, headers: {...response.headers(), 'content-security-policy': policy}})
  })
  await page.goto(new URL(address, session.server.url).href)
  const dialog = page.locator('dialog.dp-finder')
  return {
    page,
    dialog,
    complaints,
    asked,
    input: dialog.locator('input'),
    hits: dialog.locator('.dp-finder-hit'),
    search: async (query: string) => {
      if (!(await dialog.isVisible())) await page.keyboard.press('/')
      await dialog.waitFor()
      await dialog.locator('input').fill(query)
      await dialog.locator('.dp-finder-hit').first().waitFor()
    },
    focused: () => page.evaluate<string>('document.activeElement.textContent + document.activeElement.tagName'),
    close: () => context.close(),
  }
}

describe('the search of the demonstration site', () => {
  it('loads nothing before it is opened, and keeps to a strict policy', async () => {
    const {page, dialog, complaints, asked, search, close} = await openTab('aurora/en/')
    const isOfSearch = (file: string): boolean => /search-(?:engine|dialog)|search\.css|\/search\//.test(file)
    expect(asked.filter(isOfSearch)).toEqual([])
    await search('macro')
    expect(asked.filter(isOfSearch).sort()).toEqual([
      '/aurora/assets/docprism/css/search.css',
      '/aurora/assets/docprism/js/search-dialog.js',
      '/aurora/assets/docprism/js/search-engine.js',
      '/aurora/assets/docprism/search/en/0.js',
    ])
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await close()
  })

  it('finds pages in English and in Chinese, for the edition that is read', async () => {
    const english = await openTab('aurora/en/')
    await english.search('configuraton')
    expect(await english.hits.first().locator('.dp-finder-title').textContent()).toBe('Configuration')
    await english.close()
    const chinese = await openTab('aurora/')
    await chinese.search('品牌的值')
    expect(await chinese.hits.first().locator('mark').first().textContent()).toBe('品牌的值')
    expect(await chinese.dialog.getByRole('status').textContent()).toMatch(/^在 \d+ 个页面中找到。$/)
    await chinese.search('docprism.yml')
    expect(await chinese.hits.count()).toBeGreaterThan(3)
    await chinese.close()
  })

  it('is used with the keyboard alone', async () => {
    const {page, dialog, input, search, focused, close} = await openTab('aurora/en/')
    await page.keyboard.press('Control+k')
    await dialog.waitFor()
    await page.keyboard.press('Control+k')
    expect(await dialog.isVisible()).toBe(false)
    await search('macro')
    await page.keyboard.press('ArrowDown')
    const first = await focused()
    expect(first).toMatch(/A$/)
    await page.keyboard.press('ArrowDown')
    expect(await focused()).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toMatch(/INPUT$/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('s')
    expect(await input.inputValue()).toBe('macros')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/macros\//)
    await close()
  })

  it('leaves a slash to fields in which readers write', async () => {
    const {page, input, search, close} = await openTab('aurora/en/')
    await search('a')
    await input.fill('')
    await page.keyboard.type('a/b')
    expect(await input.inputValue()).toBe('a/b')
    await close()
  })

  it('groups what it finds by page and section, and opens the section with its words marked', async () => {
    const {page, hits, search, complaints, close} = await openTab('aurora/en/')
    await search('macro signs')
    const hit = hits.filter({has: page.locator('.dp-finder-title', {hasText: /^Macros$/})})
    await hit.locator('.dp-finder-name', {hasText: 'Macro signs as text'}).click()
    await page.waitForURL(/#raw$/)
    await page.waitForFunction('CSS.highlights.has("dp-found")')
    expect(await page.evaluate('CSS.highlights.get("dp-found").size')).toBeGreaterThan(2)
    expect(new URL(page.url()).search).toBe('')
    expect(complaints).toEqual([])
    await close()
  })

  it('opens with the query of the address, and copies such an address', async () => {
    const {page, dialog, input, hits, close} = await openTab('aurora/en/macros/?q=glossary#names')
    await hits.first().waitFor()
    expect(await input.inputValue()).toBe('glossary')
    await input.fill('forbidden words')
    await dialog.locator('.dp-finder-share').click()
    await dialog.getByRole('status').filter({hasText: 'clipboard'}).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/\/aurora\/en\/macros\/\?q=forbidden\+words$/)
    await close()
  })

  it('suggests how a query goes on', async () => {
    const {page, input, dialog, search, close} = await openTab('aurora/en/')
    await search('getting st')
    expect(await dialog.locator('.dp-finder-ghost').textContent()).toBe('getting started')
    await page.keyboard.press('ArrowRight')
    expect(await input.inputValue()).toBe('getting started')
    await close()
  })

  it('says so when nothing is found', async () => {
    const {page, dialog, input, search, close} = await openTab('aurora/en/')
    await search('macro')
    await input.fill('xyzzyplugh')
    await dialog.getByRole('status').filter({hasText: 'Nothing was found'}).waitFor()
    await page.keyboard.press('Enter')
    expect(await dialog.isVisible()).toBe(true)
    await close()
  })

  it('fits a phone, in the dark', async () => {
    const {page, dialog, hits, search, close} = await openTab('aurora/', {
      viewport: {width: 390, height: 844},
      colorScheme: 'dark',
    })
    await page.getByRole('button', {name: '搜索'}).click()
    await search('品牌')
    const box = await dialog.boundingBox()
    expect(box).toMatchObject({x: 0, y: 0, width: 390})
    expect(
      await page.evaluate(
        '(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)(document.activeElement.closest("dialog"))',
      ),
    ).toBe(0)
    await hits.locator('summary').first().click()
    await hits.locator('details[open] a').first().waitFor()
    await dialog.getByRole('button', {name: '关闭搜索'}).click()
    expect(await dialog.isVisible()).toBe(false)
    await close()
  })

  it('shows no button without scripts', async () => {
    const {page, close} = await openTab('aurora/en/', {javaScriptEnabled: false})
    expect(await page.locator('.dp-search').isVisible()).toBe(false)
    await close()
  })

  it('works for pages that are opened from files', async () => {
    if (!session.browser) throw new Error('The browser is not running')
    const page = await session.browser.newPage()
    const file = pathToFileURL(path.join(out, 'aurora-onprem/en/macros/index.html')).href
    await page.goto(`${file}?q=glossary`)
    const link = page.locator('.dp-finder-hit a').first()
    await link.waitFor()
    expect(await link.getAttribute('href')).toMatch(/^file:.*\/aurora-onprem\/en\//)
    await page.close()
  })
})
