import {mkdirSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openDisk} from '../../../src/build/disk.ts'
import {listContent} from '../../../src/build/list-content.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

describe('listContent', () => {
  it('sorts files into sources, nav files and assets', () => {
    const folder = temporaryFolder({
      'zh/index.md': '',
      'zh/UPPER.MD': '',
      'zh/.pages': '',
      'zh/img/a.png': '',
      'brands/aurora/logo.svg': '',
    })
    expect(listContent(folder, openDisk())).toEqual({
      sources: ['zh/UPPER.MD', 'zh/index.md'],
      pagesFiles: ['zh/.pages'],
      assets: ['brands/aurora/logo.svg', 'zh/img/a.png'],
      diagnostics: [],
    })
  })

  it('leaves dot files and dot folders out', () => {
    const folder = temporaryFolder({'.git/x.md': '', 'zh/.draft.md': '', 'zh/.DS_Store': '', 'zh/a.md': ''})
    expect(listContent(folder, openDisk())).toMatchObject({sources: ['zh/a.md'], assets: []})
  })

  it('keeps names with spaces, number signs, per cent signs and CJK letters as they are', () => {
    const folder = temporaryFolder({'zh/a b.md': '', 'zh/c#d.md': '', 'zh/50%.md': '', 'zh/安装 指南.md': ''})
    expect(listContent(folder, openDisk()).sources).toEqual(['zh/50%.md', 'zh/a b.md', 'zh/c#d.md', 'zh/安装 指南.md'])
  })

  it('follows links to files and folders', () => {
    const folder = temporaryFolder({'content/zh/a.md': '', 'elsewhere/b.md': ''})
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'content/zh/linked'))
    symlinkSync(path.join(folder, 'elsewhere/b.md'), path.join(folder, 'content/zh/b.md'))
    expect(listContent(path.join(folder, 'content'), openDisk()).sources).toEqual([
      'zh/a.md',
      'zh/b.md',
      'zh/linked/b.md',
    ])
  })

  it('reports a link that closes a circle, and lists the rest', () => {
    const folder = temporaryFolder({'zh/guide/a.md': ''})
    symlinkSync(path.join(folder, 'zh'), path.join(folder, 'zh/guide/again'))
    expect(listContent(folder, openDisk())).toMatchObject({
      sources: ['zh/guide/a.md'],
      diagnostics: [
        {
          ruleId: 'source/unreadable',
          path: 'zh/guide/again',
          message: 'Folder `zh/guide/again` links to a folder above itself and is skipped',
        },
      ],
    })
  })

  it('reports links that lead nowhere or to themselves', () => {
    const folder = temporaryFolder({'zh/a.md': ''})
    symlinkSync(path.join(folder, 'gone.md'), path.join(folder, 'zh/gone.md'))
    symlinkSync(path.join(folder, 'zh/loop.md'), path.join(folder, 'zh/loop.md'))
    expect(listContent(folder, openDisk()).diagnostics.map(({message}) => message)).toEqual([
      'Cannot read `zh/gone.md`: it does not exist',
      'Cannot read `zh/loop.md`: its symbolic links form a circle',
    ])
  })

  it('lists nothing of an empty folder and throws for one that is not there', () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'empty'))
    expect(listContent(path.join(folder, 'empty'), openDisk())).toMatchObject({sources: [], assets: []})
    expect(() => listContent(path.join(folder, 'missing'), openDisk())).toThrow('ENOENT')
  })
})
