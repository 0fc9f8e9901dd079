import type {AnnouncementPart} from '../site/announcement.ts'
import {escapeHtml} from './escape-html.ts'

/**
 * The announcement as a page shows it.
 *
 * @param root  way to the brand's root, put in front of addresses of pages
 * @returns HTML, and an id of letters and digits that changes with the words and links: what a reader closed is remembered by it
 */
export function announcementBar(
  parts: readonly AnnouncementPart[],
  root: string,
): {readonly html: string; readonly id: string} {
  const html = parts
    .map(({text, url, href = url === undefined ? undefined : root + url}) =>
      href === undefined ? escapeHtml(text) : `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`,
    )
    .join('')
  return {html, id: shortHash(JSON.stringify(parts))}
}

/** FNV-1a of the UTF-16 units, 32 bits, in base 36. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
