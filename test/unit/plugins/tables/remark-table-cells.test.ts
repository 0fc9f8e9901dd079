import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import type {Processor} from 'unified'
import {describe, expect, it} from 'vitest'
import remarkTableCells from '../../../../plugins/tables/remark-table-cells.ts'
import {renderWith} from '../../../support/render-with.ts'

function tables(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [gfmTable()]
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()]
}

const aligned = '| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |'

describe('tables', () => {
  it('aligns cells by their style', () => {
    const html = renderWith(tables, remarkTableCells)(aligned).replaceAll('\n', '')
    expect(html).toContain(
      '<tr><td style="text-align: left;">1</td><td style="text-align: right;">2</td><td style="text-align: center;">3</td><td>4</td></tr>',
    )
    expect(html).toContain('<th style="text-align: left;">a</th>')
    expect(html).not.toContain(' align=')
  })

  it('aligns cells by their attribute where asked to', () => {
    const html = renderWith(tables, [remarkTableCells, {use_align_attribute: true}])(aligned)
    expect(html).toContain('<td align="left">1</td>')
    expect(html).not.toContain('style=')
  })

  it('gives a table without rows an empty one', () => {
    const html = renderWith(tables, remarkTableCells)('| a | b |\n|---|---|').replaceAll('\n', '')
    expect(html).toContain('</thead><tbody><tr><td></td><td></td></tr></tbody>')
  })

  it('drops cells without a column and adds those that are missing', () => {
    const html = renderWith(tables, remarkTableCells)('| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |').replaceAll('\n', '')
    expect(html).toContain('<tr><td>1</td><td></td></tr><tr><td>1</td><td>2</td></tr>')
  })
})
