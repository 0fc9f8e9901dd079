import {describe, expect, it} from 'vitest'
import {align} from '../../../src/check/translations/align.ts'
import {counterparts, sectionChanges} from '../../../src/check/translations/section-changes.ts'
import {cutSections} from '../../../src/check/translations/source-sections.ts'

const sections = (...parts: readonly string[]) => cutSections(parts.join('\n\n'), 'zh/a.md')

describe('sectionChanges', () => {
  const before = sections('# T', '## A\n\none', '## B\n\ntwo', '## C\n\nthree')
  it.each([
    ['nothing', ['# T', '## A\n\none', '## B\n\ntwo', '## C\n\nthree'], []],
    ['an edit', ['# T', '## A\n\none', '## B\n\n2', '## C\n\nthree'], [{kind: 'changed', before: 2, now: 2}]],
    ['a new name', ['# T', '## A\n\none', '## Z\n\ntwo', '## C\n\nthree'], [{kind: 'changed', before: 2, now: 2}]],
    ['an addition', ['# T', '## A\n\none', '## N\n\nnew', '## B\n\ntwo', '## C\n\nthree'], [{kind: 'added', now: 2}]],
    ['a removal', ['# T', '## B\n\ntwo', '## C\n\nthree'], [{kind: 'removed', before: 1}]],
    ['a move', ['# T', '## B\n\ntwo', '## C\n\nthree', '## A\n\none'], [{kind: 'moved', now: 3}]],
    ['an opening', ['Hello', '# T', '## A\n\none', '## B\n\ntwo', '## C\n\nthree'], [{kind: 'added', now: 0}]],
    [
      'an edit beside an addition',
      ['# T', '## A\n\n1', '## N\n\nnew', '## B\n\ntwo', '## C\n\nthree'],
      [
        {kind: 'changed', before: 1, now: 1},
        {kind: 'added', now: 2},
      ],
    ],
  ])('finds %s', (_, now, expected) => {
    expect(sectionChanges(before, sections(...now))).toEqual(expected)
  })

  it('knows a section by its id whatever its name is', () => {
    const old = sections('## A {#a}', '## B {#b}')
    const changes = sectionChanges(old, sections('## N {#n}', '## New name {#a}', '## B {#b}'))
    expect(changes).toEqual([
      {kind: 'added', now: 0},
      {kind: 'changed', before: 0, now: 1},
    ])
  })
})

describe('counterparts', () => {
  const headings = (source: readonly string[], translation: readonly string[]) =>
    counterparts(sections(...source), sections(...translation)).map((found) => found?.heading)

  it.each([
    ['by position', ['# 甲', '## 乙', '## 丙'], ['# A', '## B', '## C'], ['# A', '## B', '## C']],
    ['by level', ['# 甲', '### 乙', '## 丙'], ['# A', '## C'], ['# A', undefined, '## C']],
    ['by id', ['## 甲 {#a}', '## 乙 {#b}'], ['## B {#b}'], [undefined, '## B {#b}']],
    ['by id although the level differs', ['## 甲', '## 乙 {#b}'], ['## A', '### B {#b}'], ['## A', '### B {#b}']],
    ['openings', ['前言', '# 甲'], ['Intro', '# A'], ['^', '# A']],
  ])('are found %s', (...[, source, translation, expected]) => {
    expect(headings(source, translation)).toEqual(expected)
  })
})

describe('align', () => {
  it('pairs by position what would take too long to compare', () => {
    const pairings = align(3000, 2999, () => 1)
    expect(pairings).toHaveLength(3000)
    expect(pairings.at(-1)).toEqual([2999, undefined])
  })

  it.each([
    ['', '', []],
    ['ab', '', ['a-', 'b-']],
    ['abc', 'ac', ['aa', 'b-', 'cc']],
    ['ac', 'abc', ['aa', '-b', 'cc']],
    ['ab', 'ba', ['a-', 'bb', '-a']],
  ])('aligns `%s` and `%s`', (left, right, expected) => {
    const pairings = align(left.length, right.length, (one, other) => (left[one] === right[other] ? 1 : undefined))
    const shown = pairings.map(([one, other]) => `${left[one ?? -1] ?? '-'}${right[other ?? -1] ?? '-'}`)
    expect(shown).toEqual(expected)
  })
})
