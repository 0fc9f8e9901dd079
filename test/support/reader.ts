import type {Browser, BrowserContextOptions, Page} from 'playwright-core'

/** A reader in front of a page, who writes down what the browser complains about. */
export interface Reader {
  readonly page: Page
  /** Errors, warnings, broken policies, and requests that failed or went to another host, since the last visit. */
  readonly complaints: readonly string[]
  /** Addresses of the files that were asked for since the last visit, below the server's root. */
  readonly asked: readonly string[]
  /** Leaves the page, even for a place of the same one, and opens another. */
  visit(address: string): Promise<void>
  close(): Promise<void>
}

/** Opens a window of its own, with storage of its own. */
export async function openReader(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Reader> {
  const context = await browser.newContext({...options, permissions: ['clipboard-read', 'clipboard-write']})
  const page = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const address = request.url()
    if (address.startsWith(origin)) asked.push(address.slice(origin.length))
    else if (!address.startsWith('data:')) complaints.push(`Request to another host: ${address}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`)
  })
  return {
    page,
    complaints,
    asked,
    visit: async (address) => {
      await page.goto('about:blank')
      complaints.length = 0
      asked.length = 0
      await page.goto(new URL(address, origin).href, {waitUntil: 'load'})
    },
    close: () => context.close(),
  }
}
