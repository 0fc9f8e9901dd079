import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../../src/index.ts'

describe('createRenderer', () => {
  it('renders one page: article, title, table of contents and messages', async () => {
    const renderer = await createRenderer({values: {brand_name: 'Aurora'}})
    const {html, title, toc, messages} = await renderer.render('# <<< custom_key.brand_name >>> Docs\n\n## Steps\n')
    expect(html).toContain('Aurora Docs')
    expect(title).toBe('Aurora Docs')
    expect(toc[0]?.children.map(({id, text}) => [id, text])).toEqual([['steps', 'Steps']])
    expect(messages).toEqual([])
  })

  it('leaves links as they were written', async () => {
    const renderer = await createRenderer()
    const {html} = await renderer.render('[a](b.md#c) ![d](../e.png)\n')
    expect(html).toContain('href="b.md#c"')
    expect(html).toContain('src="../e.png"')
  })

  it('accepts any line endings and a byte order mark', async () => {
    const renderer = await createRenderer()
    expect((await renderer.render('\uFEFF# A\r\n\r\nb\rc\n')).html).toBe((await renderer.render('# A\n\nb\nc\n')).html)
  })

  it('names the source in its messages', async () => {
    const renderer = await createRenderer()
    const {messages} = await renderer.render('<<< custom_key.nothing >>>\n', {path: 'en/a.md'})
    expect(messages.map(({path, ruleId}) => [path, ruleId])).toEqual([['en/a.md', 'macro/undefined']])
  })

  it('makes ids as it is told', async () => {
    const renderer = await createRenderer({markdown: {slugify: 'github'}})
    expect((await renderer.render('## 安装 Steps\n')).html).toContain('id="安装-steps"')
  })

  it('annotates code as it is told', async () => {
    const source = '```js\n// (1)\n```\n\n1. Why\n'
    const renderer = await createRenderer({markdown: {annotate_code: true}})
    expect((await renderer.render(source)).html).toContain('<a class="annotation" href="#__annotation_1_1">(1)</a>')
    expect((await (await createRenderer()).render(source)).html).not.toContain('annotation')
  })

  it('takes the title from the front matter', async () => {
    const renderer = await createRenderer({values: {brand_name: 'Aurora'}})
    const source = '---\ntitle: <<< custom_key.brand_name >>> Guide\n---\n# Other\n'
    expect((await renderer.render(source)).title).toBe('Aurora Guide')
  })

  it.each([
    [['admonitoin'], /unknown extension `admonitoin`.*`admonition`/i],
    [['pymdownx.b64'], /`pymdownx.b64` is unsupported/],
    [[{toc: {nonsense: 1}}], /unknown `toc` option `nonsense`/i],
  ])('refuses the extensions %j', async (markdownExtensions, message) => {
    await expect(createRenderer({markdownExtensions})).rejects.toThrow(message)
  })
})
