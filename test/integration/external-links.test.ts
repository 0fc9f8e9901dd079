import type {RequestListener} from 'node:http'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {checkUrls} from '../../src/check/external/check-urls.ts'
import {openExternalCache} from '../../src/check/external/external-cache.ts'
import {defaultExternalOptions} from '../../src/check/external/options.ts'
import type {ExternalOptions} from '../../src/check/external/options.ts'
import type {ExternalResult} from '../../src/check/external/result.ts'
import {check, checkAll, html, loopback, redirect, serveSeen, serveStatuses, settings} from '../support/check-links.ts'
import {instantClock} from '../support/instant-clock.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {serveSockets} from '../support/web-server.ts'

describe('a URL', () => {
  it('is fine when the server says so, and its page is not sent', async () => {
    const {url, seen} = await serveStatuses(200)
    expect(await check(`${url}/a`)).toEqual({kind: 'ok', status: 200})
    expect(seen).toEqual(['HEAD /a'])
  })

  it.each([404, 410, 403, 400])('is broken at the status %i, which GET confirms', async (status) => {
    const {url, seen} = await serveStatuses(status)
    expect(await check(`${url}/a`)).toMatchObject({kind: 'broken', status})
    expect(seen).toEqual(['HEAD /a', 'GET /a'])
  })

  it.each([405, 501, 403, 404, 500])('is fine when only HEAD gets the status %i', async (status) => {
    const {url, seen} = await serveStatuses(status, 200)
    expect(await check(`${url}/a`)).toEqual({kind: 'ok', status: 200})
    expect(seen).toEqual(['HEAD /a', 'GET /a'])
  })

  it('is fine at another status that is accepted', async () => {
    const {url, seen} = await serveStatuses(403)
    expect(await check(url, {accept: ['200..299', '403']})).toEqual({kind: 'ok', status: 403})
    expect(seen).toEqual(['HEAD /'])
  })

  it('is fine at a redirect that is accepted', async () => {
    const {url} = await serveSeen((_, response) => {
      redirect(response, 302, '/login')
    })
    expect(await check(url, {accept: ['200..399']})).toEqual({kind: 'ok', status: 302})
  })

  it('must be one', async () => {
    expect(await checkAll(['http://', 'no', '//a.example/'])).toEqual(
      Array(3).fill({kind: 'broken', reason: 'it is not a valid URL'}),
    )
  })

  it.each(['mailto:a@a.example', 'tel:+1', 'javascript:alert(1)', 'file:///etc/passwd', 'ftp://a.example/'])(
    'is not asked for when it is no web address: %s',
    async (url) => {
      expect(await check(url)).toEqual({kind: 'excluded'})
    },
  )

  it('is asked for once, whatever its fragments', async () => {
    const {url, seen} = await serveStatuses(200)
    const urls = [`${url}/a`, `${url}/a#x`, `${url}/b/../a#y`, `${url}/b`]
    expect(await checkAll(urls)).toEqual(Array(4).fill({kind: 'ok', status: 200}))
    expect([...seen].sort()).toEqual(['HEAD /a', 'HEAD /b'])
  })

  it('has its result in the order of the first mention', async () => {
    const {url} = await serveStatuses(200)
    const urls = [`${url}/b`, 'mailto:a@a.example', `${url}/a`, 'no', `${url}/b`]
    const results = await checkUrls(urls, settings(), {clock: instantClock(), lookup: loopback})
    expect([...results.keys()]).toEqual([...new Set(urls)])
  })

  it('is sent without name, password, cookies and fragment', async () => {
    const {url, requests} = await serveSeen((request, response) => {
      response.setHeader('set-cookie', 'a=b')
      if (request.url === '/a') redirect(response, 302, `http://u:p@${request.headers.host ?? ''}/b`)
      else response.end()
    })
    const result = await check(`${url.replace('//', '//name:secret@')}/a#x`)
    expect(result).toEqual({kind: 'redirect', status: 200, to: `${url}/b#x`, permanent: false})
    expect(requests.map((request) => request.url)).toEqual(['/a', '/b'])
    for (const {headers} of requests) {
      expect(headers).not.toHaveProperty('authorization')
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).toMatchObject({'user-agent': defaultExternalOptions.userAgent, connection: 'close'})
    }
  })

  it.each(['http://a.example/*', '*/a', '*#x', 'http://?.example/[!b]*'])('is left alone by %s', async (glob) => {
    const {seen, url} = await serveStatuses(404)
    const asked = url.replace('127.0.0.1', 'a.example')
    const given = glob.includes('.example/') ? 'http://a.example/a#x' : `${asked}/a${glob.endsWith('x') ? '#x' : ''}`
    expect(await check(given, {exclude: ['nothing', glob]})).toEqual({kind: 'excluded'})
    expect(seen).toEqual([])
  })
})

