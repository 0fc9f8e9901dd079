import type {Root} from 'mdast'
import {visitType} from '../../plugins/tree/walk.ts'

/** Comments in whose place the tags of the edition go: that of Material for MkDocs, and our own. */
export const tagMarker = /^<!--\s*(?:material\/tags\b[^]*?|docprism-tags\s*)-->$/

/**
 * Puts a token in the place of each comment that asks for the tags of the edition.
 *
 * Options in the comment, which Material knows, are not read.
 *
 * @returns whether there is such a comment
 */
export function replaceTagMarkers(tree: Root, {text, token}: {text: string; token: string}): boolean {
  if (!text.includes('material/tags') && !text.includes('docprism-tags')) return false
  let isFound = false
  visitType(tree, 'html', (node) => {
    if (!tagMarker.test(node.value.trim())) return
    node.value = token
    isFound = true
  })
  return isFound
}
