import type {} from 'mdast-util-to-hast'
import type {Paragraph, Parents, Root, RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {renderCaptions} from './captions.ts'
import type {CaptionOptions} from './captions.ts'
import {containerProperties, splitLabel} from './component-properties.ts'
import {renderDefinitionBlock, renderDefinitionNode} from './definition-lists.ts'
import {renderHtml} from './html-elements.ts'
import {groupTabs, makeTabSet} from './tabs.ts'
import type {TabOptions} from './tabs.ts'

/** How components render. */
export interface ContainerRendering {
  /** Titles of admonitions without one, by lower-case type. Types that are missing show their name, capitalised. */
  readonly titles?: Readonly<Record<string, string>>
  readonly tab?: TabOptions
  readonly captions?: CaptionOptions
}

/** Gives every container directive the element it becomes, in place (`data.hName`, `data.hProperties`). */
export function renderContainers(tree: Root, options: ContainerRendering): void {
  let sets = 0
  const walk = (parent: Parents): void => {
    const children = groupTabs(parent.children).map((child) => {
      // Tab sets are numbered in document order, outer ones first.
      const node = isTabRun(child) ? makeTabSet(child, ++sets, options.tab ?? {}) : child
      if (node.type === 'containerDirective') renderDirective(node, options)
      if ('children' in node) walk(node)
      return node
    })
    parent.children = children
  }
  walk(tree)
  renderCaptions(tree, options.captions ?? {})
}

function isTabRun(child: RootContent | readonly ContainerDirective[]): child is readonly ContainerDirective[] {
  return Array.isArray(child)
}

function renderDirective(directive: ContainerDirective, options: ContainerRendering): void {
  switch (directive.name) {
    case 'admonition':
      renderAdmonition(directive, options)
      return
    case 'details':
      renderDetails(directive, options)
      return
    case 'html':
      renderHtml(directive)
      return
    case 'definition-list':
      if (directive.attributes?.['block'] === undefined) directive.data = {hName: 'dl'}
      else renderDefinitionBlock(directive)
      return
    case 'definition-term':
    case 'definition':
      renderDefinitionNode(directive)
  }
}

function isEmpty(label: Paragraph): boolean {
  return label.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

function titleOf(directive: ContainerDirective, options: ContainerRendering): string | undefined {
  const attributes = directive.attributes ?? {}
  if (attributes['title']) return attributes['title']
  const type = (attributes['type'] ?? (attributes['block'] ? '' : (attributes['class'] ?? ''))).split(' ')[0] ?? ''
  if (type === '') return undefined
  const known = options.titles?.[type.toLowerCase()]
  if (known !== undefined) return known
  // Blocks between slashes capitalise every word of a type, the other forms the first.
  return attributes['block'] === undefined ? capitalised(type) : type.split(/[_-]+/).map(capitalised).join(' ')
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}

function renderAdmonition(directive: ContainerDirective, options: ContainerRendering): void {
  const {label, content} = splitLabel(directive)
  const title = label ?? generatedLabel(titleOf(directive, options))
  directive.data = {hName: 'div', hProperties: containerProperties(directive, ['admonition'])}
  if (!title || isEmpty(title)) directive.children = content
  else {
    title.data = {...title.data, directiveLabel: true, hName: 'p', hProperties: {className: ['admonition-title']}}
    directive.children = [title, ...content]
  }
}

function renderDetails(directive: ContainerDirective, options: ContainerRendering): void {
  const {label, content} = splitLabel(directive)
  const title = label ?? generatedLabel(titleOf(directive, options))
  const properties = containerProperties(directive, [])
  if (directive.attributes?.['open'] !== undefined) properties['open'] = 'open'
  directive.data = {hName: 'details', hProperties: properties}
  if (!title) directive.children = content
  else {
    title.data = {...title.data, directiveLabel: true, hName: 'summary'}
    directive.children = [title, ...content]
  }
}

function generatedLabel(text: string | undefined): Paragraph | undefined {
  return text === undefined ? undefined : {type: 'paragraph', children: [{type: 'text', value: text}]}
}
