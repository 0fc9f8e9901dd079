import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {launchChromium} from '../support/chromium.ts'
import {serveFolder} from '../support/serve-folder.ts'
import type {FolderServer} from '../support/serve-folder.ts'
import {writeFiles} from '../support/temporary-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'docprism-page-info-'))
const session: {browser?: Browser; handbook?: FolderServer; versions?: FolderServer} = {}
const policy = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; base-uri 'none'"
const headers = {'content-security-policy': policy}

/** One site, published once for each version below one root; the older one lacks a page. */
async function buildVersions(): Promise<void> {
  const config = (version: string): string =>
    [
      'locales: {en: {name: English}}',
      'brands:',
      '  nova:',
      `    url: https://docs.nova.example/${version}/`,
      '    versions:',
      '      file: ../versions.json',
      "      list: [{title: '2.0', url: ../2.0/}, {title: '1.9', url: ../1.9/}]",
      '',
    ].join('\n')
  const pages = {'content/en/index.md': '# Home\n', 'content/en/guide/a.md': '# A\n'}
  for (const version of ['1.9', '2.0']) {
    const cwd = path.join(folder, 'sources', version)
    const newer = version === '2.0' ? {'content/en/guide/new.md': '# New\n'} : {}
    writeFiles(cwd, {'docprism.yml': config(version), ...pages, ...newer})
    await build({cwd, out: path.join(folder, 'built', version), cacheDir: false})
  }
}

beforeAll(async () => {
  await build({cwd: root, out: path.join(folder, 'handbook'), brands: ['aurora', 'borealis']})
  await buildVersions()
  // As mike lays versions out: one folder for each, and the list beside them.
  const site = path.join(folder, 'site')
  mkdirSync(site, {recursive: true})
  for (const version of ['1.9', '2.0'])
    cpSync(path.join(folder, 'built', version, 'nova'), path.join(site, version), {recursive: true})
  // Browsers ask for icons that are not there.
  for (const top of ['handbook', 'site']) writeFileSync(path.join(folder, top, '404.html'), 'There is nothing here.')
  session.handbook = await serveFolder(path.join(folder, 'handbook'), headers)
  session.versions = await serveFolder(site, headers)
  session.browser = await launchChromium()
})

afterAll(async () => {
  await session.browser?.close()
  await session.handbook?.close()
  await session.versions?.close()
  rmSync(folder, {recursive: true, force: true})
})

