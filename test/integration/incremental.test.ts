import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {createBuilder} from '../../src/build/builder.ts'
import {afterEdit, anyEdit, putSite, startingSite} from '../support/changing-site.ts'
import type {Edit, SiteFiles} from '../support/changing-site.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const editLists = fc.array(anyEdit, {minLength: 1, maxLength: 6})

/** Damage to a file: one byte is another, or everything from it on is gone. */
const anyDamage = fc.record({at: fc.nat(), byte: fc.nat(255), cut: fc.boolean()})

/** Everything that a build leaves, files and findings, to be compared with that of another build. */
function outcome(folder: string, {diagnostics}: {readonly diagnostics: unknown}) {
  const files = [...readTree(folder)].map(([name, bytes]) => [name, bytes.toString('latin1')] as const)
  return {files: Object.fromEntries(files), diagnostics}
}

async function cleanBuild(cwd: string) {
  const out = path.join(cwd, 'clean')
  return outcome(out, await build({cwd, out, cacheDir: false}))
}

/** Applies edits one after the other and calls `check` after each. */
async function follow(
  cwd: string,
  list: readonly Edit[],
  check: (clean: Awaited<ReturnType<typeof cleanBuild>>) => Promise<void>,
) {
  let files: SiteFiles = startingSite()
  putSite(cwd, files)
  await check(await cleanBuild(cwd))
  for (const edit of list) {
    const next = afterEdit(files, edit)
    putSite(cwd, next, files)
    files = next
    await check(await cleanBuild(cwd))
  }
}

