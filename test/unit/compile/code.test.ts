import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../../src/index.ts'

type Extensions = readonly (string | Readonly<Record<string, unknown>>)[]

const values = {name: 'Aurora', key: 'let'}

async function render(source: string, markdownExtensions?: Extensions): Promise<string> {
  const renderer = await createRenderer({values, ...(markdownExtensions && {markdownExtensions})})
  return (await renderer.render(source)).html
}

describe('code in text', () => {
  it('is coloured when the values in it are known', async () => {
    expect(await render('`#!js <<< custom_key.key >>> a`')).toBe(await render('`#!js let a`'))
    expect(await render('`#!js let a`')).toContain(
      '<code class="language-js highlight"><span class="tok-keyword">let</span> a</code>',
    )
  })

  it('is plain in the table of contents', async () => {
    const renderer = await createRenderer({values})
    const {toc} = await renderer.render('# `#!js let a`\n\n## `#!js <<< custom_key.key >>> b`\n')
    expect(toc[0]?.html).not.toContain('tok-')
    expect(toc[0]?.children[0]?.text).toBe('let b')
  })

  it('has the classes of `inlinehilite`, else of `highlight`', async () => {
    const highlight = {'pymdownx.highlight': {css_class: 'a', pygments_lang_class: false}}
    expect(await render('`#!js x`', [highlight, 'pymdownx.inlinehilite'])).toContain('<code class="a">')
    expect(await render('`#!js x`', [highlight, {'pymdownx.inlinehilite': {css_class: 'b'}}])).toContain(
      '<code class="b">',
    )
  })
})

describe('code blocks', () => {
  it('have the class of `superfences`, indented ones that of `highlight`', async () => {
    const extensions = [{'pymdownx.superfences': {css_class: 'b'}}, {'pymdownx.highlight': {css_class: 'a'}}]
    const html = await render('```js\nx\n```\n\n    y\n', extensions)
    expect(html.match(/<div class="[^"]*">/g)).toEqual(['<div class="language-js b">', '<div class="language-text a">'])
  })

  it('are plain where they are indented and nothing highlights them', async () => {
    expect(await render('    y\n', ['pymdownx.superfences'])).toBe('<pre><code>y\n</code></pre>')
    expect(await render('    y\n', ['fenced_code'])).toBe('<pre><code>y\n</code></pre>')
  })

  it('have ids on the lines of fences only', async () => {
    const html = await render('    a\n\n```\nb\n```\n')
    expect(html.match(/id="[^"]*"/g)).toEqual(['id="__codelineno-0-1"'])
  })

  it('are no blocks where indentation makes none', async () => {
    const off = {'pymdownx.superfences': {disable_indented_code_blocks: true}}
    expect(await render('    a\n', [off])).toBe('<p>a</p>')
    expect(await render('```\na\n```\n', [off])).toContain('<code>a\n')
  })

  it('keep tabs on request, inside other blocks too', async () => {
    const source = '!!! note\n\n    ```go\n    \tx\n    ```\n'
    const keep = {'pymdownx.superfences': {preserve_tabs: true}}
    expect(await render(source, ['admonition', keep])).toContain('<code>\tx\n')
    expect(await render(source, ['admonition', 'pymdownx.superfences'])).toContain('<code>    x\n')
  })

  it('write attributes where `attr_list` is on', async () => {
    const source = '```{.js data-a="b"}\nx\n```\n'
    expect(await render(source, ['pymdownx.superfences'])).not.toContain('data-a')
    expect(await render(source, ['attr_list', 'pymdownx.superfences'])).toContain('data-a="b"')
  })

  it.each([
    ['code', '<pre class="mermaid"><code>a --&gt; b</code></pre>'],
    ['div', '<div class="mermaid">a --&gt; b</div>'],
    ['mermaid2.fence_mermaid', '<div class="mermaid">a --&gt; b</div>'],
    ['mermaid2.fence_mermaid_custom', '<pre class="mermaid"><code>a --&gt; b</code></pre>'],
  ])('are diagrams in the form that the format %s names', async (format, html) => {
    const fences = [{name: 'mermaid', class: 'mermaid', format}]
    expect(await render('```mermaid\na --> b\n```\n', [{'pymdownx.superfences': {custom_fences: fences}}])).toBe(html)
  })
})
