import {describe, expect, it} from 'vitest'
import {readSrcset} from '../../../src/compile/srcset.ts'

describe('readSrcset', () => {
  it.each<[string, readonly string[]]>([
    ['a.png', ['a.png']],
    ['a.png 1x, b.png 2x', ['a.png', 'b.png']],
    [' a.png,b.png 2x', ['a.png,b.png']],
    ['a.png, b.png', ['a.png', 'b.png']],
    ['a,b.png 300w (x, y), c.png 600w', ['a,b.png', 'c.png']],
    ['data:image/png;base64,AA== 1x, c.png', ['data:image/png;base64,AA==', 'c.png']],
    [' , ', []],
    ['', []],
  ])('reads `%s`', (value, urls) => {
    const candidates = readSrcset(value)
    expect(candidates.map(({url}) => url)).toEqual(urls)
    for (const {url, start, end} of candidates) expect(value.slice(start, end)).toBe(url)
  })
})
