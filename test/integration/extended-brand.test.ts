import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {fixtureSite} from '../support/fixture-site.ts'
import {readTree} from '../support/read-tree.ts'

async function buildFixture() {
  const cwd = fixtureSite('extended-brand')
  const {diagnostics} = await build({cwd})
  const files = readTree(path.join(cwd, 'dist'))
  return {diagnostics, names: [...files.keys()], text: (file: string) => files.get(file)?.toString() ?? ''}
}

describe('a brand that extends another', () => {
  it('publishes the pages that are limited to the other', async () => {
    const {diagnostics, names} = await buildFixture()
    expect(diagnostics).toEqual([])
    expect(names).toContain('aurora/lights/index.html')
    expect(names).toContain('aurora-onprem/lights/index.html')
    expect(names).not.toContain('borealis/en/lights/index.html')
  })

  it('has the pages and files of the other in place of the shared ones', async () => {
    const {text} = await buildFixture()
    for (const brand of ['aurora', 'aurora-onprem']) {
      expect(text(`${brand}/support/index.html`)).toContain('Call us by night.')
      expect(text(`${brand}/img/picture.svg`)).toContain('<circle')
    }
    expect(text('borealis/en/support/index.html')).toContain('Write to us.')
    expect(text('borealis/img/picture.svg')).toContain('<rect')
  })

  it('keeps search engines out when it is told to, and needs no fixed address', async () => {
    const {names, text} = await buildFixture()
    expect(text('aurora-onprem/robots.txt')).toBe('User-agent: *\nDisallow: /\n')
    expect(names).not.toContain('aurora-onprem/sitemap.xml')
    expect(text('aurora-onprem/index.html')).toContain('noindex')
  })
})

describe('a brand without a locale at its root', () => {
  it('leads on from the root to its default locale', async () => {
    const {text} = await buildFixture()
    expect(text('borealis/index.html')).toContain('url=en/')
    expect(text('borealis/404.html')).toContain('<html')
  })
})
