import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../../src/build/create-renderer.ts'

const markdownExtensions = [
  {
    'pymdownx.blocks.admonition': {
      types: ['note', {name: 'Aside', class: 'side-note'}, {name: 'ad', class: 'offer', title: 'Buy'}],
    },
  },
  {'pymdownx.blocks.details': {types: ['more']}},
  {
    'pymdownx.blocks.html': {
      custom: [
        {tag: 'x-raw', mode: 'raw'},
        {tag: 'X-Line', mode: 'inline'},
      ],
    },
  },
  'pymdownx.blocks.tab',
  {'pymdownx.blocks.caption': {types: ['caption', {name: 'figure-caption', prefix: '图 {}', classes: 'wide'}]}},
]
const render = async (...lines: readonly string[]) => {
  const {html, messages} = await (await createRenderer({markdownExtensions})).render(lines.join('\n'))
  return {html: html.replaceAll('\n', ''), messages: messages.map(({message}) => message)}
}

describe('types of blocks', () => {
  it.each([
    ['/// note', '<div class="admonition note"><p class="admonition-title">Note</p><p>x</p></div>'],
    ['/// NOTE', '<div class="admonition note"><p class="admonition-title">Note</p><p>x</p></div>'],
    ['/// note |', '<div class="admonition note"><p>x</p></div>'],
    ['/// aside', '<div class="admonition side-note"><p class="admonition-title">Side Note</p><p>x</p></div>'],
    ['/// ad', '<div class="admonition offer"><p class="admonition-title">Buy</p><p>x</p></div>'],
    ['/// ad | Sell', '<div class="admonition offer"><p class="admonition-title">Sell</p><p>x</p></div>'],
    ['/// more', '<details class="more"><summary>More</summary><p>x</p></details>'],
    [
      '/// figure-caption',
      '<figure class="wide" id="__figure-caption_1"><figcaption><p><span class="caption-prefix">图 1</span> x</p></figcaption></figure>',
    ],
  ])('are those of the configuration, which are no mistakes: %s', async (head, html) => {
    expect(await render(head, 'x', '///')).toEqual({html, messages: []})
  })

  it('may be any in an `admonition`', async () => {
    const {html, messages} = await render('/// admonition', '    type: best-of', '', 'x', '///')
    expect(html).toContain('<div class="admonition best-of"><p class="admonition-title">Best Of</p>')
    expect(messages).toEqual(['Unknown admonition type `best-of`'])
  })
})

describe('options of blocks', () => {
  it.each([
    ['/// details | T', 'open: true', '<details open="open"><summary>T</summary><p>x</p></details>'],
    ['/// details | T', 'open: yes', '<details open="open"><summary>T</summary><p>x</p></details>'],
    [
      '/// note | T',
      'attrs: {ID: a, class: b c, data-x: "1"}',
      '<div class="admonition note b c" id="a" data-x="1"><p class="admonition-title">T</p><p>x</p></div>',
    ],
    ['/// html | x-raw.k', 'attrs: {}', '<x-raw class="k">x</x-raw>'],
    ['/// html | x-line', 'attrs: {}', '<x-line>x</x-line>'],
    ['/// html | x-line', 'markdown: Block', '<x-line><p>x</p></x-line>'],
  ])('are read as YAML: %s, %s', async (head, option, html) => {
    expect((await render(head, `    ${option}`, '', 'x', '///')).html).toBe(html)
  })

  it.each([
    ['/// note', 'type: tip'],
    ['/// note', 'colour: red'],
    ['/// note', '- type'],
    ['/// note', 'attrs: [a'],
    ['/// note', 'attrs: a'],
    ['/// note', 'attrs: {width: 100}'],
    ['/// note', 'attrs: {id: "1"}'],
    ['/// note', 'attrs: {class: "a 1"}'],
    ['/// note', 'attrs: {"a b": c}'],
    ['/// admonition', 'type: a b'],
    ['/// details', 'open: maybe'],
    ['/// html | div', 'markdown: span'],
    ['/// html | div', 'markdown: 1'],
    ['/// caption', 'type: x'],
    ['/// tab', 'new: true'],
  ])('leave the block text where they are wrong: %s, %s', async (head, option) => {
    expect((await render(head, `    ${option}`, '', 'x', '///')).html).toContain(head)
  })
})
