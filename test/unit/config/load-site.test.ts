import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {loadSite} from '../../../src/config/load-site.ts'
import {temporaryFolder, writeFiles} from '../../support/temporary-folder.ts'
import {diagnose, showDiagnostic} from './diagnose.ts'

const yaml = 'locales: {en: {name: English}}\nbrands: {aurora: {url: https://docs.aurora.example}}\n'
const page = {'content/en/index.md': '# Home\n'}

describe('finding the configuration', () => {
  it.each(['docprism.yml', 'docprism.yaml'])('takes `%s` from the folder', async (name) => {
    const cwd = temporaryFolder({[name]: yaml, ...page})
    const {site, diagnostics, inputs} = await loadSite({cwd})
    expect(diagnostics).toEqual([])
    expect(site?.configPath).toBe(name)
    expect(inputs).toEqual([path.join(cwd, name)])
  })

  it('says what it looked for when there is none', async () => {
    const {site, diagnostics, inputs} = await loadSite({cwd: temporaryFolder()})
    expect(site).toBeUndefined()
    expect(inputs).toEqual([])
    expect(diagnostics).toEqual([
      {
        ruleId: 'config/invalid',
        severity: 'error',
        message:
          'Cannot find a configuration file, expected `docprism.yml`, `docprism.yaml`, `docprism.config.ts`, `docprism.config.js` or `docprism.config.mjs` in this folder',
        path: 'docprism.yml',
      },
    ])
  })

  it('does not choose between two', async () => {
    const cwd = temporaryFolder({'docprism.yml': yaml, 'docprism.config.ts': 'export default {}', ...page})
    const {site, diagnostics} = await loadSite({cwd})
    expect(site).toBeUndefined()
    expect(diagnostics.map(showDiagnostic)).toEqual([
      'Found `docprism.yml` and `docprism.config.ts`, expected one configuration file; choose one with `--config`',
    ])
  })

  it.each([
    ['site/missing.yml', 'Cannot find the configuration file `site/missing.yml`'],
    ['site', 'Found a folder at `site`, expected a configuration file'],
    ['site/notes.txt', 'Found `notes.txt`, expected a file that ends in `.yml`, `.yaml`, `.ts`, `.js` or `.mjs`'],
  ])('reports `%s` when it is given', async (config, message) => {
    const cwd = temporaryFolder({'site/notes.txt': ''})
    const {site, diagnostics} = await loadSite({cwd, config})
    expect(site).toBeUndefined()
    expect(diagnostics).toEqual([{ruleId: 'config/invalid', severity: 'error', message, path: config}])
  })

  it('resolves folders against the file, and the output of the command line against the working folder', async () => {
    const cwd = temporaryFolder({'site/my.yml': `${yaml}overrides: look\n`, 'site/content/en/index.md': ''})
    const {site} = await loadSite({cwd, config: 'site/my.yml', out: 'elsewhere'})
    expect(site).toMatchObject({
      root: path.join(cwd, 'site'),
      configPath: 'site/my.yml',
      content: path.join(cwd, 'site/content'),
      out: path.join(cwd, 'elsewhere'),
      brands: [{id: 'aurora', url: 'https://docs.aurora.example/', overrides: [path.join(cwd, 'site/look')]}],
    })
  })

  it('gives the path of the file as the user wrote it', async () => {
    const cwd = temporaryFolder({'site/my.yml': 'title: 1\n'})
    const {diagnostics} = await loadSite({cwd, config: './site/my.yml'})
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.path))).toEqual(new Set(['./site/my.yml']))
  })

  it('tells a fault of the text from one of a value, with the nearest choice', async () => {
    const bad = await loadSite({cwd: temporaryFolder({'docprism.yml': 'a: [', ...page})})
    expect(bad.diagnostics.map(({ruleId, severity}) => [ruleId, severity])).toEqual([['config/syntax', 'error']])
    const typo = await loadSite({cwd: temporaryFolder({'docprism.yml': `${yaml}outt: x\n`, ...page})})
    expect(typo.diagnostics).toMatchObject([{ruleId: 'config/invalid', actual: 'outt', expected: ['out']}])
  })

  it('still gives the site when there are only warnings', async () => {
    const text =
      'locales: {en: {name: English}}\nbrands:\n  aurora: {url: /, theme: {logo: a.svg}}\n  more: {extends: aurora}\n'
    const {site, diagnostics} = await loadSite({cwd: temporaryFolder({'docprism.yml': text, ...page})})
    expect(diagnostics.map(({severity, message}) => [severity, message])).toEqual([
      ['warning', 'Cannot find `a.svg` in the content folder'],
    ])
    expect(site?.brands.map((brand) => brand.theme.logo)).toEqual(['a.svg', 'a.svg'])
  })
})

