import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decodeSource} from '../../../src/build/decode-source.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

describe('decodeSource', () => {
  it('reads UTF-8 and reports nothing', () => {
    expect(decodeSource(bytes('# 极光\n'), 'zh/a.md')).toEqual({text: '# 极光\n', diagnostics: []})
  })

  it('drops a byte order mark', () => {
    expect(decodeSource(bytes([0xef, 0xbb, 0xbf], 'text'), 'zh/a.md').text).toBe('text')
  })

  it('keeps NUL, and writes every line ending as a line feed', () => {
    expect(decodeSource(bytes('a\0b\r\nc\rd\n'), 'zh/a.md').text).toBe('a\0b\nc\nd\n')
  })

  it('names the first byte that is not UTF-8, by line and column', () => {
    const {text, diagnostics} = decodeSource(bytes('one\r\ntwo ', [0xff], ' three ', [0xfe]), 'zh/a.md')
    expect(text).toBe('one\ntwo \uFFFD three \uFFFD')
    expect(diagnostics).toEqual([
      {
        ruleId: 'source/encoding',
        severity: 'error',
        message: 'Byte `0xFF` is not valid UTF-8; expected a file in UTF-8',
        path: 'zh/a.md',
        place: {start: {line: 2, column: 5, offset: 8}, end: {line: 2, column: 6, offset: 9}},
        actual: '0xFF',
      },
    ])
  })

  it('points at the start of a sequence that is cut off', () => {
    const {diagnostics} = decodeSource(bytes('ab', [0xe6, 0x9e], 'cd'), 'zh/a.md')
    expect(diagnostics[0]?.place?.start).toEqual({line: 1, column: 3, offset: 2})
  })

  it('points at a sequence that the end of the file cuts off', () => {
    const {diagnostics} = decodeSource(bytes('ab\n', [0xe6, 0x9e]), 'zh/a.md')
    expect(diagnostics[0]?.place?.start).toEqual({line: 2, column: 1, offset: 3})
  })

  it('treats an encoded surrogate as invalid', () => {
    expect(decodeSource(bytes([0xed, 0xa0, 0x80]), 'zh/a.md').diagnostics).toHaveLength(1)
  })

  it('says so when a file starts as UTF-16 does', () => {
    const {diagnostics} = decodeSource(bytes([0xff, 0xfe, 0x41, 0x00]), 'zh/a.md')
    expect(diagnostics[0]?.message).toBe(
      'Byte `0xFF` is not valid UTF-8; the file starts as UTF-16 does, expected UTF-8',
    )
  })

  it('never throws, and its positions lie inside the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 64}), (input) => {
        const {text, diagnostics} = decodeSource(input, 'zh/a.md')
        for (const {place} of diagnostics) expect(place?.start.offset).toBeLessThan(Math.max(1, text.length))
      }),
    )
  })
})
