import type {Parents, Root, RootContent} from 'mdast'
import type {ElementNode} from '../../plugins/containers/element-node.ts'
import type {TabLabel} from '../core/page.ts'
import {plainText} from './headings.ts'
import type {SlotTokens} from './template.ts'

/** How tabs get their ids, as `pymdownx.tabbed` and `pymdownx.blocks.tab` have it. */
export interface TabIdOptions {
  /** Whether ids are made from the labels instead of counted. */
  readonly slugs: boolean
  /** Whether the id of the heading above stands before that of a tab. */
  readonly combineHeaderSlug: boolean
}

/**
 * Gives tabs id tokens in place of their counted ids, in place; none where ids stay counted.
 *
 * Call it when headings have their tokens.
 *
 * @param context.first  index of the first token: ids of tabs follow those of headings
 * @returns the tabs in document order
 */
export function collectTabs(
  tree: Root,
  context: {options: TabIdOptions; tokens: SlotTokens; first: number},
): readonly TabLabel[] {
  const {options, tokens, first} = context
  if (!options.slugs) return []
  const tabs: TabLabel[] = []
  let headings = 0
  const walk = (parent: Parents, above: number | undefined): void => {
    let heading = above
    for (const child of parent.children as RootContent[]) {
      if (child.type === 'heading' && tokens.is('id', String(child.data?.hProperties?.['id']))) heading = headings++
      if (isTabSet(child)) {
        for (const {input, label} of partsOf(child)) {
          const id = tokens.make('id', first + tabs.length)
          input.data.hProperties = {...input.data.hProperties, id}
          label.data.hProperties = {...label.data.hProperties, for: id}
          tabs.push({
            slugText: plainText(label.children as Parameters<typeof plainText>[0])
              .replace(/\s+/g, ' ')
              .trim(),
            ...(options.combineHeaderSlug && heading !== undefined && {heading}),
          })
        }
      }
      if ('children' in child) walk(child, heading)
    }
  }
  walk(tree, undefined)
  return tabs
}

function isTabSet(node: RootContent): node is ElementNode {
  const classes = node.type === 'elementNode' ? node.data.hProperties['className'] : undefined
  return Array.isArray(classes) && classes.includes('tabbed-set')
}

/** Buttons and labels of a set, in either structure. */
function partsOf(set: ElementNode): readonly {input: ElementNode; label: ElementNode}[] {
  const named = (nodes: readonly RootContent[], name: string): ElementNode[] =>
    nodes.flatMap((node) => (node.type === 'elementNode' && node.data.hName === name ? [node] : []))
  const labels = [
    ...named(set.children, 'label'),
    ...named(set.children, 'div').flatMap((part) => named(part.children, 'label')),
  ]
  return named(set.children, 'input').flatMap((input, index) => {
    const label = labels[index]
    return label ? [{input, label}] : []
  })
}
