import {posix} from 'node:path'
import {describe, expect, test} from 'vitest'
import {corpusFiles} from '../../../bench/corpus/corpus-files.ts'

const options = {pages: 120, seed: 1, brands: 8}

function pagesOf(given = options): ReadonlyMap<string, string> {
  return new Map([...corpusFiles(given)].filter(([file]) => file.endsWith('.md')))
}

describe('the generator of the corpus', () => {
  test('gives the same bytes for the same options', () => {
    expect([...corpusFiles(options)]).toEqual([...corpusFiles(options)])
  })

  test('gives other bytes for another seed', () => {
    const page = 'content/en/index.md'
    expect(pagesOf().get(page)).not.toBe(pagesOf({...options, seed: 2}).get(page))
  })

  test('gives each locale half of the pages, under the same names', () => {
    const names = [...pagesOf().keys()]
    const of = (locale: string): readonly string[] =>
      names
        .filter((name) => name.startsWith(`content/${locale}/`))
        .map((name) => name.slice(`content/${locale}/`.length))
    expect(of('zh')).toHaveLength(60)
    expect(of('zh')).toEqual(of('en'))
  })

  test('links to pages and anchors that exist', () => {
    const pages = pagesOf()
    const links = [...pages].flatMap(([page, text]) =>
      [...text.matchAll(/\]\(((?!https:)[^)#]+\.md)(?:#([^)]+))?\)/g)].map(([, target = '', anchor]) => {
        return {target: posix.join(posix.dirname(page), target), anchor}
      }),
    )
    const broken = links.filter(({target, anchor}) => {
      const text = pages.get(target)
      return text === undefined || (anchor !== undefined && !text.includes(`{#${anchor}}`))
    })
    expect(links.length).toBeGreaterThan(500)
    expect(broken).toEqual([])
  })

  test('puts macros in about half of the pages', () => {
    const pages = [...pagesOf().values()]
    const share = pages.filter((text) => text.includes('<<<')).length / pages.length
    expect(share).toBeGreaterThan(0.35)
    expect(share).toBeLessThan(0.55)
  })

  test.each([
    ['a nested list', /^ {4}- /m],
    ['a table', /^\| --- \|/m],
    ['an indented fence', /^ {4}```/m],
    ['a fence with tabs', /^\t\t/m],
    ['an admonition', /^!!! /m],
    ['a collapsed one', /^\?\?\? /m],
    ['tabs', /^=== "/m],
    ['a condition', /^<<<% if /m],
    ['an image', /^!\[.*\.svg\)$/m],
    ['a heading with an id', /^## .* \{#part-1\}$/m],
  ])('has %s', (_, pattern) => {
    expect([...pagesOf().values()].some((text) => pattern.test(text))).toBe(true)
  })

  test('has a few long pages among many short ones', () => {
    const sizes = [...pagesOf().values()].map((text) => Buffer.byteLength(text)).toSorted((a, b) => a - b)
    expect(sizes.at(sizes.length / 2)).toBeLessThan(12_000)
    expect(sizes.at(-1)).toBeGreaterThan(90_000)
  })
})
