import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {unifiedDiff} from '../../../../src/check/fix/unified-diff.ts'
import {temporaryFolder} from '../../../support/temporary-folder.ts'

const lines = (from: number, to: number): string =>
  Array.from({length: to - from + 1}, (_, index) => `${from + index}\n`).join('')

describe('unifiedDiff', () => {
  it('shows three lines around each change', () => {
    expect(unifiedDiff('a.md', lines(1, 9), lines(1, 9).replace('5', 'five'))).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    )
  })

  it('puts changes that stand near each other into one hunk', () => {
    const after = lines(1, 30).replace('10\n', 'ten\n').replace('14\n', '').replace('25\n', '25\nnew\n')
    expect(unifiedDiff('a b.md', lines(1, 30), after).match(/^(?:---|\+\+\+|@@).*/gm)).toEqual([
      '--- a/a b.md\t',
      '+++ b/a b.md\t',
      '@@ -7,11 +7,10 @@',
      '@@ -23,6 +22,7 @@',
    ])
  })

  it('says when the last line has no end', () => {
    expect(unifiedDiff('a', 'x', 'y')).toBe(
      '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n',
    )
    expect(unifiedDiff('a', 'x', 'x')).toBe('')
  })

  it('is what `git apply` makes the new file of', () => {
    const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '中\n')
    const text = fc
      .tuple(fc.array(line, {maxLength: 30}), fc.constantFrom('', 'end'))
      .map(([all, end]) => all.join('') + end)
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before !== '' && after !== '')
        const folder = temporaryFolder({'x.md': before, 'x.diff': unifiedDiff('x.md', before, after)})
        const {status, stderr} = spawnSync('git', ['apply', '--whitespace=nowarn', 'x.diff'], {
          cwd: folder,
          encoding: 'utf8',
        })
        expect([status, stderr]).toEqual([0, ''])
        expect(readFileSync(path.join(folder, 'x.md'), 'utf8')).toBe(after)
      }),
      {numRuns: 40},
    )
  })
})
