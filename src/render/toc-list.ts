import type {TocEntry} from '../core/page.ts'
import {escapeHtml} from './escape-html.ts'

/** Headings as nested lists of links, each list on lines of its own; empty for no headings. */
export function tocList(headings: readonly TocEntry[]): string {
  if (headings.length === 0) return ''
  let html = '<ul>\n'
  for (const {id, html: title, children} of headings) {
    html += `<li><a href="#${escapeHtml(id)}">${title}</a>${tocList(children)}</li>\n`
  }
  return `${html}</ul>\n`
}