describe('a redirect', () => {
  const chain: RequestListener = (request, response) => {
    const next = Number(request.url?.slice(1)) - 1
    if (next < 0) response.end()
    else redirect(response, next % 2 === 0 ? 301 : 308, `/${next}`)
  }

  it('is reported with its end', async () => {
    const {url, seen} = await serveSeen(chain)
    expect(await check(`${url}/3`)).toEqual({kind: 'redirect', status: 200, to: `${url}/0`, permanent: true})
    expect(seen).toEqual(['HEAD /3', 'HEAD /2', 'HEAD /1', 'HEAD /0'])
  })

  it.each([302, 303, 307])('is not permanent when one of its steps has the status %i', async (status) => {
    const {url} = await serveSeen((request, response) => {
      if (request.url === '/a') redirect(response, 301, '/b')
      else if (request.url === '/b') redirect(response, status, '/c')
      else response.end()
    })
    expect(await check(`${url}/a`)).toMatchObject({kind: 'redirect', to: `${url}/c`, permanent: false})
  })

  it('may have as many steps as configured', async () => {
    const {url} = await serveSeen(chain)
    expect(await check(`${url}/5`, {maxRedirects: 5})).toMatchObject({kind: 'redirect'})
    expect(await check(`${url}/6`, {maxRedirects: 5})).toMatchObject({
      kind: 'broken',
      reason: 'it redirects more than 5 times',
    })
  })

  it.each([
    ['/a', '/a'],
    ['/a#x', '/a#y'],
    ['/b', '/c'],
  ])('in a circle is broken: %s to %s', async (from, to) => {
    const {url} = await serveSeen((request, response) => {
      redirect(response, 301, request.url === '/c' ? '/b' : to)
    })
    expect(await check(`${url}${from}`)).toEqual({kind: 'broken', status: 301, reason: 'it redirects in a circle'})
  })

  it('to a page that is gone is broken', async () => {
    const {url} = await serveSeen((request, response) => {
      if (request.url === '/a') redirect(response, 301, '/b')
      else response.writeHead(404).end()
    })
    expect(await check(`${url}/a`)).toMatchObject({kind: 'broken', status: 404})
  })

  it('without an address is broken', async () => {
    const {url} = await serveStatuses(301)
    expect(await check(url)).toMatchObject({kind: 'broken', status: 301})
  })

  it('to something that is not a URL is broken', async () => {
    const {url} = await serveSeen((_, response) => {
      redirect(response, 301, 'http://[')
    })
    expect(await check(url)).toEqual({
      kind: 'broken',
      status: 301,
      reason: 'it redirects to something that is not a URL',
    })
  })

  it.each([
    ['/步', '/%E6%AD%A5'],
    ['/\u00E9', '/%C3%A9'],
  ])('may name its address in UTF-8 or Latin-1', async (location, expected) => {
    const encoding = location.length === 2 && location < '/\u0100' ? 'latin1' : 'utf8'
    const url = await serveSockets((socket) => {
      socket.once('data', (data) => {
        const first = data.toString().startsWith('HEAD / ')
        socket.end(
          Buffer.from(first ? `HTTP/1.1 301 x\r\nLocation: ${location}\r\n\r\n` : 'HTTP/1.1 200 x\r\n\r\n', encoding),
        )
      })
    })
    expect(await check(url)).toMatchObject({kind: 'redirect', to: `${url}${expected}`})
  })

  it.each(['ftp://a.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x'])(
    'to %s is refused',
    async (target) => {
      const {url} = await serveSeen((_, response) => {
        redirect(response, 301, target)
      })
      expect(await check(url)).toEqual({
        kind: 'refused',
        reason: `it redirects to \`${target}\`, which is not a web address`,
      })
    },
  )

  it('to an excluded URL is not followed', async () => {
    const {url, seen} = await serveSeen((_, response) => {
      redirect(response, 302, '/login?from=a')
    })
    expect(await check(`${url}/a`, {exclude: ['*/login*']})).toEqual({kind: 'excluded'})
    expect(seen).toEqual(['HEAD /a'])
  })
})

