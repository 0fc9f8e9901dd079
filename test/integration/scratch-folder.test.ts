import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {withScratchFolder} from '../../src/check/since/scratch-folder.ts'

// Signals need a process of their own, and so the compiled code.
const compiled = pathToFileURL(path.resolve(import.meta.dirname, '../../lib/src/check/since/scratch-folder.js')).href

const waiting = `
  import {withScratchFolder} from ${JSON.stringify(compiled)}
  await withScratchFolder(async (folder) => {
    process.stdout.write(folder)
    await new Promise(() => setInterval(() => {}, 1000))
  })`

describe('a scratch folder', () => {
  it('is removed when the work is done or fails', async () => {
    const seen: string[] = []
    const work = (folder: string): Promise<boolean> => {
      seen.push(folder)
      return Promise.resolve(existsSync(folder))
    }
    expect(await withScratchFolder(work)).toBe(true)
    await expect(
      withScratchFolder((folder) => work(folder).then(() => Promise.reject(new Error('no')))),
    ).rejects.toThrow()
    expect(seen.map((folder) => existsSync(folder))).toEqual([false, false])
    expect([process.listenerCount('SIGTERM'), process.listenerCount('SIGHUP')]).toEqual([0, 0])
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is removed on %s, which ends the process as usual',
    async (signal) => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', waiting], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [data] = (await once(child.stdout, 'data')) as [Buffer]
      const folder = data.toString()
      expect(existsSync(folder)).toBe(true)
      const ended = once(child, 'exit')
      child.kill(signal)
      expect(await ended).toEqual([null, signal])
      expect(existsSync(folder)).toBe(false)
    },
  )
})
