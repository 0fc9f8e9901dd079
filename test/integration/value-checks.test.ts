import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

/** `brands, values, more` of a configuration with the locales `en` and `zh`. */
const config = (values: string, brands = 'nova: {url: https://nova.example/}', more = ''): string =>
  ['locales: {en: {name: English}, zh: {name: 简体中文}}', `values: ${values}`, `brands: {${brands}}`, more, ''].join(
    '\n',
  )

async function findingsIn(
  files: Readonly<Record<string, string>>,
  more: {readonly brands?: readonly string[]} = {},
): Promise<readonly string[]> {
  const cwd = temporaryFolder({'content/en/about.md': '# About\n', ...files})
  const {diagnostics, site} = await check({cwd, ...more})
  expect(site).toBeDefined()
  return diagnostics
    .filter(({ruleId}) => /^macro\/(?:unused-value|missing-in-locale)$/.test(ruleId))
    .map(({message, brands}) => (brands ? `${message} [${brands.join()}]` : message))
}

const unused = (name: string): string => `Value \`${name}\` is read by no page, title, nav or template; delete it`

describe('macro/unused-value', () => {
  it.each([
    ['a page', '{a: x}', 'content/en/p.md', '<<< custom_key.a >>>\n'],
    [
      'a branch that no brand takes',
      '{a: x}',
      'content/en/p.md',
      "<<<% if brand == 'x' %>>><<< custom_key.a >>><<<% endif %>>>\n",
    ],
    [
      'a loop',
      '{a: {b: x, c: [y]}}',
      'content/en/p.md',
      '<<<% for k, v in custom_key.a %>>><<< k >>><<<% endfor %>>>\n',
    ],
    ['a name that is computed', '{a: {nova: x}}', 'content/en/p.md', '<<< custom_key.a[brand] >>>\n'],
    ['a title', '{a: x}', 'content/en/p.md', '---\ntitle: <<< custom_key.a >>>\n---\n'],
    ['a nav', '{a: x}', 'content/en/.pages', 'nav: [<<< custom_key.a >>>: about.md]\n'],
    ['a heading beside an unknown name', '{a: x}', 'content/en/p.md', '<<< custom_key.a >>> <<< custom_key.gone >>>\n'],
  ])('leaves alone what %s reads', async (_, ...[values, file, text]) => {
    expect(await findingsIn({'docprism.yml': config(values), [file]: text})).toEqual([])
  })

  it('names what nothing reads, as a whole where it is a group or a choice', async () => {
    const values = '{a: {b: {c: x}, d: y}, e: {f: x}, g: {en: x, zh: y}, h: [x]}'
    const page = {'content/en/p.md': '<<< custom_key.a.d >>>\n'}
    expect(await findingsIn({'docprism.yml': config(values), ...page})).toEqual(['a.b', 'e', 'g', 'h'].map(unused))
  })

  it('says nothing when only some brands are looked at', async () => {
    const brands = 'nova: {url: https://nova.example/}, ember: {url: https://ember.example/, values: {a: x}}'
    const files = {'docprism.yml': config('{}', brands)}
    expect(await findingsIn(files)).toEqual([unused('a')])
    expect(await findingsIn(files, {brands: ['nova']})).toEqual([])
  })

  it('names the key of a module, which has no places', async () => {
    const module = `export default ${JSON.stringify({
      locales: {en: {name: 'English'}},
      brands: {nova: {url: '/', values: {a: 'x'}}},
    })}\n`
    expect(await findingsIn({'docprism.config.mjs': module})).toEqual([`${unused('a')} (at \`brands.nova.values.a\`)`])
  })
})

describe('macro/missing-in-locale', () => {
  const page = {'content/en/p.md': '<<< custom_key.a >>>\n'}

  it.each([
    ['text', '{a: x}'],
    ['a choice that is complete', '{a: {en: x, zh: y}}'],
  ])('leaves %s alone', async (_, values) => {
    expect(await findingsIn({'docprism.yml': config(values), ...page})).toEqual([])
  })

  it('names the locale that a choice lacks, for the brands that publish it', async () => {
    const brands = 'nova: {url: https://nova.example/}, ember: {url: https://ember.example/, locales: {en: /}}'
    expect(await findingsIn({'docprism.yml': config('{a: {en: x}}', brands), ...page})).toEqual([
      'Value `a` has no `zh`, so that of `en` is shown in its place [nova]',
    ])
  })

  it('sees what a brand adds to a choice that all share', async () => {
    const brands = 'nova: {url: https://nova.example/, values: {a: {zh: y}}}'
    expect(await findingsIn({'docprism.yml': config('{a: {en: x}}', brands), ...page})).toEqual([])
  })

  it('looks into lists', async () => {
    const list = {'content/en/p.md': '<<<% for i in custom_key.a %>>><<< i >>><<<% endfor %>>>\n'}
    expect(await findingsIn({'docprism.yml': config('{a: [{zh: x}]}'), ...list})).toEqual([
      'Value `a.0` has no `en`, so that of `zh` is shown in its place',
    ])
  })
})
