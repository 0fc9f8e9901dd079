import {chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {fixtureSite} from '../support/fixture-site.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder, writeFiles} from '../support/temporary-folder.ts'

const configuration = `title: Docs
locales:
  en: {name: English}
brands:
  aurora: {url: /}
`

const withMissingTemplates = `title: Docs
locales:
  zh: {name: 简体中文}
  en: {name: English}
brands:
  aurora: {url: /, values: {brand_key: a, brand_name: A, main_domain: a.example}}
  borealis: {url: /, values: {brand_key: b, brand_name: B, main_domain: b.example}, overrides: missing}
`

describe('the output folder', () => {
  it('has the permissions of any other folder, so that a web server can read it', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd})
    const modeOf = (...names: string[]): number => statSync(path.join(cwd, 'dist', ...names)).mode
    expect(modeOf('aurora')).toBe(modeOf('aurora', 'assets'))
  })

  it('is what it was after a build that fails half-way', async () => {
    const cwd = fixtureSite('two-brands')
    await build({cwd})
    const before = readTree(path.join(cwd, 'dist'))
    writeFiles(cwd, {'content/en/index.md': '# Changed\n'})
    // The first brand is written before the templates of the second are found to be missing.
    writeFiles(cwd, {'docprism.yml': withMissingTemplates})
    await expect(build({cwd})).rejects.toThrow('Cannot read the template folder')
    expect(readTree(path.join(cwd, 'dist'))).toEqual(before)
    expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['aurora', 'borealis'])
  })

  it('is what it was after a build with a wrong configuration', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '# Home\n'})
    await build({cwd})
    const before = readTree(path.join(cwd, 'dist'))
    writeFiles(cwd, {'docprism.yml': `${configuration}nonsense: true\n`})
    expect((await build({cwd})).site).toBeUndefined()
    expect(readTree(path.join(cwd, 'dist'))).toEqual(before)
  })

  it('loses the pages whose sources are gone', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': configuration,
      'content/en/index.md': '# Home\n',
      'content/en/old.md': '# Old\n',
    })
    await build({cwd})
    rmSync(path.join(cwd, 'content/en/old.md'))
    await build({cwd})
    const files = [...readTree(path.join(cwd, 'dist/aurora')).keys()]
    expect(files).toContain('index.html')
    expect(files).not.toContain('old/index.html')
  })

  it('cannot be where the sources are', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '# Home\n'})
    mkdirSync(path.join(cwd, 'aurora'))
    const inner = path.join(cwd, 'aurora')
    writeFiles(inner, {'docprism.yml': configuration, 'content/en/index.md': '# Home\n'})
    await expect(build({cwd: inner, out: '..'})).rejects.toThrow('where the sources are; choose another output folder')
  })

  it('is named in a sentence when it cannot be written', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '# Home\n', dist: 'a file'})
    await expect(build({cwd})).rejects.toThrow(/^Cannot write to the output folder `.*dist`: a file of this name/)
  })

  it.skipIf(process.getuid?.() === 0)('may be read-only: the build says so and changes nothing', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '# Home\n'})
    await build({cwd})
    chmodSync(path.join(cwd, 'dist'), 0o555)
    await expect(build({cwd})).rejects.toThrow('permission denied')
    chmodSync(path.join(cwd, 'dist'), 0o755)
    expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['aurora'])
  })
})

describe('paths', () => {
  it('may hold spaces, number signs, per cent signs and CJK letters, in folders and in links', async () => {
    const cwd = path.join(temporaryFolder(), 'a site #1 100% 文档')
    mkdirSync(cwd)
    writeFiles(cwd, {
      'docprism.yml': configuration,
      'content/en/index.md': [
        '# Home',
        '',
        '[one](a%20b/c%23d.md) [two](a%20b/50%25.md) [three](安装/指南.md#步骤) ![four](a%20b/p%23.png)',
        '',
      ].join('\n'),
      'content/en/a b/c#d.md': '# One\n',
      'content/en/a b/50%.md': '# Two\n',
      'content/en/安装/指南.md': '# 指南\n\n## 步骤 { #步骤 }\n',
      'content/en/a b/p#.png': 'image',
    })
    const {diagnostics} = await build({cwd})
    expect(diagnostics).toEqual([])
    const files = readTree(path.join(cwd, 'dist/aurora'))
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'a b/50%/index.html',
        'a b/c#d/index.html',
        'a b/p#.png',
        'index.html',
        '安装/指南/index.html',
      ]),
    )
    const links = [...(files.get('index.html')?.toString() ?? '').matchAll(/(?:href|src)="([^"]*)"/g)]
    const targets = links.map(([, href]) => decodeURIComponent(href ?? ''))
    expect(targets).toEqual(expect.arrayContaining(['a b/c#d/', 'a b/50%/', '安装/指南/#步骤', 'a b/p#.png']))
  })

  it('may be symbolic links, even in a circle', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '# Home\n'})
    symlinkSync(path.join(cwd, 'content'), path.join(cwd, 'content/en/circle'))
    const {diagnostics} = await build({cwd})
    expect(diagnostics.map(({ruleId, path: file}) => [ruleId, file])).toEqual([['source/unreadable', 'en/circle']])
    expect([...readTree(path.join(cwd, 'dist/aurora')).keys()]).toContain('index.html')
  })
})