describe('a configuration module', () => {
  const value = "{title: name, locales: {en: {name: 'English'}}, brands: {aurora: {url: '/'}}}"

  it.each([
    [
      'docprism.config.ts',
      `import {defineConfig} from 'docprism'\nconst name: string = 'Docs'\nexport default defineConfig(${value})\n`,
    ],
    ['docprism.config.js', `const name = 'Docs'\nmodule.exports = ${value}\n`],
    ['docprism.config.mjs', `const name = await Promise.resolve('Docs')\nexport default ${value}\n`],
  ])('is loaded from `%s`', async (name, text) => {
    const {site, diagnostics} = await loadSite({cwd: temporaryFolder({[name]: text, ...page})})
    expect(diagnostics).toEqual([])
    expect(site?.brands[0]?.title).toEqual({en: 'Docs'})
  })

  it('is loaded afresh, with the modules it imports among the inputs', async () => {
    const files = {'docprism.config.ts': `import {name} from './name.ts'\nexport default ${value}\n`, ...page}
    const cwd = temporaryFolder({...files, 'name.ts': "export const name: string = 'One'\n"})
    const first = await loadSite({cwd})
    writeFiles(cwd, {'name.ts': "export const name: string = 'Two'\n"})
    const second = await loadSite({cwd})
    expect([first.site?.brands[0]?.title, second.site?.brands[0]?.title]).toEqual([{en: 'One'}, {en: 'Two'}])
    expect(second.inputs).toEqual([path.join(cwd, 'docprism.config.ts'), path.join(cwd, 'name.ts')])
  })

  it.each([
    [
      'a wrong value, by its key',
      "export default {locales: {en: {name: 'English'}}, brands: {aurora: {url: 5}}}",
      'Found the number `5`, expected an absolute address, or `/` (at `brands.aurora.url`)',
    ],
    [
      'a wrong option, by its key',
      `const name = 'x'\nexport default {...${value}, markdown_extensions: ['abbr', {toc: {permalink: 3}}]}`,
      'Found the number `3`, expected `true` or `false` or a string (at `markdown_extensions[1].toc.permalink`)',
    ],
    [
      'a function',
      `const name = 'x'\nexport default {...${value}, nav: () => []}`,
      'Found a function, expected a list of nav entries, or a map from locale to such a list (at `nav`)',
    ],
    ['no default export', 'export const a = 1', 'Found no default export, expected one made with `defineConfig`'],
    [
      'a default export that is no map',
      'export default 5',
      'Found the number `5`, expected a map with `locales` and `brands`',
    ],
    [
      'an error that it throws',
      "throw new Error('Cannot reach the aurora.')",
      'Cannot load the module: Cannot reach the aurora',
    ],
    ['text that cannot be parsed', 'const a: = 1', '1:10-1:10 Cannot load the module: Unexpected token'],
    [
      'a value that holds itself',
      'const values = {}\nvalues.self = values\nexport default {values}',
      'Found more than 64 levels of lists and maps, or one that holds itself',
    ],
  ])('is reported for %s', async (_, text, expected) => {
    expect(await diagnose(text, 'docprism.config.ts')).toEqual([expected])
  })

  it('names another module that cannot be parsed', async () => {
    const cwd = temporaryFolder({
      'docprism.config.ts': "import './other.ts'\n",
      'other.ts': '\nconst a: = 1\n',
      ...page,
    })
    const {diagnostics} = await loadSite({cwd})
    expect(diagnostics.map(showDiagnostic)).toEqual([
      'Cannot load the module: Unexpected token in `other.ts` on line 2',
    ])
  })
})
