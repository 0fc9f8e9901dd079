import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const configuration = `title: Docs
locales:
  en: {name: English}
brands:
  aurora: {url: /, values: {name: Aurora}}
  borealis: {url: /, values: {name: '*bold* | <b> "quoted"'}}
`
const megabyte = 1_000_000
const filled = (token: string): string => token.repeat(Math.ceil(megabyte / token.length))

/** A tab in a tab in a tab: each level indents by four more columns, so the depth grows with the root of the size. */
function nestedTabs(size: number): string {
  const levels = Math.floor(Math.sqrt(size / 2))
  return Array.from({length: levels}, (_, level) => `${' '.repeat(4 * level)}=== "T"\n`).join('')
}

const unclosed = [
  '<<< custom_key.name\n',
  '<<<% if custom_key.name %>>>\n',
  '<<<# comment\n',
  '<!-- comment\n',
  '```yaml title="\n',
  '!!! note "\n',
  '[link](\n',
  '![image](<\n',
  '<div markdown>\n',
  '**bold *italic `code\n',
  '{: .class\n',
  '| a | b |\n|---|\n',
  '[^note]: text\n',
  '/// admonition | title\n',
  '::: note [label]{\n',
]

const sources: Readonly<Record<string, string | Uint8Array>> = {
  'admonitions.md': filled('!!! '),
  'admonition-lines.md': filled('!!! note\n'),
  'tabs.md': nestedTabs(megabyte),
  'macros.md': filled('<<<'),
  'macro-blocks.md': filled('<<<% if x %>>>'),
  'brackets.md': filled('['),
  'unclosed.md': unclosed.join('\n'),
  'line-endings.md': '# Title\r\n\r\n!!! note\r\n\r\n    Text\r\rEnd\r\n',
  'byte-order-mark.md': '\uFEFF# Title\n',
  'nul.md': '# Ti\0tle\n\n<<< custom_key.name\0 >>> a\0b\n',
  'surrogates.md': Buffer.from([0x23, 0x20, 0xed, 0xa0, 0x80, 0x0a]),
  'encoding.md': Buffer.from([0x23, 0x20, 0x41, 0x0a, 0x0a, 0xff, 0xfe, 0x42]),
  'long-line.md': filled('a'),
  'emphasis.md': filled('*a_'),
  'quotes.md': filled('> '),
  'attributes.md': filled('{: .a }'),
  'page-10-megabytes.md': 'A sentence of a long page, with `code` and **bold** words.\n\n'.repeat(170_000),
}

describe('hostile input', () => {
  it.each(Object.keys(sources))('ends in a page or a clear finding: %s', {timeout: 300_000}, async (name) => {
    const cwd = temporaryFolder({
      'docprism.yml': configuration,
      'content/en/index.md': '# Home\n',
      [`content/en/${name}`]: sources[name] ?? '',
    })
    const {site, diagnostics} = await build({cwd})
    expect(site).toBeDefined()
    const files = readTree(path.join(cwd, 'dist/aurora'))
    expect(files.get('index.html')?.toString()).toContain('Home')
    expect([...files.keys()]).toContain(`${name.replace('.md', '')}/index.html`)
    for (const {message} of diagnostics) expect(message.length).toBeLessThan(2000)
  })

  it('reports bytes that are not UTF-8 with their line', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': configuration,
      'content/en/index.md': '# Home\n',
      'content/en/encoding.md': sources['encoding.md'] ?? '',
    })
    const {diagnostics} = await build({cwd})
    expect(diagnostics.map(({ruleId, place}) => [ruleId, place?.start.line])).toEqual([['source/encoding', 3]])
  })
})
