import {expect, test} from 'vitest'
import type {NeutralPage} from '../../../bench/peers/peer.ts'
import {navTree} from '../../../bench/peers/nav-tree.ts'

test('the nav of a locale follows its folders, an index page at its folder', () => {
  const page = (path: string, title: string): NeutralPage => {
    return {path, locale: path.slice(0, 2), title, text: '', dialect: ''}
  }
  const pages = [
    page('en/index.md', 'Home'),
    page('en/a/index.md', 'A'),
    page('en/a/b.md', 'B'),
    page('en/c/d.md', 'D'),
    page('zh/x.md', 'X'),
  ]
  expect(navTree(pages, 'en')).toEqual([
    {title: 'Home', path: 'en/index.md', items: []},
    {title: 'A', path: 'en/a/index.md', items: [{title: 'B', path: 'en/a/b.md', items: []}]},
    {title: 'c', items: [{title: 'D', path: 'en/c/d.md', items: []}]},
  ])
})
