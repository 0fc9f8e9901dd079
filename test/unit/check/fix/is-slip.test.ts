import {describe, expect, it} from 'vitest'
import {isSlip} from '../../../../src/check/fix/is-slip.ts'

describe('a slip of the pen', () => {
  it.each([
    ['instal', 'install'],
    ['Set-Up', 'setup'],
    ['api_sourcemap', 'api-sourcemap'],
    ['ccl-0.113.0', 'cl-0.113.0'],
    ['requrements', 'requirements'],
    ['setpu', 'setup'],
    ['nmae', 'name'],
    ['动态标签设制', '动态标签设置'],
    ['auto-discovry-of-metrcs', 'auto-discovery-of-metrics'],
  ])('is `%s` for `%s`', (name, meant) => {
    expect(isSlip(name, meant)).toBe(true)
  })

  it.each([
    ['step-3', 'step-2'],
    ['v1.4.6', 'v1.5.6'],
    ['cl-1.4.2', 'cl-1.64.2'],
    ['grok-rules', 'glob-rules'],
    ['measurements', 'requirements'],
    ['min', 'max'],
    ['tag', 'tab'],
    ['enable', 'unable'],
  ])('is not `%s` for `%s`', (name, meant) => {
    expect(isSlip(name, meant)).toBe(false)
  })
})
