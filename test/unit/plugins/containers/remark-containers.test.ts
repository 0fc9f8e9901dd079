import type {Root} from 'mdast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import remarkContainers from '../../../../plugins/containers/remark-containers.ts'
import {visitType} from '../../../../plugins/tree/walk.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkContainers, {
    admonitions: true,
    details: true,
    tabs: true,
    definitionLists: true,
    markdownInHtml: true,
    directives: true,
    fences: true,
    blocks: {
      html: {kind: 'html'},
      define: {kind: 'definition-list'},
      caption: {kind: 'caption'},
      'figure-caption': {kind: 'caption'},
    },
    titles: {tip: 'Good to know'},
    tab: {alternate_style: true},
    captions: {prefixes: {'figure-caption': 'Figure {}.'}},
  })

function parse(source: string): {tree: Root; file: VFile} {
  const file = new VFile(source)
  return {tree: processor.runSync(processor.parse(file), file) as Root, file}
}

function render(...lines: string[]): string {
  return toHtml(toHast(parse(lines.join('\n')).tree, {allowDangerousHtml: true}), {allowDangerousHtml: true})
}

describe('admonitions and details', () => {
  it.each([
    [
      ['!!! note "T *i*"', '    x'],
      '<div class="admonition note"><p class="admonition-title">T <em>i</em></p><p>x</p></div>',
    ],
    [
      ['!!! Danger wide', '    x'],
      '<div class="admonition danger wide"><p class="admonition-title">Danger</p><p>x</p></div>',
    ],
    [['!!! tip', '    x'], '<div class="admonition tip"><p class="admonition-title">Good to know</p><p>x</p></div>'],
    [['!!! note ""', '    x'], '<div class="admonition note"><p>x</p></div>'],
    [['??? note', '    x'], '<details class="note"><summary>Note</summary><p>x</p></details>'],
    [['???+ note "T"', '    x'], '<details class="note" open><summary>T</summary><p>x</p></details>'],
    [[':::note[T]', 'x', ':::'], '<div class="admonition note"><p class="admonition-title">T</p><p>x</p></div>'],
  ])('render %j', (source, html) => {
    expect(render(...source)).toBe(html)
  })
})

describe('tabs', () => {
  it('group neighbours, number sets in document order, and check the selected one', () => {
    expect(render('=== "A"', '    === "In"', '        x', '', '===+ "`B`"', '    y', '', '===! "New"', '    z')).toBe(
      '<div class="tabbed-set tabbed-alternate" data-tabs="1:2"><input id="__tabbed_1_1" name="__tabbed_1" type="radio">' +
        '<input checked id="__tabbed_1_2" name="__tabbed_1" type="radio"><div class="tabbed-labels"><label for="__tabbed_1_1">A</label>' +
        '<label for="__tabbed_1_2"><code>B</code></label></div><div class="tabbed-content"><div class="tabbed-block">' +
        '<div class="tabbed-set tabbed-alternate" data-tabs="2:1"><input checked id="__tabbed_2_1" name="__tabbed_2" type="radio">' +
        '<div class="tabbed-labels"><label for="__tabbed_2_1">In</label></div><div class="tabbed-content"><div class="tabbed-block"><p>x</p></div></div></div>' +
        '</div><div class="tabbed-block"><p>y</p></div></div></div>\n' +
        '<div class="tabbed-set tabbed-alternate" data-tabs="3:1"><input checked id="__tabbed_3_1" name="__tabbed_3" type="radio">' +
        '<div class="tabbed-labels"><label for="__tabbed_3_1">New</label></div><div class="tabbed-content"><div class="tabbed-block"><p>z</p></div></div></div>',
    )
  })
})

describe('definition lists', () => {
  it('are tight or loose as written', () => {
    expect(render('A', ':   one', ':   two', '', 'B', '', ':   three', '', '    more')).toBe(
      '<dl><dt>A</dt><dd>one</dd><dd>two</dd><dt>B</dt><dd><p>three</p><p>more</p></dd></dl>',
    )
  })

  it('have a block form', () => {
    expect(render('/// define', 'A', '', '- one', '///')).toBe('<dl><dt>A</dt><dd>one</dd></dl>')
  })
})

describe('HTML elements', () => {
  it.each([
    [['<div class="a b" id=x markdown>', '*x*', '</div>'], '<div class="a b" id="x"><p><em>x</em></p></div>'],
    [['<p markdown="1">*x*</p>'], '<p><em>x</em></p>'],
    [['<div markdown="span">*x*</div>'], '<div><em>x</em></div>'],
    [['<div markdown>', '<div markdown>', '- x', '</div>', '</div>'], '<div><div><ul>\n<li>x</li>\n</ul></div></div>'],
    [['<img src="a.png">'], '<p><img src="a.png"></p>'],
    [['/// html | aside.note[title="a b"]', '*x*', '///'], '<aside class="note" title="a b"><p><em>x</em></p></aside>'],
  ])('render %j', (source, html) => {
    expect(render(...source)).toBe(html)
  })
})

describe('raw elements', () => {
  it('hold their text as it is written', () => {
    expect(render('/// html | pre', '', '    a <b> *c*', '      & d', '///')).toBe('<pre>a &lt;b> *c*\n  &amp; d</pre>')
  })
})

describe('captions', () => {
  it('make figures, numbered by kind and depth', () => {
    expect(
      render(
        'one',
        '/// figure-caption',
        'First',
        '///',
        '',
        'two',
        '/// figure-caption | ^1',
        'Second',
        '///',
        '',
        'three',
        '/// caption | < .side#x',
        'Third',
        '///',
      ),
    ).toBe(
      '<figure id="__figure-caption_1"><p>one</p><figcaption><p><span class="caption-prefix">Figure 1.</span> First</p></figcaption></figure>\n' +
        '<figure id="__figure-caption_1_1"><p>two</p><figcaption><p><span class="caption-prefix">Figure 1.1.</span> Second</p></figcaption></figure>\n' +
        '<figure class="side" id="x"><figcaption><p>Third</p></figcaption><p>three</p></figure>',
    )
  })
})

describe('positions and messages', () => {
  it('are those of the document', () => {
    const source = 'a\n\n!!! note\n    - b\n\n      [c](d)\n'
    const {tree} = parse(source)
    visitType(tree, 'link', (node) => {
      const {start, end} = node.position ?? {}
      expect(source.slice(start?.offset, end?.offset)).toBe('[c](d)')
      expect(start).toMatchObject({line: 6, column: 7})
    })
  })

  it('report a comment without an end', () => {
    expect(parse('one\n\n<!-- two').file.messages.map(String)).toEqual([
      '3:1-3:5: Unclosed comment: `-->` is missing, so `<!--` stays text',
    ])
  })
})
