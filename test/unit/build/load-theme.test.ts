import {describe, expect, it} from 'vitest'
import {createThemeLoader} from '../../../src/build/load-theme.ts'
import type {Brand} from '../../../src/core/site.ts'
import {openDisk} from '../../../src/build/disk.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

function brand(id: string, overrides: readonly string[], tags: readonly string[] = ['zh', 'en']): Brand {
  return {
    id,
    url: '/',
    locales: tags.map((tag) => ({tag, prefix: `/${tag}/`})),
    defaultLocale: tags[0] ?? 'en',
    values: {},
    theme: {scheme: 'system', features: []},
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
  it('are one for brands with the same overrides and locales, in whatever order', () => {
    const folder = temporaryFolder({'home.html': 'x'})
    const load = createThemeLoader(openDisk())
    const aurora = load(brand('aurora', []))
    const borealis = load(brand('borealis', [], ['en', 'zh']))
    const other = load(brand('other', [folder]))
    expect(borealis.theme).toBe(aurora.theme)
    expect(other.theme).not.toBe(aurora.theme)
    expect(other.theme.layouts).toContain('home.html')
    expect(aurora.theme.layouts).not.toContain('home.html')
  })

  it('report what is wrong with a template for each brand that uses it', () => {
    const folder = temporaryFolder({'page.html': '{% if %}'})
    const load = createThemeLoader(openDisk())
    const findings = [load(brand('aurora', [folder])), load(brand('borealis', [folder]))].flatMap(({diagnostics}) =>
      diagnostics.map(({ruleId, brands}) => `${ruleId} ${String(brands)}`),
    )
    expect(findings).toEqual(['template/invalid aurora', 'template/invalid borealis'])
  })
})
