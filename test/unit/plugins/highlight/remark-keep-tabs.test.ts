import type {Code, Root} from 'mdast'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import remarkKeepTabs from '../../../../plugins/highlight/remark-keep-tabs.ts'
import {visitType} from '../../../../plugins/tree/walk.ts'

/** Code of a fence whose opening line is the first of `source`, and whose lines reached the tree as `value`. */
function keep(source: string, value: string): string {
  const last = source.split('\n').length
  const code: Code = {
    type: 'code',
    lang: 'go',
    value,
    position: {start: {line: 1, column: 1, offset: 0}, end: {line: last, column: 4, offset: source.length}},
  }
  const tree: Root = {type: 'root', children: [code]}
  remarkKeepTabs()(tree, new VFile(source))
  let kept = ''
  visitType(tree, 'code', (node) => {
    kept = node.value
  })
  return kept
}

describe('remarkKeepTabs', () => {
  it.each([
    ['a tab', '```go\n\tx\n```', '    x', '\tx'],
    ['two of them', '```go\n\t\tx\n```', '        x', '\t\tx'],
    ['a tab that ends spaces', '```go\n  \tx\n```', '    x', '  \tx'],
    ['the tab inside an indented fence', '    ```go\n    \tx\n    ```', '    x', '\tx'],
    ['the tab behind one that a list item took', '\t```go\n\t\tx\n\t```', '    x', '\tx'],
    ['the spaces of a tab that a list item cut', '  ```go\n\tx\n  ```', '  x', '  x'],
    ['the tab in a quote', '> ```go\n> \tx\n> ```', '    x', '\tx'],
    ['spaces', '```go\n    x\n```', '    x', '    x'],
    ['lines that are not those of the source', '```go\n\ty\n```', '    x', '    x'],
    ['lines without indentation', '```go\nx\ty\n```', 'x\ty', 'x\ty'],
    ['code in a text without tabs', '```go\n    x\n```', '    x', '    x'],
  ])('keeps %s', (...[, source, value, expected]) => {
    expect(keep(source, value)).toBe(expected)
  })
})
