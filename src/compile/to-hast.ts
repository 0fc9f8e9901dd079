import type {Element, ElementContent, Nodes as HastNodes, Root as HastRoot, Text} from 'hast'
import type {Data, Node, Nodes, Root} from 'mdast'
import {defaultHandlers} from 'mdast-util-to-hast'
import type {Handlers, State} from 'mdast-util-to-hast'
import {childrenOf} from '../../plugins/tree/walk.ts'

const {root: _, ...nodeHandlers} = defaultHandlers
const handlers: Handlers = nodeHandlers

/**
 * Turns mdast into hast as `toHast` of `mdast-util-to-hast` 13 does with `allowDangerousHtml`: with its handlers, and a
 * state that leaves out what nobody reads here.
 *
 * Nothing has a position. `data.hProperties` and `data.hChildren` are not copied, so what is made is for reading. References by label
 * have become links before, and footnotes elements: what is left of them has no definition.
 */
export function toHast(tree: Root): HastRoot {
  const state: State = {
    all: (parent) => allOf(parent, state),
    applyData,
    definitionById: new Map(),
    footnoteById: new Map(),
    footnoteCounts: new Map(),
    footnoteOrder: [],
    handlers,
    one: (node, parent) => oneOf(node, parent, state),
    options: {allowDangerousHtml: true},
    patch: () => undefined,
    wrap: onLines,
  }
  return {type: 'root', children: onLines(allOf(tree, state))}
}

type Made = ReturnType<State['one']>

function oneOf(node: Nodes, parent: Parameters<State['one']>[1], state: State): Made {
  // Most nodes are text, and most text is on one line, so that there are no blanks around line feeds to leave out.
  if (node.type === 'text' && !node.data && !/[\r\n]/.test(node.value)) return {type: 'text', value: node.value}
  const handle = Object.hasOwn(handlers, node.type) ? handlers[node.type] : undefined
  return handle ? handle(state, node, parent) : unknownNode(node, state)
}

/** What a node becomes that the library knows nothing of: the element that its data says, or its text. */
function unknownNode(node: Nodes, state: State): Made {
  const {data = {}} = node
  const isText = 'value' in node && !Object.hasOwn(data, 'hProperties') && !Object.hasOwn(data, 'hChildren')
  const made: ElementContent = isText
    ? {type: 'text', value: node.value}
    : {type: 'element', tagName: 'div', properties: {}, children: allOf(node, state)}
  return applyData(node, made)
}

function allOf(parent: Node, state: State): ElementContent[] {
  const made: ElementContent[] = []
  let afterBreak = false
  for (const node of childrenOf(parent) ?? []) {
    const result = oneOf(node, parent as Parameters<State['one']>[1], state)
    if (Array.isArray(result)) made.push(...result)
    else if (result) {
      if (afterBreak) trimStart(result)
      made.push(result)
    }
    afterBreak = node.type === 'break'
  }
  return made
}

/** Text behind a line break starts without blanks. */
function trimStart(node: ElementContent): void {
  const text = node.type === 'element' ? node.children[0] : node
  if (text?.type === 'text') text.value = text.value.replace(/^[\t ]+/, '')
}

/** Gives what was made of a node the element name, attributes and content that the node's data says. */
function applyData<Type extends HastNodes>(from: Nodes, to: Type): Element | Type {
  if (!from.data) return to
  const {hChildren, hName, hProperties}: Data = from.data
  let result: Element | Type = to
  if (typeof hName === 'string') {
    if (result.type === 'element') result.tagName = hName
    else {
      const children = ('children' in result ? result.children : [result]) as ElementContent[]
      result = {type: 'element', tagName: hName, properties: {}, children}
    }
  }
  if (result.type === 'element' && hProperties) Object.assign(result.properties, hProperties)
  if ('children' in result && hChildren) result.children = hChildren
  return result
}

/** Nodes with a line feed between them, and around them where they are in a block. */
function onLines<Type extends HastNodes>(nodes: Type[], inBlock = false): (Type | Text)[] {
  const lines: (Type | Text)[] = []
  for (const node of nodes) {
    if (inBlock || lines.length > 0) lines.push({type: 'text', value: '\n'})
    lines.push(node)
  }
  if (inBlock) lines.push({type: 'text', value: '\n'})
  return lines
}
