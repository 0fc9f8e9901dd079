import {expect, test} from 'vitest'
import {chooseTargets, planEdits} from '../../../bench/scenarios/edits.ts'
import type {BenchSource} from '../../../bench/scenarios/read-sources.ts'
import {resolveSite} from '../../../src/config/resolve-site.ts'

const config = `locales: {en: {name: English}}
brands:
  aurora: {url: '/', values: {brand_key: aurora, brand_name: Aurora}}
`
const {site} = resolveSite(
  {locales: {en: {name: 'English'}}, brands: {aurora: {url: '/', values: {brand_key: 'aurora', brand_name: 'Aurora'}}}},
  {root: '/project', configPath: 'docprism.yml', out: undefined},
)
const source = (path: string, text: string): BenchSource => ({path, locale: 'en', text})
const sources = [
  source('en/a/short.md', '# Short\n'),
  source('en/a/middle.md', '# Middle\n\nSee [it](../b/linked.md#use) and [it](../b/linked.md).\n'),
  source(
    'en/b/linked.md',
    '# Linked\n\n## Use {#use .wide}\n\nText, and more of it so that this is the longest page of them all.\n',
  ),
]
if (!site) throw new Error('the site of this test is valid')
const template = '/project/overrides/footer.html'
const targets = chooseTargets({config: '/project/docprism.yml', template, site, sources})
const edits = new Map(planEdits(targets).map((edit) => [edit.id, edit]))

test('the page of median length gets a paragraph', () => {
  expect(edits.get('page')?.file).toBe('/project/content/en/a/middle.md')
  expect(edits.get('page')?.change('# Middle\n', 3)).toBe('# Middle\n\nRevision 3.\n')
})

test('the heading of the page with most links to it is renamed, its id as well', () => {
  expect(edits.get('heading')?.file).toBe('/project/content/en/b/linked.md')
  expect(edits.get('heading')?.change('# A\n\n## Use {#use .wide}\n', 2)).toBe('# A\n\n## Use 2 {#use-2 .wide}\n')
})

test('a value of the first brand changes', () => {
  expect(edits.get('value')?.change(config, 1)).toContain('brand_name: Renamed 1')
})

test('the nav file beside the edited page gets another title', () => {
  expect(edits.get('nav')?.file).toBe('/project/content/en/a/.pages')
  expect(edits.get('nav')?.change('title: Old\nnav:\n  - x.md\n', 4)).toBe('title: Revision 4\nnav:\n  - x.md\n')
})

test('two revisions of a file differ', () => {
  const text = edits.get('template')
  expect(text?.change('<footer>', 1)).not.toBe(text?.change('<footer>', 2))
})
