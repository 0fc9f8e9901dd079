import {describe, expect, it} from 'vitest'
import {searchSections} from '../../../src/site/search-records.ts'

const cut = (html: string, title = 'Guide') => searchSections(html, title)

describe('search records', () => {
  it('are cut at headings, the title staying with the top of the page', () => {
    const html =
      '<h1 id="guide">Guide</h1><p>First words.</p><h2 id="pay">Pay <code>now</code></h2><p>By card.</p><h3 id="x">More</h3>'
    expect(cut(html)).toEqual([
      {heading: '', anchor: '', text: 'First words.'},
      {heading: 'Pay now', anchor: 'pay', text: 'By card.'},
      {heading: 'More', anchor: 'x', text: ''},
    ])
  })

  it('keep a first heading that is not the title', () => {
    expect(cut('<h1 id="a">Another name</h1><p>Text</p>')).toEqual([
      {heading: '', anchor: '', text: 'Another name Text'},
    ])
  })

  it('hold a page without headings or text', () => {
    expect(cut('')).toEqual([{heading: '', anchor: '', text: ''}])
    expect(cut('only text')).toEqual([{heading: '', anchor: '', text: 'only text'}])
  })

  it('keep words of a line together and blocks apart', () => {
    expect(cut('<p>a<b>b</b>c</p><p>d</p><table><tr><td>e</td><td>f</td></tr></table>g<br>h')[0]?.text).toBe(
      'abc d e f g h',
    )
  })

  it('put lines of scripts without spaces together', () => {
    expect(cut('<p>费用中心\n账号</p>\n<p>云市场</p>')[0]?.text).toBe('费用中心账号 云市场')
  })

  it('read character references', () => {
    expect(cut('<p>a &lt;b&gt; &amp;amp; &quot;&#39;&#x4e2d; &eacute; &unknown; &#0;</p>')[0]?.text).toBe(
      'a <b> &amp; "\'中 é &unknown; &#0;',
    )
  })

  it('leave out what is no text of the page', () => {
    const html =
      '<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2><svg><title>icon</title></svg><script>x</script><style>y</style>' +
      '<span class="k"><math><mi>m</mi></math><span aria-hidden="true"><span>n</span></span></span>' +
      '<td class="linenos"><div>1</div></td><sup><a class="footnote-ref" href="#f">1</a></sup><!-- <p>c</p> -->kept<div class="toc">x</div>'
    expect(cut(html)).toEqual([
      {heading: '', anchor: '', text: ''},
      {heading: 'A', anchor: 'a', text: 'kept'},
    ])
  })

  it('pass by the elements of highlighted code', () => {
    const html = '<pre><code><span class="tok-keyword">let</span> <span class="tok-name">x</span></code></pre>'
    expect(cut(html)[0]?.text).toBe('let x')
  })

  it('leave out a section whose heading says so, up to the next heading', () => {
    const html =
      '<h2 data-search-exclude="data-search-exclude" id="a">A</h2><p>hidden</p><h3 id="b">B</h3><p>shown</p><h2 id="c" data-search-exclude>C</h2>x'
    expect(cut(html).map(({heading, text}) => [heading, text])).toEqual([
      ['', ''],
      ['B', 'shown'],
    ])
  })

  it('leave out an element that says so, with what is in it', () => {
    const html =
      '<p>a</p><div data-search-exclude><div>b</div><span class="tok-x">c</span></div><p>d</p><img data-search-exclude>e'
    expect(cut(html)[0]?.text).toBe('a d e')
  })

  it('read markup that is not closed or not finished', () => {
    expect(cut('<p title="a>b">c</p><p')[0]?.text).toBe('c <p')
    expect(cut('<div data-search-exclude>a')[0]?.text).toBe('')
    expect(cut('<h2 id="x">a')[1]).toEqual({heading: '', anchor: 'x', text: 'a'})
    expect(cut('a < b')[0]?.text).toBe('a < b')
  })

  it('are made in linear time from hostile markup', () => {
    for (const part of ['<a "', "<a '", '<!--', '<', '<h2>', '</', '&#']) {
      expect(cut(part.repeat(50_000)).length).toBeGreaterThan(0)
    }
  })
})
