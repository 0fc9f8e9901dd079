import {describe, expect, it} from 'vitest'
import type {IconSet} from '../../../plugins/icons/icon-set.ts'
import {createCompiler} from '../../../src/compile/compiler.ts'
import {openPage, type Outlines} from '../../../src/compile/open-page.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'
import type {EditionPage} from '../../../src/core/page.ts'

const icons: IconSet = {svg: () => undefined, emoji: () => undefined, names: () => []}
const markdown = {extensions: readMarkdownExtensions(undefined).extensions}
const editions = ['Aurora', 'Borealis'].map((name) => ({brand: name.toLowerCase(), values: {name}}))

/** The page as both brands see it. */
function open(text: string, outlines?: Outlines): readonly EditionPage[] {
  const page = createCompiler({markdown, icons}).compile({path: 'en/a.md', locale: 'en', text}, editions)
  return editions.map((edition) => {
    const opened = openPage(page, {...edition, markdown, outlines})
    if (!opened) throw new Error('the page was compiled for both brands')
    return opened.page
  })
}

function seen({title, toc, anchors, references, description}: EditionPage): unknown {
  return {title, toc, anchors: [...anchors], targets: references.map(({target}) => target), description}
}

const body = '\n\nText of <<< custom_key.name >>>, see [it](https://<<< custom_key.name >>>.example) and [b](b.md).\n'

describe('a page opened for several brands', () => {
  it('has one outline where no value is in it', () => {
    const [aurora, borealis] = open(`# Install${body}\n## Go on\n`, new WeakMap())
    expect(borealis?.toc).toBe(aurora?.toc)
    expect(borealis?.anchors).toBe(aurora?.anchors)
    expect(borealis?.references[1]).toBe(aurora?.references[1])
    expect(borealis?.references[0]?.target).toBe('https://Borealis.example')
    expect(borealis?.description).toBe('Text of Borealis, see it and b.')
  })

  it.each([
    ['a heading', `# Install <<< custom_key.name >>>${body}`],
    ['an anchor', `# Install${body}\n<a id="get-<<< custom_key.name >>>"></a>\n`],
    ['a list of headings below others', `# A${body}\n## B <<< custom_key.name >>>\n\n## B <<< custom_key.name >>>\n`],
    ['nothing but its text', `# Install${body}`],
  ])('is the same whether outlines are shared or not, with a value in %s', (_, text) => {
    const shared = open(text, new WeakMap()).map(seen)
    expect(shared).toEqual(open(text).map(seen))
    expect(shared[0]).not.toEqual(shared[1])
  })
})
