import type {Html, Image, ImageReference, Link, LinkReference, Nodes} from 'mdast'
import type {HtmlTag} from '../../../plugins/lowering/html-tag.ts'
import {visitNodes} from '../../../plugins/tree/walk.ts'
import {htmlOffsets} from '../html-offsets.ts'
import {scanRawHtml} from '../raw-html.ts'
import type {PageRule, PageRuleContext} from './page-rule.ts'

/**
 * Reports `image/missing-alt`: an image whose text is empty is nothing to those who cannot see it.
 *
 * An image beside the text of a link may be empty: the text says it all. In raw HTML an empty `alt` is a decision and fine.
 */
export const missingAlt: PageRule = {
  types: ['image', 'imageReference', 'html', 'link', 'linkReference'],
  start: (context) => {
    const beside = new Set<Image | ImageReference>()
    return {
      node: (node) => {
        if (node.type === 'link' || node.type === 'linkReference') {
          for (const image of imagesBesideText(node)) beside.add(image)
        } else if (node.type === 'html') {
          if (/<img[\s/]/i.test(node.value)) lookAtHtml(node, context)
        } else if (isImage(node)) {
          if (beside.has(node) || isNamed(node)) return
          const {start, end} = node.position ?? {}
          context.report({
            ruleId: 'image/missing-alt',
            message: 'Image without a text in its place; write what it shows between `![` and `]`',
            place: context.range(start?.offset ?? 0, end?.offset ?? 0),
          })
        }
      },
    }
  },
}

/** Whether a Markdown image has a text, or says in its attribute list that it needs none. */
function isNamed({alt, data}: Image | ImageReference): boolean {
  if (alt?.trim()) return true
  const listed = Object.entries(data?.hProperties ?? {})
  return listed.some(([name, value]) => isName(name, typeof value === 'boolean' ? String(value) : value))
}

function imagesBesideText(link: Link | LinkReference): readonly (Image | ImageReference)[] {
  const inside: Nodes[] = []
  visitNodes(link, (node) => {
    inside.push(node)
    return undefined
  })
  const isText = (node: Nodes): boolean =>
    (node.type === 'text' || node.type === 'inlineCode') && node.value.trim() !== ''
  return inside.some(isText) ? inside.filter(isImage) : []
}

function isImage(node: Nodes): node is Image | ImageReference {
  return node.type === 'image' || node.type === 'imageReference'
}

function lookAtHtml(node: Html, {text, range, report}: PageRuleContext): void {
  const at = htmlOffsets(node, text)
  scanRawHtml(node.value, {
    reference: ({target}) => target,
    anchor: () => undefined,
    tag: () => undefined,
    element: (tag) => {
      if (tag.name !== 'img' || isNamedElement(tag)) return
      report({
        ruleId: 'image/missing-alt',
        message: 'Image without an `alt` attribute; write what it shows, or `alt=""` if it only decorates',
        place: range(at(tag.start), at(tag.end)),
      })
    },
  })
}

function isNamedElement({attributes}: HtmlTag): boolean {
  return attributes.some(({name, value}) => isName(name, value))
}

/** Whether an attribute names an image, or says that it needs no name. */
function isName(name: string, value: unknown): boolean {
  if (name === 'alt' || name === 'aria-labelledby') return true
  if (name === 'aria-label') return value !== ''
  if (name === 'aria-hidden') return value === 'true'
  return name === 'role' && (value === 'presentation' || value === 'none')
}
