import {describe, expect, it} from 'vitest'
import {describeResult, quote, statusReason} from '../../../../src/check/external/result.ts'
import type {ExternalDescription, ExternalResult} from '../../../../src/check/external/result.ts'

const url = 'https://a.example/x#step-3'

describe('a result is described', () => {
  it.each<[ExternalResult, ExternalDescription | undefined]>([
    [{kind: 'ok', status: 200}, undefined],
    [{kind: 'excluded'}, undefined],
    [
      {kind: 'redirect', status: 200, to: 'https://b.example/', permanent: true},
      {
        ruleId: 'external/redirect',
        message: '`https://a.example/x#step-3` has moved to `https://b.example/`',
        expected: ['https://b.example/'],
      },
    ],
    [
      {kind: 'redirect', status: 200, to: 'https://b.example/', permanent: false},
      {
        ruleId: 'external/redirect',
        message: '`https://a.example/x#step-3` redirects to `https://b.example/` for the time being',
      },
    ],
    [
      {kind: 'missing-anchor', status: 200, anchor: 'step-3'},
      {ruleId: 'external/missing-anchor', message: 'Cannot find anchor `#step-3` in `https://a.example/x`'},
    ],
    [
      {kind: 'missing-anchor', status: 200, anchor: 'step-3', nearest: 'step-2'},
      {
        ruleId: 'external/missing-anchor',
        message: 'Cannot find anchor `#step-3` in `https://a.example/x`; did you mean `#step-2`',
        expected: ['#step-2'],
      },
    ],
    [
      {kind: 'broken', status: 404, reason: statusReason(404)},
      {
        ruleId: 'external/broken',
        message: 'Cannot find `https://a.example/x#step-3`: the server answers with status 404 (Not Found)',
      },
    ],
    [
      {kind: 'unreachable', reason: 'the connection is refused'},
      {
        ruleId: 'external/unreachable',
        message: 'Cannot reach `https://a.example/x#step-3`: the connection is refused',
      },
    ],
    [
      {kind: 'refused', reason: '`a.example` leads to a private address'},
      {
        ruleId: 'external/refused',
        message: 'Did not check `https://a.example/x#step-3`: `a.example` leads to a private address',
      },
    ],
  ])('%j', (result, expected) => {
    expect(describeResult(url, result)).toEqual(expected)
  })
})

describe('text from the web', () => {
  it.each([
    ['a`b', "`a'b`"],
    ['a\r\n::error::b', '`a ::error::b`'],
    ['a\u001B[31mb\u202Ec', '`a [31mb c`'],
    ['x'.repeat(300), `\`${'x'.repeat(199)}…\``],
    [`${'x'.repeat(198)}😀😀`, `\`${'x'.repeat(198)}\uFFFD…\``],
  ])('%j is quoted on one line, in harmless characters', (text, expected) => {
    expect(quote(text)).toBe(expected)
  })

  it('names a status that has no name by its number', () => {
    expect(statusReason(999)).toBe('the server answers with status 999')
  })
})
