import {describe, expect, it} from 'vitest'
import {scanRawHtml} from '../../../src/compile/raw-html.ts'

function scan(html: string): {html: string; references: string[]; anchors: string[]; tags: string[]} {
  const references: string[] = []
  const anchors: string[] = []
  const tags: string[] = []
  const written = scanRawHtml(html, {
    reference: ({element, attribute, target}) => {
      references.push(`${element}/${attribute}=${target}`)
      return 'URL'
    },
    anchor: ({id}) => anchors.push(id),
    tag: ({name, kind}) => tags.push(kind === 'end' ? `/${name}` : name),
  })
  return {html: written, references, anchors, tags}
}

describe('scanRawHtml', () => {
  it.each([
    ['<img src="a.png" width=3>', '<img src="URL" width=3>', ['img/src=a.png']],
    ["<a href='a&amp;b.md'>x</a>", "<a href='URL'>x</a>", ['a/href=a&b.md']],
    ['<video poster=p.png src="v.mp4">', '<video poster="URL" src="URL">', ['video/poster=p.png', 'video/src=v.mp4']],
    ['<div data-src="x.svg" data-x="1.5">', '<div data-src="URL" data-x="1.5">', ['div/data-src=x.svg']],
    [
      '<source srcset="x.png 1x, y.png 2x"><object data="a.svg">',
      '<source srcset="URL 1x, URL 2x"><object data="URL">',
      ['source/srcset=x.png', 'source/srcset=y.png', 'object/data=a.svg'],
    ],
    ['<img srcset=x.png data-srcset="">', '<img srcset="URL" data-srcset="">', ['img/srcset=x.png']],
    ['<p data="a.svg">', '<p data="a.svg">', []],
    ['<a href="">', '<a href="">', []],
    ['a < b <notatag', 'a < b <notatag', []],
    ['<script>if (a<img src="x">b)</script>', '<script>if (a<img src="x">b)</script>', []],
  ])('replaces the paths of %s', (source, html, references) => {
    expect(scan(source)).toMatchObject({html, references})
  })

  it('leaves out comments and markdown attributes', () => {
    expect(scan('a<!-- <img src="x"> -->b <span markdown="1" class="c">').html).toBe('ab <span  class="c">')
    expect(scan('<span markdown>').html).toBe('<span >')
  })

  it('collects ids, and names of anchors', () => {
    expect(scan('<a name="one"></a><p id=two><input name="three">').anchors).toEqual(['one', 'two'])
  })

  it('tells start and end tags', () => {
    expect(scan('<div><br/></div>').tags).toEqual(['div', '/div'])
  })
})
