import type {Root} from 'mdast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {createDiskIconSet} from '../../../../plugins/icons/disk-icon-set.ts'
import type {Emoji, IconSet} from '../../../../plugins/icons/icon-set.ts'
import remarkIcons from '../../../../plugins/icons/remark-icons.ts'
import type {IconOptions} from '../../../../plugins/icons/remark-icons.ts'

const svgs: Readonly<Record<string, string>> = {
  'material-check': '<svg>✓</svg>',
  'octicons-x-16': '<svg>x</svg>',
  smile: '<svg>:)</svg>',
}
const emojis: Readonly<Record<string, Emoji>> = {
  smile: {text: '😄', name: 'smiling face'},
  heart: {text: '❤\ufe0f', name: 'red heart'},
}
const icons: IconSet = {
  svg: (name) => svgs[name],
  emoji: (name) => emojis[name],
  names: () => Object.keys(svgs),
}

function render(source: string, options: Omit<IconOptions, 'icons'> = {}): {html: string; messages: readonly string[]} {
  const processor = unified()
    .use(remarkParse)
    .use(remarkIcons, {...options, icons})
  const file = new VFile(source)
  const tree = processor.runSync(processor.parse(file), file) as Root
  const html = toHtml(toHast(tree, {allowDangerousHtml: true}), {allowDangerousHtml: true})
  return {html, messages: file.messages.map(String)}
}

describe('icons', () => {
  it('draws icons and emoji in text', () => {
    expect(render('a :material-check: b').html).toBe('<p>a <span class="twemoji"><svg>✓</svg></span> b</p>')
    expect(render(':smile:').html).toBe('<p><span class="twemoji" title=":smile:"><svg>:)</svg></span></p>')
    expect(render('**:octicons-x-16:文字**').html).toBe(
      '<p><strong><span class="twemoji"><svg>x</svg></span>文字</strong></p>',
    )
  })

  it('lets the closing colon of an unknown name open the next', () => {
    expect(render('a:b:smile:').html).toBe('<p>a:b<span class="twemoji" title=":smile:"><svg>:)</svg></span></p>')
  })

  it.each(['12:30:15', 'std::string::npos', ':my_service:', '`:smile:`'])(
    'leaves %s alone and says nothing',
    (source) => {
      const {html, messages} = render(source)
      expect(html).not.toContain('twemoji')
      expect(messages).toEqual([])
    },
  )

  it('reports an unknown icon with the nearest name', () => {
    const {html, messages} = render('one :material-chek: two')
    expect(html).toBe('<p>one :material-chek: two</p>')
    expect(messages).toEqual(['1:5-1:20: Unknown icon `:material-chek:`; did you mean `:material-check:`'])
  })

  it.each<[IconOptions['title'], string]>([
    ['short', ' title=":smile:"'],
    ['long', ' title="smiling face"'],
    ['none', ''],
  ])('gives an emoji the title %j', (title, attribute) => {
    expect(render(':smile: :material-check:', {title}).html).toBe(
      `<p><span class="twemoji"${attribute}><svg>:)</svg></span> <span class="twemoji"><svg>✓</svg></span></p>`,
    )
  })

  it('takes class names from the options, else from the index', () => {
    expect(render(':smile:', {emoji_index: 'gemoji'}).html).toContain('<span class="gemoji" title')
    expect(render(':material-check:', {options: {classes: 'icon big'}}).html).toContain('<span class="icon big">')
  })

  it('gives further attributes to emoji alone', () => {
    const options = {attributes: {align: 'absmiddle', 'data-a': 'b', class: 'own'}}
    expect(render(':smile: :material-check:', {options}).html).toBe(
      '<p><span class="own" title=":smile:" align="absmiddle" data-a="b"><svg>:)</svg></span> <span class="twemoji"><svg>✓</svg></span></p>',
    )
  })

  it.each<[Omit<IconOptions, 'icons'>, string]>([
    [{}, '😄 ❤\ufe0f :material-check:'],
    [{alt: 'unicode', remove_variation_selector: true}, '😄 ❤ :material-check:'],
    [{alt: 'html_entity'}, '😄 ❤\ufe0f :material-check:'],
    [{alt: 'short'}, ':smile: :heart: :material-check:'],
  ])('writes emoji as text with %j', (options, text) => {
    const {html, messages} = render(':smile: :heart: :material-check:', {...options, emoji_generator: 'text'})
    expect(html).toBe(`<p>${text}</p>`)
    expect(messages).toEqual([])
  })

  it('reports every unknown short name where it is strict', () => {
    const {html, messages} = render('a :smlie: :smile:', {strict: true})
    expect(html).toContain('a :smlie: <span')
    expect(messages).toEqual(['1:3-1:10: Unknown icon `:smlie:`'])
  })

  it('leaves links that show their address alone', () => {
    expect(render('<https://aurora.example/:smile:>').html).not.toContain('twemoji')
    expect(render('[:smile:](a.md)').html).toContain('twemoji')
  })

  it('comes to an end with a megabyte of colons', () => {
    expect(render(':a'.repeat(500_000)).html.length).toBeGreaterThan(1_000_000)
  })
})

describe('the icons on disk', () => {
  const disk = createDiskIconSet()

  it.each([
    'material-check',
    'octicons-tag-24',
    'fontawesome-brands-linux',
    'fontawesome-solid-flag-checkered',
    'simple-docker',
    'smile',
    'heavy_check_mark',
    '+1',
  ])('have %s, without size or id', (name) => {
    expect(disk.svg(name)).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="[\d. -]+">(?:(?!id=|<!--)[\s\S])*<\/svg>$/,
    )
  })

  it('have no others, and read nothing outside their folders', () => {
    expect(disk.svg('material-no-such-icon')).toBeUndefined()
    expect(disk.svg('material-../../package')).toBeUndefined()
    expect(disk.svg('no_such_emoji')).toBeUndefined()
  })
})
