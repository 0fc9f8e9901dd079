import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {createFileWriter} from '../../../src/build/file-writer.ts'
import {readTree} from '../../support/read-tree.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

describe('createFileWriter', () => {
  it('writes and copies files with the folders they need', async () => {
    const folder = temporaryFolder()
    const writer = createFileWriter(folder, temporaryFolder({'img/a b.png': 'image'}))
    writer.write('en/index.html', '<p>')
    writer.copy('img/a b.png', 'img/a b.png')
    expect(await writer.finish()).toEqual({files: 2, diagnostics: []})
    expect([...readTree(folder)].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['en/index.html', '<p>'],
      ['img/a b.png', 'image'],
    ])
  })

  it('writes a file that is given twice once, as given last', async () => {
    const folder = temporaryFolder()
    const writer = createFileWriter(folder, temporaryFolder({'index.html': 'copied'}))
    writer.copy('index.html', 'index.html')
    writer.write('index.html', 'written')
    expect(await writer.finish()).toMatchObject({files: 1})
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe('written')
  })

  it('reports a file that cannot be read and writes the others', async () => {
    const folder = temporaryFolder()
    const writer = createFileWriter(folder, temporaryFolder())
    writer.copy('gone.png', 'en/gone.png')
    writer.write('index.html', '')
    const {diagnostics} = await writer.finish()
    expect(diagnostics.map(({ruleId, message}) => [ruleId, message])).toEqual([
      ['source/unreadable', 'Cannot copy `en/gone.png`: it does not exist'],
    ])
    expect([...readTree(folder).keys()]).toEqual(['index.html'])
  })

  it('leaves out a static file whose name a folder needs', async () => {
    const folder = temporaryFolder()
    const writer = createFileWriter(folder, temporaryFolder({'en/guide': 'file'}))
    writer.copy('guide', 'en/guide')
    writer.write('guide/install/index.html', '')
    const {diagnostics} = await writer.finish()
    expect(diagnostics.map(({ruleId, path: from}) => [ruleId, from])).toEqual([
      ['source/duplicate-address', 'en/guide'],
    ])
    expect([...readTree(folder).keys()]).toEqual(['guide/install/index.html'])
  })

  it('throws a sentence when it cannot write', async () => {
    const folder = path.join(temporaryFolder({file: ''}), 'file')
    const writer = createFileWriter(folder, temporaryFolder())
    writer.write('index.html', '')
    await expect(writer.finish()).rejects.toThrow('Cannot write `index.html`: a file of this name is in the way')
  })
})
