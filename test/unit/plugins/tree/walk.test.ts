import type {Node, Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import {SKIP, childrenOf, replaceText, visitNodes, visitType} from '../../../../plugins/tree/walk.ts'

/** `> a *b* c`, a rule, and `d`. */
const makeTree = (): Root => ({
  type: 'root',
  children: [
    {
      type: 'blockquote',
      children: [
        {
          type: 'paragraph',
          children: [
            {type: 'text', value: 'a'},
            {type: 'emphasis', children: [{type: 'text', value: 'b'}]},
            {type: 'text', value: 'c'},
          ],
        },
      ],
    },
    {type: 'thematicBreak'},
    {type: 'paragraph', children: [{type: 'text', value: 'd'}]},
  ],
})

/** The tree as one line: types, and the text of text. */
const shapeOf = (node: Node): string => {
  const inside = childrenOf(node)?.map(shapeOf).join(' ')
  const name = 'value' in node ? String(node.value) : node.type
  return inside === undefined ? name : `${name}(${inside})`
}

describe('visitNodes', () => {
  it('visits the tree and all that is below it, in document order', () => {
    const seen: string[] = []
    visitNodes(makeTree(), (node) => {
      seen.push('value' in node ? node.value : node.type)
      return undefined
    })
    expect(seen).toEqual([
      'root',
      'blockquote',
      'paragraph',
      'a',
      'emphasis',
      'b',
      'c',
      'thematicBreak',
      'paragraph',
      'd',
    ])
  })

  it('leaves out what is below a skipped node', () => {
    const seen: string[] = []
    visitNodes(makeTree(), (node) => {
      seen.push('value' in node ? node.value : node.type)
      return node.type === 'blockquote' ? SKIP : undefined
    })
    expect(seen).toEqual(['root', 'blockquote', 'thematicBreak', 'paragraph', 'd'])
  })

  it('visits the children that a visitor gives to its node', () => {
    const seen: string[] = []
    visitNodes(makeTree(), (node) => {
      if (node.type === 'root') node.children = [{type: 'html', value: 'new'}]
      seen.push('value' in node ? node.value : node.type)
      return undefined
    })
    expect(seen).toEqual(['root', 'new'])
  })
})

describe('visitType', () => {
  it('tells where each node stands', () => {
    const seen: string[] = []
    visitType(makeTree(), 'text', ({value}, index, parent) => {
      seen.push(`${value} ${String(index)} ${parent.type}`)
    })
    expect(seen).toEqual(['a 0 paragraph', 'b 0 emphasis', 'c 2 paragraph', 'd 0 paragraph'])
  })

  it('goes on below a node that was replaced, and not below what replaced it', () => {
    const tree = makeTree()
    const seen: string[] = []
    visitType(tree, 'paragraph', (_, index, parent) => {
      parent.children[index] = {type: 'blockquote', children: [{type: 'paragraph', children: []}]}
      seen.push(parent.type)
    })
    expect(seen).toEqual(['blockquote', 'root'])
    expect(shapeOf(tree)).toBe('root(blockquote(blockquote(paragraph())) thematicBreak blockquote(paragraph()))')
  })
})

describe('replaceText', () => {
  it('puts nodes in the place of text, and looks at none of them again', () => {
    const tree = makeTree()
    replaceText(
      tree,
      ({value}) => (value === 'c' ? undefined : [{type: 'text', value: `${value}1`} as Node, {type: 'break'}]),
      () => false,
    )
    expect(shapeOf(tree)).toBe(
      'root(blockquote(paragraph(a1 break emphasis(b1 break) c)) thematicBreak paragraph(d1 break))',
    )
  })

  it('takes text away', () => {
    const tree = makeTree()
    replaceText(
      tree,
      () => [],
      () => false,
    )
    expect(shapeOf(tree)).toBe('root(blockquote(paragraph(emphasis())) thematicBreak paragraph())')
  })

  it('leaves nodes alone, and the lists of children in which nothing changes', () => {
    const tree = makeTree()
    const {children} = tree
    replaceText(
      tree,
      () => [{type: 'break'}],
      ({type}) => type === 'emphasis',
    )
    expect(shapeOf(tree)).toBe('root(blockquote(paragraph(break emphasis(b) break)) thematicBreak paragraph(break))')
    expect(tree.children).toBe(children)
  })
})
