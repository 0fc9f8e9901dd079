import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../../src/build/create-renderer.ts'

const render = async (source: string, toc: Readonly<Record<string, unknown>> = {}, others: readonly string[] = []) => {
  const renderer = await createRenderer({markdownExtensions: [{toc}, ...others]})
  return renderer.render(source)
}

describe('options of `toc`', () => {
  it.each([
    [{permalink: true}, '<h1 id="a">A<a href="#a" title="Permanent link" class="headerlink">¶</a></h1>'],
    [{permalink: '#', permalink_title: '', permalink_class: 'k'}, '<h1 id="a">A<a href="#a" class="k">#</a></h1>'],
    [{permalink: '', permalink_title: ''}, '<h1 id="a">A<a href="#a" class="headerlink"></a></h1>'],
    [
      {permalink: '#', permalink_title: '', permalink_leading: true},
      '<h1 id="a"><a href="#a" class="headerlink">#</a>A</h1>',
    ],
    [{anchorlink: true, anchorlink_class: 'k'}, '<h1 id="a"><a href="#a" class="k">A</a></h1>'],
    [
      {anchorlink: true, permalink: '#', permalink_title: ''},
      '<h1 id="a"><a href="#a" class="toclink">A</a><a href="#a" class="headerlink">#</a></h1>',
    ],
    [{baselevel: 3}, '<h3 id="a">A</h3>'],
  ])('writes headings with %j', async (toc, html) => {
    expect((await render('# A', toc)).html).toBe(html)
  })

  it('makes ids with another separator', async () => {
    expect((await render('# A b', {separator: '_'})).html).toBe('<h1 id="a_b">A b</h1>')
  })

  it.each([
    [undefined, ['A', 'B', 'C']],
    [1, ['A']],
    ['2-3', ['B', 'C']],
    [0, []],
  ])('lists the levels of depth %j in the page and in the table alike', async (depth, expected) => {
    const {html, toc} = await render('# A\n\n## B\n\n### C\n\n[TOC]', depth === undefined ? {} : {toc_depth: depth})
    const texts = (entries: typeof toc): string[] => entries.flatMap(({text, children}) => [text, ...texts(children)])
    expect(texts(toc)).toEqual(expected)
    expect([...html.matchAll(/<li><a href="#.">(.)/g)].map(([, text]) => text)).toEqual(expected)
  })

  it('shows the label of a heading in tables of contents only', async () => {
    const source = '# A long story { data-toc-label="A <b>story</b> & more" }\n\n[TOC]'
    const {html, toc, title} = await render(source, {}, ['attr_list'])
    expect(html).toContain('<h1 id="a-long-story">A long story</h1>')
    expect(html).toContain('<a href="#a-long-story">A story &amp; more</a>')
    expect(toc).toMatchObject([{text: 'A story & more', html: 'A story &amp; more'}])
    expect(title).toBe('A long story')
  })

  it('refuses a depth that is none', async () => {
    await expect(render('', {toc_depth: 'deep'})).rejects.toThrow('expected a level, or two levels such as `2-4`')
  })
})
