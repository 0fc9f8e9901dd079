import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {afterEdit, anyEdit, putSite, startingSite} from '../support/changing-site.ts'
import type {SiteFiles} from '../support/changing-site.ts'
import {readTree} from '../support/read-tree.ts'
import {startServer, withoutClient} from '../support/running-server.ts'
import type {TestServer} from '../support/running-server.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const editsPerBurst = 10
/** 2,000 edits; `DOCPRISM_SOAK_BURSTS` makes more or less of them. */
const bursts = Number(process.env['DOCPRISM_SOAK_BURSTS'] ?? 200)

const anyBurst = fc.record({
  edits: fc.array(anyEdit, {minLength: editsPerBurst, maxLength: editsPerBurst}),
  breaksConfig: fc.integer({min: 0, max: 9}).map((at) => at === 0),
})

/** Text of every file that a clean build with the last good configuration writes, by path below the output folder. */
async function cleanBuild(cwd: string, config: string): Promise<ReadonlyMap<string, string>> {
  const out = path.join(cwd, 'clean')
  writeFileSync(path.join(cwd, 'good.yml'), config)
  await build({cwd, config: 'good.yml', out, cacheDir: false})
  // What an address leads to that does not exist stands in its place: the root of the brand is another one there.
  const files = [...readTree(out)].filter(([name]) => path.basename(name) !== '404.html')
  return new Map(files.map(([name, bytes]) => [name, bytes.toString('utf8')]))
}

/** Files that are served otherwise than they were built. */
async function differences(server: TestServer, built: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const different: string[] = []
  for (const [name, text] of built) {
    const {status, body} = await server.get(name.split('/').map(encodeURIComponent).join('/'))
    if (status !== 200 || withoutClient(body) !== text) different.push(name)
  }
  return different
}

const configName = 'docprism.yml'

function configOf(files: SiteFiles): string {
  return files.get(configName) ?? ''
}

/** What keeps a process alive and belongs to a server: its watches, sockets and threads. */
function heldResources(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => /FSEvent|TCP|MessagePort|Worker/i.test(name))
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

it(`serves what a clean build writes after each of ${bursts} bursts of random edits, and lets go of the past`, async () => {
  const cwd = temporaryFolder()
  let files: SiteFiles = startingSite()
  putSite(cwd, files)
  const resources = heldResources()
  const server = await startServer({cwd, locales: ['en', 'zh']})
  await server.complete
  const follow = async (next: SiteFiles, config: string): Promise<void> => {
    putSite(cwd, next, files)
    files = next
    const built = await cleanBuild(cwd, config)
    await server.until(async () => (await differences(server, built)).length === 0)
  }
  await follow(files, configOf(files))
  const heaps: number[] = []
  for (const [index, {edits, breaksConfig}] of fc.sample(anyBurst, bursts).entries()) {
    const next = edits.reduce(afterEdit, files)
    const config = configOf(next)
    // One configuration in ten cannot be read for the length of a burst.
    if (breaksConfig) await follow(new Map([...next, [configName, `${config}brands: [\n`]]), configOf(files))
    await follow(next, config)
    if ((index + 1) % Math.ceil(bursts / 4) === 0) heaps.push(heapAfterCollection())
  }
  const [, second = 0, third = 0, last = 0] = heaps
  expect(Math.max(third, last)).toBeLessThan(second * 1.3)
  await server.close()
  expect(heldResources()).toEqual(resources)
})
