import fc from 'fast-check'
import type {Element, ElementContent, Root as HastRoot} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {Nodes, Root} from 'mdast'
import {toHast as referenceToHast} from 'mdast-util-to-hast'
import {describe, expect, it} from 'vitest'
import {toHast} from '../../../src/compile/to-hast.ts'
import {writeHtml} from '../../../src/compile/write-html.ts'

const rawHtml = {allowDangerousHtml: true} as const
const value = fc.oneof(
  fc.constantFrom('', 'a', ' b\t', '<&>"\'`\0', '&amp;', '\u6587\u5B57', 'a\n  b', 'id', 'hidden', 'download'),
  fc.string({maxLength: 5}),
)
const property = fc.oneof(value, fc.boolean(), fc.constantFrom(0, 1.5, NaN, null), fc.array(value, {maxLength: 3}))
const names = [
  ...['id', 'className', 'class', 'href', 'htmlFor', 'for', 'checked', 'hidden', 'download', 'style', 'title'],
  ...['data-a', 'dataAB', 'data-', 'aria-label', 'viewBox', 'viewbox', 'xlink:href', 'strokeWidth', 'a b"c', 'on'],
]
const properties = fc.dictionary(fc.constantFrom(...names), property, {maxKeys: 4})
const tags = [
  ...['p', 'div', 'a', 'br', 'img', 'image', 'IMG', 'section', 'script', 'style', 'template', 'pre', 'li'],
  ...['svg', 'path', 'foreignObject', 'title', 'details'],
]
const {node} = fc.letrec<{node: ElementContent; element: Element}>((tie) => ({
  node: fc.oneof(
    {maxDepth: 4},
    value.map((text): ElementContent => ({type: 'text', value: text})),
    value.map((text): ElementContent => ({type: 'raw', value: text})),
    tie('element'),
  ),
  element: fc.record({
    type: fc.constant('element' as const),
    tagName: fc.constantFrom(...tags),
    properties,
    children: fc.array(tie('node'), {maxLength: 4}),
  }),
}))
const hast = fc.array(node, {maxLength: 4}).map((children): HastRoot => ({type: 'root', children}))

const ofPage = (children: ElementContent[]): {html: string; ids: readonly string[]} => {
  const ids: string[] = []
  const html = writeHtml({type: 'root', children}, {onId: (id) => ids.push(id)})
  return {html, ids}
}
const element = (tagName: string, given: Element['properties'], ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: given,
  children,
})

describe('HTML of a tree', () => {
  it('is that of the reference, for any tree', () => {
    fc.assert(
      fc.property(hast, (tree) => {
        expect(writeHtml(tree)).toBe(toHtml(tree, rawHtml))
      }),
      {numRuns: 2000},
    )
  })

  it('has no comments', () => {
    expect(() => writeHtml({type: 'comment', value: 'a'})).toThrow('Markdown makes no comment')
  })
})

describe('HTML of a page', () => {
  it('tells the ids in document order', () => {
    const inner = element('p', {id: 'b'}, element('a', {id: ''}), element('a', {id: 'c'}))
    expect(ofPage([element('div', {id: 'a'}, inner), element('p', {id: 'd'})]).ids).toEqual(['a', 'b', 'c', 'd'])
  })

  it('puts the blocks in a component on lines of their own', () => {
    const blocks = [element('p', {}), {type: 'raw', value: '<hr>'} as const]
    expect(ofPage([element('div', {}, ...blocks)]).html).toBe('<div>\n<p></p>\n<hr>\n</div>')
    expect(ofPage([element('blockquote', {}, ...blocks)]).html).toBe('<blockquote><p></p><hr></blockquote>')
    expect(ofPage([element('div', {}, ...blocks, element('b', {}))]).html).toBe('<div><p></p><hr><b></b></div>')
  })

  it('writes open details as the reference does, behind the id', () => {
    const {html} = ofPage([element('details', {open: 'open', id: 'a', className: ['b']})])
    expect(html).toBe('<details class="b" id="a" open="open"></details>')
  })
})

describe('hast', () => {
  const text = (value_: string): Nodes => ({type: 'text', value: value_})
  const trees: readonly (readonly [string, unknown])[] = [
    ['a paragraph', {type: 'paragraph', children: [text('a \n\t b')]}],
    ['a text with data', {type: 'paragraph', children: [{type: 'text', value: 'a', data: {hName: 'i'}}]}],
    ['a break', {type: 'paragraph', children: [text('a'), {type: 'break'}, text('  b'), {type: 'break'}, text('c')]}],
    [
      'an element behind a break',
      {type: 'paragraph', children: [{type: 'break'}, {type: 'emphasis', children: [text('\tb')]}]},
    ],
    ['an empty list', {type: 'list', ordered: true, start: 3, children: []}],
    [
      'a loose list',
      {type: 'list', children: [{type: 'listItem', spread: true, children: [{type: 'paragraph', children: []}]}]},
    ],
    [
      'a tight list',
      {type: 'list', children: [{type: 'listItem', children: [{type: 'paragraph', children: [text('a')]}]}]},
    ],
    ['a table', {type: 'table', align: ['left', null], children: [{type: 'tableRow', children: []}]}],
    ['code', {type: 'code', lang: 'a', meta: 'b', value: 'c'}],
    ['an undefined reference', {type: 'linkReference', identifier: 'a', referenceType: 'full', children: [text('b')]}],
    ['an unknown node', {type: 'keys', data: {hName: 'kbd', hProperties: {id: 'a'}}}],
    ['an unknown value', {type: 'keys', value: 'a', data: {hName: 'kbd'}}],
    ['content of its own', {type: 'emphasis', children: [text('a')], data: {hChildren: [{type: 'raw', value: '<b>'}]}}],
    ['an unknown value with attributes', {type: 'keys', value: 'a', data: {hProperties: {id: 'a'}}}],
  ]

  it.each(trees)('of %s is that of the reference', (_, block) => {
    const tree = {type: 'root', children: [block, {type: 'thematicBreak'}, block]} as Root
    expect(toHast(tree)).toEqual(referenceToHast(structuredClone(tree), rawHtml))
  })
})
