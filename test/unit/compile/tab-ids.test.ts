import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../../src/build/create-renderer.ts'
import {createCompiler} from '../../../src/compile/compiler.ts'
import {openPage} from '../../../src/compile/open-page.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'

const idsOf = (html: string): readonly (string | undefined)[] =>
  [...html.matchAll(/<input [^>]*id="([^"]*)"/g)].map(([, id]) => id)

const render = async (source: string, tabs: Readonly<Record<string, unknown>>): Promise<string> => {
  const markdownExtensions = ['toc', {'pymdownx.tabbed': {alternate_style: true, ...tabs}}, 'pymdownx.blocks.tab']
  return (await (await createRenderer({markdownExtensions})).render(source)).html
}

const source = `# Set up

=== "By *hand*"
    x

    === "Inner"
        x

=== "Set up"
    x

## Go on

> === "By hand"
>     x
`

describe('ids of tabs', () => {
  it('are counted unless told otherwise', async () => {
    expect(idsOf(await render(source, {}))).toEqual(['__tabbed_1_1', '__tabbed_1_2', '__tabbed_2_1', '__tabbed_3_1'])
  })

  it('are made from the labels and differ from those of headings and of each other', async () => {
    const html = await render(source, {slugify: 'unicode'})
    expect(idsOf(html)).toEqual(['by-hand', 'set-up_1', 'inner', 'by-hand_1'])
    expect([...html.matchAll(/<label for="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'by-hand', 'set-up_1', 'inner', 'by-hand_1',
    ]) // prettier-ignore
    expect(html).toContain('name="__tabbed_1"')
  })

  it('take a separator of their own', async () => {
    expect(idsOf(await render(source, {slugify: 'unicode', separator: '.'}))).toEqual([
      'by.hand', 'set.up', 'inner', 'by.hand_1',
    ]) // prettier-ignore
  })

  it('start with the id of the heading above', async () => {
    expect(idsOf(await render(source, {slugify: 'unicode', combine_header_slug: true}))).toEqual([
      'set-up-by-hand', 'set-up-set-up', 'set-up-inner', 'go-on-by-hand',
    ]) // prettier-ignore
    expect(idsOf(await render('=== "A b"\n    x\n', {slugify: 'unicode', combine_header_slug: true}))).toEqual(['a-b'])
  })

  it('work in the old structure and in blocks', async () => {
    expect(idsOf(await render(source, {slugify: 'unicode', alternate_style: false}))).toEqual([
      'by-hand', 'inner', 'set-up_1', 'by-hand_1',
    ]) // prettier-ignore
    expect(idsOf(await render('/// tab | A b\nx\n///\n\n/// tab | C\nx\n///\n', {slugify: 'unicode'}))).toEqual([
      'a-b',
      'c',
    ])
  })

  it('are those of each brand, and links can lead to them', () => {
    const {extensions} = readMarkdownExtensions([
      {toc: {slugify: 'unicode'}},
      {'pymdownx.tabbed': {alternate_style: true, slugify: 'unicode', combine_header_slug: true}},
    ])
    const markdown = {extensions}
    const text = '# Use <<< custom_key.name >>>\n\n=== "In <<< custom_key.name >>>"\n    x\n\n=== "Use"\n    x\n'
    const icons = {svg: () => undefined, names: () => [], emoji: () => undefined}
    const editions = [
      {brand: 'aurora', values: {name: 'Aurora'}},
      {brand: 'borealis', values: {name: '北曜云'}},
    ]
    const open = (inline: 'unsafe' | 'all') => {
      const page = createCompiler({markdown, icons, inline}).compile({path: 'en/a.md', locale: 'en', text}, editions)
      return editions.map((edition) => {
        const opened = openPage(page, {...edition, markdown})?.page
        return {variants: page.variants.length, html: opened?.renderArticle([]), anchors: [...(opened?.anchors ?? [])]}
      })
    }
    expect(open('unsafe').map(({variants}) => variants)).toEqual([1, 1])
    expect(open('unsafe').map(({anchors}) => anchors)).toEqual([
      ['use-aurora', 'use-aurora-in-aurora', 'use-aurora-use'],
      ['use-北曜云', 'use-北曜云-in-北曜云', 'use-北曜云-use'],
    ])
    expect(open('unsafe').map(({html}) => html)).toEqual(open('all').map(({html}) => html))
  })
})
