import {describe, expect, it} from 'vitest'
import {frameCode} from '../../../../plugins/highlight/code-frame.ts'
import {parseFenceInfo} from '../../../../plugins/highlight/fence-info.ts'
import {highlightLines} from '../../../../plugins/highlight/highlight-lines.ts'
import {withHighlightDefaults} from '../../../../plugins/highlight/highlight-options.ts'
import type {HighlightOptions} from '../../../../plugins/highlight/highlight-options.ts'
import {frameCustomFence, framePlainCode} from '../../../../plugins/highlight/plain-frames.ts'

function render(info: string, code: string, options: HighlightOptions = {}): string {
  const frame = frameCode({info: parseFenceInfo(info), code, block: 0}, withHighlightDefaults(options))
  return frame.before + highlightLines(code, frame.language, frame.lines) + frame.after
}

describe('frameCode', () => {
  it('wraps code in the structure that style sheets know', () => {
    expect(render('', 'a < b')).toBe('<div class="highlight"><pre><span></span><code>a &lt; b\n</code></pre></div>')
  })

  it('puts the class of the language first, and classes of the author before ours', () => {
    expect(render('{.log .wide #x data-y="&"}', 'a', {pygments_lang_class: true})).toBe(
      '<div id="x" class="language-log wide highlight" data-y="&amp;"><pre><span></span><code>a\n</code></pre></div>',
    )
    expect(render('', 'a', {pygments_lang_class: true})).toContain('class="language-text highlight"')
    expect(render('', 'a', {css_class: ''})).toMatch(/^<div><pre>/)
  })

  it('writes data attributes only, and none on request', () => {
    expect(render('{.txt a=b data-c=d}', 'a')).toContain('<div class="highlight" data-c="d">')
    expect(render('{.txt a=b data-c=d}', 'a', {attr_list: false})).toContain('<div class="highlight">')
  })

  it('knows further names of languages, whose class is the name that the author wrote', () => {
    const options = {
      extend_pygments_lang: [{name: 'Snake', lang: 'python'}],
      pygments_lang_class: true,
      auto_title: true,
    }
    const html = render('snake', 'import a', options)
    expect(html).toContain('class="language-snake highlight"')
    expect(html).toContain('<span class="filename">Python</span>')
    expect(html).toContain('<span class="tok-keyword">import</span>')
  })

  it('guesses the language of code on request, where its start leaves no doubt', () => {
    const shebang = '#!/bin/sh\nexit'
    expect(render('', shebang)).not.toContain('tok-')
    expect(render('', shebang, {guess_lang: true})).toContain('tok-comment')
    expect(render('aurora-log', shebang, {guess_lang: 'block'})).toContain('tok-comment')
    expect(render('', shebang, {guess_lang: 'inline'})).not.toContain('tok-')
    expect(render('txt', 'Hello.', {guess_lang: true})).toContain('<code>Hello.\n')
  })

  it('shows a title', () => {
    expect(render('txt title="a<b"', 'a')).toContain('<div class="highlight"><span class="filename">a&lt;b</span><pre>')
  })

  it('uses the name of the language for a title on request', () => {
    const auto = {auto_title: true, auto_title_map: {Python: 'Snake'}}
    expect(render('yml', 'a', auto)).toContain('<span class="filename">YAML</span>')
    expect(render('py', 'a', auto)).toContain('<span class="filename">Snake</span>')
    expect(render('text', 'a', auto)).toContain('<span class="filename">Text Only</span>')
    expect(render('borealis', 'a', auto)).toContain('<span class="filename">borealis</span>')
    expect(render('py title=""', 'a', auto)).not.toContain('filename')
    expect(render('', 'a', auto)).toContain('<span class="filename">Text Only</span>')
  })

  it('puts line numbers in a table', () => {
    expect(render('txt linenums="9 1 5" title="t"', 'a\nb')).toBe(
      '<div class="highlight"><table class="highlighttable"><tr><th colspan="2" class="filename">' +
        '<span class="filename">t</span></th></tr><tr><td class="linenos"><div class="linenodiv"><pre><span></span>' +
        '<span class="normal"> 9</span>\n<span class="special">10</span></pre></div></td>' +
        '<td class="code"><div><pre><span></span><code>a\nb\n</code></pre></div></td></tr></table></div>',
    )
  })

  it('links line numbers', () => {
    const html = render('txt linenums="1"', 'a', {anchor_linenums: true})
    expect(html).toContain('<span class="normal"><a href="#__codelineno-0-1">1</a></span>')
    expect(html).toContain('<code><a id="__codelineno-0-1" name="__codelineno-0-1"></a>a')
  })

  it('gives lines anchors that link to themselves where there are no numbers', () => {
    expect(render('{.txt #x}', 'a', {anchor_linenums: true})).toContain(
      '<a id="__codelineno-x-1" name="__codelineno-x-1" href="#__codelineno-x-1"></a>a',
    )
  })

  it.each([
    ['inline', '<span class="linenos">1</span>a'],
    ['pymdownx-inline', '<span class="linenos" data-linenos="1 "></span>a'],
  ] as const)('writes %s line numbers', (style, expected) => {
    expect(render('txt linenums="1"', 'a', {linenums_style: style})).toContain(`<code>${expected}`)
  })

  it.each([
    [true, 'txt', true],
    [true, 'txt linenums="0"', false],
    [false, 'txt linenums="1"', false],
    [undefined, 'txt', false],
    [undefined, 'txt linenums="1"', true],
  ])('with linenums %j, %j has numbers: %j', (linenums, info, numbered) => {
    expect(render(info, 'a', {linenums}).includes('linenos')).toBe(numbered)
  })

  it('marks special numbers of the site and leaves out others', () => {
    const html = render('txt linenums="1 2"', 'a\nb', {linenums_special: 2, linenums_style: 'inline'})
    expect(html).toContain('<span class="linenos"> </span>a\n<span class="linenos special">2</span>b')
    expect(render('txt linenums="1 2"', 'a\nb')).toContain(
      '<span class="normal"> </span>\n<span class="normal">2</span>',
    )
  })

  it('puts spans around lines', () => {
    expect(render('txt', 'a', {line_spans: '__span'})).toContain('<span id="__span-0-1">a\n</span>')
    expect(render('txt linenums="1"', 'a', {line_spans: '__s', anchor_linenums: true, line_anchors: '__a'})).toContain(
      '<span id="__s-0-1"><a id="__a-0-1" name="__a-0-1"></a>a\n</span>',
    )
  })

  it('takes another language for code without one', () => {
    expect(render('', 'let a', {default_lang: 'js'})).toContain('tok-keyword')
  })

  it('leaves colours to the browser', () => {
    const options = {use_pygments: false}
    expect(render('{.js .wide #x a=b}', 'let a', options)).toBe(
      '<pre class="highlight"><code id="x" class="language-js wide" a="b">let a</code></pre>',
    )
    expect(render('{.js a=b linenums=1}', 'a', options)).toContain('<code class="language-js" a="b" linenums="1">')
    expect(render('{.js a=b}', 'a', {...options, attr_list: false})).toContain('<code class="language-js">')
    expect(render('', 'a', {...options, css_class: ''})).toBe('<pre><code>a</code></pre>')
    expect(render('{.js .wide}', 'a', {...options, code_attr_on_pre: true})).toBe(
      '<pre class="language-js highlight wide"><code>a</code></pre>',
    )
  })

  it('counts the lines that are shown', () => {
    expect(render('txt linenums="1"', '\na\n\n').match(/class="normal"/g)).toHaveLength(1)
    expect(render('txt linenums="1"', '\na\n\n', {stripnl: false}).match(/class="normal"/g)).toHaveLength(3)
  })
})

