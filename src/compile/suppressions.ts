import type {Suppression} from '../core/page.ts'
import type {Place} from '../core/position.ts'

const comment = /^<!--+\s*docprism-(disable-next-line|disable|enable)(?![\w-])([^]*?)-*-->$/

/**
 * Reads a comment that switches rules off or on.
 *
 * @param text  from `<!--` to `-->`
 * @returns `undefined` for any other comment
 */
function readSuppression(text: string): Pick<Suppression, 'kind' | 'rules'> | undefined {
  const [, name, list = ''] = comment.exec(text) ?? []
  if (name === undefined) return undefined
  // What follows ` -- ` is a reason.
  const [ids = ''] = list.split(/\s--\s/)
  const kind = name === 'disable-next-line' ? 'next-line' : name === 'enable' ? 'enable' : 'disable'
  return {kind, rules: ids.split(/[\s,]+/).filter((id) => id !== '')}
}

/**
 * Reads the comments of a text that switch rules off or on.
 *
 * @param comments  ranges of all comments, `[start, end)` in UTF-16 units
 */
export function readSuppressions(
  text: string,
  comments: readonly (readonly [number, number])[],
  locate: (start: number, end: number) => {readonly path: string; readonly place: Place},
): readonly Suppression[] {
  return comments.flatMap(([start, end]) => {
    const read = readSuppression(text.slice(start, end))
    return read ? [{...read, ...locate(start, end)}] : []
  })
}
