import {spawnSync} from 'node:child_process'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {corpusFiles} from '../../bench/corpus/corpus-files.ts'
import {runProcess} from '../../bench/measure/run-process.ts'
import {readFolderState, writtenBetween} from '../../bench/measure/written-files.ts'
import {build} from '../../src/build/build.ts'
import {packageRoot} from '../../src/build/package-root.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

test('a generated project has no finding', async () => {
  const cwd = temporaryFolder(Object.fromEntries(corpusFiles({pages: 60, seed: 1, brands: 2})))
  const {brands, diagnostics} = await build({cwd})
  expect(diagnostics).toEqual([])
  expect(brands.map(({pages}) => pages)).toEqual([60, 60])
})

describe('a measured process', () => {
  test('counts the work of its children', async () => {
    const child = `let sum = 0; const end = Date.now() + 150; while (Date.now() < end) sum++`
    const parent = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`
    const alone = await runProcess({argv: [process.execPath, '-e', ''], cwd: '/'})
    const both = await runProcess({argv: [process.execPath, '-e', parent], cwd: '/'})
    expect(both.cpu).toBeGreaterThan(alone.cpu)
    expect(both.wall).toBeGreaterThanOrEqual(150)
  })

  test('that fails is an error with what it printed', async () => {
    const argv = [process.execPath, '-e', 'console.error("out of paint"); process.exit(3)']
    await expect(runProcess({argv, cwd: '/'})).rejects.toThrow(/ended with status 3:[^]*out of paint/)
    await expect(runProcess({argv, cwd: '/', accepts: [3]})).resolves.toMatchObject({})
  })
})

test('the files that a build wrote are told from those it left alone', () => {
  const folder = temporaryFolder({'a/kept.html': 'kept', 'gone.html': 'gone', 'same.html': 'same'})
  const before = readFolderState(folder)
  rmSync(path.join(folder, 'gone.html'))
  writeFileSync(path.join(folder, 'new.html'), '12345')
  rmSync(path.join(folder, 'same.html'))
  writeFileSync(path.join(folder, 'same.html'), 'same')
  expect(writtenBetween(before, readFolderState(folder))).toEqual({files: 2, bytes: 9})
  expect(readFolderState(path.join(folder, 'nowhere')).size).toBe(0)
})

test('the benchmark measures and writes its report', () => {
  const work = temporaryFolder()
  const out = path.join(work, 'results.md')
  const program = path.join(packageRoot(), 'lib/bench/main.js')
  const few = ['--pages', '20', '--runs', '1', '--brands', '1', '--peers', 'none', '--jobs', '1']
  const options = [...few, '--scenarios', 'heading,builder,stages,baselines']
  const run = spawnSync(process.execPath, [program, ...options, '--work', work, '--out', out], {encoding: 'utf8'})
  expect(run.stderr).toContain('20 pages, brands: 1, cold, Docprism, run 1')
  expect(run.stdout).toBe(`${out}\n`)
  const report = readFileSync(out, 'utf8')
  expect(report).toMatch(/^\| Docprism, 1 brand \| [\d.]+ s \| 1\.00 \|/m)
  expect(report).toMatch(/^\| one heading renamed: Docprism, 1 brand \|/m)
  expect(report).toMatch(/^\| compile \|/m)
  expect(report).toMatch(/^\| 20 pages, 1 brand: naive \|/m)
})