describe('framePlainCode', () => {
  const plain = (info: string, options?: Parameters<typeof framePlainCode>[1]): string => {
    const frame = framePlainCode(parseFenceInfo(info), options)
    return frame.before + highlightLines('a', frame.language, frame.lines) + frame.after
  }

  it.each([
    ['', '<pre><code>a\n</code></pre>'],
    ['js', '<pre><code class="language-js">a\n</code></pre>'],
    ['{.js .b .c #d e=f use_pygments=no}', '<pre id="d" class="b c"><code class="language-js" e="f">a\n</code></pre>'],
    ['{.js e=f use_pygments=True}', '<pre><code class="language-js">a\n</code></pre>'],
  ])('frames %j as %j', (info, expected) => {
    expect(plain(info)).toBe(expected)
  })

  it('takes another prefix for languages', () => {
    expect(plain('js', {lang_prefix: ''})).toContain('<code class="js">')
  })
})

describe('frameCustomFence', () => {
  const custom = (
    info: string,
    code: string,
    options: {format?: string; class?: string; tabs?: boolean} = {},
  ): string => {
    const fence = {name: 'mermaid', class: 'mermaid', ...options}
    const settings = withHighlightDefaults({preserve_tabs: options.tabs ?? false})
    const frame = frameCustomFence(fence, parseFenceInfo(info), settings)
    return frame.before + highlightLines(code, frame.language, frame.lines) + frame.after
  }

  it('writes code, or a div on request', () => {
    expect(custom('{.mermaid .wide #x}', 'A --> B')).toBe(
      '<pre id="x" class="mermaid wide"><code>A --&gt; B</code></pre>',
    )
    const format = 'pymdownx.superfences.fence_div_format'
    expect(custom('mermaid', 'A', {format})).toBe('<div class="mermaid">A</div>')
    expect(custom('', 'A', {class: ''})).toBe('<pre><code>A</code></pre>')
  })

  it('takes every attribute in braces', () => {
    expect(custom('{.mermaid title="x" data-a=b}', 'A')).toContain('<pre class="mermaid" title="x" data-a="b">')
    expect(custom('mermaid title="x"', 'A')).toContain('<pre class="mermaid">')
  })

  it('expands tabs unless they are kept', () => {
    expect(custom('', 'a\tb')).toContain('a   b')
    expect(custom('', 'a\tb', {tabs: true})).toContain('a\tb')
  })
})
