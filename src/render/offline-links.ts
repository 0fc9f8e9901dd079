import {readTag} from '../../plugins/lowering/html-tag.ts'
import {isExternal, splitTarget} from '../site/link-target.ts'

const leading = new Set(['a', 'area', 'link', 'form'])
const rawText = /^(?:script|style|textarea|title)$/

/**
 * HTML whose links to folders lead to the `index.html` in them: without a server nobody looks for it.
 *
 * Whatever wrote the links is included: the article, the nav, templates of the site.
 */
export function withIndexFiles(html: string): string {
  let out = ''
  let written = 0
  let inside: string | undefined
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (inside === undefined && html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      if (end === -1) break
      at = end
      continue
    }
    if (!mayMatter(html, at, inside)) continue
    const tag = readTag(html, at)
    if (!tag || (inside !== undefined && tag.name !== inside)) continue
    inside = rawText.test(tag.name) && tag.kind === 'start' && !tag.selfClosing ? tag.name : undefined
    if (leading.has(tag.name)) {
      for (const {name, value = '', start, end} of tag.attributes) {
        if (name !== 'href' && name !== 'action') continue
        const target = fileAddress(value)
        if (target === value) continue
        out += html.slice(written, start) + target
        written = end
      }
    }
    at = tag.end - 1
  }
  return out + html.slice(written)
}

/** An address with the `index.html` of its folder; one on another host or on the page itself stays. */
export function fileAddress(address: string): string {
  if (address === '' || address.startsWith('#') || isExternal(address)) return address
  const {path, query, fragment} = splitTarget(address)
  return path === '' || path.endsWith('/') ? `${path}index.html${query}${fragment}` : address
}

/** Whether the tag can be one that is looked for, told by its first letter: most tags are not. */
function mayMatter(html: string, at: number, inside: string | undefined): boolean {
  const letter = html.charAt(at + 1)
  return inside === undefined ? /[aflst]/i.test(letter) : letter === '/'
}
