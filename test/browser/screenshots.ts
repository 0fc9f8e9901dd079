import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Page} from 'playwright-core'
import {build} from '../../src/build/build.ts'
import {startSession} from '../support/browser-session.ts'

// Pictures of the main states of the demonstration site, in `.screenshots/` unless another folder is given:
// phone and desktop, light and dark, both languages, both brands. `npm run screenshots [FOLDER]`.

/** A state of a page: where it is, and what a reader has done there. */
interface State {
  readonly name: string
  /** Address below the locale's. */
  readonly page: string
  /** Sizes of screens that the state is for; left out: all. */
  readonly on?: 'phone' | 'desktop'
  readonly act?: (page: Page) => Promise<unknown>
}

const states: readonly State[] = [
  {name: 'home', page: ''},
  {name: 'text', page: 'macros/'},
  {name: 'code', page: 'writing/code-blocks/'},
  {name: 'admonitions', page: 'writing/admonitions/'},
  {name: 'tables', page: 'configuration/'},
  {
    name: 'scrolled',
    page: 'macros/',
    on: 'desktop',
    act: async (page) => {
      await page.mouse.wheel(0, 2400)
      await page.locator('[data-scroll="down"]').waitFor({state: 'attached'})
      await page.mouse.wheel(0, -300)
      await page.locator('.dp-top').waitFor()
    },
  },
  {name: 'nav', page: 'macros/', on: 'phone', act: (page) => page.locator('.dp-for-nav').click()},
  {name: 'headings', page: 'macros/', on: 'phone', act: (page) => page.locator('.dp-for-toc').click()},
  {name: 'languages', page: 'macros/', act: (page) => page.locator('[popovertarget="dp-languages"]').click()},
]
const sizes = {phone: {width: 390, height: 844}, desktop: {width: 1280, height: 900}}
const homes = [
  {brand: 'aurora', locale: 'zh', home: 'aurora/'},
  {brand: 'aurora', locale: 'en', home: 'aurora/en/'},
  {brand: 'borealis', locale: 'zh', home: 'borealis/zh/'},
  {brand: 'borealis', locale: 'en', home: 'borealis/'},
]

const target = path.resolve(process.argv[2] ?? '.screenshots')
const out = mkdtempSync(path.join(tmpdir(), 'docprism-screenshots-'))
await build({cwd: path.resolve(import.meta.dirname, '../..'), out, brands: ['aurora', 'borealis']})
const session = await startSession(out)
rmSync(target, {recursive: true, force: true})
mkdirSync(target, {recursive: true})
for (const size of ['phone', 'desktop'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const tab = await session.openTab({viewport: sizes[size], colorScheme, reducedMotion: 'reduce'})
    for (const {brand, locale, home} of homes) {
      for (const {name, page, on, act} of states) {
        if (on !== undefined && on !== size) continue
        await tab.visit(home + page)
        await act?.(tab.page)
        const file = `${name}-${brand}-${locale}-${size}-${colorScheme}.png`
        await tab.page.screenshot({path: path.join(target, file)})
      }
    }
    await tab.close()
  }
}
await session.close()
rmSync(out, {recursive: true, force: true})
process.stdout.write(`Screenshots are in ${target}\n`)
