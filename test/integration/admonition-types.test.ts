import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const page = '# A\n\n!!! launch\n    x\n\n!!! note\n    x\n\n!!! tip\n    x\n'

async function buildSite() {
  const folder = temporaryFolder({
    'docprism.yml': [
      'locales:',
      '  ja: {name: 日本語}',
      '  en: {name: English}',
      'brands:',
      '  nova: {url: /}',
      '  vega: {url: /, theme: {admonitions: {launch: {colour: navy}}}}',
      'overrides: theme',
      'admonitions:',
      '  launch: {icon: octicons/rocket-16, colour: teal, title: {ja: 公開, en: Lift-off}}',
      '  tip: {title: {en: Good to know}}',
    ].join('\n'),
    'theme/locales/ja.yml': 'words: {next: 次へ}\nadmonitions: {note: メモ}\n',
    'content/ja/index.md': page,
    'content/en/index.md': page,
  })
  const {diagnostics} = await build({cwd: folder})
  return {diagnostics, read: (file: string) => readFileSync(path.join(folder, 'dist', file), 'utf8')}
}

describe('a site with types of admonitions and a language of its own', () => {
  it('has titles from its configuration, its strings, the built-in strings, else in English', async () => {
    const {diagnostics, read} = await buildSite()
    const titles = (file: string): readonly (string | undefined)[] =>
      [...read(file).matchAll(/admonition-title">([^<]*)</g)].map(([, title]) => title)
    expect(diagnostics).toEqual([])
    expect(titles('nova/index.html')).toEqual(['公開', 'メモ', 'Tip'])
    expect(titles('nova/en/index.html')).toEqual(['Lift-off', 'Note', 'Good to know'])
  })

  it('has a look for each brand', async () => {
    const {read} = await buildSite()
    const tone = (brand: string): string | undefined =>
      /\.launch:is.*\n {2}--dp-tone: (#\w+);\n {2}--dp-icon: url/.exec(
        read(`${brand}/assets/docprism/css/brand.css`),
      )?.[1]
    expect([tone('nova'), tone('vega')]).toEqual(['#007e7e', '#000080'])
  })
})
