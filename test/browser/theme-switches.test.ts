import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import axe from 'axe-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {startSession} from '../support/browser-session.ts'
import type {BrowserSession, Tab} from '../support/browser-session.ts'

const cwd = mkdtempSync(path.join(tmpdir(), 'docprism-switches-'))
const out = path.join(cwd, 'dist')
const session: {current?: BrowserSession} = {}

const long = ['First', 'Second', 'Third'].map((name) => `## ${name}\n\n${'A line of text.\n\n'.repeat(40)}`).join('')

beforeAll(async () => {
  const files = {
    'docprism.yml': `
title: Aurora
locales: {en: {name: English}, ar: {name: العربية}}
brands:
  aurora:
    url: /
    theme:
      primary: '#ffd43b'
      header: solid
      features: [header.autohide, navigation.sections, navigation.tracking, toc.integrate, toc.follow]
  borealis:
    url: /
    theme: {header: tinted, scheme: dark, features: [navigation.expand, navigation.tabs]}
`,
    'content/en/index.md': `# Home\n\n${long}`,
    'content/en/guide/one.md': `# One\n\n${long}`,
    'content/en/guide/deep/two.md': '# Two\n',
    'content/ar/index.md': '# الرئيسية\n\n## عنوان\n\nنص عربي مع `code`.\n',
    'content/ar/guide/one.md': '# واحد\n\n## عنوان\n\nنص.\n',
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), {recursive: true})
    writeFileSync(path.join(cwd, name), text)
  }
  await build({cwd, out})
  session.current = await startSession(out)
})

afterAll(async () => {
  await session.current?.close()
  rmSync(cwd, {recursive: true, force: true})
})

async function open(address: string, size: {width: number; height: number} = {width: 1280, height: 800}): Promise<Tab> {
  const tab = await session.current?.openTab({viewport: size})
  if (!tab) throw new Error('The browser is not running')
  await tab.visit(address)
  return tab
}

describe('theme features on request', () => {
  it('hide the header while readers scroll down, and let the address follow', async () => {
    const {page, close} = await open('aurora/guide/one/')
    const top = async (): Promise<number> => (await page.locator('.dp-header').boundingBox())?.y ?? NaN
    await page.evaluate('document.getElementById("second").scrollIntoView()')
    await expect.poll(top).toBe(-56)
    await expect.poll(() => page.url()).toMatch(/#second$/)
    await page.evaluate('scrollBy(0, -200)')
    await expect.poll(top).toBe(0)
    await close()
  })

  it('put the headings of the page into the nav, whose groups are sections', async () => {
    const {page, close} = await open('aurora/guide/one/')
    expect(await page.locator('.dp-nav-section > span').innerText()).toBe('Guide')
    expect(await page.locator('.dp-nav .dp-toc-in-nav a').allInnerTexts()).toEqual(['First', 'Second', 'Third'])
    expect(await page.locator('.dp-toc, .dp-for-toc').count()).toBe(0)
    await page.evaluate('document.getElementById("third").scrollIntoView()')
    await expect.poll(() => page.locator('.dp-toc-in-nav [aria-current]').allInnerTexts()).toEqual(['Third'])
    await close()
  })

  it('open all groups', async () => {
    const {page, close} = await open('borealis/guide/one/')
    expect(await page.locator('.dp-nav details:not([open])').count()).toBe(0)
    await close()
  })
})

describe('a language that runs from right to left', () => {
  it.each(['aurora', 'borealis'])('has the nav on the right and nothing that axe finds (%s)', async (brand) => {
    const {page, complaints, close} = await open(`${brand}/ar/guide/one/`)
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl')
    const nav = await page.locator('.dp-nav').boundingBox()
    expect(nav?.x).toBeGreaterThan(800)
    await page.evaluate(axe.source)
    expect(
      await page.evaluate('axe.run(document, {preload: false}).then(({violations}) => violations.map(({id}) => id))'),
    ).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})
