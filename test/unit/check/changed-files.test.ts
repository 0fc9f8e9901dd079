import {describe, expect, it} from 'vitest'
import {readPatch} from '../../../src/check/since/changed-files.ts'

const patch = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

describe('readPatch', () => {
  it('takes added and changed lines, and none for removed ones', () => {
    const text = patch(
      'diff --git a/en/a.md b/en/a.md',
      '--- a/en/a.md',
      '+++ b/en/a.md',
      '@@ -2,0 +3,2 @@ heading',
      '+one',
      '+two',
      '@@ -7 +9 @@',
      '-old',
      '+new',
      '@@ -9,2 +10,0 @@',
      '-gone',
      '-gone',
    )
    expect([...readPatch(text)]).toEqual([
      [
        'en/a.md',
        [
          {start: 3, count: 2, isAdded: true},
          {start: 9, count: 1, isAdded: false},
        ],
      ],
    ])
  })

  it('does not take what stands in a file for what says which file it is', () => {
    const text = patch(
      '+++ b/en/a.md',
      '@@ -1,0 +1,2 @@',
      '+++ b/en/b.md',
      '+@@ -1 +1 @@',
      '+++ b/en/with space.md\t',
      '@@ -1 +1 @@',
      '-a',
      '+b',
      '\\ No newline at end of file',
    )
    expect([...readPatch(text).keys()]).toEqual(['en/a.md', 'en/with space.md'])
  })
})