describe('an incremental build', () => {
  it('leaves what a clean build leaves, after any edits, in one process', async () => {
    await fc.assert(
      fc.asyncProperty(editLists, fc.boolean(), async (list, cache) => {
        const cwd = temporaryFolder()
        const builder = createBuilder({cwd, ...(cache ? {} : {cacheDir: false})})
        try {
          await follow(cwd, list, async (clean) => {
            expect(outcome(path.join(cwd, 'dist'), await builder.build())).toEqual(clean)
          })
        } finally {
          await builder.close()
        }
      }),
      {numRuns: 12},
    )
  })

  it('leaves what a clean build leaves, after any edits, in processes of their own', async () => {
    await fc.assert(
      fc.asyncProperty(editLists, async (list) => {
        const cwd = temporaryFolder()
        await follow(cwd, list, async (clean) => {
          expect(outcome(path.join(cwd, 'dist'), await build({cwd}))).toEqual(clean)
          expect(outcome(path.join(cwd, 'dist'), await build({cwd}))).toEqual(clean)
        })
      }),
      {numRuns: 12},
    )
  })

  it('does nothing when nothing changed, and still says what was found', async () => {
    const cwd = temporaryFolder()
    putSite(cwd, startingSite())
    const first = await build({cwd})
    const second = await build({cwd})
    expect(second).toEqual({...first, compiled: 0})
    expect(first.compiled).toBe(first.sources)
    expect(first.diagnostics.length).toBeGreaterThan(0)
  })

  it('compiles only the pages that read a value that changed', async () => {
    const cwd = temporaryFolder()
    const files = startingSite()
    putSite(cwd, files)
    await build({cwd})
    putSite(cwd, afterEdit(files, {kind: 'value', at: 2, text: 'elsewhere.example'}), files)
    expect((await build({cwd})).compiled).toBe(1)
  })

  it('writes only files that came out different', async () => {
    const cwd = temporaryFolder()
    putSite(cwd, startingSite())
    await build({cwd})
    const page = path.join(cwd, 'dist/aurora/en/guide/a/index.html')
    const other = path.join(cwd, 'dist/aurora/en/guide/b/index.html')
    const before = [page, other].map((file) => statSync(file).ino)
    appendFileSync(path.join(cwd, 'content/en/guide/a.md'), '\nOne more paragraph.\n')
    await build({cwd})
    const after = [page, other].map((file) => statSync(file).ino)
    expect(after[0]).not.toBe(before[0])
    expect(after[1]).toBe(before[1])
  })

  it('believes nothing that is damaged in the cache', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdit, anyDamage, async (edit, {at, byte, cut}) => {
        const cwd = temporaryFolder()
        const files = startingSite()
        putSite(cwd, files)
        await build({cwd})
        const cache = path.join(cwd, 'node_modules/.cache/docprism')
        for (const [name, bytes] of readTree(cache)) {
          const file = path.join(cache, name)
          const place = at % bytes.length
          if (cut) truncateSync(file, place)
          else writeFileSync(file, Buffer.from(bytes).fill(byte, place, place + 1))
        }
        putSite(cwd, afterEdit(files, edit), files)
        const result = await build({cwd})
        expect(outcome(path.join(cwd, 'dist'), result)).toEqual(await cleanBuild(cwd))
      }),
      {numRuns: 12},
    )
  })

  it('repairs what a build left that was cut off while it put files in place', async () => {
    const cwd = temporaryFolder()
    const files = startingSite()
    putSite(cwd, files)
    await build({cwd})
    putSite(cwd, afterEdit(files, {kind: 'heading', at: 0, text: 'changed'}), files)
    const clean = await cleanBuild(cwd)
    // Some files are those of the next build, others are not, and what was staged is still there.
    for (const [index, name] of Object.keys(clean.files).entries()) {
      if (index % 2 === 0) cpSync(path.join(cwd, 'clean', name), path.join(cwd, 'dist', name))
    }
    mkdirSync(path.join(cwd, 'dist/.aurora.tmp-99999999-abc123'))
    expect(outcome(path.join(cwd, 'dist'), await build({cwd}))).toEqual(clean)
    expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['aurora', 'borealis'])
  })

  it('removes what others put into the output, and puts back what they took', async () => {
    const cwd = temporaryFolder()
    putSite(cwd, startingSite())
    await build({cwd})
    rmSync(path.join(cwd, 'dist/aurora/index.html'))
    writeFileSync(path.join(cwd, 'dist/borealis/foreign.txt'), 'foreign')
    mkdirSync(path.join(cwd, 'dist/borealis/empty'))
    expect(outcome(path.join(cwd, 'dist'), await build({cwd}))).toEqual(await cleanBuild(cwd))
    expect(readdirSync(path.join(cwd, 'dist/borealis'))).not.toContain('empty')
  })

  it('sees what another build wrote to the same folder', async () => {
    const cwd = temporaryFolder()
    const files = startingSite()
    putSite(cwd, files)
    const builder = createBuilder({cwd})
    try {
      await builder.build()
      const changed = afterEdit(files, {kind: 'body', at: 1, text: 'changed'})
      putSite(cwd, changed, files)
      await build({cwd})
      putSite(cwd, files, changed)
      expect(outcome(path.join(cwd, 'dist'), await builder.build())).toEqual(await cleanBuild(cwd))
    } finally {
      await builder.close()
    }
  })

  it('leaves what was there when it fails, and goes on from there', async () => {
    const cwd = temporaryFolder()
    const files = startingSite()
    putSite(cwd, files)
    const builder = createBuilder({cwd})
    try {
      await builder.build()
      const before = readTree(path.join(cwd, 'dist'))
      const changed = afterEdit(files, {kind: 'body', at: 1, text: 'changed'})
      putSite(cwd, changed, files)
      renameSync(path.join(cwd, 'overrides'), path.join(cwd, 'away'))
      await expect(builder.build()).rejects.toThrow('Cannot read the template folder')
      expect(readTree(path.join(cwd, 'dist'))).toEqual(before)
      renameSync(path.join(cwd, 'away'), path.join(cwd, 'overrides'))
      expect(outcome(path.join(cwd, 'dist'), await builder.build())).toEqual(await cleanBuild(cwd))
    } finally {
      await builder.close()
    }
  })

  it('can share its cache with others that run at the same time', async () => {
    const cwd = temporaryFolder()
    putSite(cwd, startingSite())
    const outs = ['one', 'two', 'three'].map((name) => path.join(cwd, name))
    const results = await Promise.all(outs.map((out) => build({cwd, out})))
    const clean = await cleanBuild(cwd)
    for (const [index, out] of outs.entries()) expect(outcome(out, results[index] ?? {diagnostics: []})).toEqual(clean)
  })
})

describe('a build in several threads', () => {
  it.each([2, 3, 8])('gives the same bytes and findings with %i threads', async (jobs) => {
    const cwd = temporaryFolder()
    putSite(cwd, startingSite())
    const result = await build({cwd, jobs, cacheDir: false})
    expect(result.compiled).toBe(result.sources)
    expect(outcome(path.join(cwd, 'dist'), result)).toEqual(await cleanBuild(cwd))
  })
})
