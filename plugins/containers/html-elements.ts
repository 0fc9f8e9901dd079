import type {Properties} from 'hast'
import type {BlockContent, DefinitionContent, RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {readTag} from '../lowering/html-tag.ts'
import {containerProperties, splitLabel} from './component-properties.ts'

const spanElements = new Set(
  'address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th a abbr b bdi bdo button cite code data del dfn em i ins kbd label map mark meter output progress q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
)

/** Gives a directive made from an HTML element that element, with the attributes its author wrote. */
export function renderHtml(directive: ContainerDirective): void {
  const {element = 'div', mode, source} = directive.attributes ?? {}
  const {label, content} = splitLabel(directive)
  const inline = mode === 'span' || mode === 'inline' || (mode === 'auto' && spanElements.has(element ?? ''))
  directive.data = {
    hName: element ?? 'div',
    hProperties: source ? tagProperties(source) : containerProperties(directive, []),
  }
  if (label) directive.children = label.children as RootContent[] as BlockContent[]
  else if (inline) directive.children = unwrapParagraphs(content)
  else
    directive.children = content.map((child) =>
      isRaw(directive) && child.type === 'code' ? rawText(child.value, mode === 'html') : child,
    )
}

function isRaw(directive: ContainerDirective): boolean {
  const {mode, element, source} = directive.attributes ?? {}
  return (
    source === undefined &&
    (mode === 'raw' ||
      mode === 'html' ||
      ['script', 'style', 'pre', 'textarea', 'canvas', 'code', 'math', 'option', 'svg'].includes(element ?? ''))
  )
}

function rawText(value: string, html: boolean): BlockContent {
  return {type: 'html', value: html ? value : value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}
}

/** Paragraphs replaced by their inline content. */
export function unwrapParagraphs(content: readonly (BlockContent | DefinitionContent)[]): BlockContent[] {
  const children = content.flatMap((child): RootContent[] => (child.type === 'paragraph' ? child.children : [child]))
  return children as BlockContent[]
}

/** Properties of a start tag, without its `markdown` attribute. */
function tagProperties(source: string): Properties {
  const properties: Properties = {}
  for (const {name, value} of readTag(source, 0)?.attributes ?? []) {
    if (name === 'markdown' || name in properties) continue
    const decoded = value === undefined ? '' : decodeReferences(value)
    if (name === 'class') properties['className'] = decoded.split(/\s+/).filter(Boolean)
    else properties[name] = decoded
  }
  return properties
}

/** Attribute value with its character references decoded. */
export function decodeReferences(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(/&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g, (whole, reference: string) => {
    if (!reference.startsWith('#')) return decodeNamedCharacterReference(reference) || whole
    const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}
