import type {Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {beforeAll, describe, expect, it} from 'vitest'
import {loadNativeParser} from '../../../../plugins/native-parser/load-native.ts'
import type {NativeParse} from '../../../../plugins/native-parser/load-native.ts'
import remarkNativeParser from '../../../../plugins/native-parser/remark-native-parser.ts'
import type {ReferenceSyntax} from '../../../../plugins/native-parser/second-reading.ts'

const none: ReferenceSyntax = {page: undefined, text: undefined, source: undefined, emphasis: false}
const marks: ReferenceSyntax = {...none, text: /==/}

describe('remarkNativeParser', () => {
  let native: NativeParse
  beforeAll(async () => {
    const loaded = await loadNativeParser()
    if (!loaded) throw new Error('No native parser for this system')
    native = loaded
  })

  /** The tree, that of the reference parser alone, and how the page was parsed. */
  function parse(text: string, syntax: ReferenceSyntax = none) {
    const file = new VFile(text)
    const reads = {tables: false, footnotes: false}
    const tree = unified().use(remarkParse).use(remarkNativeParser, {parse: native, reads, syntax}).parse(file)
    const reference = unified().use(remarkParse).parse(text)
    return {tree, reference, how: file.data.nativeParse}
  }

  it('reads a page of plain Markdown natively', () => {
    const {tree, reference, how} = parse('# Title\n\n- one *two*\n- [three](four.md)\n')
    expect(tree).toEqual(reference)
    expect(how).toEqual({blocks: 3, again: 0, whole: false})
  })

  it('has the reference read only the block that holds its syntax, and keeps all positions', () => {
    const {tree, reference, how} = parse('First\n\n1. One\n\n    two ==three==\n    four\n\nLast', marks)
    expect(tree).toEqual(reference)
    expect(how).toEqual({blocks: 4, again: 1, whole: false})
  })

  it('leaves code alone that looks like the syntax', () => {
    expect(parse('`==`', marks).how).toEqual({blocks: 1, again: 0, whole: false})
  })

  it('knows the definitions of the page in a block that is read again', () => {
    const {tree, reference} = parse('==a== [b][one]\n\n[one]: c.md\n', marks)
    expect(tree).toEqual(reference)
  })

  it('has the reference read a quote with a list as one', () => {
    const {tree, reference, how} = parse('> - a\n>   ==b==\n>\n> - c\n\nd', marks)
    expect(tree).toEqual(reference)
    expect(how?.whole).toBe(false)
  })

  it('has the reference read a page that holds what only it reads', () => {
    const {tree, reference, how} = parse('a\n\n$$\nb\n$$\n', {...none, page: /\$\$/})
    expect(tree).toEqual(reference)
    expect(how).toEqual({blocks: 0, again: 0, whole: true})
  })

  it('has the reference read a page whose lists the two may end elsewhere', () => {
    const {how} = parse('1.\n   a\n')
    expect(how?.whole).toBe(true)
  })

  it('asks for a parser to stand in for', () => {
    const options = {parse: (): Root => ({type: 'root', children: []}), reads: {tables: false, footnotes: false}}
    expect(() =>
      unified()
        .use(remarkNativeParser, {...options, syntax: none})
        .freeze(),
    ).toThrow('wraps a parser')
  })
})
