import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {runDocprism} from '../support/run-docprism.ts'
import {temporaryFolder, writeFiles} from '../support/temporary-folder.ts'

const config = [
  'locales: {en: {name: English}, zh: {name: 中文}}',
  'brands:',
  '  nova: {url: https://docs.nova.example/, values: {key: nova}, theme: {logo: img/logo.svg}}',
  '  ember: {url: https://docs.ember.example/, values: {key: ember}}',
  '',
].join('\n')

/** Files that are called unused on a site with these files, `docprism.yml` added. */
async function unusedIn(
  files: Readonly<Record<string, string>>,
  brands?: readonly string[],
): Promise<readonly string[]> {
  const cwd = temporaryFolder({'docprism.yml': config, 'content/en/index.md': '# Home\n', ...files})
  const {diagnostics} = await check({cwd, ...(brands && {brands})})
  return diagnostics.filter(({ruleId}) => ruleId === 'image/unused').map(({path}) => path)
}

describe('image/unused', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a Markdown image', {'content/en/a.md': '![x](img/a.svg)'}],
    ['a link', {'content/en/a.md': '[x](img/a.svg)'}],
    [
      'an image of one brand',
      {'content/en/a.md': "<<<% if custom_key.key == 'nova' %>>>![x](img/a.svg)<<<% endif %>>>"},
    ],
    [
      'a path with a macro',
      {
        'content/en/a.md': '![x](img/<<< custom_key.key >>>.svg)',
        'content/en/img/ember.svg': 'x',
        'content/en/img/nova.svg': 'x',
        'content/en/x.css': 'a.svg',
      },
    ],
    ['a definition', {'content/en/a.md': '![x][y]\n\n[y]: img/a.svg'}],
    ['a srcset', {'content/en/a.md': '<img alt="" srcset="../img/a.svg 2x">'}],
    ['a poster', {'content/en/a.md': '<video poster="../img/a.svg"></video>'}],
    ['a data attribute', {'content/en/a.md': '<div data-bg="../img/a.svg"></div>'}],
    ['a style', {'content/en/a.md': '<div style="background:url(../img/a.svg)"></div>'}],
    ['front matter', {'content/en/a.md': '---\nimage: img/a.svg\n---\n'}],
    ['a style sheet', {'content/en/x.css': 'p {background: url("img/a.svg")}'}],
    ['a script that puts names together', {'content/en/x.js': 'const name = (kind) => `img/${kind}.svg`'}],
    ['another SVG', {'content/en/img/b.svg': '<svg><image href="a.svg"/></svg>', 'content/en/a.md': '![x](img/b.svg)'}],
    ['a page of the other locale', {'content/zh/a.md': '![x](../en/img/a.svg)'}],
    ['the wrong case', {'content/en/a.md': '![x](img/A.svg)'}],
    ['a path that leads nowhere', {'content/en/a.md': '![x](../a.svg)'}],
    ['a full address of the site', {'content/en/a.md': '![x](https://docs.nova.example/img/a.svg)'}],
    [
      'a snippet',
      {
        'content/en/a.md': '--8<-- "part.md"',
        'part.md': '![x](img/a.svg)',
        'docprism.yml': `${config}markdown_extensions: [{pymdownx.snippets: {base_path: .}}]\n`,
      },
    ],
    [
      'a template',
      {
        'overrides/page.html': '{% extends "!page.html" %}{# a.svg #}',
        'docprism.yml': `${config}overrides: overrides\n`,
      },
    ],
    ['the configuration', {'docprism.yml': `${config}values: {banner: img/a.svg}\n`}],
  ])('leaves alone a file that is used by %s', async (_, files) => {
    expect(await unusedIn({'content/en/img/a.svg': '<svg/>', ...files})).toEqual([])
  })

  it('takes a page that fills in for a missing translation into account', async () => {
    const files = {'content/en/a.md': '![x](img/a.svg)', 'content/en/img/a.svg': 'x', 'content/zh/img/a.svg': 'x'}
    expect(await unusedIn(files)).toEqual([])
    expect(await unusedIn({...files, 'content/zh/a.md': '# a'})).toEqual(['zh/img/a.svg'])
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['nothing', {}],
    ['a comment', {'content/en/a.md': '<!-- ![x](img/a.svg) -->'}],
    ['itself', {'content/en/img/a.svg': '<svg docname="a.svg"/>'}],
    ['an address of another site', {'content/en/a.md': '![x](https://img.example/a.svg)'}],
    ['a sentence about its type', {'content/en/a.md': 'Files that end in `.svg`.'}],
    [
      'patterns of the checks',
      {'docprism.yml': `${config}check: {overrides: [{paths: ['**/*.svg'], rules: {link/malformed: off}}]}\n`},
    ],
  ])('finds a file that is named by %s', async (_, files) => {
    expect(await unusedIn({'content/en/img/a.svg': '<svg/>', ...files})).toEqual(['en/img/a.svg'])
  })

  it('knows the logo, icons that browsers ask for, and files of a brand', async () => {
    const files = {
      'content/img/logo.svg': 'x',
      'content/favicon.ico': 'x',
      'content/brands/ember/img/b.svg': 'x',
      'content/img/b.svg': 'x',
      'content/en/a.md': '![x](../img/b.svg)',
    }
    expect(await unusedIn(files)).toEqual([])
  })

  it('says nothing when a brand was left out', async () => {
    expect(await unusedIn({'content/en/img/a.svg': '<svg/>'}, ['nova'])).toEqual([])
  })
})

describe('image/too-large', () => {
  it('is found again when the file changed, and once for all editions', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': `${config}check: {images: {max_bytes: 1 kB, types: {gif: 2 kB}}}\n`,
      'content/en/b.md': '# b\n\n![x](img/a.png)\n',
      'content/en/c.md': '![x](img/a.png) ![x](img/b.gif)\n',
      'content/en/img/a.png': 'x'.repeat(1001),
      'content/en/img/b.gif': 'x'.repeat(2000),
    })
    const found = async (): Promise<readonly string[]> => {
      const {diagnostics} = await check({cwd})
      return diagnostics
        .filter(({ruleId}) => ruleId === 'image/too-large')
        .map(({path, message}) => `${path} ${message}`)
    }
    const line = 'en/img/a.png Image of 1001 bytes, expected at most 1000 bytes; `en/b.md:3` shows it'
    expect(await found()).toEqual([line])
    expect(await found()).toEqual([line])
    writeFiles(cwd, {'content/en/img/a.png': 'x'.repeat(999)})
    expect(await found()).toEqual([])
  })

  it.each([
    ['max_bytes: big', 'Found `big`, expected a number of bytes, or a size such as `500 kB` or `1.5 MB`'],
    ['max_bytes: 0', 'a number of bytes'],
    ['types: {pngs: 1 kB}', 'did you mean `png`'],
    ['max_byte: 1', 'did you mean `max_bytes`'],
  ])('refuses `%s`', (text, message) => {
    const cwd = temporaryFolder({
      'docprism.yml': `${config}check:\n  images:\n    ${text}\n`,
      'content/en/index.md': '# x\n',
    })
    const {status, stderr} = runDocprism(['check'], cwd)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})
