import {lastStart} from '../../../plugins/source-text/last-start.ts'
import type {OffsetMap} from '../../core/offset-map.ts'
import {findPlaceholders} from '../../core/placeholder.ts'
import {nowhere} from './align-text.ts'
import type {Prose} from './prose.ts'

/** Puts the values of an edition in; what they put there stands where their placeholder did. */
export function fillProse(prose: Prose, values: readonly string[]): Prose {
  const placeholders = findPlaceholders(prose.text)
  if (placeholders.length === 0) return prose
  let text = ''
  const offsets: number[] = []
  const depths: number[] = []
  let from = 0
  const copy = (to: number): void => {
    text += prose.text.slice(from, to)
    for (let index = from; index < to; index++) {
      offsets.push(prose.offsets[index] ?? nowhere)
      depths.push(prose.depths[index] ?? 0)
    }
  }
  for (const {start, end, index} of placeholders) {
    const value = values[index]
    if (value === undefined) continue
    copy(start)
    from = end
    text += value
    offsets.push(...Array.from({length: value.length}, () => prose.offsets[start] ?? nowhere))
    depths.push(...Array.from({length: value.length}, () => prose.depths[start] ?? 0))
  }
  copy(prose.text.length)
  return {text, offsets, depths}
}

/** The value that a unit came from, as `[start, end)` in the text that was parsed; `undefined` for the author's text. */
export function valueAt({runs}: OffsetMap, offset: number): readonly [start: number, end: number] | undefined {
  const index = lastStart(runs, offset)
  const run = runs[index]
  return run && !run.copy ? [run.out, runs[index + 1]?.out ?? Infinity] : undefined
}
