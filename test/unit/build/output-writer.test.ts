import {mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openDisk} from '../../../src/build/disk.ts'
import {openOutput} from '../../../src/build/output-writer.ts'
import type {OutputState} from '../../../src/build/output-state.ts'
import type {OutputWriter} from '../../../src/build/output-writer.ts'
import {readTree} from '../../support/read-tree.ts'
import {temporaryFolder, writeFiles} from '../../support/temporary-folder.ts'

const notes = {editions: {}, shared: {version: '', files: [], copies: {}, findings: []}}

interface Place {
  readonly out: string
  readonly content: string
}

function place(content: Readonly<Record<string, string>> = {}): Place {
  return {out: temporaryFolder(), content: temporaryFolder(content)}
}

function open({out, content}: Place, state?: OutputState): OutputWriter {
  return openOutput({
    out,
    name: 'aurora',
    content,
    disk: openDisk(),
    known: state && {state, isOwn: false, isTrusted: false},
  })
}

/** Writes these files and commits them. */
function write(at: Place, files: Readonly<Record<string, string>>, state?: OutputState): OutputState {
  const writer = open(at, state)
  for (const [file, text] of Object.entries(files)) writer.write(file, text)
  writer.finish()
  return writer.commit(() => notes)
}

function written({out}: Place): readonly (readonly [string, string])[] {
  return [...readTree(path.join(out, 'aurora'))].map(([name, bytes]) => [name, bytes.toString()])
}

describe('an output folder that is written for the first time', () => {
  it('gets files and copies with the folders they need', () => {
    const at = place({'img/a b.png': 'image'})
    const writer = open(at)
    writer.write('en/index.html', '<p>')
    writer.copy('img/a b.png', 'img/a b.png')
    expect(writer.finish()).toEqual({files: 2, diagnostics: []})
    writer.commit(() => notes)
    expect(written(at)).toEqual([
      ['en/index.html', '<p>'],
      ['img/a b.png', 'image'],
    ])
  })

  it('gets a file that is given twice once, as given last', () => {
    const at = place({'index.html': 'copied', 'b.txt': 'copied'})
    const writer = open(at)
    writer.copy('index.html', 'index.html')
    writer.write('index.html', 'written')
    writer.write('b.txt', 'written')
    writer.copy('b.txt', 'b.txt')
    expect(writer.finish()).toMatchObject({files: 2})
    writer.commit(() => notes)
    expect(written(at)).toEqual([
      ['b.txt', 'copied'],
      ['index.html', 'written'],
    ])
  })

  it('does without a file that cannot be read, which is reported', () => {
    const at = place()
    const writer = open(at)
    writer.copy('gone.png', 'en/gone.png')
    writer.write('index.html', '')
    expect(writer.finish().diagnostics.map(({ruleId, message}) => [ruleId, message])).toEqual([
      ['source/unreadable', 'Cannot copy `en/gone.png`: it does not exist'],
    ])
    writer.commit(() => notes)
    expect(written(at)).toEqual([['index.html', '']])
  })

  it('does without a static file whose name a folder needs', () => {
    const at = place({'en/guide': 'file'})
    const writer = open(at)
    writer.copy('guide', 'en/guide')
    writer.write('guide/install/index.html', '')
    expect(writer.finish().diagnostics.map(({ruleId, path: from}) => [ruleId, from])).toEqual([
      ['source/duplicate-address', 'en/guide'],
    ])
    writer.commit(() => notes)
    expect(written(at)).toEqual([['guide/install/index.html', '']])
  })

  it('is replaced as a whole: nothing stays of what stood there', () => {
    const at = place()
    writeFiles(at.out, {'aurora/foreign.txt': 'foreign'})
    write(at, {'index.html': 'new'})
    expect(written(at)).toEqual([['index.html', 'new']])
  })

  it('is named in a sentence when a file cannot be written', () => {
    const writer = open(place())
    writer.write('a', 'file')
    expect(() => {
      writer.write('a/b', 'file')
    }).toThrow(/^Cannot write `a\/b`: /)
    writer.discard()
  })
})

describe('an output folder whose state is known', () => {
  it('keeps files that are written the same again, and replaces the others', () => {
    const at = place()
    const state = write(at, {'a.html': 'a', 'b.html': 'b'})
    const next = write(at, {'a.html': 'a', 'b.html': 'B'}, state)
    expect(next.files.get('a.html')).toEqual(state.files.get('a.html'))
    expect(next.files.get('b.html')).not.toEqual(state.files.get('b.html'))
    expect(written(at)).toEqual([
      ['a.html', 'a'],
      ['b.html', 'B'],
    ])
    expect(readdirSync(at.out)).toEqual(['aurora'])
  })

  it('loses files that are not written again, and folders that hold nothing then', () => {
    const at = place()
    const state = write(at, {'a/b/c.html': 'c', 'd.html': 'd'})
    write(at, {'d.html': 'd'}, state)
    expect(readdirSync(path.join(at.out, 'aurora'))).toEqual(['d.html'])
  })

  it('loses what somebody else put there, and gets back what somebody took or changed', () => {
    const at = place()
    const files = {'a/index.html': 'a', 'b/index.html': 'b', 'c/index.html': 'c', 'd/index.html': 'd'}
    const state = write(at, files)
    const folder = path.join(at.out, 'aurora')
    writeFileSync(path.join(folder, 'a/index.html'), 'tampered')
    rmSync(path.join(folder, 'b'), {recursive: true})
    rmSync(path.join(folder, 'c'), {recursive: true})
    writeFiles(folder, {c: 'a file where a folder was', 'foreign/x.txt': ''})
    mkdirSync(path.join(folder, 'empty'))
    rmSync(path.join(folder, 'd/index.html'))
    symlinkSync('../a/index.html', path.join(folder, 'd/index.html'))
    write(at, files, state)
    expect(written(at)).toEqual(Object.entries(files))
    expect(readdirSync(folder)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('can turn files into folders and folders into files', () => {
    const at = place()
    const state = write(at, {a: 'file', 'b/c': 'in a folder'})
    write(at, {'a/c': 'in a folder', b: 'file'}, state)
    expect(written(at)).toEqual([
      ['a/c', 'in a folder'],
      ['b', 'file'],
    ])
  })

  it('leaves a file alone that is said to be kept, and says when it cannot be', () => {
    const at = place()
    const state = write(at, {'a.html': 'a', 'b.html': 'b'})
    writeFileSync(path.join(at.out, 'aurora/b.html'), 'tampered')
    const writer = open(at, state)
    expect(writer.keep('a.html')).toBe(true)
    expect(writer.keep('b.html')).toBe(false)
    expect(writer.keep('c.html')).toBe(false)
    writer.finish()
    writer.commit(() => notes)
    expect(written(at)).toEqual([['a.html', 'a']])
  })

  it('is replaced as a whole when it is gone', () => {
    const at = place()
    const state = write(at, {'a.html': 'a'})
    rmSync(path.join(at.out, 'aurora'), {recursive: true})
    write(at, {'a.html': 'a'}, state)
    expect(written(at)).toEqual([['a.html', 'a']])
  })

  it('is what it was when the writing is given up', () => {
    const at = place()
    const state = write(at, {'a.html': 'a', 'b.html': 'b'})
    const writer = open(at, state)
    writer.write('a.html', 'changed')
    writer.finish()
    writer.discard()
    expect(readdirSync(at.out)).toEqual(['aurora'])
    expect(readFileSync(path.join(at.out, 'aurora/a.html'), 'utf8')).toBe('a')
    expect(written(at)).toHaveLength(2)
  })
})
