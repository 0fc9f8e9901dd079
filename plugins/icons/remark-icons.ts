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

/** Options of the plugin, named as those of `pymdownx.emoji`. */
export interface IconOptions {
  readonly icons: IconSet
  /** Whose short names are read. Both have the same here; the name is the class where `classes` gives no other. */
  readonly emoji_index?: 'twemoji' | 'gemoji' | undefined
  /** `inline-svg` (the default) draws, `text` writes emoji as characters and leaves icons alone. */
  readonly emoji_generator?: 'inline-svg' | 'text' | undefined
  /** Title of a drawn emoji: its short name (the default), what it shows, or none. */
  readonly title?: 'short' | 'long' | 'none' | undefined
  /** What an emoji is written as: characters (the default, `html_entity` likewise) or its short name. */
  readonly alt?: 'unicode' | 'html_entity' | 'short' | undefined
  /** Leave U+FE0F out of characters; default: `false`. */
  readonly remove_variation_selector?: boolean | undefined
  /** Report every short name that is not known, not only those that begin as icons do; default: `false`. */
  readonly strict?: boolean | undefined
  readonly options?: DrawingOptions | undefined
}

/** Options of drawings. */
export interface DrawingOptions {
  /** Class names, separated by spaces. */
  readonly classes?: string | undefined
  /** Further attributes of emoji. */
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

interface Context {
  readonly options: IconOptions
  readonly file: VFile
}

const shortCode = /:([a-zA-Z0-9+_-]{1,80}):/g
const furthestName = 5

/** Most names that are given as equally near. */
const mostNames = 5

/**
 * Draws `:material-x:`, `:octicons-x-24:`, `:fontawesome-solid-x:`, `:simple-x:` and emoji short codes in text, or
 * writes the emoji as text.
 *
 * A name that no set knows stays text; it is reported as `icon/unknown` when its prefix says that it was meant to be an
 * icon, and always with `strict`. The tree is changed in place.
 */
export default function remarkIcons(options: IconOptions): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const walk = (parent: Parents): void => {
      const children: RootContent[] = []
      let changed = false
      for (const child of parent.children) {
        const parts = child.type === 'text' && child.value.includes(':') ? drawText(child, {options, file}) : undefined
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
    const position = positionOf(node, match.index, match[0].length)
    const part = showName(name, context.options)
    if (!part) {
      reportUnknown(name, position, context)
      // The closing colon may open the next name.
      shortCode.lastIndex--
      continue
    }
    if (match.index > written) parts.push(textPart(node, written, match.index))
    parts.push({...part, ...(position && {position})})
    written = match.index + match[0].length
  }
  if (written === 0) return undefined
  if (written < value.length) parts.push(textPart(node, written, value.length))
  return parts
}

/** The drawing or the characters for a name; `undefined` where it stays as it was written. */
function showName(name: string, options: IconOptions): Icon | Text | undefined {
  const {icons, emoji_generator: generator, alt, remove_variation_selector: removeSelector} = options
  if (generator !== 'text') {
    const svg = icons.svg(name)
    return svg === undefined ? undefined : makeIcon(name, svg, options)
  }
  const emoji = alt === 'short' ? undefined : icons.emoji(name)
  return emoji && {type: 'text', value: removeSelector ? emoji.text.replaceAll('\ufe0f', '') : emoji.text}
}

function makeIcon(name: string, svg: string, {icons, title, emoji_index: index, options}: IconOptions): Icon {
  const emoji = icons.emoji(name)
  const shown = title === 'long' ? emoji?.name : `:${name}:`
  const {class: ownClass, ...attributes} = (emoji && options?.attributes) ?? {}
  const classes = ownClass ?? options?.classes ?? index ?? 'twemoji'
  const hProperties = {
    className: classes.split(/\s+/).filter((each) => each !== ''),
    ...(emoji && title !== 'none' && {title: shown}),
    ...attributes,
  }
  return {type: 'icon', name, data: {hName: 'span', hProperties, hChildren: [{type: 'raw', value: svg}]}}
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
  const {icons, strict} = context.options
  const family = familyOf(name)
  if (family === undefined && !strict) return
  // What is written as text leaves names that are known.
  if (icons.emoji(name) !== undefined || icons.svg(name) !== undefined) return
  const suggestions = family === undefined ? [] : nearestNames(name, icons.names(family))
  const [suggestion] = suggestions
  const hint = suggestion === undefined ? '' : `; did you mean \`:${suggestion}:\``
  const message = context.file.message(`Unknown icon \`:${name}:\`${hint}`, {
    ...(place && {place}),
    ruleId: 'unknown',
    source: 'icon',
  })
  message.actual = `:${name}:`
  if (suggestion !== undefined) message.expected = suggestions.map((near) => `:${near}:`)
}

/** Names that are equally near, and nearer than every other one. */
function nearestNames(name: string, names: readonly string[]): readonly string[] {
  let best: string[] = []
  let furthest = Math.min(furthestName, Math.floor(name.length / 3))
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > furthest) continue
    const found = distance(name, candidate)
    if (found > furthest) continue
    if (found < furthest) best = []
    furthest = found
    if (best.length < mostNames) best.push(candidate)
  }
  return best
}
