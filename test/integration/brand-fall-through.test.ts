import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const config = [
  'locales: {en: {name: English}}',
  'brands:',
  '  nova: {url: https://nova.example/, values: {brand_key: nova, tier: 1}}',
  '  ember: {url: https://ember.example/, values: {brand_key: ember, tier: 1}}',
  '  nova-onprem: {extends: nova, url: /}',
  'check: {rules: {macro/brand-fall-through: warning}}',
  '',
].join('\n')

async function findingsIn(page: string): Promise<readonly string[]> {
  const cwd = temporaryFolder({'docprism.yml': config, 'content/en/a.md': page})
  const {diagnostics} = await check({cwd})
  return diagnostics
    .filter(({ruleId}) => ruleId === 'macro/brand-fall-through')
    .map(({message, place}) => `${String(place?.start.line)}:${String(place?.start.column)} ${message}`)
}

const chain = (condition: string, otherwise = '<<<% else %>>>b'): string =>
  `x <<<% if ${condition} %>>>a${otherwise}<<<% endif %>>>\n`

describe('macro/brand-fall-through', () => {
  it.each([
    [chain("custom_key.brand_key == 'nova'"), 'does not name `ember`, which gets its `else`'],
    [chain("'nova' == custom_key.brand_key"), 'does not name `ember`, which gets its `else`'],
    [chain("custom_key.brand_key == 'nova'", ''), 'does not name `ember`, which gets nothing'],
    [chain("custom_key.brand_key != 'nova'"), 'does not name `ember`, which gets what is for all others'],
    [chain("custom_key.brand_key in ['ember']"), 'does not name `nova`, `nova-onprem`, which gets its `else`'],
    [chain("brand == 'nova' or brand == 'ember'"), 'does not name `nova-onprem`, which gets its `else`'],
  ])('reports %j', async (page, message) => {
    expect(await findingsIn(page)).toEqual([`1:3 Condition on the brand ${message}`])
  })

  it.each([
    [
      'a chain that names all',
      chain("custom_key.brand_key == 'nova'", "<<<% elif custom_key.brand_key == 'ember' %>>>b"),
    ],
    ['a condition on more than the brand', chain("custom_key.brand_key == 'nova' and custom_key.tier == 1")],
    ['a page of one brand', `---\nbrands: [nova]\n---\n${chain("custom_key.brand_key == 'nova'")}`],
    [
      'a brand that a condition around it shuts out',
      `<<<% if brand in ['nova', 'nova-onprem'] %>>>${chain("custom_key.brand_key == 'nova'").trim()}<<<% elif brand == 'ember' %>>>c<<<% endif %>>>\n`,
    ],
  ])('leaves %s alone', async (_, page) => {
    expect(await findingsIn(page)).toEqual([])
  })
})
