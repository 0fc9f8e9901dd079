import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {describe, expect, it} from 'vitest'
import {readFontFaces} from '../../../src/build/social/font-file.ts'

const font = readFileSync(createRequire(import.meta.url).resolve('katex/dist/fonts/KaTeX_SansSerif-Bold.ttf'))

describe('a font file', () => {
  it('says its family, its weight, and how wide its letters are', () => {
    const [face] = readFontFaces(font)
    expect(face).toMatchObject({family: 'KaTeX_SansSerif', weight: 700})
    expect(face?.advance('M'.codePointAt(0) ?? 0)).toBeCloseTo(0.978, 2)
    expect(face?.advance('i'.codePointAt(0) ?? 0)).toBeCloseTo(0.256, 2)
  })

  it('says which letters it does not have', () => {
    const [face] = readFontFaces(font)
    expect(['中', '\u{20000}', 'Ж'].map((letter) => face?.advance(letter.codePointAt(0) ?? 0))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('that is cut off, or none at all, has no faces', () => {
    expect(readFontFaces(new Uint8Array())).toEqual([])
    expect(readFontFaces(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual([])
    for (let length = 0; length < 600; length += 7) expect(readFontFaces(font.subarray(0, length))).toEqual([])
  })
})
