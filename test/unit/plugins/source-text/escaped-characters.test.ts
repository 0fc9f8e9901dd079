import type {Paragraph, Text} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {escapedCharacters} from '../../../../plugins/source-text/escaped-characters.ts'

const processor = unified().use(remarkParse)

function firstText(source: string): Text {
  const [block] = processor.parse(source).children
  const paragraph = block?.type === 'blockquote' ? (block.children[0] as Paragraph) : (block as Paragraph)
  return paragraph.children[0] as Text
}

describe('escaped characters', () => {
  it.each([
    ['plain', []],
    ['a\\*b', [1]],
    ['\\\\\\*', [0, 1]],
    ['\\a\\b', []],
    ['&lt;a&gt;', [0, 2]],
    ['&#40;c)', [0]],
    ['&amp;a &nothing; & \\&', [0, 15]],
    ['&#x1F600;\\!', [0, 2]],
    ['> a\n>  \\(b)', [2]],
  ])('of %j are %j', (source, indexes) => {
    expect([...escapedCharacters(firstText(source), source)]).toEqual(indexes)
  })

  it('are unknown for text that has no source', () => {
    expect([...escapedCharacters({type: 'text', value: 'a'}, '\\a')]).toEqual([])
    expect([...escapedCharacters({...firstText('a\\*b'), value: 'other text'}, 'a\\*b')]).toEqual([])
  })
})
