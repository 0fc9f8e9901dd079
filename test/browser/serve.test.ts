import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {serve} from '../../src/serve/serve.ts'
import type {RunningServer} from '../../src/serve/serve.ts'
import {launchChromium} from '../support/chromium.ts'
import {createTestFolder} from '../support/test-folder.ts'

const long = Array.from({length: 40}, (_, index) => `Line ${index} of a page that is longer than its window.\n`).join(
  '\n',
)
const guide = `# Guide

First words about <<< custom_key.brand_name >>>.

=== "Linux"

    Use apt.

=== "Windows"

    Use winget.

??? note "More"

    Hidden at first.

<input id="field" aria-label="Field">

${long}

## Last part

The end.
`
const files = {
  'docprism.yml': `title: <<< custom_key.brand_name >>> Docs
locales: {en: {name: English}, zh: {name: 简体中文}}
brands:
  aurora:
    url: https://docs.aurora.example/
    values: {brand_key: aurora, brand_name: Aurora}
    theme: {primary: '#3b5bdb'}
    overrides: overrides
  borealis:
    url: https://docs.borealis.example/
    values: {brand_key: borealis, brand_name: Borealis}
`,
  'overrides/css/extra.css': '.dp-article { --mark: first }\n',
  'overrides/partials/footer.html':
    '<footer id="foot">one<link rel="stylesheet" href="{{ assets }}css/extra.css"></footer>\n',
  'content/en/index.md': '# Start\n\n[Guide](guide.md)\n',
  'content/en/guide.md': guide,
  'content/en/other.md': '# Other\n',
  'content/en/img/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  'content/zh/index.md': '# 首页\n',
  'content/zh/guide.md': '# 指南\n\n关于 <<< custom_key.brand_name >>>。\n',
}

const state: {folder: string; remove?: () => void; server?: RunningServer; browser?: Browser; page?: Page} = {
  folder: '',
}
const page = (): Page => {
  if (!state.page) throw new Error('there is no page')
  return state.page
}

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(state.folder, name)), {recursive: true})
  writeFileSync(path.join(state.folder, name), text)
}

/** Pixels from the top of the window to the last part of the guide. */
function topOf(shown: Page): Promise<number> {
  return shown.evaluate("document.querySelector('#last-part').getBoundingClientRect().top")
}

async function open(address: string): Promise<Page> {
  await page().goto(new URL(address, state.server?.url).href)
  // The page is connected when the bar knows of it.
  await page().locator('docprism-bar select option').first().waitFor({state: 'attached'})
  return page()
}

beforeAll(async () => {
  const {folder, remove} = createTestFolder(files)
  Object.assign(state, {folder, remove})
  state.server = await serve({cwd: folder, port: 0, cacheDir: false})
  await state.server.complete
  state.browser = await launchChromium()
  state.page = await state.browser.newPage({viewport: {width: 1280, height: 800}})
})

afterAll(async () => {
  await state.browser?.close()
  await state.server?.close()
  state.remove?.()
})

beforeEach(() => {
  for (const [name, text] of Object.entries(files)) {
    if (readFileSync(path.join(state.folder, name), 'utf8') !== text) put(name, text)
  }
})

