import type {Html, Parents, Root, RootContent} from 'mdast'
import {decodeReferences} from '../../plugins/containers/html-elements.ts'
import {readTag, voidElements} from '../../plugins/lowering/html-tag.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Anchor, Reference} from '../core/page.ts'
import type {Place} from '../core/position.ts'
import {htmlOffsets} from './html-offsets.ts'
import {scanRawHtml} from './raw-html.ts'
import type {ReferenceCollector} from './references.ts'

/** Elements whose end tag HTML lets authors leave out. */
const optionalEnd = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'option',
  'optgroup',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'colgroup',
  'rp',
  'rt',
])
const urlProperties = ['href', 'src', 'poster']

/** What is needed to read the raw HTML of one page. */
export interface HtmlContext {
  readonly collector: ReferenceCollector
  /** Text that was parsed. */
  readonly text: string
  /** Source range of `[start, end)` in the text that was parsed. */
  readonly range: (start: number, end: number) => Place
  readonly path: string
}

/** What the raw HTML of a page holds. */
export interface HtmlFacts {
  readonly anchors: readonly Anchor[]
  /** Ranges of comments in the text that was parsed, `[start, end)`. */
  readonly comments: readonly (readonly [number, number])[]
  readonly diagnostics: readonly Diagnostic[]
  /** Whether every element is closed beside where it was opened, so that the HTML can be written as it stands. */
  readonly balanced: boolean
}

interface OpenTag {
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * Reads the raw HTML in a tree, in place: paths become reference tokens, comments go, ids become anchors. Elements
 * that are not closed among their siblings are reported as `html/unbalanced`.
 */
export function collectHtml(tree: Root, context: HtmlContext): HtmlFacts {
  const anchors: Anchor[] = []
  const comments: (readonly [number, number])[] = []
  const diagnostics: Diagnostic[] = []
  const report = (tag: OpenTag, message: string): void => {
    diagnostics.push({
      ruleId: 'html/unbalanced',
      severity: 'warning',
      message,
      path: context.path,
      place: context.range(tag.start, tag.end),
    })
  }
  const walk = (parent: Parents): void => {
    const open: OpenTag[] = []
    const kept: RootContent[] = []
    for (const node of parent.children as RootContent[]) {
      if (node.type === 'html') {
        if (readHtml(node, {context, anchors, comments, open, report}) !== '') kept.push(node)
        continue
      }
      if (node.type === 'containerDirective') collectElement(node, context)
      if ('children' in node) walk(node)
      kept.push(node)
    }
    parent.children = kept
    for (const tag of open) {
      if (!optionalEnd.has(tag.name))
        report(tag, `Element \`<${tag.name}>\` is not closed where it was opened; add \`</${tag.name}>\``)
    }
  }
  walk(tree)
  return {anchors, comments, diagnostics, balanced: diagnostics.length === 0}
}

function readHtml(
  node: Html,
  page: {
    context: HtmlContext
    anchors: Anchor[]
    comments: (readonly [number, number])[]
    open: OpenTag[]
    report: (tag: OpenTag, message: string) => void
  },
): string {
  const {context, anchors, comments, open, report} = page
  const at = htmlOffsets(node, context.text)
  node.value = scanRawHtml(node.value, {
    reference: ({start, end, ...found}) => {
      const range = {start: at(start), end: at(end)}
      const isThere = decodeReferences(context.text.slice(range.start, range.end)) === found.target
      const reference: Reference = {origin: 'html', ...found, place: context.range(range.start, range.end)}
      return context.collector.add(reference, isThere ? range : undefined)
    },
    comment: ({start, end}) => comments.push([at(start), at(end)]),
    anchor: ({id, start, end}) => anchors.push({id, place: context.range(at(start), at(end))}),
    tag: ({name, kind, start, end}) => {
      if (voidElements.has(name)) return
      const tag: OpenTag = {name, start: at(start), end: at(end)}
      if (kind === 'start') open.push(tag)
      else closeTag(open, tag, report)
    },
  })
  return node.value.trim()
}

function closeTag(open: OpenTag[], tag: OpenTag, report: (tag: OpenTag, message: string) => void): void {
  const at = open.findLastIndex(({name}) => name === tag.name)
  if (at === -1) {
    report(tag, `End tag \`</${tag.name}>\` closes nothing here`)
    return
  }
  for (const unclosed of open.splice(at).slice(1)) {
    if (!optionalEnd.has(unclosed.name))
      report(unclosed, `Element \`<${unclosed.name}>\` is not closed before \`</${tag.name}>\``)
  }
}

/** Paths in the attributes of an element whose content is Markdown. */
function collectElement(node: Extract<RootContent, {type: 'containerDirective'}>, context: HtmlContext): void {
  const properties = node.data?.hProperties
  const element = node.data?.hName
  if (!properties || element === undefined || node.attributes?.['source'] === undefined) return
  for (const attribute of urlProperties) {
    const target = properties[attribute]
    if (typeof target !== 'string') continue
    const {start, end} = node.position ?? {}
    const place = context.range(start?.offset ?? 0, end?.offset ?? 0)
    const written = readTag(context.text, start?.offset ?? 0)?.attributes.find(({name}) => name === attribute)
    const at = written?.value === undefined ? undefined : {start: written.start, end: written.end}
    properties[attribute] = context.collector.add({origin: 'html', element, attribute, target, place}, at)
  }
}
