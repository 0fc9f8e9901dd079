import type {Root} from 'mdast'
import {visitNodes} from '../../plugins/tree/walk.ts'
import type {SectionContents} from '../core/page.ts'

/**
 * Images and code blocks in each section: before the first heading, then below each heading up to the next one.
 *
 * Images in raw HTML count as those in Markdown do. Icons are no images.
 */
export function countContents(tree: Root): readonly SectionContents[] {
  const sections = [{images: 0, codes: 0}]
  let current = {images: 0, codes: 0}
  sections[0] = current
  visitNodes(tree, (node) => {
    if (node.type === 'heading') {
      current = {images: 0, codes: 0}
      sections.push(current)
    } else if (node.type === 'code') current.codes++
    else if (node.type === 'image' || node.type === 'imageReference') current.images++
    else if (node.type === 'html') current.images += htmlImages(node.value)
    return undefined
  })
  return sections
}

function htmlImages(html: string): number {
  return html.match(/<img(?=[\s/>])/gi)?.length ?? 0
}
