import {describe, expect, it} from 'vitest'
import type {EditionReference} from '../../../src/core/page.ts'
import {buildFixture, resolveOn} from './site-fixture.ts'

const built = buildFixture({
  pages: {'zh/a/b.md': {}, 'zh/a/c.md': {}},
  assets: ['img/shared.png', 'zh/a/img/y.png'],
})
const image = {origin: 'image', element: 'img', attribute: 'src'} as const
const link = {origin: 'link', element: 'a', attribute: 'href'} as const

const resolve = (reference: EditionReference): ReturnType<typeof resolveOn> =>
  resolveOn(built, {locale: 'zh', localePath: 'a/b.md', references: [reference]})

describe('a path from a root', () => {
  it.each([
    [
      '/img/shared.png',
      'warning',
      'Destination `/img/shared.png` starts at the root of the site; write `../../img/shared.png`',
      ['../../img/shared.png'],
    ],
    [
      'C:\\docs\\y.png',
      'error',
      'Image `C:\\docs\\y.png` is on the disk of one computer; did you mean `img/y.png`',
      ['img/y.png'],
    ],
    ['file:///docs/n.png', 'error', 'Image `file:///docs/n.png` is on the disk of one computer', undefined],
    ['d:/docs/n.png', 'error', 'Image `d:/docs/n.png` is on the disk of one computer', undefined],
    ['\\\\server\\n.png', 'error', 'Image `\\\\server\\n.png` is on the disk of one computer', undefined],
    ['/Users/robin/n.png', 'error', 'Image `/Users/robin/n.png` is on the disk of one computer', undefined],
  ])('in an image: `%s`', (...[target, severity, message, expected]) => {
    const {diagnostics} = resolve({...image, target})
    expect(diagnostics).toMatchObject([{ruleId: 'image/absolute-path', severity, message, actual: target}])
    expect(diagnostics[0]?.expected).toEqual(expected)
  })

  it('in a link, which stays as it was written where it leads to a disk', () => {
    const target = 'file:///docs/c.md'
    const {hrefs, diagnostics} = resolve({...link, target})
    const message = 'Destination `file:///docs/c.md` is on the disk of one computer; did you mean `c.md`'
    expect(hrefs).toEqual([target])
    expect(diagnostics).toMatchObject([
      {ruleId: 'link/absolute-path', severity: 'warning', message, expected: ['c.md']},
    ])
  })

  it.each(['/home/icons/n.png', '/img/n.png'])('leaves `%s` to the rule about missing images', (target) => {
    expect(resolve({...image, target}).diagnostics).toMatchObject([{ruleId: 'image/missing-file'}])
  })

  it.each(['x:n.png', 'app://n.png', 'data:image/png;base64,AA=='])('leaves `%s` alone', (target) => {
    expect(resolve({...image, target}).diagnostics).toEqual([])
  })
})
