import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openDisk} from '../../../src/build/disk.ts'
import {takeFirstLook} from '../../../src/build/first-look.ts'
import {loadSite} from '../../../src/config/load-site.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

const config = `locales: {en: {name: English}, zh: {name: 简体中文}}
brands:
  aurora: {url: /, locales: {en: /, zh: /zh/}, values: {brand_name: Aurora}}
  borealis: {url: /, values: {brand_name: Borealis}}
`

async function look(files: Readonly<Record<string, string>>, near = 'index.html') {
  const cwd = temporaryFolder({'docprism.yml': config, ...files})
  const {site} = await loadSite({cwd})
  const [brand] = site?.brands ?? []
  if (!site || !brand) throw new Error('the configuration is wrong')
  const {sites} = takeFirstLook({site, brand, near, disk: openDisk()})
  return Object.fromEntries(
    sites.flatMap(({entries}) => [...entries.values()].map(({url, content}) => [url, content.title] as const)),
  )
}

describe('a first look at a brand', () => {
  it('gives each page its address, and the title that its first lines have', async () => {
    expect(
      await look({
        'content/en/index.md': '---\ntitle: "<<< custom_key.brand_name >>> Docs"\n---\n# Other\n',
        'content/en/a.md': 'Text.\n\n# The `first` [heading](b.md) {#id}\n',
        'content/en/pay-by-card.md': 'No heading.\n',
        'content/zh/a.md': '# 甲 :material-home:\n',
      }),
    ).toEqual({
      '': 'Aurora Docs',
      'a/': 'The first heading',
      'pay-by-card/': 'Pay by card',
      'zh/': 'Aurora Docs',
      'zh/a/': '甲',
      'zh/pay-by-card/': 'Pay by card',
    })
  })

  it('leaves out pages of other brands, and knows nothing of text far below', async () => {
    const files = {
      'content/en/index.md': `${'Text.\n\n'.repeat(500)}# Late\n`,
      'content/en/b.md': '---\nbrands: [borealis]\n---\n# B\n',
    }
    expect(await look(files)).toEqual({'': 'Home', 'zh/': 'Home'})
  })

  it('looks at the pages near the one that is asked for when there are very many', async () => {
    const many = Array.from({length: 700}, (_, index) => [`content/en/far/p${index}.md`, `# Title ${index}\n`] as const)
    const titles = await look(
      {...Object.fromEntries(many), 'content/en/near/a.md': '# Near\n', 'content/en/near/b.md': '# Beside\n'},
      path.posix.join('near', 'a', 'index.html'),
    )
    expect([titles['near/a/'], titles['near/b/']]).toEqual(['Near', 'Beside'])
    expect(Object.values(titles).filter((title) => title.startsWith('Title ')).length).toBeLessThan(1400)
  })
})
