import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {fixtureSite} from '../support/fixture-site.ts'
import {readTree} from '../support/read-tree.ts'

const pagesOf = (folder: string): readonly string[] =>
  [...readTree(folder).keys()].filter((file) => file.endsWith('.html'))

const textOf = (folder: string, file: string): string => {
  const bytes = readTree(folder).get(file)
  if (!bytes) throw new Error(`There is no ${file} in ${folder}`)
  return bytes.toString()
}

describe('a site with two brands and two languages', () => {
  it('builds without findings', async () => {
    const {diagnostics, brands} = await build({cwd: fixtureSite('two-brands')})
    expect(diagnostics).toEqual([])
    expect(brands.map(({id, editions, pages}) => [id, editions, pages])).toEqual([
      ['aurora', 2, 8],
      ['borealis', 2, 5],
    ])
  })

  it('gives every page of each edition its folder, and falls back to the default language', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd})
    expect(pagesOf(path.join(cwd, 'dist/aurora'))).toEqual([
      '404.html',
      'en/404.html',
      'en/guide/aurora-page/index.html',
      'en/guide/install/index.html',
      'en/guide/only-chinese/index.html',
      'en/index.html',
      'guide/aurora-page/index.html',
      'guide/install/index.html',
      'guide/only-chinese/index.html',
      'index.html',
    ])
  })

  it('writes the names of a brand into its own pages only', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd})
    for (const [brand, others] of [
      ['aurora', /borealis|北曜/i],
      ['borealis', /aurora|极光/i],
    ] as const) {
      for (const [file, bytes] of readTree(path.join(cwd, 'dist', brand))) {
        if (/\.(?:html|xml|txt)$/.test(file)) expect(bytes.toString(), `${brand}/${file}`).not.toMatch(others)
      }
    }
  })

  it('keeps a conditional section out of the other brand, anchors included', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd})
    expect(textOf(path.join(cwd, 'dist/aurora'), 'guide/install/index.html')).toContain('id="aurora-only"')
    expect(textOf(path.join(cwd, 'dist/borealis'), 'zh/guide/install/index.html')).not.toContain('aurora-only')
  })

  it('publishes the files of a locale, the shared ones, and those of the brand in their place', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd})
    const aurora = readTree(path.join(cwd, 'dist/aurora'))
    const borealis = readTree(path.join(cwd, 'dist/borealis'))
    expect([...aurora.keys()]).toContain('guide/img/screen.png')
    expect(aurora.get('shared/logo.svg')?.toString()).toContain('<rect')
    expect(borealis.get('shared/logo.svg')?.toString()).toContain('<circle')
    expect([...aurora.keys()].filter((file) => file.startsWith('brands/'))).toEqual([])
  })

  it('lists the pages with their translations for search engines', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd})
    const sitemap = textOf(path.join(cwd, 'dist/borealis'), 'sitemap.xml')
    expect(sitemap).toContain('<loc>https://docs.borealis.example/help/guide/install/</loc>')
    expect(sitemap).toContain('hreflang="zh" href="https://docs.borealis.example/help/zh/guide/install/"')
    expect(textOf(path.join(cwd, 'dist/borealis'), 'robots.txt')).toContain(
      'Sitemap: https://docs.borealis.example/help/sitemap.xml',
    )
  })

  it('gives identical bytes when it is built twice', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd, out: 'first'})
    await build({cwd, out: 'second'})
    expect(readTree(path.join(cwd, 'second'))).toEqual(readTree(path.join(cwd, 'first')))
  })

  it('writes only the brands and locales that are asked for, with the same bytes', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd})
    const all = readTree(path.join(cwd, 'dist'))
    const {brands, diagnostics} = await build({cwd, out: 'part', brands: ['aurora'], locales: ['en']})
    const part = readTree(path.join(cwd, 'part'))
    expect(diagnostics).toEqual([])
    expect(brands.map(({id, editions}) => [id, editions])).toEqual([['aurora', 1]])
    const pages = [...part.keys()].filter((file) => file.endsWith('/index.html'))
    expect(pages).toEqual([
      'aurora/en/guide/aurora-page/index.html',
      'aurora/en/guide/install/index.html',
      'aurora/en/guide/only-chinese/index.html',
      'aurora/en/index.html',
    ])
    for (const page of pages) expect(part.get(page)).toEqual(all.get(page))
  })
})

describe('a site with mistakes', () => {
  it('is written all the same, and each mistake is reported once with its brands', async () => {
    const cwd = fixtureSite('with-findings')
    const {diagnostics, brands} = await build({cwd})
    expect(brands.map(({id}) => id)).toEqual(['aurora', 'borealis'])
    expect(
      diagnostics.map(({path: file, place, ruleId, brands: holdsFor}) => [
        `${file}:${place?.start.line ?? 0}`,
        ruleId,
        holdsFor,
      ]),
    ).toEqual([
      ['en/index.md:3', 'link/missing-page', undefined],
      ['en/index.md:3', 'macro/undefined', ['borealis']],
      ['en/warned.md:3', 'admonition/unknown-type', undefined],
      ['stray.md:0', 'source/outside-locale', undefined],
    ])
    expect([...readTree(path.join(cwd, 'dist/aurora')).keys()]).toContain('warned/index.html')
  })

  it('is not built when the configuration is wrong', async () => {
    const cwd = fixtureSite('broken-configuration')
    const {site, diagnostics, brands} = await build({cwd})
    expect(site).toBeUndefined()
    expect(brands).toEqual([])
    expect(diagnostics.map(({path: file, ruleId}) => [file, ruleId])).toContainEqual(['docprism.yml', 'config/invalid'])
  })
})