describe('an answer of an earlier check', () => {
  async function checkTwice(
    listener: RequestListener,
    {
      urls,
      options = {},
      later = options,
    }: {urls: readonly string[]; options?: Partial<ExternalOptions>; later?: Partial<ExternalOptions>},
  ): Promise<{readonly seen: readonly string[]; readonly results: readonly unknown[]; readonly again: unknown}> {
    const file = path.join(temporaryFolder(), 'answers.json')
    const {url, seen} = await serveSeen(listener)
    const asked = urls.map((rest) => url + rest)
    const run = async (chosen: Partial<ExternalOptions>): Promise<readonly (ExternalResult | undefined)[]> => {
      const cache = openExternalCache(file, {now: () => 0, maxAge: 1000})
      const results = await checkAll(asked, chosen, {cache})
      cache.save()
      return results
    }
    const results = await run(options)
    const before = seen.length
    const again = await run(later)
    expect(again).toHaveLength(results.length)
    return {seen: seen.slice(before), results, again}
  }

  it.each<[string, RequestListener]>([
    ['is fine', (_, response) => response.end()],
    ['is gone', (_, response) => response.writeHead(404).end()],
    ['is gone for good', (_, response) => response.writeHead(410).end()],
    [
      'has moved',
      (request, response) => {
        if (request.url === '/a') redirect(response, 301, '/b')
        else response.end()
      },
    ],
  ])('holds for a page that %s', async (_, listener) => {
    const {seen, results, again} = await checkTwice(listener, {urls: ['/a', '/a#x']})
    expect(seen).toEqual([])
    expect(again).toEqual(results)
  })

  it.each([403, 500])('does not hold for the status %i', async (status) => {
    const {seen} = await checkTwice((_, response) => response.writeHead(status).end(), {
      urls: ['/a'],
      options: {retries: 0},
    })
    expect(seen).toEqual(['HEAD /a', 'GET /a'])
  })

  it('does not hold for a status that was accepted then', async () => {
    const {seen} = await checkTwice((_, response) => response.writeHead(403).end(), {
      urls: ['/a'],
      options: {accept: ['403']},
      later: {},
    })
    expect(seen).toEqual(['HEAD /a', 'GET /a'])
  })

  it.each([
    ['holds for anchors that were found', ['/a#x', '/a#y'], []],
    ['does not hold for anchors that were missing', ['/a#x', '/a#z'], ['GET /a']],
  ])('%s', async (_, urls, expected) => {
    const {seen, results, again} = await checkTwice(
      (_request, response) => {
        html(response, '<p id=x><p id=y>')
      },
      {urls, options: {anchors: true}},
    )
    expect(seen).toEqual(expected)
    expect(again).toEqual(results)
  })

  it('does not hold for anchors that were not looked for', async () => {
    const {seen} = await checkTwice(
      (_, response) => {
        html(response, '<p id=x>')
      },
      {urls: ['/a#x'], later: {anchors: true}},
    )
    expect(seen).toEqual(['GET /a'])
  })
})
