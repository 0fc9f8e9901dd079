import {symlinkSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import type {IncomingHttpHeaders} from 'node:http'
import {connect} from 'node:net'
import path from 'node:path'
import {beforeAll, afterAll, describe, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {serve} from '../../src/serve/serve.ts'
import type {RunningServer} from '../../src/serve/serve.ts'
import {createTestFolder} from '../support/test-folder.ts'

const secret = 'the words that nobody may read'
const state: {server?: RunningServer; remove?: () => void} = {}

const server = (): RunningServer => {
  if (!state.server) throw new Error('the server did not start')
  return state.server
}

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends a request as it is written: neither the path nor the headers are put in order. */
function ask(
  target: string,
  {method = 'GET', headers = {}}: {method?: string; headers?: Record<string, string>} = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {host: '127.0.0.1', port: server().port, path: target, method, headers, agent: false},
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const {statusCode = 0, headers: answered} = response
          resolve({status: statusCode, headers: answered, body: Buffer.concat(parts).toString('utf8')})
        })
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

/** Sends bytes and gives what comes back before the server ends the connection. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server().port, '127.0.0.1')
    let answer = ''
    socket.on('data', (part) => (answer += part.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      resolve(answer)
    })
    socket.end(bytes)
  })
}

beforeAll(async () => {
  const {folder, remove} = createTestFolder({
    'secret.txt': secret,
    'site/.git/config': secret,
    'site/docprism.yml': `locales: {en: {name: English}}\nbrands:\n  aurora: {url: 'https://docs.aurora.example/', values: {brand_key: aurora}}\nvalues: {password: ${secret}}\n`,
    'site/notes.txt': secret,
    'site/content/.hidden.txt': secret,
    'site/content/en/index.md': '# Start\n\n![](img/a.png)\n',
    'site/content/en/img/a.png': 'picture',
    'site/content/en/big.bin': 'x'.repeat(20 * 1024 * 1024),
    'site/content/en/100%25.txt': 'per cent',
    'content/en/index.md': secret,
  })
  state.remove = remove
  symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'site/content/en/link.txt'))
  symlinkSync(folder, path.join(folder, 'site/content/en/up'))
  state.server = await serve({cwd: path.join(folder, 'site'), port: 0, cacheDir: false})
  await state.server.complete
})

afterAll(async () => {
  await state.server?.close()
  state.remove?.()
})

describe('a server under hostile requests', () => {
  const up = [
    '..',
    '%2e%2e',
    '%2E%2E',
    '.%2e',
    '%252e%252e',
    '..%2f..',
    '..%5c..',
    '..%00',
    '%c0%ae%c0%ae',
    '%ef%bc%8e%ef%bc%8e',
  ]
  const targets = up.flatMap((step) => [
    `/${step}/secret.txt`,
    `/aurora/${step}/${step}/secret.txt`,
    `/aurora/${step}/notes.txt`,
    `/aurora/img/${step}/${step}/${step}/notes.txt`,
    `/@docprism/${step}/${step}/package.json`,
    `/@docprism/vendor/diff/${step}/package.json`,
    `/${step}%2f${step}%2fsecret.txt`,
  ])
  const others = [
    '/aurora/link.txt',
    '/aurora/up/secret.txt',
    '/aurora/.hidden.txt',
    '/aurora/.git/config',
    '/.git/config',
    '/docprism.yml',
    '/aurora/docprism.yml',
    '/aurora/index.md',
    '/aurora/en/index.md',
    '/content/en/index.md',
    '//etc/passwd',
    '/aurora//etc/passwd',
    '/aurora/C:/secret.txt',
    '/aurora/file:///etc/passwd',
    '/@docprism/socket',
    '/@docprism/__proto__',
    '/@docprism/constructor',
    '/__proto__/',
    '/constructor/prototype',
    `/aurora/${'a/'.repeat(2000)}`,
    `/aurora/${'%41'.repeat(3000)}`,
    '/aurora/?/../../secret.txt',
    '/aurora/#/../../secret.txt',
    '/%',
    '/%zz',
  ]

  it('gives away nothing, wherever a path tries to go', async () => {
    for (const target of [...targets, ...others]) {
      const {status, body} = await ask(target)
      expect(body, target).not.toContain(secret)
      expect(status, target).toBeLessThan(500)
    }
  })

  it('says why a link out of the project is not served', async () => {
    expect(await ask('/aurora/link.txt')).toMatchObject({
      status: 403,
      body: 'The file is a link that leads out of the project; only a build follows it\n',
    })
  })

  it.each([
    [{host: 'evil.example'}, 421],
    [{host: 'evil.example:8000'}, 421],
    [{host: '127.0.0.1.evil.example'}, 421],
    [{origin: 'https://evil.example'}, 403],
    [{origin: 'null'}, 403],
    [{'x-forwarded-host': 'evil.example'}, 200],
  ])('with headers %j answers %i', async (headers, status) => {
    expect((await ask('/aurora/', {headers})).status).toBe(status)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('refuses %s', async (method) => {
    const {status, headers} = await ask('/aurora/', {method})
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('refuses headers that are too large, and goes on', async () => {
    const answer = await sendRaw(`GET /aurora/ HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
    expect((await ask('/aurora/')).status).toBe(200)
  })

  it.each(['\r\n\r\n', 'GET\r\n\r\n', '\0\0\0\0', 'GET / HTTP/9.9\r\n\r\n', '{"type":"view"}\n'])(
    'answers %j as a bad request, or with nothing',
    async (bytes) => {
      expect(await sendRaw(bytes)).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/)
      expect((await ask('/aurora/')).status).toBe(200)
    },
  )

  it('answers 500 requests at once', async () => {
    const replies = await Promise.all(
      Array.from({length: 500}, (_, index) =>
        ask(['/aurora/', '/aurora/img/a.png', '/aurora/nowhere/'][index % 3] ?? ''),
      ),
    )
    expect(replies.map(({status}) => status)).toEqual(
      Array.from({length: 500}, (_, index) => [200, 200, 404][index % 3]),
    )
  })

  it('goes on when a client goes in the middle of an answer', async () => {
    await Promise.all(
      Array.from(
        {length: 20},
        () =>
          new Promise<void>((resolve) => {
            const socket = connect(server().port, '127.0.0.1')
            socket.on('close', () => {
              resolve()
            })
            socket.on('error', () => undefined)
            socket.once('data', () => socket.destroy())
            socket.write('GET /aurora/big.bin HTTP/1.1\r\nhost: localhost\r\n\r\n')
          }),
      ),
    )
    expect((await ask('/aurora/')).status).toBe(200)
  })

  it('does not wait for a client that sends its request letter by letter', async () => {
    const slow = connect(server().port, '127.0.0.1')
    slow.on('error', () => undefined)
    slow.write('GET /aurora/ HTT')
    expect((await ask('/aurora/')).status).toBe(200)
    slow.destroy()
  })

  it('says what it sends, guesses nothing, and lets no other site read or frame it', async () => {
    const types = await Promise.all(
      ['/aurora/', '/aurora/img/a.png', '/aurora/robots.txt', '/@docprism/client.js'].map(async (target) => {
        const {headers} = await ask(target)
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-cache',
          'cross-origin-resource-policy': 'same-origin',
          'content-security-policy': "frame-ancestors 'self'",
        })
        return headers['content-type']
      }),
    )
    expect(types).toEqual([
      'text/html; charset=utf-8',
      'image/png',
      'text/plain; charset=utf-8',
      'text/javascript; charset=utf-8',
    ])
  })

  it('sends a file again only when it changed', async () => {
    const {headers} = await ask('/aurora/img/a.png')
    const again = await ask('/aurora/img/a.png', {headers: {'if-none-match': headers.etag ?? ''}})
    expect([again.status, again.body]).toEqual([304, ''])
  })

  it('answers HEAD as GET, without the body', async () => {
    const [head, get] = await Promise.all([ask('/aurora/', {method: 'HEAD'}), ask('/aurora/')])
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', get.headers['content-length']])
  })

  it('finds files whose names hold per cent signs', async () => {
    expect((await ask('/aurora/100%2525.txt')).body).toBe('per cent')
  })

  it('leads an address without the brand to the one that is served', async () => {
    expect(await ask('/img/a.png')).toMatchObject({status: 302, headers: {location: '/aurora/img/a.png'}})
    expect(await ask('/')).toMatchObject({status: 302, headers: {location: '/aurora/'}})
    expect(await ask('/aurora')).toMatchObject({status: 302, headers: {location: '/aurora/'}})
  })
})

describe('its WebSocket', () => {
  const open = (options: {path?: string; headers?: Record<string, string>; origin?: string}): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${server().port}${options.path ?? '/@docprism/socket'}`, options)
      socket.on('open', () => {
        resolve('open')
        socket.terminate()
      })
      socket.on('unexpected-response', (asked, {statusCode}) => {
        resolve(String(statusCode))
        asked.destroy()
      })
      socket.on('error', () => undefined)
    })
  const origin = (): string => `http://127.0.0.1:${server().port}`

  it('opens for pages of the server alone', async () => {
    expect(await open({origin: origin()})).toBe('open')
    expect(await open({origin: 'http://evil.example'})).toBe('403')
    expect(await open({})).toBe('403')
    expect(await open({origin: origin(), headers: {host: 'evil.example'}})).toBe('421')
    expect(await open({origin: origin(), path: '/elsewhere'})).toBe('404')
  })

  it.each([
    ['not JSON'],
    ['null'],
    ['{}'],
    ['{"type":"view","path":7,"version":""}'],
    ['{"type":"view","path":"/../../secret.txt","version":""}'],
    ['{"type":"view","path":"/nobody/","version":""}'],
    [`{"type":"view","path":"/${'a'.repeat(30_000)}","version":""}`],
  ])('takes %#, which is no message, without harm', async (message) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server().port}/@docprism/socket`, {origin: origin()})
    socket.on('error', () => undefined)
    await new Promise((resolve) => socket.once('open', resolve))
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send(message)
    socket.close()
    await closed
    expect((await ask('/aurora/')).status).toBe(200)
  })
})

describe('a file that is being written', () => {
  it('is sent as a whole', async () => {
    const {folder, remove} = createTestFolder({})
    try {
      const file = path.join(folder, 'a.bin')
      const {readSiteFile} = await import('../../src/serve/site-file.ts')
      const writes = Array.from({length: 30}, (_, index) => String(index % 10).repeat(200_000 + index))
      const writing = {isDone: false}
      const written = (async () => {
        for (const text of writes) {
          writeFileSync(file, text.slice(0, 1000))
          await new Promise((resolve) => setImmediate(resolve))
          writeFileSync(file, text)
          await new Promise((resolve) => setImmediate(resolve))
        }
        writing.isDone = true
      })()
      while (!writing.isDone) {
        const answer = await readSiteFile(file, [folder])
        if (answer.kind === 'content') expect(writes.map(({length}) => length)).toContain(answer.body.length)
      }
      await written
    } finally {
      remove()
    }
  })
})
