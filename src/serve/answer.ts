import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {pipeline} from 'node:stream/promises'
import {lookup} from 'mrmime'

/** What a request is answered with. */
export type Answer =
  | {readonly kind: 'content'; readonly status: 200 | 404; readonly type: string; readonly body: string | Uint8Array}
  /** A file that is too large to be held. */
  | {readonly kind: 'stream'; readonly file: string; readonly type: string; readonly size: number}
  | {readonly kind: 'moved'; readonly to: string}
  | {readonly kind: 'refused'; readonly status: number; readonly reason: string}

/** Content type of a file by its name; text is UTF-8. */
export function contentType(file: string): string {
  const type = lookup(file) ?? 'application/octet-stream'
  const isText = type.startsWith('text/') || /[/+](?:json|javascript|xml)$/.test(type)
  return isText ? `${type}; charset=utf-8` : type
}

/**
 * Headers of every answer. Nothing is kept without being asked for again, nothing is guessed, and no page of another site
 * can read or frame what is served.
 */
const commonHeaders = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "frame-ancestors 'self'",
  'referrer-policy': 'same-origin',
}

/** Writes an answer. A client that is gone is no failure. */
export async function sendAnswer(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isHead = request.method === 'HEAD'
  switch (answer.kind) {
    case 'moved':
      response.writeHead(302, {...commonHeaders, location: answer.to, 'content-length': 0})
      response.end()
      return
    case 'refused': {
      const body = `${answer.reason}\n`
      const allow = answer.status === 405 ? {allow: 'GET, HEAD'} : {}
      response.writeHead(answer.status, {
        ...commonHeaders,
        ...allow,
        'content-type': 'text/plain; charset=utf-8',
        'content-length': Buffer.byteLength(body),
      })
      response.end(isHead ? undefined : body)
      return
    }
    case 'content': {
      const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body
      const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
      if (answer.status === 200 && request.headers['if-none-match'] === tag) {
        response.writeHead(304, {...commonHeaders, etag: tag})
        response.end()
        return
      }
      response.writeHead(answer.status, {
        ...commonHeaders,
        etag: tag,
        'content-type': answer.type,
        'content-length': body.byteLength,
      })
      response.end(isHead ? undefined : body)
      return
    }
    case 'stream':
      response.writeHead(200, {...commonHeaders, 'content-type': answer.type, 'content-length': answer.size})
      if (isHead) response.end()
      else await pipeline(createReadStream(answer.file, {end: answer.size - 1}), response).catch(() => undefined)
  }
}
