import {attributesHtml, escapeCode} from './escape-html.ts'

/**
 * HTML of one line of a comment in which `(1)` links to an annotation, as Material 9.7 shows it: `(1)!` stands for the
 * whole comment, whose other signs are there but hidden.
 *
 * @param ids  ids of the annotations, the first for `(1)`; other numbers are text
 */
export function annotateComment(comment: string, ids: readonly string[]): string {
  let html = ''
  let at = 0
  for (const {0: found, 1: number, 2: force, index} of comment.matchAll(/\((\d{1,4})\)(!)?/g)) {
    const id = ids[Number(number) - 1]
    if (id === undefined) continue
    const link = `<a${attributesHtml([
      ['class', 'annotation'],
      ['href', `#${id}`],
    ])}>(${number ?? ''})</a>`
    if (force !== undefined) {
      return hidden(comment.slice(0, index)) + link + hidden(comment.slice(index + found.length - 1))
    }
    html += escapeCode(comment.slice(at, index)) + link
    at = index + found.length
  }
  return html + escapeCode(comment.slice(at))
}

function hidden(text: string): string {
  return text === '' ? '' : `<span hidden>${escapeCode(text)}</span>`
}
