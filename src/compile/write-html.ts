import type {Element, Nodes, Properties} from 'hast'
import type {} from 'mdast-util-to-hast'
import {find, html as htmlNames, svg as svgNames} from 'property-information'
import type {Info, Schema} from 'property-information'
import {voidElements} from '../../plugins/lowering/html-tag.ts'

/** What a page asks for beside the HTML of a tree. */
export interface PageWriting {
  /** Called with the id of each element, in document order. */
  readonly onId: (id: string) => void
}

/** Elements of components that hold blocks. */
const blockParents = new Set(['aside', 'dd', 'details', 'div', 'dl', 'figcaption', 'figure', 'section'])
const inlineElements = new Set(
  'a abbr b br code del em i img input ins kbd label mark q s small span strong sub sup u'.split(' '),
)
/** Those of the standard, and the obsolete ones. */
const voids = new Set([...voidElements, 'basefont', 'bgsound', 'command', 'frame', 'image', 'keygen'])
/** Elements inside an SVG whose content is HTML again. */
const htmlInSvg = new Set(['desc', 'foreignObject', 'title'])

interface Context {
  /** Names of attributes; they differ inside an SVG. */
  readonly names: Schema
  readonly page: PageWriting | undefined
}

/**
 * HTML of a tree: the bytes that `toHtml` of `hast-util-to-html` 9 writes with `allowDangerousHtml`.
 *
 * For a page, blocks in elements of components are put on lines of their own besides, as `mdast-util-to-hast` does in lists and
 * quotes, and open details get the attribute as the reference writes it: `open="open"`, behind the others and the id.
 *
 * @throws TypeError for comments and document types, which no Markdown makes
 */
export function writeHtml(tree: Nodes, page?: PageWriting): string {
  return writeNode(tree, {names: htmlNames, page})
}

function writeNode(node: Nodes, context: Context): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value)
    case 'raw':
      return node.value
    case 'element':
      return writeElement(node, context)
    case 'root':
      return writeAll(node.children, context)
    default:
      throw new TypeError(`Markdown makes no ${node.type}`)
  }
}

function writeAll(nodes: readonly Nodes[], context: Context): string {
  let html = ''
  for (const node of nodes) html += writeNode(node, context)
  return html
}

function writeElement(element: Element, context: Context): string {
  const {tagName, children} = element
  const {page} = context
  const inSvg = context.names.space === 'svg'
  const own = tagName === 'svg' && !inSvg ? {names: svgNames, page} : context
  const tag = `<${tagName}${page ? pageAttributes(element, own, page) : attributesHtml(element.properties, own)}>`
  const inner = own.names.space === 'svg' && htmlInSvg.has(tagName) ? {names: htmlNames, page} : own
  const content = page && hasLines(element) ? linesHtml(children, inner) : contentHtml(element, inner)
  // The content of a template is not among its children.
  if (tagName === 'template' && !inSvg) return `${tag}</template>`
  return content === '' && !inSvg && voids.has(tagName.toLowerCase()) ? tag : `${tag}${content}</${tagName}>`
}

function contentHtml({tagName, children}: Element, context: Context): string {
  if (tagName !== 'script' && tagName !== 'style') return writeAll(children, context)
  let html = ''
  for (const child of children) html += child.type === 'text' ? child.value : writeNode(child, context)
  return html
}

/** Whether each child of an element is on a line of its own: where none is part of a text. */
function hasLines({tagName, children}: Element): boolean {
  if (children.length < 2 || !blockParents.has(tagName)) return false
  return !children.some(
    (child) => child.type === 'text' || (child.type === 'element' && inlineElements.has(child.tagName)),
  )
}

function linesHtml(nodes: readonly Nodes[], context: Context): string {
  let html = '\n'
  for (const node of nodes) html += `${writeNode(node, context)}\n`
  return html
}

function pageAttributes({properties}: Element, context: Context, page: PageWriting): string {
  const {id, open} = properties
  if (typeof id === 'string' && id !== '') page.onId(id)
  if (open === undefined) return attributesHtml(properties, context)
  const {id: _, open: __, ...others} = properties
  return `${attributesHtml(others, context)}${id === undefined ? '' : attributesHtml({id}, context)} open="open"`
}

/** Attributes, each with a blank before it. */
function attributesHtml(properties: Properties, {names}: Context): string {
  let html = ''
  for (const key in properties) {
    const value = properties[key]
    if (value !== null && value !== undefined) html += attributeHtml(key, value, names)
  }
  return html
}

function attributeHtml(key: string, given: NonNullable<Properties[string]>, names: Schema): string {
  const info = find(names, key)
  const value = info.boolean || info.overloadedBoolean ? switchValue(given, info) : given
  if (value === false || Number.isNaN(value)) return ''
  const name = escapeName(info.attribute)
  if (value === true) return ` ${name}`
  // Lists are those of classes.
  const text = Array.isArray(value) ? value.join(' ').trim() : String(value)
  return ` ${name}="${escapeValue(text)}"`
}

/** Value of an attribute that can be on or off; what is neither stays as it is. */
function switchValue(value: NonNullable<Properties[string]>, info: Info): NonNullable<Properties[string]> {
  if (info.overloadedBoolean && value === '') return true
  return typeof value !== 'string' || value === '' || value === info.attribute ? Boolean(value) : value
}

function escapeName(name: string): string {
  return /[\0\t\n\f\r "&'/<=>`]/.test(name) ? name.replace(/[\0\t\n\f\r "&'/<=>`]/g, reference) : name
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}

function escapeValue(text: string): string {
  return /[\0"&'`]/.test(text) ? text.replace(/[\0"&'`]/g, reference) : text
}

function escapeText(text: string): string {
  return text.includes('<') || text.includes('&') ? text.replace(/[<&]/g, reference) : text
}
