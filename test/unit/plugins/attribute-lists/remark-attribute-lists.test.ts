import type {Root} from 'mdast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import remarkAttributeLists from '../../../../plugins/attribute-lists/remark-attribute-lists.ts'

const processor = unified().use(remarkParse).use(remarkAttributeLists)
const render = (source: string): string => {
  const file = new VFile(source)
  return toHtml(toHast(processor.runSync(processor.parse(file), file) as Root))
}

describe('attribute lists', () => {
  it.each([
    ['[a](b){:target="_blank"}', '<p><a href="b" target="_blank">a</a></p>'],
    ['![](x.png){ width="300" .wide }', '<p><img src="x.png" alt="" width="300" class="wide"></p>'],
    ['**a**{.one .two #three} b', '<p><strong id="three" class="one two">a</strong> b</p>'],
    ['`a`{: data-x=1 hidden }', '<p><code data-x="1" hidden>a</code></p>'],
    [
      'two [a](b){:target="_blank"} and [c](d){:target="_blank"}',
      '<p>two <a href="b" target="_blank">a</a> and <a href="d" target="_blank">c</a></p>',
    ],
    ['*a*{.b} *c*{.d}', '<p><em class="b">a</em> <em class="d">c</em></p>'],
  ])('belongs to the inline element right before it: %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['## Pay {#pay.now}', '<h2 id="pay.now">Pay</h2>'],
    ['## 第一步：`安装` {#1-Install .big}', '<h2 id="1-Install" class="big">第一步：<code>安装</code></h2>'],
    ['Title {: #付款 }\n===', '<h1 id="付款">Title</h1>'],
    ['## Pay ## {#pay}', '<h2 id="pay">Pay</h2>'],
    ['Text\n{: .lead }', '<p class="lead">Text</p>'],
    ['- item\n  {: .done }', '<ul>\n<li class="done">item</li>\n</ul>'],
  ])('belongs to the block that it ends: %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['## A { title="b <i>c</i> & d" }', '<h2 title="b <i>c</i> &#x26; d">A</h2>'],
    ['*a*{ title="<kbd>F1</kbd>" .b } c', '<p><em title="<kbd>F1</kbd>" class="b">a</em> c</p>'],
    ['*a*{ title="it\'s {here}" }', '<p><em title="it&#x27;s {here}">a</em></p>'],
    [String.raw`*a*{ title="say \"go\"" }`, '<p><em title="say &#x22;go&#x22;">a</em></p>'],
    ['*a*{ title="say &quot;go&quot;" }', '<p><em title="say &#x22;go&#x22;">a</em></p>'],
  ])('has values with HTML, quotes and braces: %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['*a*{ .b =c }', '<p><em class="b">a</em></p>'],
    ['*a*{ b= c }', '<p><em b="b">a</em></p>'],
    ['*a*{=b}', '<p><em>a</em>{=b}</p>'],
    ['*a*{ .b =c {{ d }}', '<p><em>a</em>{ .b =c {{ d }}</p>'],
  ])('passes over what follows a stray equals sign, as long as it says anything: %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['Text {: .lead }', '<p>Text {: .lead }</p>'],
    ['## Pay{#pay}', '<h2>Pay{#pay}</h2>'],
    ['**a** {.one}', '<p><strong>a</strong> {.one}</p>'],
    ['**a**{{ name }}', '<p><strong>a</strong>{{ name }}</p>'],
    ['**a**{% if x %}', '<p><strong>a</strong>{% if x %}</p>'],
    ['**a**{ }', '<p><strong>a</strong>{ }</p>'],
    ['**a**\\{.one}', '<p><strong>a</strong>{.one}</p>'],
    ['## Pay \\{#pay}', '<h2>Pay {#pay}</h2>'],
    ['{: .alone }', '<p>{: .alone }</p>'],
  ])('stays text anywhere else: %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it('comes to an end with a megabyte of braces', () => {
    expect(render(`*a*${'{'.repeat(1_000_000)}`).length).toBeGreaterThan(1_000_000)
    expect(render(`## a ${'{ .b '.repeat(50_000)}`).length).toBeGreaterThan(50_000)
  })
})
