import {mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openWatchedDisk} from '../../../src/build/watched-disk.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

describe('a watched disk', () => {
  it('does not ask again about what it trusts, until it is told of a change', () => {
    const folder = temporaryFolder({'a.md': 'one'})
    const file = path.join(folder, 'a.md')
    const disk = openWatchedDisk()
    disk.trust(folder)
    const {digest} = disk.file(file)
    expect(disk.size(file)).toBe(3)
    writeFileSync(file, 'two!')
    expect([disk.file(file).digest, disk.size(file)]).toEqual([digest, 3])
    disk.forget([file])
    expect([text(disk.file(file).bytes()), disk.size(file)]).toEqual(['two!', 4])
  })

  it('never hands out other bytes than those it named', () => {
    const folder = temporaryFolder({'a.md': 'one'})
    const file = path.join(folder, 'a.md')
    const disk = openWatchedDisk()
    disk.trust(folder)
    disk.file(file)
    writeFileSync(file, 'two!')
    expect(() => disk.file(file).bytes()).toThrow('it changed while it was read')
  })

  it('lists a folder again when something in it comes or goes', () => {
    const folder = temporaryFolder({'a.md': ''})
    const disk = openWatchedDisk()
    disk.trust(folder)
    const names = () => disk.list(folder).map(({name}) => name)
    expect(names()).toEqual(['a.md'])
    writeFileSync(path.join(folder, 'b.md'), '')
    expect(names()).toEqual(['a.md'])
    disk.forget([path.join(folder, 'b.md')])
    expect(names()).toEqual(['a.md', 'b.md'])
  })

  it('forgets a folder with everything in it', () => {
    const folder = temporaryFolder({'sub/a.md': 'one'})
    const disk = openWatchedDisk()
    disk.trust(folder)
    const sub = path.join(folder, 'sub')
    const file = path.join(sub, 'a.md')
    expect([disk.list(sub).length, disk.kind(file)]).toEqual([1, 'file'])
    rmSync(sub, {recursive: true})
    disk.forget([sub])
    expect([disk.kind(sub), disk.kind(file)]).toEqual([undefined, undefined])
    expect(() => disk.list(sub)).toThrow('ENOENT')
    mkdirSync(sub)
    writeFileSync(file, 'two')
    expect(text(disk.file(file).bytes())).toBe('two')
  })

  it('always asks about what links lead to, and about what it does not trust', () => {
    const folder = temporaryFolder({'content/a.md': '', 'other/b.md': 'one'})
    const other = path.join(folder, 'other/b.md')
    const link = path.join(folder, 'content/link.md')
    symlinkSync(other, link)
    const disk = openWatchedDisk()
    disk.trust(path.join(folder, 'content'))
    disk.list(path.join(folder, 'content'))
    expect([text(disk.file(link).bytes()), text(disk.file(other).bytes())]).toEqual(['one', 'one'])
    writeFileSync(other, 'two!')
    expect([text(disk.file(link).bytes()), text(disk.file(other).bytes())]).toEqual(['two!', 'two!'])
    expect(disk.real(link)).toBe(disk.real(other))
  })

  it('forgets everything at once', () => {
    const folder = temporaryFolder({'a.md': 'one'})
    const disk = openWatchedDisk()
    disk.trust(folder)
    disk.file(path.join(folder, 'a.md'))
    writeFileSync(path.join(folder, 'a.md'), 'two!')
    disk.forgetAll()
    expect(text(disk.file(path.join(folder, 'a.md')).bytes())).toBe('two!')
  })
})
