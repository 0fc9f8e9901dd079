import remarkParse from 'remark-parse'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import {unified} from 'unified'
import type {Processor} from 'unified'
import {describe, expect, it} from 'vitest'
import {listAfterIndentedCode} from '../../../../plugins/indented-code/syntax.ts'

function remarkListAfterCode(this: Processor): void {
  this.data().micromarkExtensions = [listAfterIndentedCode()]
}

const processor = unified().use(remarkParse).use(remarkListAfterCode).freeze()
const render = (source: string): string => toHtml(toHast(processor.parse(source))).replaceAll('\n', '')

describe('listAfterIndentedCode', () => {
  it.each([
    ['    x\n\n2. a', '<pre><code>x</code></pre><ol start="2"><li>a</li></ol>'],
    ['    x\n2. a', '<pre><code>x</code></pre><ol start="2"><li>a</li></ol>'],
    ['\tx\n\n-', '<pre><code>x</code></pre><ul><li></li></ul>'],
    ['- a\n\n      x\n\n  10) b', '<ul><li><p>a</p><pre><code>x</code></pre><ol start="10"><li>b</li></ol></li></ul>'],
  ])('starts a list with any number after the code of %j', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['text\n2. a', '<p>text2. a</p>'],
    ['  text\n2. a', '<p>text2. a</p>'],
    ['    x\n  y\n2. a', '<pre><code>x</code></pre><p>y2. a</p>'],
    ['text\n1. a', '<p>text</p><ol><li>a</li></ol>'],
  ])('lets only a list that starts with 1 interrupt the paragraph of %j', (source, html) => {
    expect(render(source)).toBe(html)
  })
})
