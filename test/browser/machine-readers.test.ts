import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {launchChromium} from '../support/chromium.ts'
import {serveFolder} from '../support/serve-folder.ts'
import type {FolderServer} from '../support/serve-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const out = mkdtempSync(path.join(tmpdir(), 'docprism-readers-'))
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
const running: {browser?: Browser; server?: FolderServer} = {}

beforeAll(async () => {
  await build({cwd: root, out, brands: ['aurora', 'borealis']})
  running.server = await serveFolder(out)
  running.browser = await launchChromium()
})

afterAll(async () => {
  await running.browser?.close()
  await running.server?.close()
  rmSync(out, {recursive: true, force: true})
})

/** Opens a page under a strict Content-Security-Policy. */
async function open(address: string, options: {readonly width?: number; readonly scripts?: boolean} = {}) {
  const {browser, server} = running
  if (!browser || !server) throw new Error('The browser is not running')
  const {width = 1280, scripts = true} = options
  const context = await browser.newContext({viewport: {width, height: 800}, javaScriptEnabled: scripts})
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: server.url})
  await context.route('**', async (route) => {
    const response = await route.fetch()
    await route.fulfill({response, headers: {...response.headers(), 'content-security-policy': policy}})
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(server.url + address)
  return {page, complaints, close: () => context.close()}
}

const cases = [
  {address: 'aurora/links/', width: 1280, before: '复制本页 Markdown', after: '已复制'},
  {address: 'aurora/en/links/', width: 390, before: 'Copy the page as Markdown', after: 'Copied'},
  {address: 'borealis/links/', width: 1280, before: 'Copy the page as Markdown', after: 'Copied'},
]

describe('a page for readers that are programs', () => {
  it.each(cases)('copies its Markdown at $address, $width pixels wide', async ({address, width, before, after}) => {
    const {page, complaints, close} = await open(address, {width})
    const button = page.locator('.dp-markdown > a')
    expect(await button.innerText()).toBe(before)
    await button.focus()
    await page.keyboard.press('Space')
    await page.waitForSelector('.dp-markdown > .dp-copied')
    expect(await button.innerText()).toBe(after)
    const copied: string = await page.evaluate('navigator.clipboard.readText()')
    expect(copied).toBe(readFileSync(path.join(out, address, 'index.md'), 'utf8'))
    expect(copied).not.toContain('<<<')
    expect(complaints).toEqual([])
    await close()
  })

  it('links to its Markdown where there are no scripts', async () => {
    const {page, close} = await open('aurora/en/links/', {scripts: false})
    const link = page.locator('.dp-markdown > a')
    expect(await link.innerText()).toBe('View as Markdown')
    expect(await link.getAttribute('href')).toBe('index.md')
    await close()
  })

  it('opens its Markdown where that cannot be copied', async () => {
    const {page, close} = await open('aurora/en/links/')
    await page.evaluate('navigator.clipboard.write = () => Promise.reject(new Error("refused"))')
    const asked = page.waitForRequest((request) => request.isNavigationRequest() && request.url().endsWith('index.md'))
    await page.click('.dp-markdown > a')
    expect((await asked).url()).toMatch(/\/aurora\/en\/links\/index\.md$/)
    await close()
  })

  it('describes itself to search engines under a strict policy', async () => {
    const {page, complaints, close} = await open('borealis/writing/keys/')
    const text = await page.locator('script[type="application/ld+json"]').textContent()
    expect(JSON.parse(text ?? '')).toMatchObject({
      '@graph': [
        {'@type': 'TechArticle', inLanguage: 'en', url: 'https://docs.borealis.example/writing/keys/'},
        {'@type': 'BreadcrumbList', itemListElement: [{position: 1}, {position: 2}]},
      ],
    })
    expect(complaints).toEqual([])
    await close()
  })
})
