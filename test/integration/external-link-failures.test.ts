import type {ServerResponse} from 'node:http'
import type {Socket} from 'node:net'
import {describe, expect, it} from 'vitest'
import {check, checkAll, serveSeen, serveStatuses} from '../support/check-links.ts'
import {instantClock} from '../support/instant-clock.ts'
import {serveSockets} from '../support/web-server.ts'

describe('a failure that may pass', () => {
  it.each([408, 429, 500, 502, 503, 504])('is tried again: status %i', async (status) => {
    const {url, seen} = await serveStatuses(status, status, 200)
    const clock = instantClock()
    expect(await check(url, {retries: 2, backoffMs: 1000}, {clock})).toEqual({kind: 'ok', status: 200})
    expect(seen).toHaveLength(3)
  })

  it('is tried again as often as configured, after waits that double', async () => {
    const {url, seen} = await serveStatuses(503)
    const clock = instantClock()
    expect(await check(url, {retries: 3, backoffMs: 1000}, {clock})).toEqual({
      kind: 'unreachable',
      status: 503,
      reason: 'the server answers with status 503 (Service Unavailable)',
    })
    expect(seen).toEqual(['HEAD /', 'GET /', 'GET /', 'GET /', 'GET /'])
    expect(clock.waits).toEqual([1000, 2000, 4000])
  })

  it.each([
    ['120', [120_000]],
    ['Mon, 01 Jan 2024 00:00:30 GMT', [30_000]],
    ['0', [0]],
    ['soon', [1000]],
  ])('is tried again after the time that the server asks for: %s', async (retryAfter, waits) => {
    const statuses = [429, 200]
    const {url, seen} = await serveSeen((_, response) => {
      response.writeHead(statuses.shift() ?? 500, {'retry-after': retryAfter}).end()
    })
    const clock = instantClock()
    const options = {backoffMs: 1000, maxWaitMs: 120_000}
    expect(await check(url, options, {clock})).toEqual({kind: 'ok', status: 200})
    expect(clock.waits).toEqual(waits)
    expect(seen).toEqual(['HEAD /', 'HEAD /'])
  })

  it('is not tried again when the server asks for too much time', async () => {
    const {url, seen} = await serveSeen((_, response) => {
      response.writeHead(503, {'retry-after': '3600'}).end()
    })
    const clock = instantClock()
    expect(await check(url, {maxWaitMs: 60_000}, {clock})).toEqual({
      kind: 'unreachable',
      status: 503,
      reason: 'the server answers with status 503 (Service Unavailable) and asks to wait more than 60 seconds',
    })
    expect(seen).toEqual(['HEAD /'])
    expect(clock.waits).toEqual([])
  })

  it.each([
    ['resets the connection', (socket: Socket) => socket.resetAndDestroy(), 'the connection is cut off'],
    ['hangs up', (socket: Socket) => socket.end(), 'the connection is cut off'],
    [
      'breaks off in the headers',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nA: '),
      'the connection is cut off',
    ],
    ['talks something else', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'the answer is not valid HTTP'],
    ['sends rubbish', (socket: Socket) => socket.end(Buffer.alloc(100_000, 0xff)), 'the answer is not valid HTTP'],
    [
      'sends headers without an end',
      (socket: Socket) => socket.end(`HTTP/1.1 200 OK\r\n${`a: ${'x'.repeat(1000)}\r\n`.repeat(200)}`),
      'the headers are too large',
    ],
    [
      'switches protocols',
      (socket: Socket) => socket.end('HTTP/1.1 101 x\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      'the connection is cut off',
    ],
  ])('is tried again with GET: a server that %s', async (_, answer, reason) => {
    const methods: string[] = []
    const url = await serveSockets((socket) => {
      socket.once('data', (data) => {
        methods.push(data.toString().slice(0, 4).trim())
        answer(socket)
      })
    })
    expect(await check(url, {retries: 2})).toEqual({kind: 'unreachable', reason})
    expect(methods).toEqual(['HEAD', 'GET', 'GET'])
  })

  it('may be one of HEAD alone', async () => {
    const {url, seen} = await serveSeen((request, response) => {
      if (request.method === 'HEAD') response.destroy()
      else response.end()
    })
    expect(await check(url, {retries: 0})).toEqual({kind: 'ok', status: 200})
    expect(seen).toEqual(['HEAD /', 'GET /'])
  })
})

describe('a host that is down', () => {
  const skipped = {kind: 'unreachable', reason: 'nobody asked, as its host did not answer before'}

  it.each([
    ['answers to nobody', (response: ServerResponse) => response.destroy()],
    ['is asked too much', (response: ServerResponse) => response.writeHead(429).end()],
    ['is out of service', (response: ServerResponse) => response.writeHead(503).end()],
  ])('is not asked for the rest of its links: it %s', async (_, answer) => {
    const {url, seen} = await serveSeen((_request, response) => {
      answer(response)
    })
    const urls = Array.from({length: 6}, (_value, index) => `${url}/${index}`)
    const results = await checkAll(urls, {perHost: 1, retries: 1, giveUpAfter: 2})
    expect(results.map((result) => result?.kind)).toEqual(Array(6).fill('unreachable'))
    expect(results.slice(2)).toEqual(Array(4).fill(skipped))
    expect(new Set(seen.map((line) => line.split(' ')[1]))).toEqual(new Set(['/0', '/1']))
  })

  it('is asked on while some of its pages answer', async () => {
    const {url} = await serveSeen((request, response) => {
      if (request.url?.endsWith('5')) response.end()
      else response.destroy()
    })
    const urls = [1, 5, 2, 15, 3, 25].map((name) => `${url}/${name}`)
    const results = await checkAll(urls, {perHost: 1, retries: 0, giveUpAfter: 2})
    expect(results.map((result) => result?.kind)).toEqual([
      'unreachable',
      'ok',
      'unreachable',
      'ok',
      'unreachable',
      'ok',
    ])
  })

  it('is asked on when only some of its pages fail', async () => {
    const {url} = await serveStatuses(500)
    const urls = [1, 2, 3, 4].map((name) => `${url}/${name}`)
    const results = await checkAll(urls, {perHost: 1, retries: 0, giveUpAfter: 2})
    expect(results).not.toContainEqual(skipped)
  })
})

describe('an answer that does not end', () => {
  it.each([
    ['says nothing', () => undefined],
    [
      'sends its headers byte by byte',
      (socket: Socket) => {
        drip(socket, 'HTTP/1.1 200 OK\r\nA: ')
      },
    ],
    [
      'sends its page byte by byte',
      (socket: Socket) => {
        drip(socket, 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>')
      },
    ],
    [
      'never comes to the point',
      (socket: Socket) => {
        socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(10))
      },
    ],
  ])('is given up at the deadline: a server that %s', async (_, answer) => {
    const clock = instantClock()
    const url = await serveSockets((socket) => {
      socket.once('data', () => {
        answer(socket)
        // The client gets a turn to read what is there.
        setImmediate(() => {
          setImmediate(clock.expire)
        })
      })
    })
    expect(await check(`${url}/#a`, {anchors: true, retries: 1, timeoutMs: 1500}, {clock})).toEqual({
      kind: 'unreachable',
      reason: 'no whole answer came within 1.5 seconds',
    })
    expect(clock.pending()).toBe(0)
  })

  it('does not matter once the headers are there and no more is wanted', async () => {
    const clock = instantClock()
    const {url} = await serveSeen((request, response) => {
      if (request.method === 'HEAD') response.writeHead(405).end()
      else response.writeHead(200, {'content-type': 'text/html'}).write('<p>')
    })
    expect(await check(url, {}, {clock})).toEqual({kind: 'ok', status: 200})
    expect(clock.pending()).toBe(0)
  })

  it('is left when the check is aborted', async () => {
    const stop = new AbortController()
    const clock = instantClock()
    const {url, seen} = await serveSeen(() => {
      stop.abort(new Error('enough'))
    })
    const urls = [`${url}/1`, `${url}/2`, `${url}/3`]
    await expect(checkAll(urls, {perHost: 1}, {clock, signal: stop.signal})).rejects.toThrow('enough')
    expect(seen).toEqual(['HEAD /1'])
    expect(clock.pending()).toBe(0)
  })

  it('is never begun when the check was aborted before', async () => {
    const {url, seen} = await serveStatuses(200)
    await expect(check(url, {}, {signal: AbortSignal.abort(new Error('enough'))})).rejects.toThrow('enough')
    expect(seen).toEqual([])
  })
})

/** Sends a text, and more of it for ever. */
function drip(socket: Socket, text: string): void {
  socket.write(text)
  const more = (): void => {
    if (socket.writable) socket.write('x', () => setImmediate(more))
  }
  more()
}
