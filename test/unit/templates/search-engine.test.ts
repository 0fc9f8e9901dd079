import {describe, expect, it} from 'vitest'
import {createSearchEngine} from '../../../bench/search/theme-engine.ts'
import type {PageLine} from '../../../bench/search/theme-engine.ts'

const pages: readonly PageLine[] = [
  ['', 'Aurora', [['', '', 'Welcome to the handbook.']]],
  [
    'install/',
    'Install the agent',
    [
      ['', '', 'Everything about the first steps.'],
      ['With Docker', 'docker', 'Set ENV_INPUT_PORT_GRPC in agent.conf before the container starts.'],
      ['Élan vital', 'elan', 'Kubernetes clusters need a DaemonSet.'],
    ],
  ],
  ['billing/', '费用', [['', '', '在云市场开通，再绑定费用中心账号。'], ['退款', 'refund', '联系 Aurora 支持。']]],
  ['faq/', 'Questions', [['', '', 'The agent keeps a log. Another agent, more agents. 账号有问题？绑定失败？']]],
  ['boosted/', 'Notes', [['', '', 'The handbook of the container.']], 3],
]

function find(query: string, given: readonly PageLine[] = pages): readonly string[] {
  const engine = createSearchEngine()
  engine.take(given)
  return engine.search(query).results.map(({page}) => page.url)
}

describe('the search', () => {
  it('finds exact parts of text in scripts without spaces', () => {
    expect(find('绑定')).toEqual(['billing/', 'faq/'])
    expect(find('费用中心账号')).toEqual(['billing/'])
    expect(find('云市场')).toEqual(['billing/'])
    expect(find('云')).toEqual(['billing/'])
  })

  it('finds pages that hold most pairs of letters where none holds the whole', () => {
    expect(find('如何绑定账号').toSorted()).toEqual(['billing/', 'faq/'])
    expect(find('没有这样的词语')).toEqual([])
  })

  it('finds words beside another script without a space', () => {
    expect(find('Aurora支持')).toEqual(['billing/'])
  })

  it('finds identifiers whole and by their parts', () => {
    for (const query of ['ENV_INPUT_PORT_GRPC', 'env_input', 'grpc', 'agent.conf', 'conf'])
      expect(find(query), query).toEqual(['install/'])
  })

  it('finds words by their beginning, whatever their case and their accents', () => {
    expect(find('kuber')).toEqual(['install/'])
    expect(find('ELAN')).toEqual(['install/'])
    expect(find('elan')).toEqual(['install/'])
  })

  it('finds words with a mistake in them, and says which it looked for', () => {
    for (const query of ['kuberntes', 'kubenretes', 'kubernettes', 'kubernates', 'containr', 'hadnbook', 'kuberntis cluster'])
      expect(find(query), query).not.toEqual([])
    const engine = createSearchEngine()
    engine.take(pages)
    expect(engine.search('kuberntes').replaced).toEqual(['kubernetes'])
    expect(engine.search('kuber').replaced).toEqual([])
    expect(find('xyzzyplugh')).toEqual([])
  })

  it('ranks a title before a heading before text', () => {
    const order = find('agent')
    expect(order[0]).toBe('install/')
    expect(find('aurora')[0]).toBe('')
  })

  it('ranks boosted pages higher', () => {
    expect(find('handbook')).toEqual(['boosted/', ''])
  })

  it('wants every word of a query, in any section of a page', () => {
    expect(find('steps docker')).toEqual(['install/'])
    expect(find('refund 绑定')).toEqual(['billing/', 'faq/'])
  })

  it('puts the section that tells most first', () => {
    const engine = createSearchEngine()
    engine.take(pages)
    expect(engine.search('docker container').results[0]?.sections.map(({anchor}) => anchor)).toEqual(['docker'])
  })

  it('finds in files that come later', () => {
    const engine = createSearchEngine()
    engine.take(pages.slice(0, 2))
    expect(engine.search('账号').results).toEqual([])
    engine.take(pages.slice(2))
    expect(engine.search('账号').results).toHaveLength(2)
  })

  it('answers queries without words', () => {
    for (const query of ['', ' ', '()', '…', '\u{1F600}']) expect(find(query), query).toEqual([])
    expect(find('agent', [])).toEqual([])
  })

  it('completes a query to a title, a heading or a word', () => {
    const engine = createSearchEngine()
    engine.take(pages)
    expect(engine.complete('Inst')).toBe('all the agent')
    expect(engine.complete('with')).toBe(' Docker')
    expect(engine.complete('the hand')).toBe('book')
    expect(engine.complete('费')).toBe('')
    expect(engine.complete('退款')).toBe('')
    expect(engine.complete('q')).toBe('')
    expect(engine.complete('zzz')).toBe('')
  })
})
