import type {Node, Root} from 'mdast'
import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {} from '../abbreviations/remark-abbreviations.ts'
import type {} from '../containers/remark-containers.ts'
import {lastStart} from '../source-text/last-start.ts'
import {locator} from '../source-text/locator.ts'
import {visitNodes} from '../tree/walk.ts'
import type {KeptRun} from './apply-critic.ts'

/**
 * Turns positions in the text that was kept into positions in the source, in the tree, the messages and the ranges
 * that a file holds.
 *
 * @param source  the text before its markup was carried out
 */
export function restorePositions(
  tree: Root,
  file: VFile,
  {runs, source}: {runs: readonly KeptRun[]; source: string},
): void {
  const points = locator(source)
  const startOf = (offset: number): number => sourceOffset(runs, offset, offset)
  // An end belongs to what stands before it, not to the run that follows.
  const endOf = (offset: number): number => sourceOffset(runs, offset, offset - 1)
  const restore = ({start, end}: Position): Position => {
    const from = startOf(start.offset ?? 0)
    return {start: points(from), end: points(Math.max(from, endOf(end.offset ?? 0)))}
  }
  const seen = new Set<Node>()
  visitNodes(tree, (node) => {
    if (node.position && !seen.has(node)) node.position = restore(node.position)
    seen.add(node)
    return undefined
  })
  for (const message of file.messages) {
    const {place} = message
    if (!place) continue
    message.place = 'start' in place ? restore(place) : points(startOf(place.offset ?? 0))
    const start = 'start' in message.place ? message.place.start : message.place
    message.line = start.line
    message.column = start.column
  }
  for (const name of ['comments', 'unusedAbbreviations'] as const) {
    const ranges = file.data[name]
    if (ranges) file.data[name] = ranges.map(([start, end]) => [startOf(start), endOf(end)] as const)
  }
}

/** Offset in the source of an offset in the kept text, by the run that holds the unit `unit`. */
function sourceOffset(runs: readonly KeptRun[], offset: number, unit: number): number {
  const run = runs[lastStart(runs, unit)]
  return run ? run.source + Math.min(offset - run.out, run.length) : offset
}
