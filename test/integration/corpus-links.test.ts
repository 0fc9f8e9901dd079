import {existsSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {check} from '../../src/check/check.ts'
import type {Diagnostic} from '../../src/core/diagnostic.ts'
import {untruths} from '../support/site-truth.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const content = path.resolve(root, '../shared/corpus/datakit/docs')
const rules = /^(?:link|anchor|footnote)\/|^image\/missing-file$/

describe('links, anchors, labels and footnotes of the corpus beside the project', () => {
  it.skipIf(!existsSync(content))(
    'are found as docs/checks-against-mkdocs.md says, and all are true',
    {timeout: 600_000},
    async () => {
      const folder = temporaryFolder({})
      const options = {
        cwd: root,
        config: '.ci/corpus/datakit.docprism.yml',
        cacheDir: path.join(folder, 'cache'),
      }
      const out = path.join(folder, 'out')
      await build({...options, out})
      const {diagnostics} = await check(options)
      const found = diagnostics.filter(({ruleId}) => rules.test(ruleId))
      expect(countByRule(found)).toEqual({
        'en anchor/duplicate-id': 10,
        'en anchor/other-locale': 52,
        'en image/missing-file': 7,
        'en link/directory-style': 1,
        'en link/malformed': 47,
        'en link/missing-anchor': 84,
        'en link/missing-page': 84,
        'en link/other-edition': 1,
        'en link/unused-definition': 2,
        'en link/wrong-case': 1,
        'zh anchor/duplicate-id': 10,
        'zh anchor/other-locale': 39,
        'zh footnote/unused': 1,
        'zh image/missing-file': 16,
        'zh link/directory-style': 64,
        'zh link/malformed': 45,
        'zh link/missing-anchor': 129,
        'zh link/missing-page': 304,
      })
      const site = {
        content,
        out,
        brands: {guance: {zh: '/', en: '/en/'}, truewatch: {en: '/', zh: '/zh/'}},
      }
      expect(found.flatMap((finding) => untruths(finding, site))).toEqual([])
    },
  )
})

function countByRule(findings: readonly Diagnostic[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const {path: source, ruleId} of findings) {
    const key = `${source.slice(0, source.indexOf('/'))} ${ruleId}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
