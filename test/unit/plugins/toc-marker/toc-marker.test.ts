import type {Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {nestToc} from '../../../../plugins/toc-marker/nest-toc.ts'
import type {Nested} from '../../../../plugins/toc-marker/nest-toc.ts'
import remarkTocMarker, {markToc} from '../../../../plugins/toc-marker/remark-toc-marker.ts'
import {tocHtml, tocLevels} from '../../../../plugins/toc-marker/toc-html.ts'

const types = (tree: Root): string[] => tree.children.map((node) => node.type)

describe('markToc', () => {
  it.each([
    ['[TOC]', ['tocMarker']],
    ['[TOC]\n# A', ['tocMarker', 'heading']],
    ['See [TOC]', ['paragraph']],
    ['# [TOC]', ['heading']],
    ['**[TOC]**', ['paragraph']],
  ])('reads %j as %j', (source, expected) => {
    const tree = fromMarkdown(source)
    markToc(tree)
    expect(types(tree)).toEqual(expected)
  })

  it('finds the marker inside of other blocks, and keeps its position', () => {
    const tree = fromMarkdown('> [TOC]')
    markToc(tree)
    expect(tree.children[0]).toMatchObject({children: [{type: 'tocMarker', position: {start: {column: 3}}}]})
  })

  it('takes another marker, or none', () => {
    const read = (source: string, marker: string): Root => {
      const processor = unified().use(remarkParse).use(remarkTocMarker, {marker})
      const tree = processor.parse(source)
      processor.runSync(tree)
      return tree
    }
    expect(types(read('[[toc]]', '[[toc]]'))).toEqual(['tocMarker'])
    expect(types(read('[TOC]', ''))).toEqual(['paragraph'])
  })
})

describe('nestToc', () => {
  const outline = (entries: readonly Nested<{level: number}>[]): string =>
    entries.map(({level, children}) => `${level}${children.length > 0 ? `(${outline(children)})` : ''}`).join(' ')

  it.each([
    [[], ''],
    [[1, 2, 2, 1], '1(2 2) 1'],
    [[1, 3, 2, 3], '1(3 2(3))'],
    [[2, 1, 2], '2 1(2)'],
    [[3, 4, 2, 1], '3(4) 2 1'],
    [[1, 6, 5, 6, 1], '1(6 5(6)) 1'],
    [[2, 4, 3, 2, 4], '2(4 3) 2(4)'],
  ])('nests the levels %j as %s', (levels, expected) => {
    expect(outline(nestToc(levels.map((level) => ({level}))))).toBe(expected)
  })

  it('keeps what else an entry has', () => {
    expect(nestToc([{level: 1, id: 'a'}])).toEqual([{level: 1, id: 'a', children: []}])
  })
})

describe('tocHtml', () => {
  it('nests lists in their items', () => {
    const entries = [{id: 'a', text: 'A & B', children: [{id: 'c', text: 'C', children: []}]}]
    expect(tocHtml(entries)).toBe(`<div class="toc">
<ul>
<li><a href="#a">A &amp; B</a><ul>
<li><a href="#c">C</a></li>
</ul>
</li>
</ul>
</div>`)
  })

  it('shows a title, with or without a class', () => {
    const empty = '<ul></ul>\n</div>'
    expect(tocHtml([], {title: 'On <this> page'})).toBe(
      `<div class="toc"><span class="toctitle">On &lt;this&gt; page</span>${empty}`,
    )
    expect(tocHtml([], {title: 'T', title_class: '', toc_class: 'map'})).toBe(`<div class="map"><span>T</span>${empty}`)
  })
})

describe('tocLevels', () => {
  it.each([
    [undefined, {top: 1, bottom: 6}],
    [3, {top: 1, bottom: 3}],
    ['2-4', {top: 2, bottom: 4}],
    [0, {top: 1, bottom: 0}],
    ['nothing', {top: 1, bottom: 6}],
  ])('reads %j as %j', (depth, levels) => {
    expect(tocLevels(depth)).toEqual(levels)
  })
})
