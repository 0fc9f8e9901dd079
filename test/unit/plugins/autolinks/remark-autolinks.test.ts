import type {Root} from 'mdast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import remarkAutolinks from '../../../../plugins/autolinks/remark-autolinks.ts'
import type {AutolinkOptions} from '../../../../plugins/autolinks/autolink-options.ts'
import {visitNodes, visitType} from '../../../../plugins/tree/walk.ts'

function parse(source: string, options?: AutolinkOptions): Root {
  const processor = unified().use(remarkParse).use(remarkAutolinks, options)
  const tree = processor.parse(source)
  processor.runSync(tree, new VFile(source))
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

  it('hides the protocol of what stands in angle brackets, not of what was written twice', () => {
    expect(render('<https://aurora.example> <ops@aurora.example>', {hide_protocol: true})).toBe(
      '<p><a href="https://aurora.example">aurora.example</a> <a href="mailto:ops@aurora.example">ops@aurora.example</a></p>',
    )
    const twice = '[https://aurora.example](https://aurora.example)'
    expect(render(twice, {hide_protocol: true})).toContain('>https://aurora.example</a>')
  })

  const project: AutolinkOptions = {
    repo_url_shorthand: true,
    social_url_shorthand: true,
    repo_url_shortener: true,
    social_url_shortener: true,
    user: 'aurora',
    repo: 'handbook',
  }

  it('links short forms with a title and class names', () => {
    expect(render('**#12** by @ada', project)).toBe(
      '<p><strong><a href="https://github.com/aurora/handbook/issues/12" title="GitHub Issue: aurora/handbook #12"' +
        ' class="magiclink magiclink-github magiclink-issue">#12</a></strong> by <a href="https://github.com/ada"' +
        ' title="GitHub User: ada" class="magiclink magiclink-github magiclink-mention">@ada</a></p>',
    )
  })

  it.each([
    '`#1`',
    '    #1',
    '[#1](a.md)',
    '[#1][a]\n\n[a]: a.md',
    '<a href="a.md">#1</a>',
    '<span title="#1"></span>',
    '![#1](a.png)',
    String.raw`\#1 tools\#1 \@ada`,
    '&#35;1 &#64;ada',
    'https://aurora.example/#1',
    '<https://aurora.example/#1>',
    'ops@aurora.example',
  ])('finds no short form in %j', (source) => {
    expect(render(source, project)).not.toContain('magiclink')
  })

  it('links the short forms between addresses', () => {
    const html = render('#1 https://aurora.example @ada ops@aurora.example !2', project)
    expect(html.match(/>[^<>]+<\/a>/g)).toEqual([
      '>#1</a>',
      '>https://aurora.example</a>',
      '>@ada</a>',
      '>ops@aurora.example</a>',
      '>!2</a>',
    ])
  })

  it.each([
    'https://github.com/ada/b',
    '<https://github.com/ada/b>',
    '[https://github.com/ada/b](https://github.com/ada/b)',
  ])('shortens %j', (source) => {
    const html =
      '<a href="https://github.com/ada/b" title="GitHub Repository: ada/b" class="magiclink magiclink-github magiclink-repository">ada/b</a>'
    expect(render(source, project)).toBe(`<p>${html}</p>`)
    if (source.startsWith('[')) return
    expect(render(source, {...project, hide_protocol: true})).toBe(`<p>${html}</p>`)
  })

  it.each([
    '[b](https://github.com/ada/b)',
    'www.github.com/ada/b',
    '[*https://github.com/ada*](https://github.com/ada)',
  ])('does not shorten %j', (source) => {
    expect(render(source, project)).not.toContain('magiclink')
  })

  it('throws for a provider that is not there', () => {
    expect(() => render('', {provider: 'gitea'})).toThrow(RangeError)
  })

  it('says where each part stands', () => {
    const places: string[] = []
    visitNodes(parse('> a https://aurora.example b'), (node) => {
      if (node.type !== 'link' && node.type !== 'text') return undefined
      places.push(`${node.type} ${node.position?.start.column ?? 0}-${node.position?.end.column ?? 0}`)
      return undefined
    })
    expect(places).toEqual(['text 3-5', 'link 5-27', 'text 0-0', 'text 27-29'])
  })

  it('gives the place of the whole text where its parts cannot be told', () => {
    const tree = parse('&amp; https://aurora.example')
    visitType(tree, 'link', (link) => {
      expect(link.position).toMatchObject({start: {column: 1}, end: {column: 29}})
    })
  })
})
