import {describe, expect, it} from 'vitest'
import {createCompiler} from '../../../src/compile/compiler.ts'
import {openPage} from '../../../src/compile/open-page.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'
import type {Values} from '../../../src/core/site.ts'

const icons = {svg: () => undefined, names: () => [], emoji: () => undefined}

/** Markdown of a page for one brand, every reference led to `<number>/`. */
function markdownOf(
  text: string,
  options: {values?: Values; extensions?: unknown; files?: Readonly<Record<string, string>>} = {},
): string {
  const {values = {name: 'Aurora', key: 'aurora'}, files = {}} = options
  const markdown = readMarkdownExtensions(options.extensions)
  const snippets = new Map(Object.entries(files).map(([name, body]) => [name, {path: name, text: body}]))
  const page = createCompiler({markdown, icons}).compile({path: 'en/page.md', locale: 'en', text, snippets}, [
    {brand: 'aurora', values},
    {brand: 'borealis', values: {name: 'Borealis', key: 'borealis'}},
  ])
  const opened = openPage(page, {brand: 'aurora', values, markdown})?.page
  return opened?.renderMarkdown(opened.references.map((_, index) => `${index}/`)) ?? ''
}

describe('the Markdown of a page', () => {
  it('has values, conditions and loops carried out', () => {
    expect(
      markdownOf(
        '# Install <<< custom_key.name >>>\n\n<<<% if custom_key.key == "aurora" %>>>\nFor Aurora.\n<<<% else %>>>\nFor others.\n<<<% endif %>>>\n',
      ),
    ).toBe('# Install Aurora\n\n\nFor Aurora.\n')
  })

  it('has no front matter, and what it includes in it', () => {
    expect(markdownOf('---\ntitle: A\n---\n\n# A\n\n--8<-- "b.md"\n', {files: {'b.md': 'From B\n'}})).toBe(
      '# A\n\nFrom B\n',
    )
  })

  it('keeps the syntax of its author', () => {
    const text = '!!! note "Read this"\n\n    With `code`{.x} and ==mark==.\n\n=== "A"\n\n    One\n'
    expect(markdownOf(text)).toBe(text)
  })

  it.each([
    ['links', '[a](b.md "t") and [c](<d e.md>)', '[a](0/ "t") and [c](<1/>)'],
    ['images, also in links', '[![a](b.png)](c.md){.x}', '[![a](1/)](0/){.x}'],
    ['definitions, once', '[a][x] and [x]\n\n[x]: b.md "t"', '[a][x] and [x]\n\n[x]: 0/ "t"'],
    ['raw HTML', '<a href="b/">x</a> <img src=c.png>', '<a href="0/">x</a> <img src=1/>'],
    ['elements with Markdown in them', '<a href="b/" markdown>*x*</a>', '<a href="0/" markdown>*x*</a>'],
    ['destinations with values', '[a](<<< custom_key.key >>>.md)', '[a](0/)'],
  ])('leads %s to where they lead in the site', (_, text, expected) => {
    expect(markdownOf(text)).toBe(`${expected}\n`)
  })

  it('leaves code and bare addresses as they are', () => {
    const text = '`[a](b.md)` <https://a.example/>\n\n```md\n[a](b.md)\n```\n'
    expect(markdownOf(text)).toBe(text)
  })

  it('has no comments', () => {
    expect(markdownOf('A <!-- one --> b\n\n<!-- two\nlines -->\n\nC\n\n`<!-- code -->`\n')).toBe(
      'A  b\n\n\nC\n\n`<!-- code -->`\n',
    )
  })

  it('has only those abbreviations that it uses', () => {
    expect(markdownOf('HTML is text.\n\n*[HTML]: Hyper Text\n*[CSS]: Style Sheets\n')).toBe(
      'HTML is text.\n\n*[HTML]: Hyper Text\n',
    )
  })

  it('has what readers see where changes are carried out', () => {
    const extensions = [{'pymdownx.critic': {mode: 'accept'}}]
    expect(markdownOf('A {--secret --}{++new++} [b](c.md){>>why<<}.', {extensions})).toBe('A new [b](0/).\n')
  })

  it('comes to an end however many comments stand in a line', () => {
    expect(markdownOf('<!---->'.repeat(4000)).trim()).toBe('')
  })
})
