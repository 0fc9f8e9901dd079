import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import type {Diagnostic} from '../../src/core/diagnostic.ts'
import {afterEdit, anyEdit, putSite, startingSite} from '../support/changing-site.ts'
import type {SiteFiles} from '../support/changing-site.ts'
import {runGit} from '../support/git-site.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

/** Findings by what they are about, in each brand, however often. */
function countByName(diagnostics: readonly Diagnostic[], brands: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {ruleId, path, message, brands: some = brands} of diagnostics) {
    for (const brand of some) {
      const name = `${brand} ${ruleId} ${path} ${message}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}

function commitAll(cwd: string): void {
  runGit(cwd, ['add', '--all'])
  runGit(cwd, ['commit', '--quiet', '--allow-empty', '--message', 'state'])
}

const brands = ['aurora', 'borealis']

describe('a comparison of two states', () => {
  it('reports a part of what is found, nothing that was there as often before, and all that was not there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, {minLength: 2, maxLength: 6}), fc.nat(4), async (edits, at) => {
        const cwd = temporaryFolder({'.gitignore': 'node_modules\ndist\n'})
        runGit(cwd, ['init', '--quiet', '--initial-branch', 'main'])
        let files: SiteFiles = startingSite()
        for (const edit of edits.slice(0, at)) files = afterEdit(files, edit)
        putSite(cwd, files)
        commitAll(cwd)
        const before = await check({cwd})
        let next = files
        for (const edit of edits.slice(at)) next = afterEdit(next, edit)
        putSite(cwd, next, files)
        const now = await check({cwd})
        if (!before.site || !now.site) return
        const {diagnostics} = await check({cwd, since: 'HEAD'})
        const [was, is, introduced] = [before, now, {diagnostics}].map((one) => countByName(one.diagnostics, brands))
        for (const [name, amount] of introduced ?? []) {
          expect([name, amount <= (is?.get(name) ?? 0)]).toEqual([name, true])
          expect([name, (was?.get(name) ?? 0) < (is?.get(name) ?? 0)]).toEqual([name, true])
        }
        // Where no page has another name, a finding whose rule found nothing before in the file is new for certain.
        const rulesBefore = new Set(before.diagnostics.map(({ruleId}) => ruleId))
        const fresh = now.diagnostics.filter(({ruleId}) => !rulesBefore.has(ruleId))
        const found = new Set(diagnostics.map(({ruleId, path, message}) => `${ruleId} ${path} ${message}`))
        for (const {ruleId, path, message} of fresh) expect(found).toContain(`${ruleId} ${path} ${message}`)
      }),
      {numRuns: 6},
    )
  })

  it('reports nothing for edits that break nothing', async () => {
    const paragraphs = Array.from({length: 8}, (_, index) => `Paragraph ${index} with [a link](lost-${index % 3}.md).`)
    const page = (order: readonly string[]): string => `# Page\n\n${order.join('\n\n')}\n`
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(paragraphs, {minLength: 8}),
        fc.constantFrom('content/en/a.md', 'content/en/b.md'),
        fc.array(fc.nat(7), {maxLength: 4}),
        async (order, name, insertions) => {
          const cwd = temporaryFolder({'.gitignore': 'node_modules\n'})
          runGit(cwd, ['init', '--quiet', '--initial-branch', 'main'])
          const site = (file: string, body: string): SiteFiles =>
            new Map([
              ['docprism.yml', 'locales: {en: {name: English}}\nbrands: {nova: {url: https://docs.nova.example/}}\n'],
              ['content/en/index.md', `# Home\n\n[page](${file.slice('content/en/'.length)}#page)\n`],
              [file, body],
            ])
          const before = site('content/en/a.md', page(paragraphs))
          putSite(cwd, before)
          commitAll(cwd)
          const lines = insertions.reduce((all, at) => all.toSpliced(at, 0, `Words at ${at}.`), order)
          putSite(cwd, site(name, page(lines)), before)
          expect((await check({cwd, since: 'HEAD'})).diagnostics).toEqual([])
        },
      ),
      {numRuns: 5},
    )
  })
})
