import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {BrowserContextOptions, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {startSession} from '../support/browser-session.ts'
import type {BrowserSession, Tab} from '../support/browser-session.ts'

const root = path.resolve(import.meta.dirname, '../..')
const out = mkdtempSync(path.join(tmpdir(), 'docprism-parts-'))
const session: {current?: BrowserSession} = {}

const phone: BrowserContextOptions = {viewport: {width: 390, height: 800}, hasTouch: true}
const desktop: BrowserContextOptions = {viewport: {width: 1280, height: 900}}
const readers = [
  {name: 'zh on a phone', site: 'handbook/aurora', options: phone},
  {name: 'en on a desktop', site: 'handbook/borealis', options: desktop},
]

beforeAll(async () => {
  await build({cwd: root, out: path.join(out, 'handbook')})
  await build({cwd: path.join(root, 'test/fixtures/content-parts'), out: path.join(out, 'fixture'), cacheDir: false})
  session.current = await startSession(out)
})

afterAll(async () => {
  await session.current?.close()
  rmSync(out, {recursive: true, force: true})
})

/** What a test does with a page. */
interface Visit {
  /** Leaves the page, even for a place of the same one. */
  readonly visit: (address: string) => Promise<void>
  /** Paths of what the page asked for since the test began. */
  readonly asked: readonly string[]
}

/** Gives tests a reader who is there for all of them, and whose browser must not complain. */
function shareReader(options: BrowserContextOptions) {
  const shared: {tab?: Tab; asked: string[]} = {asked: []}
  beforeAll(async () => {
    const tab = await session.current?.openTab({...options, permissions: ['clipboard-read', 'clipboard-write']})
    tab?.page.on('request', (request) => shared.asked.push(new URL(request.url()).pathname))
    if (tab) shared.tab = tab
  })
  afterAll(() => shared.tab?.close())
  return async (address: string, act: (page: Page, context: Visit) => Promise<void>): Promise<void> => {
    const {tab, asked} = shared
    if (!tab) throw new Error('There is no reader')
    const visit = async (next: string): Promise<void> => {
      await tab.page.goto('about:blank')
      await tab.visit(next)
    }
    asked.length = 0
    await visit(address)
    await act(tab.page, {visit, asked})
    expect(tab.complaints.splice(0)).toEqual([])
  }
}

const copied = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()')
const focused = (page: Page): Locator => page.locator(':focus')
const widthOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.width ?? 0
/** Waits until an expression of the page has a value. */
const becomes = (page: Page, expression: string, value: unknown): Promise<void> =>
  expect.poll((): Promise<unknown> => page.evaluate(expression), {timeout: 20_000, interval: 20}).toEqual(value)

describe.each(readers)('the parts of the handbook in $name', ({site, options}) => {
  const read = shareReader(options)
  const readSilently = shareReader({...options, javaScriptEnabled: false})
  const press = (locator: Locator): Promise<void> => (options.hasTouch ? locator.tap() : locator.click())

  it('switches all tabs of one label, and remembers the choice on the next page', async () => {
    await read(`${site}/writing/tabs/`, async (page, {visit}) => {
      const sets = page.locator('.tabbed-set')
      const isYearly = () => sets.nth(1).locator('> input').last().isChecked()
      await press(sets.nth(2).locator('label').last())
      await press(sets.nth(2).locator('label').first())
      expect(await isYearly()).toBe(false)
      expect(await sets.nth(0).locator('> input').first().isChecked()).toBe(true)
      await press(sets.nth(2).locator('label').last())
      expect(await isYearly()).toBe(true)
      await visit(`${site}/writing/html-blocks/`)
      expect(await page.locator('.tabbed-set > input').nth(1).isChecked()).toBe(true)
    })
  })

  it('shows tabs without JavaScript', async () => {
    await readSilently(`${site}/writing/tabs/`, async (page) => {
      const set = page.locator('.tabbed-set').nth(2)
      await press(set.locator('label').last())
      expect(await set.locator('.tabbed-block').last().isVisible()).toBe(true)
      expect(await set.locator('.tabbed-block').first().isVisible()).toBe(false)
    })
  })

  it('copies a block, or the lines chosen by their numbers', async () => {
    await read(`${site}/writing/code-blocks/`, async (page) => {
      const block = page.locator('#install')
      await press(block.locator('.dp-copy'))
      const lines = (await copied(page)).split('\n')
      expect(lines).toHaveLength(3)
      await press(block.locator('.linenos .normal').first())
      await block
        .locator('.linenos .normal')
        .last()
        .click({modifiers: ['Shift']})
      expect(await block.locator('[aria-selected="true"]').count()).toBe(3)
      await press(block.locator('.linenos .normal').nth(1))
      await press(block.locator('.dp-copy'))
      expect((await copied(page)).split('\n')).toEqual([lines[0], lines[2]])
    })
  })

  it('lets the keyboard choose lines', async () => {
    await read(`${site}/writing/code-blocks/`, async (page) => {
      const block = page.locator('#install')
      await block.locator('.dp-select').focus()
      await page.keyboard.press('Enter')
      expect(await focused(page).getAttribute('role')).toBe('option')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+ArrowDown')
      const lines = 'Array.from(document.querySelectorAll("[role=option]"), (line) => line.ariaSelected)'
      expect(await page.evaluate(lines)).toEqual(['false', 'true', 'true'])
      await page.keyboard.press('Escape')
      expect(await focused(page).getAttribute('class')).toBe('dp-select')
      expect(await block.locator('[role], [aria-selected]').count()).toBe(0)
    })
  })

  it('marks the line that a link leads to', async () => {
    await read(`${site}/writing/code-blocks/#__codelineno-install-2`, async (page) => {
      const mark = (id: string): Promise<string> =>
        page.evaluate(`getComputedStyle(document.getElementById('${id}'), '::before').position`)
      expect(await mark('__codelineno-install-2')).toBe('absolute')
      expect(await mark('__codelineno-install-1')).toBe('static')
    })
  })

  it('opens annotations of code and of text from their numbers', async () => {
    await read(`${site}/writing/code-blocks/`, async (page) => {
      const numbers = page.locator('button.annotation')
      expect(await numbers.allTextContents()).toEqual(['1', '2', '1'])
      expect(await page.locator('ol.annotations').first().isVisible()).toBe(false)
      const text = await page.locator('ol.annotations > li').nth(1).textContent()
      await press(numbers.nth(1))
      const bubble = page.locator('.dp-bubble:popover-open')
      expect(await bubble.textContent()).toBe(text)
      expect((await bubble.boundingBox())?.x ?? -1).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Escape')
      expect(await bubble.count()).toBe(0)
      expect(await page.locator('ol.annotations > li').nth(1).textContent()).toBe(text)
      await numbers.nth(2).focus()
      await page.keyboard.press('Enter')
      expect(await bubble.count()).toBe(1)
      expect(await numbers.nth(2).getAttribute('aria-label')).toMatch(/ 1$/)
    })
  })

  it('leads from annotations to their list without JavaScript', async () => {
    await readSilently(`${site}/writing/code-blocks/`, async (page) => {
      const list = page.locator('ol.annotations').first()
      expect(await list.isVisible()).toBe(true)
      await press(page.locator('a.annotation').nth(1))
      expect(await page.locator('li:target').textContent()).toBe(await list.locator('li').nth(1).textContent())
    })
  })

  it('makes a region of a table that is too wide, and of no other', async () => {
    await read(`${site}/writing/tables/`, async (page) => {
      const region = page.getByRole('region', {name: /4: /})
      await region.waitFor()
      expect(await page.getByRole('region').count()).toBe(1)
      await region.focus()
      await page.keyboard.press('ArrowRight')
      await becomes(page, 'document.querySelector(".dp-wide").scrollLeft > 0', true)
      expect(await region.getByRole('row').count()).toBe(3)
    })
  })

  it('scrolls wide tables by themselves without JavaScript', async () => {
    await readSilently(`${site}/writing/tables/`, async (page) => {
      const table = 'document.querySelectorAll("table")[3]'
      expect(await page.evaluate(`${table}.scrollWidth > ${table}.clientWidth`)).toBe(true)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    })
  })

  it('opens a picture that is shown smaller than it is, with its caption', async () => {
    await read(`${site}/writing/images/`, async (page) => {
      const picture = page.locator('.dp-article figure img')
      await picture.and(page.getByRole('button')).focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      expect(await dialog.getAttribute('aria-label')).toBe(await picture.getAttribute('alt'))
      expect(await dialog.locator('figcaption').textContent()).toBe(
        await page.locator('figcaption').first().textContent(),
      )
      expect(await widthOf(dialog.locator('img'))).toBeGreaterThan(await widthOf(picture))
      await page.keyboard.press('Escape')
      await dialog.waitFor({state: 'detached'})
      expect(await focused(page).getAttribute('alt')).toBe(await picture.getAttribute('alt'))
      await press(page.locator('.dp-zoomable').first())
      await press(dialog.getByRole('button'))
      await dialog.waitFor({state: 'detached'})
    })
  })

  it('puts cards and other blocks side by side where there is room', async () => {
    await read(`${site}/writing/html-blocks/`, async (page) => {
      const cards = page.locator('.grid.cards li')
      const [first, second] = [await cards.nth(0).boundingBox(), await cards.nth(1).boundingBox()]
      const isRow = first?.y === second?.y
      expect(isRow).toBe(options.viewport === desktop.viewport)
      expect(await page.locator('.grid:not(.cards) > *').count()).toBe(4)
    })
  })

  it('shows what an abbreviation means', async () => {
    await read(`${site}/writing/abbreviations/`, async (page) => {
      const short = page.locator('abbr').first()
      const meaning = await short.getAttribute('title')
      const bubble = page.getByRole('tooltip')
      await short.focus()
      expect(await bubble.textContent()).toBe(meaning)
      expect(await short.getAttribute('aria-describedby')).toBe(await bubble.getAttribute('id'))
      await page.keyboard.press('Escape')
      expect(await bubble.isVisible()).toBe(false)
      expect(await short.getAttribute('title')).toBe(meaning)
      if (options.hasTouch) await short.tap()
      else await short.hover()
      await bubble.waitFor()
      expect(await bubble.textContent()).toBe(meaning)
    })
  })

  it('shows a footnote where it is referred to', async () => {
    await read(`${site}/writing/footnotes/`, async (page) => {
      const reference = page.locator('.footnote-ref').first()
      const bubble = page.locator('.dp-note')
      if (options.hasTouch) await reference.tap()
      else await reference.hover()
      await bubble.waitFor()
      const note = await page.locator('.footnote li p').first().textContent()
      expect(note).toContain((await bubble.textContent())?.trim())
      expect(await page.evaluate('location.hash')).toBe('')
      expect(await bubble.locator('.footnote-backref, [id]').count()).toBe(0)
      await press(reference)
      expect(await page.evaluate('location.hash')).toBe('#fn:once')
    })
  })

  it('draws diagrams in the colours of the page, and again when these change', async () => {
    await read(`${site}/writing/mermaid/`, async (page, {asked}) => {
      const text = page.locator('.dp-diagram .nodeLabel').first()
      await text.waitFor()
      expect(await page.locator('pre.mermaid').first().isVisible()).toBe(false)
      const fill = 'getComputedStyle(document.querySelector(".dp-diagram rect")).fill'
      await page.emulateMedia({colorScheme: 'light'})
      const light: string = await page.evaluate(fill)
      await page.emulateMedia({colorScheme: 'dark'})
      await becomes(page, `${fill} !== '${light}'`, true)
      expect(asked.filter((address) => address.endsWith('mermaid/mermaid.js'))).toHaveLength(1)
    })
  })

  it('shows the source of diagrams without JavaScript', async () => {
    await readSilently(`${site}/writing/mermaid/`, async (page, {asked}) => {
      expect(await page.locator('pre.mermaid').first().isVisible()).toBe(true)
      expect(asked.filter((address) => address.includes('mermaid/'))).toEqual([`/${site}/writing/mermaid/`])
    })
  })

  it('loads nothing for diagrams and formulas that a page does not have', async () => {
    await read(`${site}/writing/tabs/`, async (_, {asked}) => {
      expect(asked.filter((address) => /mermaid|katex|math/.test(address))).toEqual([])
      await Promise.resolve()
    })
    await read(`${site}/writing/math/`, async (page, {asked}) => {
      expect(asked.filter((address) => address.endsWith('.js') && /katex|math/.test(address))).toEqual([])
      expect(await page.locator('.katex').count()).toBeGreaterThan(5)
    })
  })
})

describe('parts that the handbook does not have', () => {
  const read = shareReader(desktop)

  it('opens the tab that a link names, whatever is remembered', async () => {
    await read('fixture/aurora/lines/', async (page, {visit}) => {
      await page.getByText('West').first().click()
      await visit('fixture/aurora/')
      await visit('fixture/aurora/lines/#__tabbed_1_1')
      expect(await page.locator('#__tabbed_1_1').isChecked()).toBe(true)
      expect(await page.locator('#__tabbed_2_2').isChecked()).toBe(true)
    })
  })

  it('chooses lines whose numbers stand inside of them', async () => {
    await read('fixture/aurora/lines/', async (page) => {
      await page.locator('.linenos').nth(1).click()
      await page.locator('.dp-copy').click()
      expect(await copied(page)).toBe('second')
    })
  })

  it('renders formulas that were left as TeX', async () => {
    await read('fixture/aurora/formulas/', async (page, {asked}) => {
      expect(await page.locator('span.arithmatex .katex').count()).toBe(1)
      expect(await page.locator('div.arithmatex .katex-display').count()).toBe(1)
      expect(await page.locator('.arithmatex .katex-error').getAttribute('title')).toContain('\\frac')
      expect(asked).toContain('/fixture/aurora/assets/docprism/katex/katex.js')
    })
  })

  it('says what is wrong with a diagram, and draws no diagram that nobody comes near', async () => {
    await read('fixture/aurora/diagrams/', async (page) => {
      await page.locator('.dp-diagram-fault:not([hidden])').waitFor()
      expect(await page.locator('.dp-diagram-fault').nth(1).textContent()).toMatch(
        /^This diagram cannot be drawn: Parse error/,
      )
      const sources = page.locator('pre.mermaid')
      expect(await sources.nth(0).isVisible()).toBe(false)
      expect(await sources.nth(1).isVisible()).toBe(true)
      expect(await page.locator('.dp-diagram svg').count()).toBe(1)
      await page.mouse.wheel(0, 9000)
      await becomes(page, 'document.querySelectorAll(".dp-diagram svg").length', 2)
    })
  })

  it('draws diagrams and formulas of pages that are opened from a disk', async () => {
    const page = await session.current?.browser.newPage()
    if (!page) throw new Error('The browser is not running')
    const open = (file: string) => page.goto(pathToFileURL(path.join(out, 'fixture/aurora/zh', file)).href)
    await open('diagrams/index.html')
    await page.locator('.dp-diagram svg').waitFor()
    await open('formulas/index.html')
    expect(await page.locator('.arithmatex .katex').count()).toBe(1)
    await page.close()
  })

  it('adds nothing for a brand that has the features switched off', async () => {
    await read('fixture/borealis/lines/', async (page) => {
      await page.getByText('West').first().click()
      expect(await page.locator('#__tabbed_2_1').isChecked()).toBe(true)
      expect(await page.locator('.dp-copy, .dp-select, .dp-tooltip, abbr[tabindex]').count()).toBe(0)
    })
  })
})
