import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {main} from '../../src/cli/main.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const site = {
  'docprism.yml': [
    'locales:',
    '  en: {name: English}',
    'brands:',
    '  aurora: {url: https://docs.aurora.example/, values: {name: Aurora}}',
    '  borealis: {url: https://docs.borealis.example/, values: {name: Borealis}}',
    'markdown_extensions:',
    '  - abbr',
    '  - toc',
    '  - pymdownx.snippets:',
    '      base_path: [includes, content]',
    '      auto_append: [terms.md]',
    '',
  ].join('\n'),
  'includes/terms.md': '*[API]: Application interface\n',
  'includes/support.md': 'Ask <<< custom_key.name >>> about the API: [mail](mail.md), [gone](gone.md).\n',
  'includes/far.md': '[guides](start.md#abuot)\n',
  'includes/only.md': '[lost](lost.md)\n',
  'content/parts/note.md': 'A note.\n',
  'content/.parts/hidden.md': 'A hidden part.\n',
  'content/.parts/data.txt': 'Hidden data.\n',
  'content/en/index.md':
    '# Home\n\n--8<-- "support.md"\n--8<-- "parts/note.md"\n--8<-- ".parts/hidden.md"\n--8<-- "far.md"\n',
  'content/en/mail.md': '# Mail\n\nNo API there.\n',
  'content/en/start.md': '# Start\n\n## About\n',
  'content/en/guide/start.md': '# Start\n\n--8<-- "support.md"\n--8<-- "far.md"\n',
  'content/en/guide/mail.md': '# Guide mail\n',
  'content/en/own.md': '---\nbrands: [borealis]\n---\n# Own\n\n--8<-- "only.md"\n',
}

describe('a site with snippets', () => {
  it('shows them with the values of each brand, links relative to the page', async () => {
    const cwd = temporaryFolder(site)
    await build({cwd})
    const files = readTree(path.join(cwd, 'dist'))
    const text = (file: string): string => files.get(file)?.toString() ?? ''
    const api = '<abbr title="Application interface">API</abbr>'
    expect(text('aurora/index.html')).toContain(`Ask Aurora about the ${api}: <a href="mail/">mail</a>`)
    expect(text('borealis/guide/start/index.html')).toContain(
      `Ask Borealis about the ${api}: <a href="../mail/">mail</a>`,
    )
    expect(text('aurora/mail/index.html')).toContain(`No ${api} there.`)
    expect(text('aurora/index.html')).toContain('A note.')
    expect(text('aurora/index.html')).toContain('A hidden part.')
  })

  it('publishes none of them', async () => {
    const cwd = temporaryFolder(site)
    await build({cwd})
    const names = [...readTree(path.join(cwd, 'dist')).keys()]
    expect(names.filter((name) => /terms|support|parts|note|hidden|data/.test(name))).toEqual([])
  })

  it('finds a mistake in them once, and names the brands that see it', async () => {
    const {diagnostics} = await build({cwd: temporaryFolder(site)})
    expect(diagnostics.map(({ruleId, path: file, place, brands}) => [ruleId, file, place?.start.line, brands])).toEqual(
      [
        ['link/missing-anchor', '../includes/far.md', 1, undefined],
        ['link/missing-page', '../includes/only.md', 1, undefined],
        ['link/missing-page', '../includes/support.md', 1, undefined],
      ],
    )
  })

  it('finds the same when single pages are rendered', async () => {
    const printed: string[] = []
    const stream = {write: (text: string) => printed.push(text)}
    const argv = ['render', 'en/index.md', '--brand', 'aurora', '--locale', 'en']
    const cwd = temporaryFolder({...site, 'includes/support.md': '<<< custom_key.nmae >>>'})
    await main({argv, cwd, env: {NO_COLOR: '1'}, stdout: {write: () => 0}, stderr: stream})
    expect(printed.join('').replace(/ +/g, ' ')).toContain(
      'includes/support.md:1:5-1:20 error Cannot find `custom_key.nmae`; did you mean `custom_key.name` macro/undefined',
    )
  })

  it('is the same however often it is built', async () => {
    const [first, second] = [temporaryFolder(site), temporaryFolder(site)]
    await build({cwd: first})
    await build({cwd: second})
    expect(readTree(path.join(first, 'dist'))).toEqual(readTree(path.join(second, 'dist')))
  })
})
