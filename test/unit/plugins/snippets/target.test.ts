import {describe, expect, it} from 'vitest'
import {readTarget} from '../../../../plugins/snippets/target.ts'

describe('the target of a snippet', () => {
  it.each([
    ['a.md', {name: 'a.md', ranges: []}],
    ['a.md:2:4', {name: 'a.md', ranges: [{first: 2, last: 4}]}],
    ['a.md::4', {name: 'a.md', ranges: [{last: 4}]}],
    ['a.md:2:', {name: 'a.md', ranges: [{first: 2}]}],
    ['a.md:2', {name: 'a.md', ranges: [{first: 2}]}],
    ['a.md:-3:-1', {name: 'a.md', ranges: [{first: -3, last: -1}]}],
    [
      'a.md:1:3,6:8',
      {
        name: 'a.md',
        ranges: [
          {first: 1, last: 3},
          {first: 6, last: 8},
        ],
      },
    ],
    ['a.md:1:3,:2,7', {name: 'a.md', ranges: [{first: 1, last: 3}, {last: 2}, {first: 7}]}],
    ['a.md:setup', {name: 'a.md', ranges: [], section: 'setup'}],
    ['a.md:Set_up-2', {name: 'a.md', ranges: [], section: 'Set_up-2'}],
    ['a.md:2nd', {name: 'a.md:2nd', ranges: []}],
    ['a.md:1:2,x', {name: 'a.md:1:2,x', ranges: []}],
    [':1:2', {name: '', ranges: [{first: 1, last: 2}]}],
    ['https://nova.example/a.md:intro', {name: 'https://nova.example/a.md', ranges: [], section: 'intro'}],
    ['a.md:-', {name: 'a.md', ranges: [{first: 0}]}],
  ])('is a file, and lines or a section of it: %s', (text, target) => {
    expect(readTarget(text)).toEqual(target)
  })

  it('is read in linear time', () => {
    const text = `a${':1:1,2'.repeat(100_000)}x`
    expect(readTarget(text)).toEqual({name: text, ranges: []})
    expect(readTarget(':'.repeat(200_000)).name.length).toBe(199_998)
  })
})
