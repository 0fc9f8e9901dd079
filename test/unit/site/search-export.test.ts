import {describe, expect, it} from 'vitest'
import {exportLine} from '../../../src/site/search-export.ts'
import {buildFixture} from './site-fixture.ts'

const pages = {'zh/index.md': {}}
const record = {
  url: 'billing/%E6%94%AF%E4%BB%98/',
  title: '支付',
  boost: 2,
  sections: [
    {heading: '', anchor: '', text: 'Text'},
    {heading: 'By card', anchor: 'by card', text: 'More "text"'},
  ],
}

describe('search records for a server', () => {
  it('are one line a section, with an address and an id of letters, digits, `-` and `_`', () => {
    const site = buildFixture({pages, url: 'https://docs.aurora.example/'}).sites['zh']
    if (!site) throw new Error('The fixture has a site in zh')
    const lines = exportLine(record, site.edition).split('\n')
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      id: 'aurora-zh-billing-_25E6_2594_25AF_25E4_25BB_2598-_23-0',
      url: 'https://docs.aurora.example/billing/%E6%94%AF%E4%BB%98/',
      title: '支付',
      heading: '',
      text: 'Text',
      locale: 'zh',
      brand: 'aurora',
      boost: 2,
      rank: 0,
    })
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      id: 'aurora-zh-billing-_25E6_2594_25AF_25E4_25BB_2598-_23by_20card-1',
      url: 'https://docs.aurora.example/billing/%E6%94%AF%E4%BB%98/#by%20card',
      heading: 'By card',
      rank: 1,
    })
  })
})
