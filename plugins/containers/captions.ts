import type {Paragraph, Parents, Root, RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {elementNode} from './element-node.ts'
import type {ElementNode} from './element-node.ts'
import {containerProperties} from './component-properties.ts'

/** Options of captions, named as in pymdownx.blocks.caption. */
export interface CaptionOptions {
  /** Prefix of each block name that is numbered; `{}` stands for the number. */
  readonly prefixes?: Readonly<Record<string, string>>
  /** Whether captions with a prefix are numbered without being asked to; default: `true`. */
  readonly auto?: boolean
  /** Deepest level that is numbered by itself; `0` for all. */
  readonly auto_level?: number
  /** Whether captions go before what they caption. */
  readonly prepend?: boolean
}

/** A figure made for a caption, with what its number depends on. */
interface Figure {
  readonly node: ElementNode | ContainerDirective
  readonly caption: ElementNode
  readonly directive: ContainerDirective
}

/** Turns captions into figures around the block before them, in place, and numbers them. */
export function renderCaptions(tree: Root, options: CaptionOptions): void {
  const figures = new Map<RootContent, Figure>()
  const wrap = (parent: Parents): void => {
    const done: RootContent[] = []
    for (const child of parent.children as RootContent[]) {
      if ('children' in child) wrap(child)
      if (child.type === 'containerDirective' && child.name === 'caption') {
        const figure = makeFigure(child, done.pop(), options)
        figures.set(figure.node, figure)
        done.push(figure.node)
      } else done.push(child)
    }
    parent.children = done
  }
  wrap(tree)
  if (figures.size > 0) numberFigures(tree, {figures, options})
}

function makeFigure(directive: ContainerDirective, before: RootContent | undefined, options: CaptionOptions): Figure {
  const caption = elementNode('figcaption', {}, directive.children)
  const {side} = directive.attributes ?? {}
  const first = side === undefined || side === null ? options.prepend === true : side === '<'
  const properties = containerProperties(directive, [])
  const open = before && isOpenFigure(before) ? before : undefined
  const inside = open ? open.children : before ? [before] : []
  const children = first ? [caption, ...inside] : [...inside, caption]
  if (!open) return {node: elementNode('figure', properties, children), caption, directive}
  const existing = open.data?.hProperties ?? {}
  const classes = [...listOf(existing['className']), ...listOf(properties['className'])]
  open.children = children as ContainerDirective['children']
  open.data = {
    ...open.data,
    hName: 'figure',
    hProperties: {...existing, ...properties, ...(classes.length > 0 && {className: [...new Set(classes)]})},
  }
  return {node: open, caption, directive}
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** A figure element of the author's that has no caption yet. */
function isOpenFigure(node: RootContent): node is ContainerDirective {
  if (node.type !== 'containerDirective' || node.attributes?.['element'] !== 'figure') return false
  return !node.children.some((child) => child.type === 'elementNode' && child.data.hName === 'figcaption')
}

function numberFigures(
  tree: Root,
  context: {figures: ReadonlyMap<RootContent, Figure>; options: CaptionOptions},
): void {
  const {figures, options} = context
  const counters = new Map<string, number[]>()
  const visit = (parent: Parents, levels: ReadonlyMap<string, number>): void => {
    for (const child of parent.children as RootContent[]) {
      const figure = figures.get(child)
      const name = figure?.directive.attributes?.['block'] ?? ''
      const level = figure
        ? numberFigure(figure, {name, parentLevel: levels.get(name) ?? 0, counters, options})
        : undefined
      if ('children' in child) visit(child, level === undefined ? levels : new Map([...levels, [name, level]]))
    }
  }
  visit(tree, new Map())
}

/** Numbers one figure where it has a number; returns its level among the figures of its kind. */
function numberFigure(
  figure: Figure,
  context: {name: string; parentLevel: number; counters: Map<string, number[]>; options: CaptionOptions},
): number | undefined {
  const {name, parentLevel, counters, options} = context
  const prefix = options.prefixes?.[name]
  if (prefix === undefined) return undefined
  const {number, level: raised} = figure.directive.attributes ?? {}
  const automatic = options.auto !== false
  if (typeof number === 'string') {
    const numbers = number.split('.').map(Number)
    counters.set(name, numbers)
    labelFigure(figure, {name, prefix, numbers})
    return numbers.length
  }
  if (!automatic && typeof raised !== 'string') return undefined
  const level = (automatic ? parentLevel + 1 : 1) + Number(raised ?? 0)
  if (automatic && (options.auto_level ?? 0) > 0 && level > (options.auto_level ?? 0)) return level
  const numbers = [...(counters.get(name) ?? [])]
  if (numbers.length >= level) {
    numbers.length = level
    numbers[level - 1] = (numbers[level - 1] ?? 0) + 1
  }
  while (numbers.length < level) numbers.push(1)
  counters.set(name, numbers)
  labelFigure(figure, {name, prefix, numbers})
  return level
}

function labelFigure(figure: Figure, label: {name: string; prefix: string; numbers: readonly number[]}): void {
  const {node, caption} = figure
  const properties = ((node.data ??= {}).hProperties ??= {})
  properties['id'] ??= `__${label.name}_${label.numbers.join('_')}`
  const text = label.prefix.replace('{}', label.numbers.join('.'))
  const first = caption.children[0]
  const span = elementNode('span', {className: ['caption-prefix']}, [{type: 'text', value: text}])
  if (first && isParagraph(first)) {
    const content = first.children as RootContent[]
    first.children = (
      content.length > 0 ? [span, {type: 'text', value: ' '}, ...content] : [span]
    ) as Paragraph['children']
  } else caption.children.unshift(elementNode('p', {}, [span]))
}

function isParagraph(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' || (node.type === 'containerDirective' && node.data?.hName === 'p')
}
