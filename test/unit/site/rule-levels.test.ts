import {describe, expect, it} from 'vitest'
import {usualChecks, type CheckSettings} from '../../../src/core/check-settings.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {applyLevels} from '../../../src/site/rule-levels.ts'

const broken: Diagnostic = {ruleId: 'link/missing-page', severity: 'error', message: 'x', path: 'en/changelog/a.md'}
const applied = (settings: Partial<CheckSettings>, finding: Diagnostic = broken): unknown =>
  applyLevels([finding], {...usualChecks, ...settings}, () => ['aurora', 'borealis']).map(({severity, brands}) =>
    brands ? [severity, ...brands] : [severity],
  )

describe('severities of the configuration', () => {
  it.each([
    ['nothing', {}, [['error']]],
    ['a rule', {rules: {'link/missing-page': 'info'}}, [['info']]],
    ['another rule', {rules: {'link/missing-file': 'info'}}, [['error']]],
    ['a rule that is off', {rules: {'link/missing-page': 'off'}}, []],
    ['a path', {overrides: [{paths: ['*/changelog/**'], rules: {'link/missing-page': 'warning'}}]}, [['warning']]],
    ['another path', {overrides: [{paths: ['zh/**'], rules: {'link/missing-page': 'warning'}}]}, [['error']]],
    [
      'two that fit',
      {
        overrides: [
          {paths: ['en/**'], rules: {'link/missing-page': 'warning'}},
          {rules: {'link/missing-page': 'info'}},
        ],
      },
      [['info']],
    ],
    ['a brand', {overrides: [{brands: ['borealis'], rules: {'link/missing-page': 'off'}}]}, [['error', 'aurora']]],
    [
      'brands that judge differently',
      {overrides: [{brands: ['borealis'], rules: {'link/missing-page': 'info'}}]},
      [
        ['error', 'aurora'],
        ['info', 'borealis'],
      ],
    ],
    [
      'every brand in its own entry',
      {
        overrides: ['aurora', 'borealis'].map((brand) => ({
          brands: [brand],
          rules: {'link/missing-page': 'info' as const},
        })),
      },
      [['info']],
    ],
  ] satisfies [string, Partial<CheckSettings>, unknown][])('are taken from %s', (_, settings, expected) => {
    expect(applied(settings)).toEqual(expected)
  })

  it('leave out the brand that a finding does not hold for', () => {
    const settings: Partial<CheckSettings> = {overrides: [{brands: ['borealis'], rules: {'link/missing-page': 'off'}}]}
    expect(applied(settings, {...broken, brands: ['borealis']})).toEqual([])
    expect(applied(settings, {...broken, brands: ['aurora']})).toEqual([['error', 'aurora']])
  })
})
