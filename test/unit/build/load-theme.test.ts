import {describe, expect, it} from 'vitest'
import {createThemeLoader} from '../../../src/build/load-theme.ts'
import type {Brand} from '../../../src/core/site.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

function brand(id: string, overrides: readonly string[], tags: readonly string[] = ['zh', 'en']): Brand {
  return {
    id,
    url: '/',
    locales: tags.map((tag) => ({tag, prefix: `/${tag}/`})),
    defaultLocale: tags[0] ?? 'en',
    values: {},
    theme: {scheme: 'system'},
    forbid: [],
    robots: true,
    external: true,
    title: {},
    description: {},
    copyright: {},
    overrides,
  }
}

describe('the themes of a build', () => {
  it('are one for brands with the same overrides and locales, in whatever order', async () => {
    const folder = temporaryFolder({'home.html': 'x'})
    const load = createThemeLoader()
    const aurora = await load(brand('aurora', []))
    const borealis = await load(brand('borealis', [], ['en', 'zh']))
    const other = await load(brand('other', [folder]))
    expect(borealis.theme).toBe(aurora.theme)
    expect(other.theme).not.toBe(aurora.theme)
    expect(other.theme.layouts).toContain('home.html')
    expect(aurora.theme.layouts).not.toContain('home.html')
  })

  it('report what is wrong with a template for each brand that uses it', async () => {
    const folder = temporaryFolder({'page.html': '{% if %}'})
    const load = createThemeLoader()
    const findings = [await load(brand('aurora', [folder])), await load(brand('borealis', [folder]))].flatMap(
      ({diagnostics}) => diagnostics.map(({ruleId, brands}) => `${ruleId} ${String(brands)}`),
    )
    expect(findings).toEqual(['template/invalid aurora', 'template/invalid borealis'])
  })
})
