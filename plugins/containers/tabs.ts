import type {RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {elementNode} from './element-node.ts'
import type {ElementNode} from './element-node.ts'
import {containerProperties, splitLabel} from './component-properties.ts'

/** Options of tabs, named as in pymdownx.tabbed. */
export interface TabOptions {
  /** The structure that Material styles; without it, input, label and content alternate. */
  readonly alternate_style?: boolean
}

/** Children of a node with each run of neighbouring tabs as a list of its own, the tabs of one set. */
export function groupTabs(children: readonly RootContent[]): readonly (RootContent | readonly ContainerDirective[])[] {
  const grouped: (RootContent | ContainerDirective[])[] = []
  for (const child of children) {
    const last = grouped.at(-1)
    if (!isTab(child)) grouped.push(child)
    else if (Array.isArray(last) && child.attributes?.['new'] === undefined) last.push(child)
    else grouped.push([child])
  }
  return grouped
}

function isTab(node: RootContent): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === 'tab'
}

/** The element of a tab set; `set` is its number on the page, from 1. */
export function makeTabSet(tabs: readonly ContainerDirective[], set: number, options: TabOptions): ElementNode {
  const last = tabs.findLastIndex((tab) => tab.attributes?.['select'] !== undefined)
  const selected = last === -1 ? 0 : last
  const parts = tabs.map((tab, index) => {
    const id = `__tabbed_${String(set)}_${String(index + 1)}`
    const {label, content} = splitLabel(tab)
    return {
      input: elementNode(
        'input',
        {...(index === selected && {checked: true}), id, name: `__tabbed_${String(set)}`, type: 'radio'},
        [],
      ),
      label: elementNode('label', {for: id}, label?.children ?? []),
      block: (name: string): RootContent => elementNode('div', containerProperties(tab, [name]), content),
    }
  })
  const properties = {'data-tabs': `${String(set)}:${String(tabs.length)}`}
  const children: RootContent[] = options.alternate_style
    ? [
        ...parts.map((part) => part.input),
        elementNode(
          'div',
          {className: ['tabbed-labels']},
          parts.map((part) => part.label),
        ),
        elementNode(
          'div',
          {className: ['tabbed-content']},
          parts.map((part) => part.block('tabbed-block')),
        ),
      ]
    : parts.flatMap((part) => [part.input, part.label, part.block('tabbed-content')])
  const classes = options.alternate_style ? ['tabbed-set', 'tabbed-alternate'] : ['tabbed-set']
  return elementNode('div', {className: classes, ...properties}, children)
}