/** Opens an address under a strict policy; what breaks it is written down. */
async function open(
  server: 'handbook' | 'versions',
  address: string,
  options: {readonly script?: boolean; readonly width?: number} = {},
): Promise<{readonly page: Page; readonly complaints: readonly string[]; readonly close: () => Promise<void>}> {
  const url = session[server]?.url
  if (!session.browser || url === undefined) throw new Error('The browser is not running')
  const context = await session.browser.newContext({
    javaScriptEnabled: options.script ?? true,
    viewport: {width: options.width ?? 1280, height: 800},
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => {
    // A transition between two pages that is given up shows the second page at once.
    if (!/transition/i.test(error.message)) complaints.push(error.message)
  })
  await page.goto(new URL(address, url).href)
  return {page, complaints, close: () => context.close()}
}

const pathOf = (page: Page): string => {
  const {pathname, search, hash} = new URL(page.url())
  return pathname + search + hash
}

describe.each([
  {brand: 'aurora', locale: 'en', prefix: 'en/', edit: 'Edit this page', status: 'New'},
  {brand: 'aurora', locale: 'zh', prefix: '', edit: '编辑本页', status: '新增'},
  {brand: 'borealis', locale: 'en', prefix: '', edit: 'Edit this page', status: 'New'},
])('a page of $brand in $locale', ({brand, locale, prefix, edit, status}) => {
  it('shows its status, its tags and its source without a script', async () => {
    const {page, complaints, close} = await open('handbook', `${brand}/${prefix}page-info/`, {script: false})
    expect(await page.locator('.dp-labels .dp-badge').textContent()).toBe(status)
    expect(await page.locator('.dp-nav [aria-current="page"] .dp-badge').textContent()).toBe(status)
    const link = page.getByRole('link', {name: edit})
    expect(await link.getAttribute('href')).toMatch(
      new RegExp(`^https://git\\.${brand}\\.example/.+/content/${locale}/page-info\\.md$`),
    )
    await page.locator('.dp-tags a').first().click()
    await page.waitForURL(/\/tags\/#tag:/)
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1))
    expect(await page.locator(`[id="${id}"] + ul a[href$="page-info/"]`).count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })

  it('fits on a phone', async () => {
    const {page, close} = await open('handbook', `${brand}/${prefix}page-info/`, {width: 360})
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    const tools: boolean = await page.evaluate(
      '[...document.querySelectorAll(".dp-header .dp-tool")].every((tool) => tool.getBoundingClientRect().right <= innerWidth)',
    )
    expect(tools).toBe(true)
    await close()
  })
})

describe('an old address', () => {
  it('leads on without a script', async () => {
    const {page, close} = await open('handbook', 'aurora/en/install/', {script: false})
    await page.waitForURL(/getting-started/)
    expect(pathOf(page)).toBe('/aurora/en/getting-started/')
    await close()
  })

  it('leads on with the anchor and the query where there are scripts', async () => {
    const {page, complaints, close} = await open('handbook', 'borealis/zh/dates/?from=mail#tags')
    await page.waitForURL(/page-info/)
    expect(pathOf(page)).toBe('/borealis/zh/page-info/?from=mail#tags')
    expect(complaints).toEqual([])
    await close()
  })
})

describe('an address that does not exist', () => {
  it.each([
    ['aurora/geting-started/', '快速开始'],
    ['aurora/guide/MACROS.html', '宏'],
    ['aurora/en/old/writing/admonition', 'Admonitions'],
  ])('`%s` is answered with the nearest page', async (address, title) => {
    // The server of the test answers with the page at its root; a host does so with that of the brand.
    const {page, complaints, close} = await openNotFound(address)
    const links = page.locator('.dp-near a')
    await links.first().waitFor()
    expect(await links.allTextContents()).toContain(title)
    expect(complaints).toEqual([])
    await close()
  })

  it('is answered with a way home where no page is near, and without a script', async () => {
    for (const script of [true, false]) {
      const {page, close} = await openNotFound('aurora/qqqqqqqq/', script)
      expect(await page.locator('.dp-near').isVisible()).toBe(false)
      expect(await page.locator('.dp-not-found .md-button').isVisible()).toBe(true)
      await close()
    }
  })
})

/** Opens an address of a brand that is not there, with the brand at the root of its host. */
async function openNotFound(address: string, script = true): ReturnType<typeof open> {
  const [brand = '', ...rest] = address.split('/')
  const own = await serveFolder(path.join(folder, 'handbook', brand), headers)
  const before = session.handbook
  session.handbook = own
  const opened = await open('handbook', rest.join('/'), {script})
  if (before) session.handbook = before
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await own.close()
    },
  }
}

describe('the choice of versions', () => {
  const choose = async (page: Page, title: string): Promise<void> => {
    await page.click('.dp-version')
    await page.locator('.dp-versions a', {hasText: title}).click()
  }

  it('leads to the same page, without a script as well', async () => {
    for (const script of [true, false]) {
      const {page, close} = await open('versions', '2.0/guide/a/', {script})
      expect(await page.locator('.dp-version').innerText()).toContain('2.0')
      await choose(page, '1.9')
      await page.waitForURL(/1\.9/)
      expect(pathOf(page)).toBe('/1.9/guide/a/')
      await close()
    }
  })

  it('leads to the home page of a version that lacks the page', async () => {
    const {page, complaints, close} = await open('versions', '2.0/guide/new/')
    await choose(page, '1.9')
    await page.waitForURL(/1\.9/)
    expect(pathOf(page)).toBe('/1.9/')
    expect(complaints).toEqual([])
    await close()
  })

  it('knows later versions from the file beside the site', async () => {
    const versions = [
      {version: '3.0', title: '3.0 <beta>', aliases: []},
      {version: '2.0', title: '2.0.4', aliases: ['latest']},
      {version: '1.9', title: '1.9', aliases: []},
    ]
    writeFileSync(path.join(folder, 'site/versions.json'), JSON.stringify(versions))
    const {page, complaints, close} = await open('versions', '2.0/guide/a/')
    await page.locator('.dp-versions a', {hasText: '3.0'}).waitFor({state: 'attached'})
    expect(await page.locator('.dp-versions a').allTextContents()).toEqual(['3.0 <beta>', '2.0.4', '1.9'])
    expect(await page.locator('.dp-versions [aria-current]').textContent()).toBe('2.0.4')
    expect(await page.locator('.dp-version').innerText()).toContain('2.0.4')
    await choose(page, '1.9')
    await page.waitForURL(/1\.9/)
    expect(pathOf(page)).toBe('/1.9/guide/a/')
    expect(complaints).toEqual([])
    await close()
  })
})
