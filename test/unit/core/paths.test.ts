import {describe, expect, it} from 'vitest'
import fc from 'fast-check'
import {
  basename,
  decodePath,
  dirname,
  encodePath,
  inFolder,
  joinPath,
  relativePath,
  relativeUrl,
} from '../../../src/core/paths.ts'

describe('relativeUrl', () => {
  it.each([
    ['a/', 'a/', './'],
    ['', '', './'],
    ['a/', '', '../'],
    ['', 'a/', 'a/'],
    ['a/b/', 'a/c/', '../c/'],
    ['a/b/', 'a/', '../'],
    ['a/', 'a/b/', 'b/'],
    ['a/b/', 'img/y.png', '../../img/y.png'],
    ['a/b/', 'a/b/y.png', 'y.png'],
    ['en/a/b/', 'a/b/', '../../../a/b/'],
    ['404.html', 'a/', 'a/'],
    ['a/', 'ab/', '../ab/'],
  ])('leads from `%s` to `%s` by `%s`', (from, to, expected) => {
    expect(relativeUrl(from, to)).toBe(expected)
  })

  it('leads back to the target when a browser follows it', () => {
    const address = fc
      .array(fc.stringMatching(/^[a-c]{1,2}$/), {maxLength: 4})
      .map((parts) => parts.map((part) => `${part}/`).join(''))
    fc.assert(
      fc.property(address, address, (from, to) => {
        const base = `https://docs.aurora.example/${from}`
        expect(new URL(relativeUrl(from, to), base).pathname).toBe(`/${to}`)
      }),
    )
  })
})

describe('joinPath', () => {
  it.each([
    ['a', 'b.md', 'a/b.md'],
    ['a', './b.md', 'a/b.md'],
    ['a', '../b.md', 'b.md'],
    ['a', '..', ''],
    ['', 'x//y/', 'x/y'],
    ['a', '../../b.md', undefined],
    ['a', '', 'a'],
  ])('joins `%s` and `%s` to `%s`', (folder, path, expected) => {
    expect(joinPath(folder, path)).toBe(expected)
  })
})

describe('relativePath', () => {
  it.each([
    ['a/b', 'a/c.md', '../c.md'],
    ['', 'a/c.md', 'a/c.md'],
    ['a', 'a', '.'],
  ])('leads from folder `%s` to `%s` by `%s`', (folder, path, expected) => {
    expect(relativePath(folder, path)).toBe(expected)
  })
})

describe('parts of a path', () => {
  it('splits at the last slash', () => {
    expect([dirname('a/b/c.md'), basename('a/b/c.md')]).toEqual(['a/b', 'c.md'])
    expect([dirname('c.md'), basename('c.md')]).toEqual(['', 'c.md'])
  })

  it('leaves out the slash beside an empty part', () => {
    expect([inFolder('', 'x'), inFolder('a', ''), inFolder('a', 'x')]).toEqual(['x', 'a', 'a/x'])
  })
})

describe('encodePath and decodePath', () => {
  it('encodes what a URL cannot hold and keeps the slashes', () => {
    expect(encodePath('a b/指南/50%#1.png')).toBe('a%20b/%E6%8C%87%E5%8D%97/50%25%231.png')
  })

  it('replaces a lone surrogate instead of throwing', () => {
    expect(encodePath('a\ud800')).toBe('a%EF%BF%BD')
  })

  it('takes escapes that are not UTF-8 as text', () => {
    expect(decodePath('50%.png')).toBe('50%.png')
  })

  it('gives NFC', () => {
    expect(decodePath('cafe\u0301.md')).toBe('caf\u00e9.md')
    expect(decodePath('cafe%CC%81.md')).toBe('caf\u00e9.md')
  })

  it('gives back what was encoded', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (path) => {
        expect(decodePath(encodePath(path))).toBe(path.normalize('NFC'))
      }),
    )
  })
})
