import {describe, expect, it} from 'vitest'
import {oneLine} from '../../../../src/check/reports/one-line.ts'

describe('oneLine', () => {
  it.each([
    ['plain 中文 👩‍💻', 'plain 中文 👩‍💻'],
    ['a\nb', 'a⏎b'],
    ['a\r\tb', 'a\\u000d\\u0009b'],
    ['\u001B[2J\u009B', '\\u001b[2J\\u009b'],
    ['a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['half \uD83D pair', 'half \\ud83d pair'],
    ['reads \u202Esdrawkcab\u202C \u2066x\u2069', 'reads \\u202esdrawkcab\\u202c \\u2066x\\u2069'],
  ])('writes %j as %j', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })
})
