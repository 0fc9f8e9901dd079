import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import remarkSnippets from '../../../../plugins/snippets/remark-snippets.ts'
import {renderWith} from '../../../support/render-with.ts'

const read = (name: string): string | undefined => ({'a.md': '**A**\r\n', 'glossary.md': '[x]: y.md'})[name]

function parse(source: string): {tree: Root; file: VFile} {
  const file = new VFile({value: source, path: 'page.md'})
  return {tree: unified().use(remarkParse).use(remarkSnippets, {read}).parse(file), file}
}

describe('remarkSnippets', () => {
  it('puts files in before the text is parsed', () => {
    expect(renderWith([remarkSnippets, {read}])('One\n\n--8<-- "a.md"\nTwo')).toBe(
      '<p>One</p>\n<p><strong>A</strong></p>\n<p>Two</p>',
    )
  })

  it('appends files to every document', () => {
    expect(renderWith([remarkSnippets, {read, auto_append: ['glossary.md']}])('See [x].')).toBe(
      '<p>See <a href="y.md">x</a>.</p>',
    )
  })

  it('gives positions in the document', () => {
    const {tree} = parse('# One\n\n--8<-- "a.md"\n\nTwo')
    expect(
      tree.children.map(({position}) => [position?.start.line, position?.start.offset, position?.end.offset]),
    ).toEqual([
      [1, 0, 5],
      [3, 7, 7],
      [5, 22, 25],
    ])
  })

  it('reports what is not there', () => {
    const {file} = parse('x\n\n--8<-- "b.md"')
    expect(file.messages.map(String)).toEqual(['page.md:3:9-3:13: Cannot find the file `b.md`'])
    expect(file.messages.map(({source, ruleId}) => `${String(source)}/${String(ruleId)}`)).toEqual([
      'snippet/missing-file',
    ])
  })

  it('wraps a parser', () => {
    expect(() => unified().use(remarkSnippets, {read}).freeze()).toThrow('after `remark-parse`')
  })
})
