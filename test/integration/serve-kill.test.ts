import {spawn} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {putSite, startingSite} from '../support/changing-site.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const program = path.resolve(import.meta.dirname, '../../bin/docprism.js')

/** Serves a site until a line with a word is printed and `then` is done, then kills the server without a word. */
async function killAfter(cwd: string, word: string, then: () => void): Promise<void> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {cwd, stdio: ['ignore', 'pipe', 'ignore']})
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for await (const line of createInterface({input: child.stdout})) {
    if (!line.startsWith(word)) continue
    then()
    child.kill('SIGKILL')
    break
  }
  await ended
}

describe('a server that is killed', () => {
  it('leaves the sources untouched, and a cache that gives the same sites', {timeout: 120_000}, async () => {
    const cwd = temporaryFolder()
    const files = startingSite()
    putSite(cwd, files)
    const page = path.join(cwd, 'content/en/guide/a.md')
    for (const [moment, word] of ['Serving', 'ready', 'Serving', 'ready'].entries()) {
      await killAfter(cwd, word, () => {
        files.set('content/en/guide/a.md', `# A ${moment}\n`)
        writeFileSync(page, `# A ${moment}\n`)
      })
      const sources = [...readTree(cwd)].filter(([name]) => !/^(?:node_modules|clean|cached)\//.test(name))
      expect(new Map(sources.map(([name, bytes]) => [name, bytes.toString('utf8')]))).toEqual(
        new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
      )
      const cached = await build({cwd, out: path.join(cwd, 'cached')})
      const clean = await build({cwd, out: path.join(cwd, 'clean'), cacheDir: false})
      expect(cached.diagnostics).toEqual(clean.diagnostics)
      expect(readTree(path.join(cwd, 'cached'))).toEqual(readTree(path.join(cwd, 'clean')))
    }
  })
})
