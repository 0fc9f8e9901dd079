import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const pages = {'content/en/index.md': '# Home\n', 'content/en/guide.md': '# Guide\n\n[Home](index.md)\n'}

function siteWith(brand: string, files: Readonly<Record<string, string>> = {}): string {
  const lines = ['locales:', '  en: {name: English}', 'brands:', '  aurora:', brand, '']
  return temporaryFolder({...pages, 'docprism.yml': lines.join('\n'), ...files})
}

const read = (cwd: string, file: string): string => readFileSync(path.join(cwd, 'dist/aurora', file), 'utf8')
const exists = (cwd: string, file: string): boolean => existsSync(path.join(cwd, 'dist/aurora', file))

describe('hooks', () => {
  it('stand on every page, with their values escaped, also when only their file changes', async () => {
    const cwd = siteWith(
      `    url: /
    values: {site_id: 'a"b'}
    hooks:
      head: <meta name="id" content="<<< custom_key.site_id >>>">
      body: hooks/body.html`,
      {'hooks/body.html': '<script src="/count.js"></script>\n'},
    )
    expect((await build({cwd})).diagnostics).toEqual([])
    for (const file of ['index.html', 'guide/index.html', '404.html']) {
      expect(read(cwd, file)).toContain('<meta name="id" content="a&quot;b">\n</head>')
      expect(read(cwd, file)).toContain('<script src="/count.js"></script>\n</body>')
    }
    writeFileSync(path.join(cwd, 'hooks/body.html'), '<script src="/other.js"></script>\n')
    await build({cwd})
    expect(read(cwd, 'guide/index.html')).toContain('<script src="/other.js"></script>\n</body>')
  })

  it('are reported where they cannot be read, name what is not there, or load what a brand must do without', async () => {
    const cwd = siteWith(
      `    url: /
    offline: true
    hooks:
      head: <script src="https://count.example/a.js"></script><<< custom_key.nothing >>>
      body: missing.html`,
    )
    const {diagnostics} = await build({cwd})
    expect(diagnostics.map(({ruleId, message}) => `${ruleId} ${message}`).sort()).toEqual([
      'config/invalid Cannot read the file `../missing.html` of the hook `body`: it does not exist',
      expect.stringMatching(/^macro\/undefined .*nothing/),
      'offline/external-resource Destination `https://count.example/a.js` is loaded from the internet, which the brand must do without; keep a copy among the sources',
    ])
  })
})

describe('what is written for programs', () => {
  it('can be left out, and goes away where it was', async () => {
    const cwd = siteWith('    url: https://docs.aurora.example/')
    await build({cwd})
    expect(['llms.txt', 'llms-full.txt', 'guide/index.md'].map((file) => exists(cwd, file))).toEqual([true, true, true])
    expect(read(cwd, 'guide/index.md')).toBe(
      '---\ntitle: "Guide"\ndescription: "Home"\nurl: "https://docs.aurora.example/guide/"\n---\n\n# Guide\n\n[Home](https://docs.aurora.example/index.md)\n',
    )
    expect(read(cwd, 'llms-full.txt')).toBe(`${read(cwd, 'index.md')}\n${read(cwd, 'guide/index.md')}`)
    const config = path.join(cwd, 'docprism.yml')
    writeFileSync(config, `${readFileSync(config, 'utf8')}page_markdown: false\njson_ld: false\n`)
    await build({cwd})
    expect(['llms.txt', 'llms-full.txt', 'guide/index.md'].map((file) => exists(cwd, file))).toEqual([
      true,
      false,
      false,
    ])
    expect(read(cwd, 'llms.txt')).toContain('(https://docs.aurora.example/guide/)')
    expect(read(cwd, 'guide/index.html')).not.toMatch(/ld\+json|index\.md|copy-page/)
    writeFileSync(config, `${readFileSync(config, 'utf8')}llms: false\n`)
    await build({cwd})
    expect(exists(cwd, 'llms.txt')).toBe(false)
  })

  it('is made again where a page changed, and joined from the others', async () => {
    const cwd = siteWith('    url: https://docs.aurora.example/')
    await build({cwd})
    writeFileSync(path.join(cwd, 'content/en/guide.md'), '# Manual\n')
    await build({cwd})
    expect(read(cwd, 'llms.txt')).toContain('[Manual]')
    expect(read(cwd, 'llms-full.txt')).toBe(`${read(cwd, 'index.md')}\n${read(cwd, 'guide/index.md')}`)
  })
})
