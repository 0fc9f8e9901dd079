import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {filePath, pagePath, readAddress} from '../../../src/serve/address.ts'

describe('an address of the server', () => {
  it.each([
    ['/', {kind: 'root'}],
    ['/aurora', {kind: 'brand', brand: 'aurora'}],
    ['/aurora/', {kind: 'site', brand: 'aurora', file: 'index.html'}],
    ['/aurora/en/install/', {kind: 'site', brand: 'aurora', file: 'en/install/index.html'}],
    ['/aurora/img/a%20b.png', {kind: 'site', brand: 'aurora', file: 'img/a b.png'}],
    ['/aurora/%E6%A6%82%E8%BF%B0/', {kind: 'site', brand: 'aurora', file: '概述/index.html'}],
    ['/@docprism/client.js', {kind: 'own', name: 'client.js'}],
  ])('%s names what stands there', (path, address) => {
    expect(readAddress(path)).toEqual(address)
  })

  it.each([
    ['/aurora/../secret'],
    ['/aurora/..%2fsecret'],
    ['/aurora/%2e%2e/secret'],
    ['/aurora/%2e%2e%2fsecret'],
    ['/aurora/..%5csecret'],
    ['/aurora/a//b'],
    ['//aurora/'],
    ['/aurora/%00'],
    ['/aurora/a%0ab'],
    ['/aurora/%'],
    ['/aurora/%c3'],
    ['/aurora/./a'],
    ['http://other.example/'],
    [''],
  ])('%s names nothing', (path) => {
    expect(readAddress(path)).toEqual({kind: 'none'})
  })

  it('is decoded once: what was encoded twice is a name with a per cent sign in it', () => {
    expect(readAddress('/aurora/%252e%252e/secret')).toEqual({kind: 'site', brand: 'aurora', file: '%2e%2e/secret'})
  })

  it('never leaves its folder, whatever it is', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E.',
      '/',
      '%2f',
      '\\',
      '%5c',
      'a',
      '%00',
      '%25',
      '//',
      '@docprism',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const address = readAddress(`/${pieces.join('')}`)
        const name = address.kind === 'site' ? address.file : address.kind === 'own' ? address.name : ''
        expect(name.split('/')).not.toContain('..')
        expect(name).not.toMatch(/[\\\0]/)
      }),
    )
  })

  it('is made for a page and for a file so that it leads back to them', () => {
    expect(readAddress(pagePath('aurora', 'en/a%20b/'))).toEqual({
      kind: 'site',
      brand: 'aurora',
      file: 'en/a b/index.html',
    })
    expect(readAddress(filePath('aurora', 'img/100 %.png'))).toEqual({
      kind: 'site',
      brand: 'aurora',
      file: 'img/100 %.png',
    })
  })
})
