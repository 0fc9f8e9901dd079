import {createHash} from 'node:crypto'
import {readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {archiveSites} from '../../src/build/archive/archive-sites.ts'
import type {Manifest} from '../../src/build/archive/manifest.ts'
import {readTree} from '../support/read-tree.ts'
import {runDocprism} from '../support/run-docprism.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const longName = `${'folder/'.repeat(20)}${'n'.repeat(120)}.txt`
const site = {
  'docprism.yml': 'locales:\n  en: {name: English}\nbrands:\n  aurora: {url: /}\n  borealis: {url: /}\n',
  'content/en/index.md': '# Home\n',
  'content/en/图/说明.txt': '说明\n',
  [`content/en/${longName}`]: 'x'.repeat(1000),
  [`content/en/${'folder/'.repeat(18)}short.txt`]: 'y'.repeat(512),
}

/** Files of a tar archive by name: type, mode, owner and time of each, and its content. */
function readTar(bytes: Buffer): ReadonlyMap<string, {readonly facts: string; readonly content: string}> {
  const files = new Map<string, {facts: string; content: string}>()
  const text = (from: number, length: number): string =>
    bytes.toString('latin1', from, from + length).split('\0')[0] ?? ''
  let at = 0
  let named: string | undefined
  while (text(at, 100) !== '') {
    const size = parseInt(text(at + 124, 12), 8)
    const type = text(at + 156, 1)
    const body = bytes.toString('utf8', at + 512, at + 512 + size)
    const prefix = text(at + 345, 155)
    const name = named ?? (prefix === '' ? '' : `${prefix}/`) + text(at, 100)
    named = type === 'x' ? /^\d+ path=(.*)\n$/s.exec(body)?.[1] : undefined
    const facts = [text(at + 100, 8), text(at + 108, 8), text(at + 116, 8), text(at + 136, 12)].join(' ')
    if (type === '0') files.set(name, {facts, content: body})
    at += 512 + Math.ceil(size / 512) * 512
  }
  expect(bytes.length - at).toBe(1024)
  return files
}

function archived(cwd: string): string {
  const {status, stdout} = runDocprism(['build', '--archive', '--no-cache'], cwd)
  expect(status).toBe(0)
  expect(stdout).toContain('dist/aurora.tar.gz: ')
  return path.join(cwd, 'dist')
}

describe('build --archive', () => {
  it('packs each site with nothing of the machine in it, in the same bytes every time', () => {
    const [one, other] = [archived(temporaryFolder(site)), archived(temporaryFolder(site))]
    for (const file of ['aurora.tar.gz', 'aurora.manifest.json', 'borealis.tar.gz', 'SHA256SUMS']) {
      expect(readFileSync(path.join(one, file))).toEqual(readFileSync(path.join(other, file)))
    }
    const packed = readTar(gunzipSync(readFileSync(path.join(one, 'aurora.tar.gz'))))
    const tree = readTree(path.join(one, 'aurora'))
    expect([...packed].map(([name, {content}]) => [name, content])).toEqual(
      [...tree].map(([name, bytes]) => [`aurora/${name}`, bytes.toString()]),
    )
    expect(new Set([...packed.values()].map(({facts}) => facts))).toEqual(
      new Set(['0000644 0000000 0000000 02263523000']),
    )
    expect([...packed.keys()]).toContain(`aurora/${longName}`)
    expect([...packed.keys()]).toContain('aurora/图/说明.txt')
  })

  it('says what is in it, so that an upload can leave out what did not change', () => {
    const dist = archived(temporaryFolder(site))
    const manifest = JSON.parse(readFileSync(path.join(dist, 'aurora.manifest.json'), 'utf8')) as Manifest
    const bytes = readFileSync(path.join(dist, 'aurora.tar.gz'))
    expect(manifest.archive).toEqual({path: 'aurora.tar.gz', size: bytes.length, sha256: sha256(bytes)})
    expect(manifest.files.map(({path: file, size, sha256: sum}) => [file, size, sum])).toEqual(
      [...readTree(path.join(dist, 'aurora'))].map(([file, content]) => [file, content.length, sha256(content)]),
    )
    const kinds = Object.fromEntries(manifest.files.map(({path: file, kind}) => [file, kind]))
    expect(kinds).toMatchObject({
      'index.html': 'page',
      'index.md': 'markdown',
      'llms.txt': 'data',
      'robots.txt': 'data',
      'assets/docprism/css/docprism.css': 'theme',
      '图/说明.txt': 'file',
    })
  })

  it('keeps the sums of archives that were not made again, as long as they are there', () => {
    const folder = temporaryFolder({'aurora/index.html': 'a', 'borealis/index.html': 'b'})
    const brand = (id: string) => ({id, folder: path.join(folder, id)})
    archiveSites([brand('aurora'), brand('borealis')])
    const names = (): readonly string[] =>
      readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8')
        .split('\n')
        .map((line) => line.slice(66))
    writeFileSync(path.join(folder, 'aurora/index.html'), 'changed')
    archiveSites([brand('aurora')])
    expect(names()).toEqual(['aurora.manifest.json', 'aurora.tar.gz', 'borealis.manifest.json', 'borealis.tar.gz', ''])
    rmSync(path.join(folder, 'borealis.tar.gz'))
    archiveSites([brand('aurora')])
    expect(names()).toEqual(['aurora.manifest.json', 'aurora.tar.gz', 'borealis.manifest.json', ''])
    for (const line of readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
      const [sum = '', name = ''] = line.split('  ')
      expect(sha256(readFileSync(path.join(folder, name)))).toBe(sum)
    }
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })
})
