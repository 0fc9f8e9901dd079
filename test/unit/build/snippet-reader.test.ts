import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {openDisk} from '../../../src/build/disk.ts'
import {createSnippetReader} from '../../../src/build/snippet-reader.ts'
import type {SnippetReader} from '../../../src/build/snippet-reader.ts'
import {temporaryFolder, writeFiles} from '../../support/temporary-folder.ts'

function readerOf(root: string, options: Readonly<Record<string, unknown>> = {}): SnippetReader {
  return createSnippetReader({
    extensions: {'pymdownx.snippets': options},
    root,
    home: path.join(root, 'content'),
    disk: openDisk(),
  })
}

async function gather(reader: SnippetReader, text: string): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries(await reader.gather({path: 'en/page.md', text}))
}

describe('the snippets of a source', () => {
  it('are the files that it names, and those that they name', async () => {
    const root = temporaryFolder({'inc/a.md': 'A\r\n--8<-- "inc/b.txt:2:3"\r\n', 'inc/b.txt': 'B', 'inc/c.md': 'C'})
    expect(await gather(readerOf(root), 'x\n--8<-- "inc/a.md"')).toEqual({
      'inc/a.md': {path: '../inc/a.md', text: 'A\n--8<-- "inc/b.txt:2:3"\n', bodyStart: 0},
      'inc/b.txt': {path: '../inc/b.txt', text: 'B'},
    })
  })

  it('include those that are appended', async () => {
    const root = temporaryFolder({'a.md': 'A'})
    expect(Object.keys(await gather(readerOf(root, {auto_append: ['a.md']}), 'text'))).toEqual(['a.md'])
  })

  it('are those of its body, not of its front matter', async () => {
    expect(await gather(readerOf('/nowhere'), '---\ntitle: |\n  --8<-- "a.md"\nx: y\n---\n')).toEqual({})
  })

  it('say where their body starts behind front matter', async () => {
    const root = temporaryFolder({'content/en/a.md': '---\ntitle: A\n---\nText'})
    expect(await gather(readerOf(root, {base_path: ['content/en']}), '--8<-- "a.md"')).toEqual({
      'a.md': {path: 'en/a.md', text: '---\ntitle: A\n---\nText', bodyStart: 17},
    })
  })

  it('are read once', async () => {
    const root = temporaryFolder({'a.md': 'old'})
    const reader = readerOf(root)
    await gather(reader, '--8<-- "a.md"')
    writeFiles(root, {'a.md': 'new'})
    expect(await gather(reader, '--8<-- "./a.md"')).toMatchObject({'./a.md': {text: 'old'}})
  })

  it.each([
    ['gb18030', [0xd6, 0xd0], '中', []],
    ['utf-8', [0xef, 0xbb, 0xbf, 0x41], 'A', []],
    ['utf-8', [0x41, 0xd6], 'A\uFFFD', ['source/encoding']],
    ['shift_jis', [0x41, 0x81], 'A\uFFFD', ['source/encoding']],
  ])('are read as %s', async (...example) => {
    const [encoding, bytes, text, findings] = example
    const reader = readerOf(temporaryFolder({'a.txt': Uint8Array.from(bytes)}), {encoding})
    expect(await gather(reader, '--8<-- "a.txt"')).toMatchObject({'a.txt': {path: '../a.txt', text}})
    expect(reader.diagnostics().map(({ruleId}) => ruleId)).toEqual(findings)
  })

  it('are never named by macros', async () => {
    expect(await gather(readerOf('/nowhere'), '--8<-- "<<< custom_key.x >>>.md"')).toMatchObject({
      '<<< custom_key.x >>>.md': {rule: 'macro-in-path'},
    })
  })

  it('are none where the extension is off', async () => {
    const reader = createSnippetReader({extensions: {}, root: '/nowhere', home: '/nowhere', disk: openDisk()})
    expect(await gather(reader, '--8<-- "a.md"')).toEqual({})
  })
})

describe('snippets of the web', () => {
  it('are not downloaded unless that is switched on', async () => {
    expect(await gather(readerOf('/nowhere'), '--8<-- "https://nova.example/a.md"')).toEqual({
      'https://nova.example/a.md': {
        rule: 'url',
        reason: 'Snippet `https://nova.example/a.md` is not downloaded: `url_download` is off',
      },
    })
  })

  it('are downloaded once, with what they include', async () => {
    const seen: string[] = []
    const server = createServer((request, response) => {
      seen.push(request.url ?? '')
      const {port} = server.address() as AddressInfo
      if (request.url === '/no') response.writeHead(404).end()
      else response.end(request.url === '/a' ? `A\r\n--8<-- "http://127.0.0.1:${port}/b"` : 'B')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const reader = readerOf('/nowhere', {url_download: true})
    expect(await gather(reader, `--8<-- "${site}/a"`)).toEqual({
      [`${site}/a`]: {path: `${site}/a`, text: `A\n--8<-- "${site}/b"`},
      [`${site}/b`]: {path: `${site}/b`, text: 'B'},
    })
    expect(await gather(reader, `--8<-- "${site}/b"\n--8<-- "${site}/no"`)).toMatchObject({
      [`${site}/no`]: {
        rule: 'url',
        reason: `Cannot download snippet \`${site}/no\`: the server answers with status 404`,
      },
    })
    expect(seen).toEqual(['/a', '/b', '/no'])
  })
})
