import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import type {FootnoteOptions} from '../../../../plugins/footnotes/footnote-options.ts'
import remarkFootnotes from '../../../../plugins/footnotes/remark-footnotes.ts'

function render(source: string, options?: FootnoteOptions): string {
  const processor = unified().use(remarkParse).use(remarkFootnotes, options)
  const parsed = processor.parse(source)
  processor.runSync(parsed)
  const tree = toHast(parsed, {allowDangerousHtml: true})
  return toHtml(tree, {allowDangerousHtml: true, characterReferences: {useNamedReferences: true}})
}

const ids = (html: string): string[] => [...html.matchAll(/id="([^"]*)"/g)].map(([, id = '']) => id)
const titles = (html: string): string[] => [...html.matchAll(/title="([^"]*)"/g)].map(([, title = '']) => title)

describe('remarkFootnotes', () => {
  it('links text and note in both directions', () => {
    expect(render('Sun[^s] wind.\n\n[^s]: Solar.')).toBe(
      `<p>Sun<sup id="fnref:s"><a class="footnote-ref" href="#fn:s">1</a></sup> wind.</p>
<div class="footnote"><hr><ol>
<li id="fn:s">
<p>Solar.\u00a0<a class="footnote-backref" href="#fnref:s" title="Jump back to footnote 1 in the text">\u21a9</a></p>
</li>
</ol></div>`,
    )
  })

  it('gives every reference of one note an id, and the note a link to each', () => {
    const html = render('a[^n] b[^n] c[^n]\n\n[^n]: Note')
    expect(ids(html)).toEqual(['fnref:n', 'fnref2:n', 'fnref3:n', 'fn:n'])
    expect(html.match(/footnote-backref/g)).toHaveLength(3)
  })

  const mixed = 'b[^b] a[^a]\n\n[^a]: A\n\n[^unused]: U\n\n[^b]: B'

  it('numbers notes in the order of their definitions', () => {
    const html = render(mixed)
    expect(html).toContain('href="#fn:b">3</a>')
    expect(ids(html)).toEqual(['fnref:b', 'fnref:a', 'fn:a', 'fn:unused', 'fn:b'])
  })

  it('numbers notes in the order of their references on request, unused ones last', () => {
    const html = render(mixed, {USE_DEFINITION_ORDER: false})
    expect(html).toContain('href="#fn:b">1</a>')
    expect(ids(html)).toEqual(['fnref:b', 'fnref:a', 'fn:b', 'fn:a', 'fn:unused'])
    expect(titles(html)).toEqual([1, 2, 3].map((number) => `Jump back to footnote ${number} in the text`))
  })

  it('puts the links back into a paragraph of their own behind other blocks', () => {
    expect(render('a[^n]\n\n[^n]:\n    - item')).toContain('</ul>\n<p><a class="footnote-backref"')
  })

  it('keeps notes of several blocks together', () => {
    expect(render('a[^n]\n\n[^n]: One\n\n    Two')).toMatch(/<p>One<\/p>\n<p>Two\u00a0<a/)
  })

  it('finds definitions in lists, quotes and other notes, in the order of the document', () => {
    const html = render('a[^1] b[^2]\n\n> [^1]: One[^3]\n\n- [^2]: Two\n\n    [^4]: Four\n\n[^3]: Three')
    expect(ids(html)).toEqual(['fnref:1', 'fnref:2', 'fn:1', 'fnref:3', 'fn:2', 'fn:4', 'fn:3'])
    expect(html.match(/class="footnote"/g)).toHaveLength(1)
    expect(html).toContain('href="#fn:3">4</a>')
  })

  it('lets the later of two definitions count', () => {
    const html = render('a[^n]\n\n[^n]: Old\n\n[^n]: New')
    expect(html).toContain('New')
    expect(html).not.toContain('Old')
  })

  it('takes any label, told apart letter by letter', () => {
    const html = render(
      'a[^my note] b[^c:d] c[^注 释] d[^A] e[^a]\n\n' +
        '[^my  note]: One\n[^c:d]: Two\n[^注 释]: Three\n[^A]: Four\n[^a]: Five',
    )
    expect(ids(html)).toEqual([
      'fnref:my note', 'fnref:c:d', 'fnref:注 释', 'fnref:A', 'fnref:a',
      'fn:my note', 'fn:c:d', 'fn:注 释', 'fn:A', 'fn:a',
    ]) // prettier-ignore
    expect(html).toContain('href="#fn:my note">1</a>')
    expect(render('a[^A] [^b c] [^ ] [^d\n\n[^a]: Note')).toContain('<p>a[^A] [^b c] [^ ] [^d</p>')
  })

  it('comes to an end with a megabyte of open labels', () => {
    expect(render('[^a '.repeat(250_000)).length).toBeGreaterThan(900_000)
  })

  it('leaves references without a definition as text', () => {
    expect(render('a[^x]')).toBe('<p>a[^x]</p>')
  })

  it('puts the notes where the author wants them', () => {
    expect(render('a[^n]\n\n///Footnotes Go Here///\n\nEnd\n\n[^n]: Note')).toMatch(/<\/div>\n<p>End<\/p>$/)
    expect(render('a[^n]\n\nNOTES\n\nEnd\n\n[^n]: Note', {PLACE_MARKER: 'NOTES'})).toMatch(/<\/div>\n<p>End<\/p>$/)
  })

  it('takes every text and id from its options', () => {
    const html = render('a[^n]\n\n[^n]: Note', {
      BACKLINK_TEXT: '<b>up</b>',
      BACKLINK_TITLE: 'Back to {}',
      SUPERSCRIPT_TEXT: '[{}]',
      SEPARATOR: '-',
      UNIQUE_IDS: true,
    })
    expect(ids(html)).toEqual(['fnref-2-n', 'fn-2-n'])
    expect(html).toContain('href="#fn-2-n">[1]</a>')
    expect(html).toContain('title="Back to 1"><b>up</b></a>')
  })

  it('writes an empty note', () => {
    expect(render('a[^n]\n\n[^n]:')).toContain('<li id="fn:n"></li>')
  })
})
