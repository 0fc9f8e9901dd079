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
})
