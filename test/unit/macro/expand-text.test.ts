import {describe, expect, it} from 'vitest'
import {expandText} from '../../../src/macro/expand-text.ts'
import {lookupValue} from '../../../src/macro/scope.ts'
import {aurora, borealis} from './editions.ts'

describe('expandText', () => {
  it('puts values in as they are', () => {
    const text = '<<< custom_key.brand_name >>> & <<< custom_key.hot >>>'
    expect(expandText({text, path: 'docprism.yml', ...borealis})).toEqual({text: '北辰云 & *hot*', diagnostics: []})
  })

  it('leaves a text without macros alone', () => {
    expect(expandText({text: 'a << b', path: 'docprism.yml', ...aurora})).toEqual({text: 'a << b', diagnostics: []})
  })

  it('reports at the place of the text', () => {
    const place = {start: {line: 3, column: 8, offset: 40}, end: {line: 3, column: 30, offset: 62}}
    const {text, diagnostics} = expandText({text: '<<< custom_key.portt >>>', path: 'docprism.yml', place, ...aurora})
    expect(text).toBe('<<< custom_key.portt >>>')
    expect(diagnostics).toEqual([
      {
        ruleId: 'macro/undefined',
        severity: 'error',
        message: 'Cannot find `custom_key.portt`; did you mean `custom_key.port`',
        actual: 'custom_key.portt',
        expected: ['custom_key.port'],
        path: 'docprism.yml',
        place,
      },
    ])
  })

  it('reports without a place where none is known', () => {
    const {diagnostics} = expandText({text: '{{ custom_key.port }}', path: 'docprism.yml', ...aurora})
    expect(diagnostics.map(({ruleId, place}) => [ruleId, place])).toEqual([['macro/malformed', undefined]])
  })
})

describe('lookupValue', () => {
  it.each([
    ['custom_key.brand_name', 'Aurora'],
    ['custom_key.port', '8080'],
    ['custom_key.beta', 'false'],
    ['custom_key.regions.1', 'south'],
    ['custom_key.team.lead', 'Ada'],
    ['custom_key.team', undefined],
    ['custom_key.nothing', undefined],
    ['custom_key.toString', undefined],
  ])('gives %s as text', (name, value) => {
    expect(lookupValue(aurora.values, name)).toBe(value)
  })
})
