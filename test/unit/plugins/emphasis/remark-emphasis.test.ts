import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import type {EmphasisOptions} from '../../../../plugins/emphasis/syntax.ts'
import remarkEmphasis from '../../../../plugins/emphasis/remark-emphasis.ts'
import {renderWith} from '../../../support/render-with.ts'
import {visitNodes} from '../../../../plugins/tree/walk.ts'

const render = (source: string, smart?: EmphasisOptions['smart_enable']): string =>
  renderWith([remarkEmphasis, {smart_enable: smart}])(source).replace(/^<p>|<\/p>$/g, '')

describe('emphasis', () => {
  it.each([
    ['***both***', '<strong><em>both</em></strong>'],
    ['___both___', '<strong><em>both</em></strong>'],
    ['***两者***都是', '<strong><em>两者</em></strong>都是'],
    ['***a `b` c***', '<strong><em>a <code>b</code> c</em></strong>'],
    ['*__each__*', '<em><strong>each</strong></em>'],
    ['_**each**_', '<em><strong>each</strong></em>'],
    ['***a** b*', '<em><strong>a</strong> b</em>'],
    ['***a* b**', '<strong><em>a</em> b</strong>'],
    ['**a *b***', '<strong>a <em>b</em></strong>'],
    ['*a **b***', '<em>a <strong>b</strong></em>'],
  ])('of %s nests as the signs say', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it('keeps the order of CommonMark without the plugin', () => {
    expect(renderWith()('***both***')).toBe('<p><em><strong>both</strong></em></p>')
  })

  it('gives the outer element the place of the whole run', () => {
    const processor = unified().use(remarkParse).use(remarkEmphasis)
    const file = new VFile('> ***a***')
    const places: unknown[] = []
    visitNodes(processor.runSync(processor.parse(file), file), ({type, position}) => {
      places.push([type, position?.start.offset, position?.end.offset])
      return undefined
    })
    expect(places.slice(3)).toEqual([
      ['strong', 2, 9],
      ['emphasis', 2, 9],
      ['text', 5, 6],
    ])
  })

  it.each([
    ['**Note:**read on', '<strong>Note:</strong>read on'],
    ['*(soon)*er', '<em>(soon)</em>er'],
    ['open**(ed)** late', 'open<strong>(ed)</strong> late'],
    ['a **（重点）**内容', 'a <strong>（重点）</strong>内容'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['*outer (*inner*) end*', '<em>outer (<em>inner</em>) end</em>'],
    ['"*a*" b', '"<em>a</em>" b'],
  ])('of %s touches words', (source, html) => {
    expect(render(source)).toBe(html)
  })

  const words = ['a*b*c', 'a**b**c', 'a_b_c', 'a__b__c', '*a*', '_a_', '中*b*文']
  const plain = words.slice(0, 4)
  it.each([
    ['underscore' as const, ['a<em>b</em>c', 'a<strong>b</strong>c', 'a_b_c', 'a__b__c']],
    ['asterisk' as const, ['a*b*c', 'a**b**c', 'a<em>b</em>c', 'a<strong>b</strong>c']],
    ['all' as const, plain],
    ['none' as const, ['a<em>b</em>c', 'a<strong>b</strong>c', 'a<em>b</em>c', 'a<strong>b</strong>c']],
  ])('inside words stays text for %s', (smart, expected) => {
    expect(words.map((word) => render(word, smart))).toEqual([
      ...expected,
      '<em>a</em>',
      '<em>a</em>',
      '中<em>b</em>文',
    ])
  })

  it('opens no underscore before a space, whatever is smart', () => {
    expect(render('a_ b_ _c _d', 'none')).toBe('a_ b_ _c _d')
  })

  it.each(['*', '_', '**a:', '***a*** ', '*(', ')*a', '_a'])(
    'comes to an end with many of %j',
    (token) => {
      expect(render(token.repeat(4_000), 'none').length).toBeGreaterThan(0)
    },
    60_000,
  )
})
