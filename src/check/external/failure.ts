import {quote} from './result.ts'

/** Why there is no whole answer. */
export interface Failure {
  readonly kind: 'failure'
  readonly reason: string
  /** Whether another attempt may succeed. */
  readonly passing: boolean
}

/** An address that must not be connected to; the message says why, without the address. */
export class RefusedAddressError extends Error {}

/** Failures that come and go, or say nothing about the page. */
const passing: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNABORTED: 'the connection is cut off',
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection is cut off',
  EHOSTUNREACH: 'no route leads to the host',
  ENETUNREACH: 'no route leads to the host',
  EPIPE: 'the connection is cut off',
  ETIMEDOUT: 'the host does not answer',
  HPE_HEADER_OVERFLOW: 'the headers are too large',
  Z_BUF_ERROR: 'the compressed body ends too early',
}

/** Failures that stay until somebody repairs something. */
const lasting: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by nobody else',
  ENOTFOUND: 'the host does not exist',
  EPROTO: 'no secure connection can be made',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the certificate is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate comes without those it is signed with',
  Z_DATA_ERROR: 'the compressed body is damaged',
}

/** The error of a request in words. */
export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const found = passing[code] ?? (code.startsWith('HPE_') ? 'the answer is not valid HTTP' : undefined)
  if (found !== undefined) return {kind: 'failure', reason: found, passing: true}
  const message = error instanceof Error ? error.message : String(error)
  return {kind: 'failure', reason: lasting[code] ?? quote(message), passing: false}
}
