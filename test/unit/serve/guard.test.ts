import {describe, expect, it} from 'vitest'
import {judgeRequest, judgeSocket} from '../../../src/serve/guard.ts'

const names = new Set(['docs.lan'])
const judge = (head: {method?: string; url?: string; headers?: Record<string, string>}) =>
  judgeRequest({method: 'GET', url: '/', ...head, headers: {host: 'localhost:8000', ...head.headers}}, names)?.status

describe('a request', () => {
  it.each([
    ['localhost:8000'],
    ['127.0.0.1:8000'],
    ['[::1]:8000'],
    ['192.168.0.7:8000'],
    ['aurora.localhost'],
    ['docs.lan'],
    ['DOCS.LAN:80'],
  ])('for host %s is answered', (host) => {
    expect(judge({headers: {host}})).toBeUndefined()
  })

  it.each([
    ['evil.example'],
    ['localhost.evil.example'],
    ['127.0.0.1.evil.example'],
    ['docs.lan.evil.example'],
    ['localhost.'],
  ])('for host %s, which was made to lead here, is refused', (host) => {
    expect(judge({headers: {host}})).toBe(421)
  })

  it.each([[''], ['a b'], ['local host'], ['localhost:99999'], ['user@localhost']])(
    'for host `%s` is a bad one',
    (host) => {
      expect(judge({headers: {host}})).toBe(400)
    },
  )

  it.each([['POST'], ['PUT'], ['DELETE'], ['OPTIONS'], ['TRACE'], ['CONNECT']])(
    'with method %s is refused',
    (method) => {
      expect(judge({method})).toBe(405)
    },
  )

  it('without a path is a bad one', () => {
    expect(judge({url: 'http://localhost/'})).toBe(400)
    expect(judgeRequest({method: 'GET', headers: {host: 'localhost'}}, names)?.status).toBe(400)
  })

  it('of a page of another origin is refused, of its own is answered', () => {
    expect(judge({headers: {origin: 'http://evil.example'}})).toBe(403)
    expect(judge({headers: {origin: 'http://localhost:3000'}})).toBe(403)
    expect(judge({headers: {origin: 'null'}})).toBe(403)
    expect(judge({headers: {origin: 'http://localhost:8000'}})).toBeUndefined()
  })
})

describe('a WebSocket', () => {
  it('is opened for a page of the server only', () => {
    const open = (headers: Record<string, string>) =>
      judgeSocket({method: 'GET', url: '/', headers: {host: 'localhost:8000', ...headers}}, names)?.status
    expect(open({})).toBe(403)
    expect(open({origin: 'https://evil.example'})).toBe(403)
    expect(open({origin: 'http://localhost:8000'})).toBeUndefined()
  })
})