describe('a page that is open while its source is saved', () => {
  it('changes in place: scroll, focus, form, tabs and open boxes stay', async () => {
    const shown = await open('/aurora/guide/')
    await shown.getByText('Windows').click()
    await shown.locator('summary', {hasText: 'More'}).click()
    await shown.locator('#field').fill('typed')
    await shown.evaluate(
      "document.querySelector('#last-part').scrollIntoView(); document.documentElement.dataset.kept = 'yes'",
    )
    const top = await topOf(shown)
    put(
      'content/en/guide.md',
      guide.replace('First words', 'Many more words\n\nin two paragraphs').replace('The end.', 'The very end.'),
    )
    await shown.getByText('The very end.').waitFor()
    expect(await shown.getByText('in two paragraphs').count()).toBe(1)
    expect(await shown.locator('html').getAttribute('data-kept')).toBe('yes')
    expect(await shown.getByText('Use winget.').isVisible()).toBe(true)
    expect(await shown.getByText('Hidden at first.').isVisible()).toBe(true)
    expect(await shown.locator('#field').inputValue()).toBe('typed')
    expect(await shown.evaluate('document.activeElement.id')).toBe('field')
    expect(Math.abs((await topOf(shown)) - top)).toBeLessThan(2)
  })

  it('shows its new title in the tab, the nav, the table of contents and on other pages', async () => {
    const shown = await open('/aurora/guide/')
    put('content/en/guide.md', guide.replace('# Guide', '# Handbook').replace('## Last part', '## Final part'))
    await shown.locator('.dp-nav').getByText('Handbook').waitFor({state: 'attached'})
    expect(await shown.title()).toBe('Handbook · Aurora Docs')
    await shown.locator('.dp-toc').getByText('Final part').waitFor()
  })

  it('shows why it cannot be made over its last good version, and recovers', async () => {
    const shown = await open('/aurora/guide/')
    put('content/en/guide.md', guide.replace('First words', 'Second words <<< custom_key.brnd_name >>>'))
    const broken = shown.locator('docprism-bar .broken')
    await broken.getByText('Cannot find `custom_key.brnd_name`').waitFor()
    expect(await shown.getByText('First words').count()).toBe(1)
    expect(await broken.locator('a').getAttribute('href')).toMatch(
      /^vscode:\/\/file\/.*\/content\/en\/guide\.md:3:\d+$/,
    )
    put('content/en/guide.md', guide.replace('First words', 'Third words'))
    await shown.getByText('Third words').waitFor()
    await broken.waitFor({state: 'hidden'})
  })

  it('is followed through removal and return, and through a folder that is made anew', async () => {
    const shown = await open('/aurora/other/')
    rmSync(path.join(state.folder, 'content/en/other.md'))
    await shown.locator('h1', {hasText: /not found/i}).waitFor()
    put('content/en/other.md', '# Back again\n')
    await shown.locator('h1', {hasText: 'Back again'}).waitFor()
    renameSync(path.join(state.folder, 'content/en'), path.join(state.folder, 'content/away'))
    renameSync(path.join(state.folder, 'content/away'), path.join(state.folder, 'content/en'))
    put('content/en/other.md', '# Once more\n')
    await shown.locator('h1', {hasText: 'Once more'}).waitFor()
  })

  it('is patched for an editor that writes a new file and renames it', async () => {
    const shown = await open('/aurora/other/')
    for (const text of ['one', 'two', 'three']) {
      put('content/en/.other.md.tmp', `# Renamed ${text}\n`)
      renameSync(path.join(state.folder, 'content/en/.other.md.tmp'), path.join(state.folder, 'content/en/other.md'))
      await shown.locator('h1', {hasText: `Renamed ${text}`}).waitFor()
    }
  })
})

describe('templates and configuration', () => {
  it('swap a style sheet without loading the page again', async () => {
    const shown = await open('/aurora/guide/')
    await shown.evaluate("document.documentElement.dataset.kept = 'yes'")
    put('overrides/css/extra.css', '.dp-article { --mark: second }\n')
    await shown.waitForFunction(
      "getComputedStyle(document.querySelector('.dp-article')).getPropertyValue('--mark').includes('second')",
    )
    expect(await shown.locator('html').getAttribute('data-kept')).toBe('yes')
  })

  it('load the page again for a template', async () => {
    const shown = await open('/aurora/guide/')
    const loaded = shown.waitForEvent('load')
    put('overrides/partials/footer.html', '<footer id="foot">two</footer>\n')
    await loaded
    await shown.locator('#foot', {hasText: 'two'}).waitFor()
  })

  it('stay as they were when the configuration is broken, and the page says so', async () => {
    const shown = await open('/aurora/other/')
    put('docprism.yml', 'brands: [\n')
    await shown.locator('docprism-bar .notice', {hasText: 'The configuration has errors'}).waitFor()
    put('content/en/other.md', '# Still alive\n')
    await shown.locator('h1', {hasText: 'Still alive'}).waitFor()
    put('docprism.yml', files['docprism.yml'].replace('brand_name: Aurora', 'brand_name: Polaris'))
    await shown.waitForFunction("document.title.includes('Polaris Docs')")
    await shown.locator('docprism-bar .notice').waitFor({state: 'hidden'})
  })
})

