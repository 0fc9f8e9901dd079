import type {Root} from 'mdast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import remarkAutolinks from '../../../../plugins/autolinks/remark-autolinks.ts'
import type {AutolinkOptions} from '../../../../plugins/autolinks/remark-autolinks.ts'

function parse(source: string, options?: AutolinkOptions): Root {
  const processor = unified().use(remarkParse).use(remarkAutolinks, options)
  const tree = processor.parse(source)
  processor.runSync(tree)
  return tree
}

function render(source: string, options?: AutolinkOptions): string {
  return toHtml(toHast(parse(source, options), {allowDangerousHtml: true}), {allowDangerousHtml: true})
}

describe('remarkAutolinks', () => {
  it('links URLs and addresses in text', () => {
    expect(render('See **https://aurora.example**, or ask ops@aurora.example.')).toBe(
      '<p>See <strong><a href="https://aurora.example">https://aurora.example</a></strong>, or ask ' +
        '<a href="mailto:ops@aurora.example">ops@aurora.example</a>.</p>',
    )
  })

  it.each([
    '[https://aurora.example](a.md)',
    '`https://aurora.example`',
    '<a href="a.md">https://aurora.example</a>',
    '<a href="a.md">*https://aurora.example*</a>',
    '    https://aurora.example',
  ])('leaves the URL in %j alone', (source) => {
    expect(render(source)).not.toContain('href="https')
  })

  it('links again behind a raw element', () => {
    expect(render('<a href="a.md">a</a> https://aurora.example')).toContain('href="https://aurora.example"')
  })

  it('hides the protocol on request', () => {
    const html = render('https://aurora.example www.aurora.example', {hide_protocol: true})
    expect(html).toContain('<a href="https://aurora.example">aurora.example</a>')
    expect(html).toContain('<a href="http://www.aurora.example">www.aurora.example</a>')
  })

  it('says where each part stands', () => {
    const places: string[] = []
    visit(parse('> a https://aurora.example b'), (node) => {
      if (node.type !== 'link' && node.type !== 'text') return
      places.push(`${node.type} ${node.position?.start.column ?? 0}-${node.position?.end.column ?? 0}`)
    })
    expect(places).toEqual(['text 3-5', 'link 5-27', 'text 0-0', 'text 27-29'])
  })

  it('gives the place of the whole text where its parts cannot be told', () => {
    const tree = parse('&amp; https://aurora.example')
    visit(tree, 'link', (link) => {
      expect(link.position).toMatchObject({start: {column: 1}, end: {column: 29}})
    })
  })
})
