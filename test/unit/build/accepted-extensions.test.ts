import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../../src/build/create-renderer.ts'

const render = async (
  source: string,
  ...markdownExtensions: readonly (string | Readonly<Record<string, unknown>>)[]
): Promise<string> => {
  const renderer = await createRenderer({markdownExtensions})
  const {html} = await renderer.render(source)
  return html
}

describe('extensions whose effects always hold', () => {
  it.each([
    [
      'another kind of list is a new list',
      '1. a\n2. b\n\n- c',
      '<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li>c</li>\n</ul>',
    ],
    ['even without a blank line', '- a\n1. b', '<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>'],
    ['a numbered list starts at its number', '4. a\n5. b', '<ol start="4">\n<li>a</li>\n<li>b</li>\n</ol>'],
  ])('sane_lists: %s', async (_, source, html) => {
    expect(await render(source)).toBe(html)
    expect(await render(source, 'sane_lists')).toBe(html)
  })

  it.each([
    ['a heading needs a space', '#a\n\n##b', '<p>#a</p>\n<p>##b</p>'],
    ['any space will do', '#\ta', '<h1>a</h1>'],
  ])('pymdownx.saneheaders: %s', async (_, source, html) => {
    expect(await render(source)).toBe(html)
    expect(await render(source, 'pymdownx.saneheaders')).toBe(html)
  })
})

describe('smart quotes in a page', () => {
  it('are written in headings, titles, labels and cells, and leave syntax of quotes alone', async () => {
    const source = [
      '## "A" -- b {: title="c--d" }',
      '!!! note "Ben\'s..."\n    "x"',
      '=== "It\'s"\n    "y"',
      '| "a" |\n|---|\n| b -- c |',
      'HTML\'s *"own"*[^1] --> 1/2 `"z"`\n\n[^1]: "n"\n\n*[HTML]: "Hyper"--Text',
    ].join('\n\n')
    const html = await render(
      source,
      'smarty',
      'attr_list',
      'admonition',
      'pymdownx.tabbed',
      'tables',
      'footnotes',
      'abbr',
      'pymdownx.smartsymbols',
      'toc',
    )
    expect(html).toContain('<h2 title="c--d" id="a-b">“A” – b</h2>')
    expect(html).toContain('<p class="admonition-title">Ben’s…</p>')
    expect(html).toContain('It’s</label>')
    expect(html).toContain('<th>“a”</th>')
    expect(html).toContain('<td>b – c</td>')
    expect(html).toContain('title="&#x22;Hyper&#x22;--Text">HTML</abbr>’s <em>“own”</em>')
    expect(html).toContain('→ ½ <code>"z"</code>')
    expect(html).toContain('“n”')
  })

  it('close behind an attribute list and keep what was escaped there', async () => {
    expect(await render('"*a*{.b}" \\"c\\"', 'smarty', 'attr_list')).toBe('<p>“<em class="b">a</em>” "c"</p>')
  })
})

describe('critic markup that is carried out', () => {
  it('leaves findings at their places in the source', async () => {
    const renderer = await createRenderer({
      markdownExtensions: [{'pymdownx.critic': {mode: 'accept'}}, 'pymdownx.emoji'],
    })
    const {html, messages} = await renderer.render('{--Old\n\n--}{>>why<<}New :material-nosuchicon:\n')
    expect(html).toBe('<p>New :material-nosuchicon:</p>')
    expect(messages.map(({ruleId, place}) => [ruleId, place?.start, place?.end.column])).toEqual([
      ['icon/unknown', {line: 3, column: 17, offset: 24}, 38],
    ])
  })
})
