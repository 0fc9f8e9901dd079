import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {expect, it, describe} from 'vitest'
import {build} from '../../src/build/build.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const latin = createRequire(import.meta.url).resolve('katex/dist/fonts/KaTeX_SansSerif-Bold.ttf')

const configuration = (social: string): string => `locales:
  en: {name: English}
brands:
  aurora: {url: https://docs.aurora.example/, title: Aurora, theme: {primary: '#3b5bdb'}, social: ${social}}
`

function siteWith(social: string): string {
  return temporaryFolder({
    'docprism.yml': configuration(social),
    'content/en/index.md': '# Home\n',
    'content/en/guide.md': '# Guide 🚀 to everything\n',
    'content/en/chinese.md': '# 中文\n',
  })
}

const imageOf = (folder: string, page: string): string | undefined =>
  /og:image" content="https:\/\/docs\.aurora\.example\/([^"]+)"/.exec(
    readFileSync(path.join(folder, 'dist/aurora', page, 'index.html'), 'utf8'),
  )?.[1]

describe('images for social networks', () => {
  it('are drawn of every page that the fonts can write, and kept for the next build', async () => {
    const cwd = siteWith(`{images: true, fonts: [${latin}]}`)
    const {diagnostics} = await build({cwd})
    expect(diagnostics.map(({ruleId, message, path: file}) => `${file} ${ruleId} ${message}`)).toEqual([
      'en/chinese.md social/missing-font No font has `中文`, so no image for social networks is drawn; name a font with them in `social.fonts`',
    ])
    expect(imageOf(cwd, 'chinese')).toBeUndefined()
    const file = path.join(cwd, 'dist/aurora', imageOf(cwd, 'guide') ?? '')
    const png = readFileSync(file)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    const {ino} = statSync(file)
    await build({cwd})
    expect(statSync(file).ino).toBe(ino)
    const images = path.join(cwd, 'node_modules/.cache/docprism/images-1')
    expect(readdirSync(images)).toHaveLength(2)
    const again = path.join(cwd, 'again')
    await build({cwd, out: again, cacheDir: false})
    expect(readFileSync(path.join(again, 'aurora', imageOf(cwd, 'guide') ?? ''))).toEqual(png)
  })

  it('are not drawn unless they are asked for', async () => {
    const cwd = siteWith('{images: false}')
    await build({cwd})
    expect(imageOf(cwd, 'guide')).toBeUndefined()
    expect(existsSync(path.join(cwd, 'dist/aurora/assets/docprism/social'))).toBe(false)
  })

  it('ask for fonts that can be read', async () => {
    const {diagnostics} = await build({cwd: siteWith('{images: true, fonts: [missing.ttf]}')})
    expect(diagnostics.find(({ruleId}) => ruleId === 'config/invalid')?.message).toBe(
      'Cannot read the font `missing.ttf`: it does not exist',
    )
  })
})
