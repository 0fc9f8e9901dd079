import {describe, expect, it} from 'vitest'
import remarkCritic from '../../../../plugins/critic/remark-critic.ts'
import remarkLineBreaks from '../../../../plugins/line-breaks/remark-line-breaks.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith(remarkCritic, remarkLineBreaks)

describe('line breaks', () => {
  it.each([
    ['a paragraph', 'North\nSouth\n  East', '<p>North<br>\nSouth<br>\nEast</p>'],
    [
      'emphasis and links',
      '*North\nSouth* [East\nWest](x)',
      '<p><em>North<br>\nSouth</em> <a href="x">East<br>\nWest</a></p>',
    ],
    ['a list item', '- North\n  South', '<ul>\n<li>North<br>\nSouth</li>\n</ul>'],
    ['a quote', '> North\n> South', '<blockquote>\n<p>North<br>\nSouth</p>\n</blockquote>'],
    ['an underlined heading', 'North\nSouth\n===', '<h1>North<br>\nSouth</h1>'],
    ['text before an element', 'North\n*South*', '<p>North<br>\n<em>South</em></p>'],
    ['text behind an element', '*North*\nSouth', '<p><em>North</em><br>\nSouth</p>'],
    ['text between two elements', '*North*\n*South*', '<p><em>North</em><br>\n<em>South</em></p>'],
  ])('are hard in %s', (_, source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['hard breaks', 'North  \nSouth\\\nEast', '<p>North<br>\nSouth<br>\nEast</p>'],
    [
      'code',
      '`North\nSouth`\n\n    East\n    West',
      '<p><code>North South</code></p>\n<pre><code>East\nWest\n</code></pre>',
    ],
    [
      'raw HTML',
      '<b title="North\nSouth">East</b>\n\n<p>\nWest\n</p>',
      '<p><b title="North\nSouth">East</b></p>\n<p>\nWest\n</p>',
    ],
    ['review comments', 'North{>>South\nEast<<}', '<p>North<span class="critic comment">South\nEast</span></p>'],
    ['the end of a paragraph', 'North\n\nSouth', '<p>North</p>\n<p>South</p>'],
  ])('leave %s as they are', (_, source, html) => {
    expect(render(source)).toBe(html)
  })

  it('come to an end with a megabyte of lines', () => {
    expect(render('a\n'.repeat(500_000))).toHaveLength(500_000 * 6 + 2)
  }, 60_000)
})
