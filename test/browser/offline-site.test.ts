import {cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {readTag} from '../../plugins/lowering/html-tag.ts'
import {build} from '../../src/build/build.ts'
import {launchChromium} from '../support/chromium.ts'
import {serveFolder} from '../support/serve-folder.ts'
import type {FolderServer} from '../support/serve-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const out = mkdtempSync(path.join(tmpdir(), 'docprism-offline-'))
const site = path.join(out, 'aurora-onprem')
const running: {browser?: Browser; server?: FolderServer} = {}

beforeAll(async () => {
  await build({cwd: root, out, brands: ['aurora-onprem']})
  // The same site two folders further down, as it may be unpacked anywhere.
  cpSync(site, path.join(out, 'intranet/some/where'), {recursive: true})
  running.server = await serveFolder(out)
  running.browser = await launchChromium()
})

afterAll(async () => {
  await running.browser?.close()
  await running.server?.close()
  rmSync(out, {recursive: true, force: true})
})

function filesOf(ending: string): readonly string[] {
  return readdirSync(site, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith(ending))
    .sort()
}

/** Start tags of HTML, what stands in comments, scripts and styles left out. */
function tagsOf(html: string) {
  const shown = html.replace(/<!--[^]*?-->|(<(script|style)\b[^>]*>)[^]*?<\/\2>/g, '$1')
  return [...shown.matchAll(/</g)].flatMap(({index}) => {
    const tag = readTag(shown, index)
    return tag?.kind === 'start' ? [tag] : []
  })
}

/** Attributes by which a browser asks for something without being told to. */
const loading = /^(?:src|srcset|poster|data|background|imagesrcset|ping|manifest|xlink:href)$/
const elsewhere = /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i

/** Opens a tab that writes down what its pages ask for and complain about. */
async function openTab() {
  if (!running.browser) throw new Error('The browser is not running')
  const context = await running.browser.newContext()
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => {
    // A page that is left stops loading its icon.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.url()}`)
  })
  return {page, requests, complaints, context}
}

describe('a site for places without the internet', () => {
  it('has nothing in its files that a browser would ask another host for', () => {
    const problems: string[] = []
    for (const file of filesOf('.html')) {
      for (const {name, attributes} of tagsOf(readFileSync(path.join(site, file), 'utf8'))) {
        for (const {name: attribute, value = ''} of attributes) {
          const isLoaded = loading.test(attribute) || (name === 'link' && attribute === 'href')
          const inStyle = attribute === 'style' && value.includes('url(')
          const refreshes = name === 'meta' && attribute === 'content' && /url=\s*(?:https?:)?\/\//i.test(value)
          if ((isLoaded && elsewhere.test(value)) || inStyle || refreshes) problems.push(`${file}: ${value}`)
        }
      }
    }
    for (const file of filesOf('.css')) {
      for (const [found] of readFileSync(path.join(site, file), 'utf8').matchAll(
        /(?:url\(|@import)\s*['"]?[^'")\s]*/g,
      )) {
        if (/['"(\s](?:https?:)?\/\//.test(found)) problems.push(`${file}: ${found}`)
      }
    }
    // Search records are texts, and the library for diagrams names the addresses of standards.
    const scripts = filesOf('.js').filter((file) => !/\/(?:search\/\w+|mermaid)\//.test(file))
    for (const file of scripts) {
      for (const [found] of readFileSync(path.join(site, file), 'utf8').matchAll(
        /(['"`])(?:https?:)?\/\/[^'"`\s]+\1/g,
      )) {
        problems.push(`${file}: ${found}`)
      }
    }
    expect(problems).toEqual([])
  })

  it('names the file of every page that a link leads to', () => {
    const problems: string[] = []
    for (const file of filesOf('index.html')) {
      const from = pathToFileURL(path.join(site, file))
      for (const {name, attributes} of tagsOf(readFileSync(path.join(site, file), 'utf8'))) {
        const href = attributes.find((attribute) => attribute.name === (name === 'a' ? 'href' : 'src'))?.value
        if (href === undefined || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href)) continue
        const target = new URL(href.replaceAll('&amp;', '&'), from)
        target.search = target.hash = ''
        if (href.endsWith('/') || !existsSync(fileURLToPath(target))) problems.push(`${file}: ${href}`)
      }
    }
    expect(problems).toEqual([])
  })

  it('opens from its folder: every page, without a server and with the network cut', {timeout: 120_000}, async () => {
    const {page, requests, complaints, context} = await openTab()
    await context.setOffline(true)
    for (const file of filesOf('index.html')) {
      await page.goto(pathToFileURL(path.join(site, file)).href)
      // A redirect is nothing to look at; the page that it leads to comes at its turn.
      if (readFileSync(path.join(site, file), 'utf8').includes('http-equiv="refresh"')) continue
      const styled: string = await page.evaluate('getComputedStyle(document.body).getPropertyValue("--dp-paper")')
      if (styled === '') complaints.push(`${file} has no style`)
    }
    expect(complaints).toEqual([])
    expect(requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([])
    await context.close()
  })

  it('lets readers walk from page to page in its folder', async () => {
    const {page, complaints, context} = await openTab()
    await page.setViewportSize({width: 1280, height: 800})
    await page.goto(pathToFileURL(path.join(site, 'index.html')).href)
    await page.click('.dp-next')
    await page.waitForURL(/getting-started\/index\.html$/)
    await page.click('.dp-home')
    await page.waitForURL(/aurora-onprem\/index\.html$/)
    await page.goto(pathToFileURL(path.join(site, 'macros/index.html')).href)
    await page.click('[popovertarget="dp-languages"]')
    await page.click('.dp-languages a[lang="en"]')
    await page.waitForURL(/en\/macros\/index\.html$/)
    // A page that is a file cannot fetch its Markdown: the link opens it.
    const opened = page.waitForEvent('framenavigated').catch(() => undefined)
    const saved = page.waitForEvent('download', {timeout: 5000}).catch(() => undefined)
    await page.click('.dp-markdown > a')
    const download = await Promise.race([saved, opened.then(() => undefined)])
    expect((download?.url() ?? page.url()).replace(/.*\/en\//, '')).toBe('macros/index.md')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('works below any path of a server', async () => {
    const {url = ''} = running.server ?? {}
    const {page, complaints, requests, context} = await openTab()
    await page.goto(`${url}intranet/some/where/en/`)
    await page.click('.dp-next')
    await page.waitForURL(`${url}intranet/some/where/en/getting-started/index.html`)
    expect(requests.filter((asked) => !asked.startsWith(`${url}intranet/some/where/`))).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('keeps search engines out and says so on every page', () => {
    expect(readFileSync(path.join(site, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow: /\n')
    expect(existsSync(path.join(site, 'sitemap.xml'))).toBe(false)
    for (const file of filesOf('.html')) {
      expect(readFileSync(path.join(site, file), 'utf8')).toContain('<meta name="robots" content="noindex">')
    }
  })
})
