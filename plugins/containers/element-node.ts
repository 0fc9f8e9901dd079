import type {Properties} from 'hast'
import type {Data, Parent, RootContent} from 'mdast'
import type {} from 'mdast-util-to-hast'

/** A node that only carries an element (`data.hName`), for structure that has no Markdown of its own. */
export interface ElementNode extends Parent {
  type: 'elementNode'
  children: RootContent[]
  data: Data & {hName: string; hProperties: Properties}
}

declare module 'mdast' {
  interface RootContentMap {
    elementNode: ElementNode
  }
  interface BlockContentMap {
    elementNode: ElementNode
  }
}

/** Makes an element node. */
export function elementNode(hName: string, hProperties: Properties, children: readonly RootContent[]): ElementNode {
  return {type: 'elementNode', data: {hName, hProperties}, children: [...children]}
}
