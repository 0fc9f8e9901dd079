import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {htmlText, isHtml} from '../../../../src/check/external/html-text.ts'

const bytes = Buffer.from('<p>步骤</p>')
const type = 'text/html; charset=utf-8'

describe('a body is HTML', () => {
  it.each([
    ['text/html', true],
    ['Text/HTML; charset=utf-8', true],
    ['application/xhtml+xml', true],
    ['text/htmlx', false],
    ['application/pdf', false],
    ['', false],
  ])('as %j: %j', (value, expected) => {
    expect(isHtml(value)).toBe(expected)
  })
})

describe('the text of a page', () => {
  it.each([
    ['', bytes],
    ['identity', bytes],
    ['gzip', gzipSync(bytes)],
    ['GZIP ', gzipSync(bytes)],
    ['x-gzip', gzipSync(bytes)],
    ['deflate', deflateSync(bytes)],
    ['br', brotliCompressSync(bytes)],
  ])('is decompressed from %j', (encoding, sent) => {
    expect(htmlText({bytes: sent, type, encoding}, 100)).toBe('<p>步骤</p>')
  })

  it('is not known for other compressions', () => {
    expect(htmlText({bytes, type, encoding: 'zstd'}, 100)).toBeUndefined()
  })

  it('is not known where it is too large', () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000))
    expect(htmlText({bytes: bomb, type, encoding: 'gzip'}, 100_000)).toBeUndefined()
  })

  it.each([
    ['ends too early', gzipSync(bytes).subarray(0, 15), 'Z_BUF_ERROR'],
    ['is damaged', bytes, 'Z_DATA_ERROR'],
  ])('cannot be had from a compressed body that %s', (_, sent, code) => {
    expect(() => htmlText({bytes: sent, type, encoding: 'gzip'}, 100)).toThrow(expect.objectContaining({code}))
  })

  it.each([
    ['the header', 'text/html; charset="gb18030"', [0xb2, 0xbd], '步'],
    ['the page', 'text/html', [...Buffer.from('<meta charset=gbk>'), 0xb2, 0xbd], '<meta charset=gbk>步'],
    ['nobody: UTF-8', 'text/html', [0xe6, 0xad, 0xa5], '步'],
    ['somebody who is wrong: UTF-8', 'text/html; charset=klingon', [0xe6, 0xad, 0xa5], '步'],
  ])('has the encoding that is named by %s', (...[, named, sent, expected]) => {
    expect(htmlText({bytes: new Uint8Array(sent), type: named, encoding: ''}, 100)).toBe(expected)
  })
})
