import {describe, expect, it} from 'vitest'
import {hasContestedRun} from '../../../../plugins/native-parser/delimiter-runs.ts'

describe('hasContestedRun', () => {
  it.each([
    'a *b* c',
    'a **b c** d',
    'snake_case_name and CONFIG_KEY',
    'see *this*, then *that*.',
    '这是 **重点** 内容',
    '这是**重点**内容',
    '2 * 3 * 4',
    'no run at all',
  ])('is false where CommonMark and the dialect agree: %s', (text) => {
    expect(hasContestedRun(text)).toBe(false)
  })

  it.each([
    ['a full stop inside', '**Note.**text'],
    ['a bracket after a word', 'call**(now)**'],
    ['a Chinese full stop inside', '**重点。**内容'],
    ['a Chinese comma outside', '**重点**，内容'],
    ['a Latin bracket beside Chinese text', '内容**(重点)**内容'],
    ['a run beside another', '_*a*_'],
    ['half of a surrogate pair', '**𠮷**'],
    ['an invisible character', 'a*\u200Bb*'],
  ])('is true at %s', (_, text) => {
    expect(hasContestedRun(text)).toBe(true)
  })
})
