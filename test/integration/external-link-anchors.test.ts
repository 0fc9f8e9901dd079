import type {Socket} from 'node:net'
import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {check, checkAll, html, redirect, serveSeen} from '../support/check-links.ts'
import {serveSockets} from '../support/web-server.ts'

describe('an anchor', () => {
  const page = '<h1 id="step-1">1</h1><h1 id="step-2">2</h1><a name="步骤"></a>'

  it('must be in the page', async () => {
    const {url, seen} = await serveSeen((_, response) => {
      html(response, page)
    })
    const urls = ['#step-1', '#step-2', '#步骤', '#%E6%AD%A5%E9%AA%A4', '#stop-1', '#nothing', '#top', ''].map(
      (hash) => `${url}/${hash}`,
    )
    const ok = {kind: 'ok', status: 200}
    expect(await checkAll(urls, {anchors: true})).toEqual([
      ok,
      ok,
      ok,
      ok,
      {kind: 'missing-anchor', status: 200, anchor: 'stop-1', nearest: 'step-1'},
      {kind: 'missing-anchor', status: 200, anchor: 'nothing'},
      ok,
      ok,
    ])
    expect(seen).toEqual(['GET /'])
  })

  it('need not be there unless configured', async () => {
    const {url, seen} = await serveSeen((_, response) => {
      html(response, page)
    })
    expect(await check(`${url}/#nothing`)).toEqual({kind: 'ok', status: 200})
    expect(seen).toEqual(['HEAD /'])
  })

  it('is found in a compressed page', async () => {
    const {url, requests} = await serveSeen((_, response) => {
      const headers = {'content-type': 'text/html', 'content-encoding': 'gzip'}
      response.writeHead(200, headers).end(gzipSync('<p id="a">'))
    })
    expect(await checkAll([`${url}/#a`, `${url}/#b`], {anchors: true})).toMatchObject([
      {kind: 'ok'},
      {kind: 'missing-anchor'},
    ])
    expect(requests[0]?.headers['accept-encoding']).toBe('gzip, deflate, br')
  })

  it('is not looked for in what is no HTML', async () => {
    const {url} = await serveSeen((_, response) => {
      response.writeHead(200, {'content-type': 'application/pdf'}).end('%PDF')
    })
    expect(await check(`${url}/#page=3`, {anchors: true})).toEqual({kind: 'ok', status: 200})
  })

  it('is looked for where a redirect leads', async () => {
    const {url} = await serveSeen((request, response) => {
      if (request.url === '/a') redirect(response, 301, '/b')
      else html(response, page)
    })
    expect(await checkAll([`${url}/a#step-1`, `${url}/a#x`], {anchors: true})).toEqual([
      {kind: 'redirect', status: 200, to: `${url}/b#step-1`, permanent: true},
      {kind: 'missing-anchor', status: 200, anchor: 'x'},
    ])
  })

  it('that a redirect replaces is not looked for', async () => {
    const {url} = await serveSeen((request, response) => {
      if (request.url === '/a') redirect(response, 301, '/b#step-2')
      else html(response, page)
    })
    expect(await check(`${url}/a#x`, {anchors: true})).toMatchObject({kind: 'redirect', to: `${url}/b#step-2`})
  })

  it('is not looked for in the page of an error', async () => {
    const {url} = await serveSeen((_, response) => {
      response.writeHead(404, {'content-type': 'text/html'}).end(page)
    })
    expect(await check(`${url}/#step-1`, {anchors: true})).toMatchObject({kind: 'broken', status: 404})
  })

  it('is not looked for in a page without an end, which is not read to it', async () => {
    let sent = 0
    const {url} = await serveSeen((_, response) => {
      response.writeHead(200, {'content-type': 'text/html'})
      // In a turn of its own: an answer to a client that is gone calls back at once, and nothing else would ever run.
      const more = (error?: Error | null): void => {
        if (error || response.destroyed) return
        sent += 10_000
        response.write('x'.repeat(10_000), (failed) => setImmediate(more, failed))
      }
      more()
    })
    expect(await check(`${url}/#a`, {anchors: true, maxBodyBytes: 50_000})).toEqual({kind: 'ok', status: 200})
    expect(sent).toBeGreaterThan(50_000)
  })

  it('is not looked for in a page that is huge once it is decompressed', async () => {
    const {url} = await serveSeen((_, response) => {
      const headers = {'content-type': 'text/html', 'content-encoding': 'gzip'}
      response.writeHead(200, headers).end(gzipSync(Buffer.alloc(20_000_000)))
    })
    expect(await check(`${url}/#a`, {anchors: true, maxBodyBytes: 1_000_000})).toEqual({kind: 'ok', status: 200})
  })

  it.each([
    ['is shorter than its length', 'Content-Length: 100\r\n\r\n<p id="a">', 'the connection is cut off'],
    ['breaks off in a chunk', 'Transfer-Encoding: chunked\r\n\r\nff\r\n<p id="a">', 'the connection is cut off'],
    ['has two lengths', 'Content-Length: 10\r\nContent-Length: 12\r\n\r\n<p id="a">', 'the answer is not valid HTTP'],
    ['has damaged chunks', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n<p id="a">', 'the answer is not valid HTTP'],
  ])('is not looked for in a page that %s', async (_, rest, reason) => {
    const connections: Socket[] = []
    const url = await serveSockets((socket) => {
      connections.push(socket)
      socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${rest}`))
    })
    expect(await check(`${url}/#a`, {anchors: true, retries: 1})).toEqual({kind: 'unreachable', reason})
    expect(connections).toHaveLength(2)
  })

  it('is found in a page without a length', async () => {
    const url = await serveSockets((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p id="a">'))
    })
    expect(await check(`${url}/#a`, {anchors: true})).toEqual({kind: 'ok', status: 200})
  })

  it('is found in a page that is longer than its length', async () => {
    const url = await serveSockets((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\n<p id="a"><p id="b">'),
      )
    })
    expect(await check(`${url}/#a`, {anchors: true})).toEqual({kind: 'ok', status: 200})
  })
})
