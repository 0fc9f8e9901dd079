import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {launchChromium} from './chromium.ts'
import {serveFolder, strictPolicy} from './serve-folder.ts'

/** A tab that writes down what its pages complain about and ask other hosts for. */
export interface Tab {
  readonly page: Page
  readonly complaints: string[]
  /** Opens an address below the served folder. */
  visit(address: string): Promise<void>
  close(): Promise<void>
}

/** A browser and a folder served to it under a strict Content-Security-Policy. */
export interface BrowserSession {
  readonly browser: Browser
  openTab(options?: BrowserContextOptions): Promise<Tab>
  close(): Promise<void>
}

/** Serves a folder and starts a browser for it. */
export async function startSession(folder: string): Promise<BrowserSession> {
  const server = await serveFolder(folder, strictPolicy)
  const browser = await launchChromium()
  return {
    browser,
    async openTab(options = {}) {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        const isOwn = request.url().startsWith(server.url) || request.url().startsWith('data:')
        if (!isOwn) complaints.push(`Request to another host: ${request.url()}`)
      })
      return {
        page,
        complaints,
        visit: async (address) => {
          await page.goto(new URL(address, server.url).href, {waitUntil: 'load'})
        },
        close: () => context.close(),
      }
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
