import type {Node, Parents, PhrasingContent, Root, Text} from 'mdast'
import type {Point, Position} from 'unist'
import {SKIP, visit} from 'unist-util-visit'
import {findLinks} from './find-links.ts'

/** Options, named as those of `pymdownx.magiclink`. */
export interface AutolinkOptions {
  /** Show URLs without their `https://`; default: `false`. */
  readonly hide_protocol?: boolean
}

/**
 * Makes links of bare URLs and e-mail addresses, by the rules of `findLinks`.
 *
 * Text inside of links is left alone, `<a>` elements in raw HTML included. The tree is changed in place.
 */
function transformAutolinks(tree: Root, options: AutolinkOptions = {}): void {
  const insideAnchor = new Set<Node>()
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'linkReference' || insideAnchor.has(node)) return SKIP
    if ('children' in node && node.children.some(({type}) => type === 'text' || type === 'html')) {
      linkChildren(node, insideAnchor, options)
    }
    return undefined
  })
}

/** Unified plugin: `transformAutolinks`. */
export default function remarkAutolinks(options: AutolinkOptions = {}): (tree: Root) => void {
  return (tree) => {
    transformAutolinks(tree, options)
  }
}

function linkChildren(parent: Parents, insideAnchor: Set<Node>, options: AutolinkOptions): void {
  let anchorIsOpen = false
  const children = parent.children.map((child) => {
    if (child.type === 'html') {
      if (/^<a[\s>]/i.test(child.value)) anchorIsOpen = true
      else if (/^<\/a[\s>]/i.test(child.value)) anchorIsOpen = false
    }
    if (anchorIsOpen) insideAnchor.add(child)
    return child.type === 'text' && !anchorIsOpen ? linkText(child, options) : [child]
  })
  // The kinds of children stay those that the parent had, and links stand wherever text does.
  Object.assign(parent, {children: children.flat()})
}

function linkText(node: Text, options: AutolinkOptions): PhrasingContent[] {
  const {value} = node
  const links = findLinks(value)
  if (links.length === 0) return [node]
  const parts: PhrasingContent[] = []
  const addText = (start: number, end: number): void => {
    if (end > start) parts.push({type: 'text', value: value.slice(start, end), ...placeOf(node, start, end)})
  }
  let at = 0
  for (const {start, end, url, kind} of links) {
    addText(at, start)
    const written = value.slice(start, end)
    const shown = kind === 'url' && options.hide_protocol === true ? written.slice(written.indexOf('://') + 3) : written
    parts.push({type: 'link', url, children: [{type: 'text', value: shown}], ...placeOf(node, start, end)})
    at = end
  }
  addText(at, value.length)
  return parts
}

/** Position of a part of a text node: its own where every unit of the text is one of the source, else the node's. */
function placeOf({position, value}: Text, start: number, end: number): {position?: Position} {
  if (!position) return {}
  const exact = position.end.offset === (position.start.offset ?? NaN) + value.length && !value.includes('\n')
  return {position: exact ? {start: move(position, start), end: move(position, end)} : position}
}

function move({start}: Position, units: number): Point {
  const point = {line: start.line, column: start.column + units}
  return start.offset === undefined ? point : {...point, offset: start.offset + units}
}
