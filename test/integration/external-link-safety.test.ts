import type {ServerResponse} from 'node:http'
import {describe, expect, it} from 'vitest'
import {checkUrls} from '../../src/check/external/check-urls.ts'
import {hostLimiter} from '../../src/check/external/host-limiter.ts'
import type {HostLookup} from '../../src/check/external/host-lookup.ts'
import {requester} from '../../src/check/external/request.ts'
import {visit} from '../../src/check/external/visit.ts'
import {check, checkAll, loopback, serveSeen, serveStatuses, settings} from '../support/check-links.ts'
import {instantClock} from '../support/instant-clock.ts'
import {unusedAddress} from '../support/web-server.ts'

describe('an address that is not public', () => {
  it.each([
    ['http://127.0.0.1:1/', '`127.0.0.1` is a loopback address'],
    ['http://2130706433/', '`127.0.0.1` is a loopback address'],
    ['http://0x7f.1/', '`127.0.0.1` is a loopback address'],
    ['http://[::1]/', '`::1` is a loopback address'],
    ['http://[::ffff:10.0.0.1]/', '`::ffff:a00:1` is a private address'],
    ['http://169.254.169.254/latest/meta-data/', '`169.254.169.254` is a link-local address'],
  ])('is refused: %s', async (url, reason) => {
    expect(await check(url, {allowPrivate: false})).toEqual({kind: 'refused', reason})
  })

  it('is refused behind a name, and not given away', async () => {
    const {url, seen} = await serveStatuses(200)
    const asked = url.replace('127.0.0.1', 'intranet.example')
    expect(await check(asked, {allowPrivate: false})).toEqual({
      kind: 'refused',
      reason: '`intranet.example` leads to a loopback address',
    })
    expect(seen).toEqual([])
  })

  it.each([
    ['http://a.example/secret', '`a.example` leads to a loopback address'],
    ['http://127.0.0.1/secret', '`127.0.0.1` is a loopback address'],
    ['//[::1]/', '`::1` is a loopback address'],
  ])('is refused behind a redirect: %s', async (location, reason) => {
    const {url, seen} = await serveStatuses(200)
    const target = location.replace('/secret', `:${new URL(url).port}/secret`)
    const clock = instantClock()
    const options = settings({allowPrivate: false})
    const ask = requester({options, clock, lookup: loopback, signal: undefined})
    const outcome = await visit(new URL('http://public.example/'), false, {
      options,
      clock,
      limiter: hostLimiter({...options, clock, signal: undefined}),
      // Stands for a host on the internet.
      ask: (asked) =>
        asked.url.hostname === 'public.example'
          ? Promise.resolve({kind: 'answer', status: 302, location: target})
          : ask(asked),
      signal: undefined,
      accepts: (status) => status === 200,
      excludes: () => false,
    })
    const shown = new URL(target, 'http://public.example/').href
    expect(outcome).toEqual({kind: 'refused', reason: `it redirects to \`${shown}\`, and ${reason}`})
    expect(seen).toEqual([])
  })

  it('is looked up once for each connection, so that the answer cannot change after it was judged', async () => {
    const {url} = await serveStatuses(200)
    const asked: string[] = []
    const lookup: HostLookup = (hostname) => {
      asked.push(hostname)
      return Promise.resolve([{address: asked.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4}])
    }
    const result = await check(url.replace('127.0.0.1', 'a.example'), {}, {lookup})
    expect(result).toEqual({kind: 'ok', status: 200})
    expect(asked).toEqual(['a.example'])
  })
})

describe('a host', () => {
  it.each([
    ['ENOTFOUND', {kind: 'broken', reason: 'the host does not exist'}, 1],
    ['EAI_AGAIN', {kind: 'unreachable', reason: 'the name of the host cannot be looked up'}, 3],
  ])('whose look-up ends with %s', async (code, expected, times) => {
    let count = 0
    const lookup: HostLookup = () => {
      count++
      return Promise.reject(Object.assign(new Error(code), {code}))
    }
    expect(await check('http://a.example/', {retries: 2}, {lookup})).toEqual(expected)
    expect(count).toBe(times)
  })

  it('without addresses does not exist', async () => {
    const lookup: HostLookup = () => Promise.resolve([])
    expect(await check('http://a.example/', {}, {lookup})).toEqual({kind: 'broken', reason: 'the host does not exist'})
  })

  it('is looked up by the system unless a test does it', async () => {
    const {url} = await serveStatuses(200)
    const asked = url.replace('127.0.0.1', 'localhost')
    expect((await checkUrls([asked], settings())).get(asked)).toEqual({kind: 'ok', status: 200})
    expect((await checkUrls([asked], settings({allowPrivate: false}))).get(asked)).toEqual({
      kind: 'refused',
      reason: '`localhost` leads to a loopback address',
    })
  })

  it('where nobody listens refuses the connection', async () => {
    const url = await unusedAddress()
    expect(await check(url)).toEqual({kind: 'unreachable', reason: 'the connection is refused'})
  })

  it('that does not speak TLS cannot be asked for https', async () => {
    const {url} = await serveStatuses(200)
    expect(await check(url.replace('http', 'https'))).toMatchObject({
      kind: 'broken',
      reason: 'no secure connection can be made',
    })
  })

  it('is asked as many questions at a time as configured', async () => {
    const waiting: ServerResponse[] = []
    const crowds: number[] = []
    const {url} = await serveSeen((_, response) => {
      waiting.push(response)
      crowds.push(waiting.length)
      // Nobody gets an answer before as many questions stand there as may.
      if (waiting.length === 3) for (const open of waiting.splice(0)) open.end()
    })
    const urls = Array.from({length: 30}, (_, index) => `${url}/${index}`)
    const results = await checkAll(urls, {perHost: 3})
    expect(results).toEqual(Array(30).fill({kind: 'ok', status: 200}))
    expect(Math.max(...crowds)).toBe(3)
  })
})
