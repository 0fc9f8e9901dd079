import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {launchChromium} from '../support/chromium.ts'
import {serveFolder} from '../support/serve-folder.ts'
import type {FolderServer} from '../support/serve-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const out = mkdtempSync(path.join(tmpdir(), 'docprism-browser-'))
const widths = [
  {name: 'a phone', width: 360, height: 740},
  {name: 'a desktop', width: 1440, height: 900},
]
const session: {browser?: Browser; server?: FolderServer} = {}

beforeAll(async () => {
  await build({cwd: root, out})
  session.server = await serveFolder(out)
  session.browser = await launchChromium()
})

afterAll(async () => {
  await session.browser?.close()
  await session.server?.close()
  rmSync(out, {recursive: true, force: true})
})

/** A tab of the browser that writes down what its pages complain about and ask other hosts for. */
async function openTab(size: {width: number; height: number}) {
  if (!session.browser || !session.server) throw new Error('The browser is not running')
  const {url} = session.server
  const context = await session.browser.newContext({viewport: size})
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(url) || request.url().startsWith('data:')
    if (!isOwn) complaints.push(`Request to another host: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`)
  })
  return {
    page,
    complaints,
    visit: (address: string) => page.goto(new URL(address, url).href, {waitUntil: 'load'}),
    close: () => context.close(),
  }
}

/** Addresses of every page of one brand, below the folder of all brands. */
function pagesOf(brand: string): readonly string[] {
  return readdirSync(path.join(out, brand), {recursive: true, encoding: 'utf8'})
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => `${brand}/${path.dirname(file) === '.' ? '' : `${path.dirname(file)}/`}`)
    .sort()
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

describe.each(widths)('the demonstration site on $name', (size) => {
  it('shows every page without scrolling sideways, errors or requests to other hosts', {timeout: 300_000}, async () => {
    const pages = pagesOf('aurora')
    expect(pages.length).toBeGreaterThan(10)
    const {page, complaints, visit, close} = await openTab(size)
    const problems: string[] = []
    for (const address of pages) {
      await visit(address)
      const tooWide = await overflow(page)
      if (tooWide > 0) problems.push(`${address} is ${tooWide} pixels too wide`)
      problems.push(...complaints.splice(0).map((text) => `${address}: ${text}`))
    }
    await close()
    expect(problems).toEqual([])
  })

  it('lets the keyboard reach the nav', async () => {
    const {page, visit, close} = await openTab(size)
    await visit('aurora/')
    const inNav = '!!document.activeElement?.closest("nav a, nav summary")'
    let reached = false
    for (let press = 0; press < 60 && !reached; press++) {
      await page.keyboard.press('Tab')
      // On a phone the nav waits behind a button that opens it.
      const opener: boolean = await page.evaluate(
        'document.activeElement?.matches("summary, button, [role=button], label, input[type=checkbox]") && ' +
          '!document.activeElement.closest("article") && ' +
          '/menu|nav|drawer/i.test(document.activeElement.outerHTML)',
      )
      if (opener && size.width < 800) await page.keyboard.press('Space')
      reached = await page.evaluate(inNav)
    }
    expect(reached).toBe(true)
    await close()
  })

  it('starts the tab order with a link to the content', async () => {
    const {page, visit, close} = await openTab(size)
    await visit('aurora/')
    await page.keyboard.press('Tab')
    const target: string = await page.evaluate('document.activeElement?.getAttribute("href") ?? ""')
    expect(target).toMatch(/^#./)
    expect(await page.locator(target).count()).toBe(1)
    await close()
  })
})
