import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../../src/index.ts'
import {temporaryFolder, writeFiles} from '../../support/temporary-folder.ts'

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

describe('snippets of a renderer', () => {
  it('are read from the base path below its root', async () => {
    const root = temporaryFolder({'inc/a.md': 'Ask <<< custom_key.brand_name >>>.\n'})
    const renderer = await createRenderer({
      root,
      markdownExtensions: [{'pymdownx.snippets': {base_path: 'inc'}}],
      values: {brand_name: 'Aurora'},
    })
    expect(await renderer.render('--8<-- "a.md"\n')).toMatchObject({html: '<p>Ask Aurora.</p>', messages: []})
  })

  it('are read again for every page', async () => {
    const root = temporaryFolder({'a.md': 'old'})
    const renderer = await createRenderer({root})
    await renderer.render('--8<-- "a.md"\n')
    writeFiles(root, {'a.md': 'new'})
    expect((await renderer.render('--8<-- "a.md"\n')).html).toBe('<p>new</p>')
  })

  it('are reported where they are missing, and their findings in themselves', async () => {
    const renderer = await createRenderer({root: temporaryFolder({'inc/a.md': 'x\n<<< custom_key.nothing >>>'})})
    const {messages} = await renderer.render('--8<-- "inc/a.md"\n--8<-- "inc/b.md"', {path: 'docs/p.md'})
    expect(messages.map(({path, ruleId, place}) => [path, ruleId, place?.start.line])).toEqual([
      ['docs/p.md', 'snippet/missing-file', 2],
      ['inc/a.md', 'macro/undefined', 2],
    ])
  })

  it.each([
    [{base_path: [1]}, /Found a list.*expected a list of strings or a string/],
    [{encoding: 'klingon'}, /Unknown encoding `klingon`/],
    [{url_timeout: 'x'}, /expected a number/],
  ])('refuse the options %j', async (options, message) => {
    await expect(createRenderer({markdownExtensions: [{'pymdownx.snippets': options}]})).rejects.toThrow(message)
  })

  it.each(['utf-8', 'utf8', 'utf_8_sig', 'latin-1', 'cp1252', 'GBK'])('know the encoding %s', async (encoding) => {
    await expect(createRenderer({markdownExtensions: [{'pymdownx.snippets': {encoding}}]})).resolves.toBeDefined()
  })
})
