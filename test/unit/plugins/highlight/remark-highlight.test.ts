import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import remarkHighlight from '../../../../plugins/highlight/remark-highlight.ts'
import type {RemarkHighlightOptions} from '../../../../plugins/highlight/remark-highlight.ts'

function render(source: string, options?: RemarkHighlightOptions): string {
  const processor = unified().use(remarkParse).use(remarkHighlight, options)
  const tree = processor.parse(source)
  processor.runSync(tree)
  return toHtml(toHast(tree, {allowDangerousHtml: true}), {allowDangerousHtml: true})
}

describe('remarkHighlight', () => {
  it('highlights fences at any depth', () => {
    expect(render('- a\n\n  ```js hl_lines="1"\n  let a\n  ```')).toContain(
      '<div class="highlight"><pre><span></span><code><span class="hll"><span class="tok-keyword">let</span> a\n</span></code></pre></div>',
    )
  })

  it('shows indented code as plain text', () => {
    expect(render('    let a')).toBe('<div class="highlight"><pre><span></span><code>let a\n</code></pre></div>')
  })

  it('numbers blocks, but no custom fences', () => {
    const fences = [{name: 'mermaid', class: 'mermaid'}]
    const html = render('```\na\n```\n```mermaid\nA\n```\n```\nb\n```', {custom_fences: fences, line_spans: 's'})
    expect(html.match(/id="[^"]*"|<pre class="mermaid"><code>A<\/code>/g)).toEqual([
      'id="s-0-1"',
      '<pre class="mermaid"><code>A</code>',
      'id="s-1-1"',
    ])
  })

  it('numbers fences before indented code, as the reference finds them', () => {
    const html = render('```\na\n```\n\n    b\n\n```\nc\n```', {line_spans: 's'})
    expect(html.match(/id="[^"]*"/g)).toEqual(['id="s-0-1"', 'id="s-2-1"', 'id="s-1-1"'])
  })

  it('reads fences of every language as what they are given for, but no indented code', () => {
    const html = render('```js\na\n```\n\n    b\n\n```', {custom_fences: [{name: '*', class: 'all', format: 'div'}]})
    expect(html.match(/<div class="all">[^<]*|<pre><span><\/span><code>b/g)).toEqual([
      '<div class="all">a',
      '<pre><span></span><code>b',
      '<div class="all">',
    ])
  })

  it('reads an info string with blanks in it', () => {
    expect(render('``` { .txt title="a b" }\nx\n```')).toContain('<span class="filename">a b</span>')
  })
})
