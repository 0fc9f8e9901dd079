import type {Root} from 'mdast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {createDiskIconSet} from '../../../../plugins/icons/disk-icon-set.ts'
import remarkIcons from '../../../../plugins/icons/remark-icons.ts'

const svgs: Readonly<Record<string, string>> = {
  'material-check': '<svg>✓</svg>',
  'octicons-x-16': '<svg>x</svg>',
  smile: '<svg>:)</svg>',
}
const icons = {svg: (name: string) => svgs[name], names: () => Object.keys(svgs)}
const processor = unified().use(remarkParse).use(remarkIcons, {icons})

function render(source: string): {html: string; messages: readonly string[]} {
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
