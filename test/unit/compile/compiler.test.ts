import {describe, expect, it} from 'vitest'
import {createCompiler} from '../../../src/compile/compiler.ts'
import {openPage} from '../../../src/compile/open-page.ts'
import {readMarkdownExtensions} from '../../../src/config/markdown-extensions.ts'

const extensions = readMarkdownExtensions(undefined).extensions
const markdown = {extensions}
const icons = {
  svg: (name: string) => (name === 'smile' ? '<svg/>' : undefined),
  emoji: () => undefined,
  names: () => ['material-check'],
}
const compiler = createCompiler({markdown, icons})

function compile(text: string, path = 'en/page.md'): ReturnType<typeof compiler.compile> {
  const editions = [
    {brand: 'aurora', values: {key: 'aurora', name: 'Aurora'}},
    {brand: 'borealis', values: {key: 'borealis', name: 'Borealis'}},
  ]
  return compiler.compile({path, locale: 'en', text}, editions)
}

function open(text: string, path?: string): NonNullable<ReturnType<typeof openPage>>['page'] {
  const opened = openPage(compile(text, path), {brand: 'aurora', values: {key: 'aurora', name: 'Aurora'}, markdown})
  if (!opened) throw new Error('not compiled for the brand')
  return opened.page
}

const article = (text: string): string => {
  const page = open(text)
  return page.renderArticle(page.references.map(({target}) => `URL:${target}`))
}

const findings = (text: string): readonly string[] =>
  compile(text).diagnostics.map(({ruleId, place, brands}) => {
    const at = place
      ? `${String(place.start.line)}:${String(place.start.column)}-${String(place.end.line)}:${String(place.end.column)}`
      : ''
    return [ruleId, at, ...(brands ?? [])].join(' ')
  })

describe('a compiled page', () => {
  it('takes its title from front matter, first heading, or file name', () => {
    expect(open('---\ntitle: <<< custom_key.name >>>!\n---\n# Other\n').title).toBe('Aurora!')
    expect(open('Text\n\n## Second\n\n# About <<< custom_key.name >>> `x` :smile:\n').title).toBe('About Aurora x')
    expect(open('Text', 'en/pay/pay-by-card.md').title).toBe('Pay by card')
    expect(open('Text', 'en/pay/index.md').title).toBe('Pay')
  })

  it('numbers repeated ids and leaves explicit ones', () => {
    expect(open('# A\n\n## B\n\n## B\n\n## C {#b_1}\n').toc[0]?.children.map(({id}) => id)).toEqual(['b', 'b_2', 'b_1'])
  })

  it('knows every id that a link can lead to', () => {
    expect([...open('# A\n\n<a id="raw"></a>\n\n=== "T"\n    x\n\n[^1]\n\n[^1]: n').anchors].sort()).toEqual([
      '__tabbed_1_1',
      'a',
      'fn:1',
      'fnref:1',
      'raw',
    ])
  })

  it('has an anchor for every line of code that links can lead to', () => {
    expect([...open('```js\n\na\nb\n```').anchors]).toEqual(['__codelineno-0-1', '__codelineno-0-2'])
  })

  it('leaves destinations to the edition', () => {
    expect(article('[a](b.md "t") ![c](d.png)\n\n[e][f]\n\n[f]: g.md\n\n<img src="h.png">')).toBe(
      '<p><a href="URL:b.md" title="t">a</a> <img src="URL:d.png" alt="c"></p>\n<p><a href="URL:g.md">e</a></p>\n<p><img src="URL:h.png"></p>',
    )
  })

  it('colours code with its values in it, brand by brand', () => {
    expect(article('```js\nconst a = "<<< custom_key.name >>>"\n```')).toContain(
      '<span class="tok-string">"Aurora"</span>',
    )
  })

  it('puts the table of contents where it is asked for', () => {
    expect(article('[TOC]\n\n# A')).toContain('<div class="toc">\n<ul>\n<li><a href="#a">A</a></li>\n</ul>\n</div>')
  })

  it('puts blocks on lines of their own, and leaves inline content alone', () => {
    expect(article('<div markdown>\na\n\nb\n</div>')).toBe('<div>\n<p>a</p>\n<p>b</p>\n</div>')
    expect(article('<div markdown="span">*a***b**</div>')).toBe('<div><em>a</em><strong>b</strong></div>')
  })

  it('closes what raw HTML leaves open', () => {
    expect(article('<div>\n\ntext')).toBe('<div>\n<p>text</p></div>')
    expect(article('text\n\n</div>')).toBe('<p>text</p>\n')
  })

  it('leaves comments out, and what is wrong in them', () => {
    expect(article('a\n\n<!-- <<< custom_key.unknown >>> [x](gone.md) -->\n\nb')).toBe('<p>a</p>\n<p>b</p>')
    expect(findings('<!-- <<< custom_key.unknown >>> :material-no: -->')).toEqual([])
  })
})

describe('findings', () => {
  it.each([
    ['x <<< custom_key.nme >>>', ['macro/undefined 1:7-1:21']],
    ['!!! nte\n    x', ['admonition/unknown-type 1:5-1:8']],
    ['a :material-chek:', ['icon/unknown 1:3-1:18']],
    ['<div>\n\nx', ['html/unbalanced 1:1-1:6']],
    ['x\n\n</b>\n', ['html/unbalanced 3:1-3:5']],
    ["<<<% if custom_key.key == 'aurora' %>>>\n:material-no:\n<<<% endif %>>>", ['icon/unknown 2:1-2:14 aurora']],
    [`${'> '.repeat(200)}x`, ['source/too-complex 1:1-1:1']],
  ])('of %j', (source, expected) => {
    expect(findings(source)).toEqual(expected)
  })

  it('keep their place when a value is longer or shorter than its macro', () => {
    expect(findings('<<< custom_key.name | upper >>> and :material-no:')).toEqual(['icon/unknown 1:37-1:50'])
  })
})

describe('types of admonitions that a site adds', () => {
  const own = createCompiler({
    markdown,
    icons,
    admonitionTypes: ['launch'],
    admonitionTitles: {en: {launch: 'Lift-off', note: 'Mind'}},
  })
  const render = (text: string): {html: string; messages: readonly string[]} => {
    const page = own.compile({path: 'en/page.md', locale: 'en', text}, [{brand: 'aurora', values: {}}])
    const opened = openPage(page, {brand: 'aurora', values: {}, markdown})
    return {html: opened?.page.renderArticle([]) ?? '', messages: page.diagnostics.map(({message}) => message)}
  }

  it.each([
    ['!!! launch\n    Go.', '<p class="admonition-title">Lift-off</p>'],
    ['??? Launch\n    Go.', '<summary>Lift-off</summary>'],
    [':::launch\nGo.\n:::', '<p class="admonition-title">Lift-off</p>'],
    ['!!! note\n    Go.', '<p class="admonition-title">Mind</p>'],
    ['!!! launch "Now"\n    Go.', '<p class="admonition-title">Now</p>'],
  ])('are known and titled: %s', (text, html) => {
    expect(render(text)).toMatchObject({html: expect.stringContaining(html) as string, messages: []})
  })

  it('are suggested', () => {
    expect(render('!!! lanch\n    Go.').messages).toEqual(['Unknown admonition type `lanch`; did you mean `launch`'])
  })
})
