import {describe, expect, it} from 'vitest'
import {linkNames} from '../../../src/check/since/link-names.ts'

describe('linkNames', () => {
  it.each<[string, string, {names: readonly string[]; anchor: string} | undefined]>([
    ['b.md#x', 'en/a.md', {names: ['en/b.md', 'en/a/b.md'], anchor: 'x'}],
    ['../img/%E5%9B%BE.png', 'en/sub/index.md', {names: ['en/img/图.png'], anchor: ''}],
    ['#%E4%B8%80', 'en/a.md', {names: ['en/a.md'], anchor: '一'}],
    ['/img/x.png', 'en/a.md', {names: ['en/img/x.png', 'img/x.png'], anchor: ''}],
    ['b.md', 'brands/nova/en/a.md', {names: ['en/b.md', 'en/a/b.md'], anchor: ''}],
    ['../../../x.md', 'en/a.md', {names: [], anchor: ''}],
    ['https://docs.example/', 'en/a.md', undefined],
  ])('%s in %s', (target, source, expected) => {
    expect(linkNames(target, [source])).toEqual(expected)
  })
})
