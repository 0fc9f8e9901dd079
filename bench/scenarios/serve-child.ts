import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {createInterface} from 'node:readline'
import path from 'node:path'
import {chromium} from 'playwright-core'
import type {Page} from 'playwright-core'
import {WebSocket} from 'ws'
import {packageRoot} from '../../src/build/package-root.ts'
import {createEditor} from './edits.ts'
import type {Edit} from './edits.ts'

/** What this script is asked: a server of one project, with saves while its page is open. */
export interface ServeQuestion {
  readonly config: string
  readonly brands: readonly string[]
  /** The saving of a page. */
  readonly target: {readonly file: string; readonly brand: string; readonly url: string}
  /** How often the server is started, and how many saves are measured in the last of these. */
  readonly starts: number
  readonly saves: number
  /** Absolute path of Chromium; left out: the patched page is not measured. */
  readonly chromium?: string
}

/** Milliseconds of everything that was measured. */
export interface ServeAnswer {
  /** From the start of the process with an empty cache to the whole of the first page. */
  readonly first: readonly number[]
  /** From before a save to the arrival of the new page at a client. */
  readonly push: readonly number[]
  /** From before a save to the patched page in the browser. */
  readonly patch: readonly number[]
}

interface Server {
  readonly process: ChildProcess
  readonly url: string
  /** Settled when a line that starts with a word is printed from now on. */
  line(word: string): Promise<void>
}

/** Milliseconds since 1970, with fractions; the same clock in the browser. */
function now(): number {
  return performance.timeOrigin + performance.now()
}

async function start({config, brands}: ServeQuestion): Promise<Server> {
  const program = path.join(packageRoot(), 'bin/docprism.js')
  const options = ['--config', config, '--brand', brands.join(','), '--port', '0', '--no-cache']
  const child = spawn(process.execPath, [program, 'serve', ...options], {stdio: ['ignore', 'pipe', 'inherit']})
  const lines = createInterface({input: child.stdout})
  const waiting = new Map<string, () => void>()
  const found = new Promise<string>((resolve) => {
    lines.on('line', (text) => {
      const url = /^Serving at (\S+)/.exec(text)?.[1]
      if (url !== undefined) resolve(url)
      const [word = ''] = text.split(' ')
      waiting.get(word)?.()
    })
  })
  return {
    process: child,
    url: await found,
    line: (word) =>
      new Promise((resolve) => {
        waiting.set(word, resolve)
      }),
  }
}

async function stop({process: child}: Server): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Waits for the next new version of a page at a client that is no browser. */
async function openClient(address: URL): Promise<{next(): Promise<number>; close(): void}> {
  const socket = new WebSocket(`ws://${address.host}/@docprism/socket`, {origin: address.origin})
  const waiting: {resolve?: (time: number) => void} = {}
  await new Promise((resolve) => socket.once('open', resolve))
  const next = (): Promise<number> =>
    new Promise((resolve) => {
      waiting.resolve = resolve
    })
  socket.on('message', (data: Buffer) => {
    const time = now()
    if ((JSON.parse(data.toString('utf8')) as {type: string}).type === 'page') waiting.resolve?.(time)
  })
  const first = next()
  socket.send(JSON.stringify({type: 'view', path: address.pathname, version: ''}))
  await first
  return {
    next,
    close: () => {
      socket.terminate()
    },
  }
}

/** Milliseconds from before each save to what `reached` tells; saves do not come before the last one has come to rest. */
async function measureSaves(
  server: Server,
  {edit, count}: {edit: (revision: number) => Promise<void>; count: number},
  reached: () => Promise<number>,
): Promise<readonly number[]> {
  const times: number[] = []
  for (let revision = 0; revision < count; revision++) {
    const rested = server.line('rebuilt')
    const arrived = reached()
    const saved = now()
    await edit(revision)
    times.push((await arrived) - saved)
    await rested
  }
  return times
}

/** When the next patch of a page in the browser was done. */
function nextPatch(page: Page): Promise<number> {
  return page.evaluate(
    "new Promise((done) => document.addEventListener('docprism:update', () => done(performance.timeOrigin + performance.now()), {once: true}))",
  )
}

async function measure(question: ServeQuestion): Promise<ServeAnswer> {
  const {target, starts, saves} = question
  const editor = createEditor(5000)
  const edit: Edit = {
    id: 'serve',
    label: 'save',
    file: target.file,
    change: (original, revision) => `${original}\nRevision ${revision} of this page.\n`,
  }
  const first: number[] = []
  for (let run = 1; ; run++) {
    const began = now()
    const server = await start(question)
    const ready = server.line('ready')
    const address = new URL(`${target.brand}/${target.url}`, server.url)
    const response = await fetch(address)
    if (!response.ok) throw new Error(`The server answered ${response.status} for ${address.pathname}`)
    await response.text()
    first.push(now() - began)
    await ready
    if (run < starts) {
      await stop(server)
      continue
    }
    const save = {edit: () => editor.apply(edit), count: saves}
    const client = await openClient(address)
    const push = await measureSaves(server, save, () => client.next())
    client.close()
    const patch =
      question.chromium === undefined ? [] : await measurePatches(question.chromium, {address, server, save})
    await stop(server)
    return {first, push, patch}
  }
}

async function measurePatches(
  executablePath: string,
  {address, server, save}: {address: URL; server: Server; save: Parameters<typeof measureSaves>[1]},
): Promise<readonly number[]> {
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']})
  try {
    const page = await browser.newPage()
    await page.goto(address.href)
    await page.locator('docprism-bar select option').first().waitFor({state: 'attached'})
    return await measureSaves(server, save, () => nextPatch(page))
  } finally {
    await browser.close()
  }
}

const question = JSON.parse(process.argv[2] ?? '') as ServeQuestion
process.stdout.write(`${JSON.stringify(await measure(question))}\n`)