describe('the bar', () => {
  it('shows the findings of the page with the way into the editor', async () => {
    const shown = await open('/aurora/guide/')
    put('content/en/guide.md', guide.replace('First words', '[First words](gone.md)'))
    const status = shown.locator('docprism-bar .status')
    await shown.locator('docprism-bar .status', {hasText: '1 finding'}).waitFor()
    await status.click()
    const finding = shown.locator('docprism-bar .panel li', {hasText: 'link/missing-page'})
    expect(await finding.locator('a').getAttribute('href')).toMatch(/guide\.md:3:\d+$/)
    put('content/en/guide.md', guide)
    await shown.locator('docprism-bar .status', {hasText: '0 findings'}).waitFor()
  })

  it('leads to the same page of another brand or language', async () => {
    const shown = await open('/aurora/guide/')
    await shown.locator('docprism-bar select').selectOption({label: 'borealis · 简体中文'})
    await shown.waitForURL('**/borealis/zh/guide/')
    await shown.getByText('关于 Borealis。').waitFor()
  })

  it('follows the keys of the terminal', async () => {
    const shown = await open('/aurora/guide/')
    expect(await state.server?.nextBrand()).toBe('borealis')
    await shown.waitForURL('**/borealis/guide/')
    await shown.locator('docprism-bar select option').first().waitFor({state: 'attached'})
    expect(await state.server?.nextLocale()).toBe('zh')
    await shown.waitForURL('**/borealis/zh/guide/')
    await shown.locator('docprism-bar select option').first().waitFor({state: 'attached'})
    expect([await state.server?.nextBrand(), await state.server?.nextLocale()]).toEqual(['aurora', 'en'])
  })

  it('opens two editions side by side, with their differences marked and scrolled together', async () => {
    const shown = await open('/aurora/guide/')
    const [compared] = await Promise.all([
      shown.waitForEvent('popup'),
      shown.locator('docprism-bar a', {hasText: 'Compare'}).click(),
    ])
    await compared.locator('#count', {hasText: '1 difference'}).waitFor()
    const [left, right] = [compared.frameLocator('#left-page'), compared.frameLocator('#right-page')]
    expect(await left.locator('.dp-differs').allTextContents()).toEqual(['First words about Aurora.'])
    expect(await right.locator('.dp-differs').allTextContents()).toEqual(['First words about Borealis.'])
    await compared.locator('#next').click()
    expect(await left.locator('.dp-differs-now').count()).toBe(1)
    await compared.locator('#left-page').hover()
    await compared.mouse.wheel(0, 2000)
    const scrolled = (id: string): Promise<number> =>
      compared.evaluate(`document.querySelector('${id}').contentWindow.scrollY`)
    await expect.poll(() => scrolled('#right-page')).toBeGreaterThan(500)
    expect(Math.abs((await scrolled('#left-page')) - (await scrolled('#right-page')))).toBeLessThan(40)
    await compared.close()
  })

  it('is not in the way: it hides, stays hidden, and comes back', async () => {
    const shown = await open('/aurora/guide/')
    await shown.getByRole('button', {name: 'Hide the bar'}).click()
    await shown.reload()
    await shown.getByRole('button', {name: 'Show the bar'}).click()
    expect(await shown.getByRole('button', {name: 'Hide the bar'}).isVisible()).toBe(true)
  })
})
