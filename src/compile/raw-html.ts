import {readTag} from '../../plugins/lowering/html-tag.ts'
import type {HtmlAttribute, HtmlTag} from '../../plugins/lowering/html-tag.ts'
import {decodeReferences} from '../../plugins/containers/html-elements.ts'
import {readSrcset} from './srcset.ts'

/** What one piece of raw HTML holds, as seen by `scanRawHtml`. */
export interface RawHtmlVisitor {
  /** A path in an attribute; the result replaces it. */
  reference(found: {element: string; attribute: string; target: string; start: number; end: number}): string
  /** An id that links can lead to. */
  anchor(found: {id: string; start: number; end: number}): void
  /** A comment that is left out. */
  comment?(found: {start: number; end: number}): void
  /** A start or end tag, for the balance of the page. */
  tag(found: {name: string; kind: 'start' | 'end'; start: number; end: number}): void
  /** Any start tag with its attributes, also that of an element without content. */
  element?(found: HtmlTag): void
}

const urlAttributes = new Set(['href', 'src', 'poster'])
const sourceSets = new Set(['srcset', 'imagesrcset', 'data-srcset'])
const rawText = /^(?:script|style)$/
/** A `data-*` value counts as a path only where it looks like one to a file or page. */
const pathLike =
  /^(?!#|[a-z][a-z\d+.-]*:|\/\/)[^\s<>"'{}]*\.(?:avif|gif|html?|jpe?g|json|md|mp3|mp4|pdf|png|svg|webm|webp|zip)(?:[?#][^\s]*)?$/i

/**
 * Walks the tags of raw HTML and rewrites its paths; comments, `markdown` attributes and their values are left out.
 *
 * Offsets given to the visitor are relative to `html`. Text that only looks like a tag is copied.
 */
export function scanRawHtml(html: string, visitor: RawHtmlVisitor): string {
  const parts: string[] = []
  let written = 0
  const replace = (start: number, end: number, text: string): void => {
    parts.push(html.slice(written, start), text)
    written = end
  }
  let inside: string | undefined
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at) && inside === undefined) {
      const end = html.indexOf('-->', at + 2)
      if (end === -1) break
      visitor.comment?.({start: at, end: end + 3})
      replace(at, end + 3, '')
      at = end + 2
      continue
    }
    const tag = readTag(html, at)
    if (!tag || (inside !== undefined && tag.name !== inside)) continue
    inside = rawText.test(tag.name) && tag.kind === 'start' && !tag.selfClosing ? tag.name : undefined
    if (!tag.selfClosing) visitor.tag({name: tag.name, kind: tag.kind, start: tag.start, end: tag.end})
    if (tag.kind === 'start') visitor.element?.(tag)
    for (const attribute of tag.kind === 'start' ? tag.attributes : [])
      visitAttribute(attribute, {element: tag.name, visitor, replace})
    at = tag.end - 1
  }
  parts.push(html.slice(written))
  return parts.join('')
}

function visitAttribute(
  attribute: HtmlAttribute,
  context: {element: string; visitor: RawHtmlVisitor; replace: (start: number, end: number, text: string) => void},
): void {
  const {name, value, start, end, quote} = attribute
  const {element, visitor, replace} = context
  if (name === 'markdown') {
    replace(start - (value === undefined ? 0 : 'markdown='.length + quote.length), end + quote.length, '')
    return
  }
  if (value === undefined) return
  if (name === 'id' || (name === 'name' && element === 'a')) visitor.anchor({id: decodeReferences(value), start, end})
  if (sourceSets.has(name)) {
    const mark = quote === '' ? '"' : ''
    replace(start, start, mark)
    for (const candidate of readSrcset(value)) {
      const [from, to] = [start + candidate.start, start + candidate.end]
      const target = decodeReferences(candidate.url)
      replace(from, to, visitor.reference({element, attribute: name, target, start: from, end: to}))
    }
    replace(end, end, mark)
    return
  }
  const isObject = name === 'data' && element === 'object'
  const isUrl = urlAttributes.has(name) || isObject || (name.startsWith('data-') && pathLike.test(value))
  if (!isUrl || value === '') return
  const token = visitor.reference({element, attribute: name, target: decodeReferences(value), start, end})
  replace(start, end, quote === '' ? `"${token}"` : token)
}
