import {describe, expect, it} from 'vitest'
import {formatSize, imageEnding, limitOf, readSize, sizePattern} from '../../../src/core/image-limits.ts'

describe('sizes of images', () => {
  it.each([
    [312, 312],
    ['312 B', 312],
    ['500 kB', 500_000],
    ['500kB', 500_000],
    ['1.5 MB', 1_500_000],
    ['64 KiB', 65_536],
    ['2 MiB', 2_097_152],
  ])('reads %s', (size, bytes) => {
    if (typeof size === 'string') expect(size).toMatch(sizePattern)
    expect(readSize(size)).toBe(bytes)
  })

  it.each(['', 'kB', '-1 kB', '1 GB', '1  kB', '1e3', '1,5 MB'])('does not know `%s`', (size) => {
    expect(size).not.toMatch(sizePattern)
  })

  it.each([
    [999, '999 bytes'],
    [1000, '1 kB'],
    [15_240, '15.2 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [1_238_000, '1.24 MB'],
    [12_345_678, '12.3 MB'],
  ])('writes %i as %s', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text)
  })

  it.each([
    ['a/b.PNG', 'png'],
    ['a.jpeg', 'jpeg'],
    ['.gif', 'gif'],
    ['a.md', undefined],
    ['png', undefined],
    ['a.png/b', undefined],
  ])('takes `%s` for %s', (path, ending) => {
    expect(imageEnding(path)).toBe(ending)
  })

  it('lets `jpg` and `jpeg` stand for each other', () => {
    const limits = {maxBytes: 10, types: {jpg: 20, gif: 30}}
    expect([limitOf('jpeg', limits), limitOf('jpg', limits), limitOf('gif', limits), limitOf('png', limits)]).toEqual([
      20, 20, 30, 10,
    ])
  })
})
