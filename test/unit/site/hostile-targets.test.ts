import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {buildFixture, resolveOn} from './site-fixture.ts'

const pages = {'zh/a/b.md': {anchors: ['here']}, 'zh/a/c.md': {anchors: ['step-1']}, 'en/a/e.md': {}}
const assets = ['img/shared.png', 'zh/a/img/y.png']

describe('any destination at all', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '#',
    '?',
    '%',
    '%41',
    ' ',
    '\\',
    'a',
    'c.md',
    'en',
    ':',
    '图',
    '\ud800',
    'here',
  )
  const target = fc.oneof(
    fc.string(),
    fc.array(piece, {maxLength: 8}).map((pieces) => pieces.join('')),
  )

  it('gives one URL and findings at its source, and never throws', () => {
    const built = buildFixture({pages, assets})
    fc.assert(
      fc.property(target, fc.constantFrom('link', 'image', 'html'), (text, origin) => {
        const reference = {origin, element: origin === 'link' ? 'a' : 'img', attribute: 'src', target: text} as const
        const page = {locale: 'zh', localePath: 'a/b.md', references: [reference]}
        const {hrefs, diagnostics} = resolveOn(built, page)
        expect(hrefs).toHaveLength(1)
        for (const finding of diagnostics) expect(finding).toMatchObject({path: 'zh/a/b.md', brands: ['aurora']})
      }),
    )
  })

  it.each(['../', './', '/', '#', '\\', ' ', '%', '%20', 'a', '.', 'https:', '.md?', '{{', '？', 'www.'])(
    'takes a megabyte of `%s` in its stride',
    (token) => {
      const built = buildFixture({pages, assets})
      const text = token.repeat(Math.ceil(1_000_000 / token.length))
      for (const origin of ['link', 'html'] as const) {
        const references = [text, `c.md#${text}`, `${text} `].map((one) => ({
          origin,
          element: 'a',
          attribute: origin === 'html' ? 'data-x' : 'href',
          target: one,
        }))
        expect(resolveOn(built, {locale: 'zh', localePath: 'a/b.md', references}).hrefs).toHaveLength(3)
      }
    },
  )

  it('takes a page of nothing but broken links to many anchors in its stride', () => {
    const anchors = Array.from({length: 20_000}, (_, at) => `anchor-${at}`)
    const built = buildFixture({pages: {'zh/a.md': {anchors}}})
    const references = anchors.map((id) => ({
      origin: 'link' as const,
      element: 'a',
      attribute: 'href',
      target: `#${id}x`,
    }))
    const {diagnostics} = resolveOn(built, {locale: 'zh', localePath: 'a.md', references})
    expect(diagnostics).toHaveLength(20_000)
  })
})
