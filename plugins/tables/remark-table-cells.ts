import type {Root, Table, TableCell, TableRow} from 'mdast'
import type {} from 'mdast-util-to-hast'
import {visitType} from '../tree/walk.ts'

/** Options, named as those of Python-Markdown's `tables`. */
export interface TableOptions {
  /** Write the alignment of a cell as its `align` attribute instead of its style; default: `false`. */
  readonly use_align_attribute?: boolean
}

/**
 * Writes tables as Python-Markdown 3.10 does: the alignment of a column is the style of its cells, and a table without
 * rows has an empty one. The tree is changed in place.
 */
function transformTables(tree: Root, options: TableOptions = {}): void {
  visitType(tree, 'table', (table) => {
    const [header] = table.children
    if (header && table.children.length === 1) table.children.push(emptyRow(header))
    if (options.use_align_attribute !== true) alignByStyle(table)
  })
}

/** Unified plugin: `transformTables`. */
export default function remarkTableCells(options: TableOptions = {}): (tree: Root) => void {
  return (tree) => {
    transformTables(tree, options)
  }
}

function emptyRow(header: TableRow): TableRow {
  return {type: 'tableRow', children: header.children.map((): TableCell => ({type: 'tableCell', children: []}))}
}

function alignByStyle(table: Table): void {
  const align = table.align ?? []
  for (const row of table.children) {
    for (const [column, cell] of row.children.entries()) {
      const side = align[column]
      if (!side) continue
      cell.data = {...cell.data, hProperties: {...cell.data?.hProperties, style: `text-align: ${side};`}}
    }
  }
  // The number of columns stays; cells that a row has too many are dropped by it.
  table.align = align.map(() => null)
}
