import {describe, expect, it} from 'vitest'
import {failureOf} from '../../../../src/check/external/failure.ts'

function systemError(code: string): Error {
  return Object.assign(new Error('words of `the system`'), {code})
}

describe('the failure of a request', () => {
  it.each([
    ['ECONNRESET', 'the connection is cut off', true],
    ['EAI_AGAIN', 'the name of the host cannot be looked up', true],
    ['HPE_INVALID_CONSTANT', 'the answer is not valid HTTP', true],
    ['HPE_HEADER_OVERFLOW', 'the headers are too large', true],
    ['ENOTFOUND', 'the host does not exist', false],
    ['CERT_HAS_EXPIRED', 'the certificate has expired', false],
    ['EWHATEVER', "`words of 'the system'`", false],
  ])('%s: %s; may pass: %j', (code, reason, passing) => {
    expect(failureOf(systemError(code))).toEqual({kind: 'failure', reason, passing})
  })

  it('need not be an error', () => {
    expect(failureOf('x')).toEqual({kind: 'failure', reason: '`x`', passing: false})
  })
})
