import {describe, expect, it} from 'vitest'
import {defaultExternalOptions, parseStatusRange, statusTest} from '../../../../src/check/external/options.ts'

describe('accepted statuses', () => {
  it.each([
    ['404', [404, 404]],
    ['200..299', [200, 299]],
    ['999', [999, 999]],
    ['299..200', undefined],
    ['20', undefined],
    ['2xx', undefined],
    ['200-299', undefined],
    ['', undefined],
  ])('are read from %j', (text, expected) => {
    expect(parseStatusRange(text)).toEqual(expected)
  })

  it('are those of any range', () => {
    const accepts = statusTest(['200..299', '403'])
    expect([199, 200, 299, 300, 403, 404].map(accepts)).toEqual([false, true, true, false, true, false])
  })

  it('are those of success unless configured', () => {
    const accepts = statusTest(defaultExternalOptions.accept)
    expect([200, 204, 301, 404].map(accepts)).toEqual([true, true, false, false])
  })

  it('cannot be anything else', () => {
    expect(() => statusTest(['ok'])).toThrow('Found `ok`, expected a status or a range of them such as `200..299`')
  })
})
