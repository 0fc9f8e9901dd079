import {rmSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openDisk} from '../../../src/build/disk.ts'
import {createContentReader} from '../../../src/build/read-content.ts'
import type {Content, ContentOptions} from '../../../src/build/read-content.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

const locales = ['zh', 'en']
const brands = ['aurora', 'borealis']

const readContent = (options: ContentOptions): Promise<Content> => createContentReader(openDisk()).read(options)

describe('a reader of content', () => {
  it('gives every source its locale and every nav file its text', async () => {
    const content = temporaryFolder({'zh/a.md': '# 甲', 'en/a.md': '# A', 'en/.pages': 'hide: true', 'img/x.png': 'x'})
    expect(await readContent({content, locales, brands})).toMatchObject({
      sources: [
        {path: 'en/a.md', locale: 'en', text: '# A'},
        {path: 'zh/a.md', locale: 'zh', text: '# 甲'},
      ],
      pagesFiles: new Map([['en/.pages', 'hide: true']]),
      assets: ['img/x.png'],
      diagnostics: [],
    })
  })

  it('knows the pages that a brand has for itself', async () => {
    const content = temporaryFolder({'brands/aurora/en/a.md': '# A', 'brands/polaris/en/a.md': '# P'})
    const {sources, diagnostics} = await readContent({content, locales, brands})
    expect(sources).toMatchObject([{path: 'brands/aurora/en/a.md', locale: 'en', brand: 'aurora', text: '# A'}])
    expect(diagnostics.map(({path: file}) => file)).toEqual(['brands/polaris/en/a.md'])
  })

  it('reports a page in no locale folder, with the nearest one', async () => {
    const content = temporaryFolder({'stray.md': '', 'eng/a.md': '', 'en/a.md': ''})
    const {diagnostics, sources} = await readContent({content, locales, brands})
    expect(sources.map((source) => source.path)).toEqual(['en/a.md'])
    expect(diagnostics.map(({ruleId, message}) => [ruleId, message])).toEqual([
      [
        'source/outside-locale',
        'Page `eng/a.md` is not published, because it is in none of the locale folders `zh/`, `en/`; did you mean `en/`',
      ],
      [
        'source/outside-locale',
        'Page `stray.md` is not published, because it is in none of the locale folders `zh/`, `en/`',
      ],
    ])
  })

  it('reports a source that vanishes between listing and reading, and reads the others', async () => {
    // More files than are read at once, so that the last is still waiting when the first is done.
    const names = Array.from({length: 80}, (_, index) => `en/${String(index).padStart(2, '0')}.md`)
    const content = temporaryFolder(Object.fromEntries(names.map((name) => [name, '# Page'])))
    const {sources, diagnostics} = await readContent({
      content,
      locales,
      brands,
      onProgress: () => {
        rmSync(path.join(content, 'en/79.md'), {force: true})
      },
    })
    expect(sources).toHaveLength(79)
    expect(diagnostics).toEqual([
      {
        ruleId: 'source/unreadable',
        severity: 'error',
        message: 'Cannot read `en/79.md`: it does not exist',
        path: 'en/79.md',
      },
    ])
  })

  it('reports progress for every file', async () => {
    const content = temporaryFolder({'en/a.md': '', 'en/.pages': ''})
    const seen: string[] = []
    readContent({
      content,
      locales,
      brands,
      onProgress: ({phase, done, total}) => seen.push(`${phase} ${done}/${total}`),
    })
    expect(seen).toEqual(['read 1/2', 'read 2/2'])
  })

  it('throws a sentence for a content folder that is not there', async () => {
    const content = path.join(temporaryFolder(), 'missing')
    expect(() => readContent({content, locales, brands})).toThrow(
      `Cannot read the content folder \`${content}\`: it does not exist`,
    )
  })
})
