import type {BlockContent, DefinitionContent, RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {unwrapParagraphs} from './html-elements.ts'
import {elementNode} from './element-node.ts'
import {splitLabel} from './component-properties.ts'

type Content = BlockContent | DefinitionContent

/** Gives a term or a definition its element; a tight definition has no paragraph around its first text. */
export function renderDefinitionNode(directive: ContainerDirective): void {
  if (directive.name === 'definition-term') {
    const {label} = splitLabel(directive)
    directive.data = {hName: 'dt'}
    directive.children = (label?.children ?? []) as RootContent[] as BlockContent[]
    return
  }
  directive.data = {hName: 'dd'}
  const loose =
    directive.attributes?.['loose'] !== undefined ||
    directive.children.filter((child) => child.type === 'paragraph').length > 1
  if (!loose) directive.children = unwrapParagraphs(directive.children)
}

/** Gives the block form, `/// define`, its elements: list items are definitions, everything else is a term. */
export function renderDefinitionBlock(directive: ContainerDirective): void {
  directive.data = {hName: 'dl'}
  directive.children = directive.children.flatMap((child): Content[] => {
    if (child.type === 'containerDirective' && ['dt', 'dd'].includes(child.attributes?.['element'] ?? ''))
      return [child]
    if (child.type !== 'list') {
      return [elementNode('dt', {}, child.type === 'paragraph' ? child.children : [child])]
    }
    return child.children.map((item) => {
      const loose = item.spread === true
      return elementNode('dd', {}, loose ? item.children : unwrapParagraphs(item.children))
    })
  })
}
