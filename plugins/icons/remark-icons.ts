import {distance} from 'fastest-levenshtein'
import type {ElementContent, Properties} from 'hast'
import type {Node, Parents, PhrasingContent, Root, RootContent, Text} from 'mdast'
import type {} from 'mdast-util-to-hast'
import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {isAutolink} from '../source-text/autolink.ts'
import {familyOf} from './icon-set.ts'
import type {IconSet} from './icon-set.ts'

/** An icon or emoji. It has no text. */
export interface Icon extends Node {
  type: 'icon'
  /** Name between the colons. */
  name: string
  data: {hName: string; hProperties: Properties; hChildren: ElementContent[]}
}

declare module 'mdast' {
  interface PhrasingContentMap {
    icon: Icon
  }
  interface RootContentMap {
    icon: Icon
  }
}

/** Options of the plugin. */
export interface IconOptions {
  readonly icons: IconSet
}

interface Context {
  readonly icons: IconSet
  readonly file: VFile
}

const shortCode = /:([a-zA-Z0-9+_-]{1,80}):/g
const furthestName = 5

/**
 * Draws `:material-x:`, `:octicons-x-24:`, `:fontawesome-solid-x:`, `:simple-x:` and emoji short codes in text.
 *
 * A name that no set knows stays text; it is reported as `icon/unknown` when its prefix says that it was meant to be an
 * icon. The tree is changed in place.
 */
export default function remarkIcons(options: IconOptions): (tree: Root, file: VFile) => void {
  const {icons} = options
  return (tree, file) => {
    const walk = (parent: Parents): void => {
      const children: RootContent[] = []
      let changed = false
      for (const child of parent.children) {
        const parts = child.type === 'text' && child.value.includes(':') ? drawText(child, {icons, file}) : undefined
        if (parts) {
          children.push(...parts)
          changed = true
        } else {
          children.push(child)
          if ('children' in child && !isAutolink(child)) walk(child)
        }
      }
      if (changed) parent.children = children
    }
    walk(tree)
  }
}

/** The text with its icons drawn; `undefined` when it has none. */
function drawText(node: Text, context: Context): PhrasingContent[] | undefined {
  const {value} = node
  const parts: PhrasingContent[] = []
  let written = 0
  shortCode.lastIndex = 0
  for (let match = shortCode.exec(value); match; match = shortCode.exec(value)) {
    const name = match[1] ?? ''
    const svg = context.icons.svg(name)
    const position = positionOf(node, match.index, match[0].length)
    if (svg === undefined) {
      reportUnknown(name, position, context)
      // The closing colon may open the next name.
      shortCode.lastIndex--
      continue
    }
    if (match.index > written) parts.push(textPart(node, written, match.index))
    parts.push({...makeIcon(name, svg), ...(position && {position})})
    written = match.index + match[0].length
  }
  if (written === 0) return undefined
  if (written < value.length) parts.push(textPart(node, written, value.length))
  return parts
}

function makeIcon(name: string, svg: string): Icon {
  const title = familyOf(name) === undefined ? {title: `:${name}:`} : {}
  return {
    type: 'icon',
    name,
    data: {hName: 'span', hProperties: {className: ['twemoji'], ...title}, hChildren: [{type: 'raw', value: svg}]},
  }
}

function textPart(node: Text, start: number, end: number): Text {
  const position = positionOf(node, start, end - start)
  return {type: 'text', value: node.value.slice(start, end), ...(position && {position})}
}

/** Position of a part of a text node; that of the whole node where its text and its source differ. */
function positionOf(node: Text, at: number, length: number): Position | undefined {
  const {position, value} = node
  if (!position) return undefined
  const {start, end} = position
  if (start.offset === undefined || end.offset !== start.offset + value.length || value.includes('\n')) return position
  const move = (units: number): Position['start'] => ({
    line: start.line,
    column: start.column + units,
    offset: (start.offset ?? 0) + units,
  })
  return {start: move(at), end: move(at + length)}
}

function reportUnknown(name: string, place: Position | undefined, context: Context): void {
  const family = familyOf(name)
  if (family === undefined) return
  const suggestion = nearestName(name, context.icons.names(family))
  const hint = suggestion === undefined ? '' : `; did you mean \`:${suggestion}:\``
  const message = context.file.message(`Unknown icon \`:${name}:\`${hint}`, {
    ...(place && {place}),
    ruleId: 'unknown',
    source: 'icon',
  })
  message.actual = `:${name}:`
  if (suggestion !== undefined) message.expected = [`:${suggestion}:`]
}

function nearestName(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined
  let bestDistance = Math.min(furthestName, Math.floor(name.length / 3)) + 1
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue
    const found = distance(name, candidate)
    if (found >= bestDistance) continue
    best = candidate
    bestDistance = found
  }
  return best
}
