import {createServer} from 'node:http'
import type {RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import {describe, expect, it, onTestFinished} from 'vitest'
import {download, downloadOptions} from '../../../src/build/download-snippet.ts'
import type {DownloadOptions} from '../../../src/build/download-snippet.ts'

const usual: DownloadOptions = {maxSize: 1000, timeout: 10, headers: {}, maxRetries: 2, backoffFactor: 0}

/** Starts a server on this machine for one test and returns its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function textOf(url: string, options: Partial<DownloadOptions> = {}): Promise<string> {
  return new TextDecoder().decode(await download(url, {...usual, ...options}))
}

describe('a download', () => {
  it('gives the bytes of the answer', async () => {
    const url = await serve((_, response) => response.end('Hello'))
    expect(await textOf(`${url}/a.md`)).toBe('Hello')
  })

  it('sends the headers that are configured', async () => {
    const url = await serve((request, response) => response.end(request.headers.authorization))
    expect(await textOf(url, {headers: {Authorization: 'Bearer x'}})).toBe('Bearer x')
  })

  it.each([
    [10, '123456789', '123456789'],
    [10, '1234567890', 'it has 10 bytes or more'],
    [0, 'x'.repeat(5000), 'x'.repeat(5000)],
  ])('stays below the limit of %i bytes', async (maxSize, body, expected) => {
    const url = await serve((_, response) => response.end(body))
    const result = await textOf(url, {maxSize}).catch((error: unknown) => String(error))
    expect(result).toContain(expected)
  })

  it('stops reading an answer without an end', async () => {
    const url = await serve((_, response) => {
      // In a turn of its own: an answer to a client that is gone calls back at once, and nothing else would ever run.
      const more = (error?: Error | null): void => {
        if (!error && !response.destroyed) response.write('x'.repeat(10_000), (failed) => setImmediate(more, failed))
      }
      more()
    })
    await expect(textOf(url, {maxSize: 50_000})).rejects.toThrow('it has 50000 bytes or more')
  })

  it('asks a server again that has too many requests', async () => {
    const statuses = [429, 429, 200]
    const url = await serve((_, response) => response.writeHead(statuses.shift() ?? 500).end('done'))
    expect(await textOf(url)).toBe('done')
  })

  it('gives up after as many retries as configured', async () => {
    const seen: string[] = []
    const url = await serve((request, response) => {
      seen.push(request.url ?? '')
      response.writeHead(429).end()
    })
    await expect(textOf(`${url}/a`)).rejects.toThrow('the server answers with status 429')
    expect(seen).toEqual(['/a', '/a', '/a'])
  })

  it.each([404, 500, 204])('fails at once for the status %i', async (status) => {
    const seen: string[] = []
    const url = await serve((request, response) => {
      seen.push(request.url ?? '')
      response.writeHead(status).end()
    })
    await expect(textOf(url)).rejects.toThrow(`the server answers with status ${status}`)
    expect(seen).toHaveLength(1)
  })

  it('waits no longer than configured', async () => {
    const url = await serve(() => undefined)
    await expect(textOf(url, {timeout: 0.05})).rejects.toThrow('the server does not answer in time; see `url_timeout`')
  })

  it('fails for a server that is not there', async () => {
    await expect(textOf('http://127.0.0.1:1/a.md')).rejects.toThrow()
  })
})

describe('the options of downloads', () => {
  it('are none unless they are switched on', () => {
    expect(downloadOptions({'pymdownx.snippets': {url_timeout: 1}})).toBeUndefined()
    expect(downloadOptions({})).toBeUndefined()
  })

  it('have the defaults of the reference', () => {
    expect(downloadOptions({'pymdownx.snippets': {url_download: true}})).toEqual({
      maxSize: 33_554_432,
      timeout: 10,
      headers: {},
      maxRetries: 3,
      backoffFactor: 2,
    })
  })

  it('are as configured', () => {
    const options = {
      url_download: true,
      url_max_size: 5,
      url_timeout: 0.5,
      url_request_headers: {a: 'b', c: 1},
      max_retries: 0,
      backoff_factor: 1.5,
    }
    expect(downloadOptions({'pymdownx.snippets': options})).toEqual({
      maxSize: 5,
      timeout: 0.5,
      headers: {a: 'b', c: '1'},
      maxRetries: 0,
      backoffFactor: 1.5,
    })
  })
})
