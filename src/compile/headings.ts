import type {Heading as MdastHeading, PhrasingContent, Root} from 'mdast'
import type {} from 'mdast-util-to-hast'
import type {} from '../../plugins/math/math-nodes.ts'
import {withoutTags} from '../../plugins/slugs/slugify.ts'
import {visitType} from '../../plugins/tree/walk.ts'
import type {Heading} from '../core/page.ts'
import type {Place} from '../core/position.ts'
import type {SlotTokens} from './template.ts'

/** Options of headings, named as in Python-Markdown's `toc`. */
export interface HeadingOptions {
  /** Whether headings get ids. */
  readonly ids: boolean
  /** `true` for a pilcrow, a string for the text of the link (may be empty, for one that a style sheet draws), `false` for no link. */
  readonly permalink: boolean | string
  readonly permalinkClass: string
  readonly permalinkTitle: string
  readonly permalinkLeading: boolean
  readonly anchorlink: boolean
  readonly anchorlinkClass: string
  /** Level that a first-level heading gets. */
  readonly baselevel: number
}

/** Text of inline content without markup: no icons, no image texts, no HTML, no footnote references. */
export function plainText(nodes: readonly PhrasingContent[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value
    else if (node.type === 'inlineMath') text += node.plain
    else if (node.type === 'break') text += ' '
    else if ('children' in node) text += plainText(node.children as PhrasingContent[])
  }
  return text
}

/**
 * Collects the headings of a page and gives them id tokens and permalinks, in place.
 *
 * @param render  inline HTML of a heading's content, for tables of contents
 */
export function collectHeadings(
  tree: Root,
  context: {
    options: HeadingOptions
    tokens: SlotTokens
    place: (position: MdastHeading['position']) => Place | undefined
    render: (nodes: readonly PhrasingContent[]) => string
  },
): readonly Heading[] {
  const headings: Heading[] = []
  const {options, tokens} = context
  visitType(tree, 'heading', (node) => {
    const level = Math.min(6, node.depth + options.baselevel - 1) as MdastHeading['depth']
    node.depth = level
    const text = plainText(node.children).replace(/\s+/g, ' ').trim()
    const {'data-toc-label': label, ...properties} = (node.data ??= {}).hProperties ?? {}
    const explicit = properties['id']
    if (!options.ids && explicit === undefined) return
    const place = context.place(node.position)
    const id = tokens.make('id', headings.length)
    headings.push({
      level,
      text,
      html: context.render(withoutLinks(node.children)).trim(),
      ...(typeof label === 'string' && {label: labelText(label)}),
      ...(typeof explicit === 'string' && {id: explicit}),
      slugText: text,
      ...(place && {place}),
    })
    node.data.hProperties = {...properties, id}
    addPermalink(node, options, id)
  })
  return headings
}

/** Plain text of a `data-toc-label`, which may hold HTML. */
function labelText(label: string): string {
  return withoutTags(label).replace(/\s+/g, ' ').trim()
}

function addPermalink(node: MdastHeading, options: HeadingOptions, id: string): void {
  if (options.anchorlink) {
    node.children = [
      {
        type: 'link',
        url: `#${id}`,
        data: {hProperties: {className: [options.anchorlinkClass]}},
        children: node.children,
      },
    ]
  }
  if (options.permalink === false) return
  const link: PhrasingContent = {
    type: 'link',
    url: `#${id}`,
    ...(options.permalinkTitle && {title: options.permalinkTitle}),
    data: {hProperties: {className: [options.permalinkClass]}},
    children:
      options.permalink === ''
        ? []
        : [{type: 'text', value: options.permalink === true ? '\u00B6' : options.permalink}],
  }
  node.children = options.permalinkLeading ? [link, ...node.children] : [...node.children, link]
}

function withoutLinks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'link' || node.type === 'linkReference') return withoutLinks(node.children)
    if (node.type === 'footnoteReference' || node.type === 'image' || node.type === 'html') return []
    return [node]
  })
}
