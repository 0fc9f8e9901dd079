import type {Node, Root} from 'mdast'
import {visitType} from '../tree/walk.ts'

/** Place in a document where the table of contents goes. */
export interface TocMarker extends Node {
  readonly type: 'tocMarker'
}

declare module 'mdast' {
  interface RootContentMap {
    tocMarker: TocMarker
  }
  interface BlockContentMap {
    tocMarker: TocMarker
  }
}

/** Options of the marker, named as those of the `toc` extension. */
export interface TocMarkerOptions {
  /** Text that stands for the table; default: `[TOC]`. The empty string switches the marker off. */
  readonly marker?: string
}

/**
 * Turns every paragraph that holds nothing but the marker into a `tocMarker` node.
 *
 * What stands there in the end is the caller's business: the headings are known only after the page was compiled.
 * The tree is changed in place.
 */
export function markToc(tree: Root, options: TocMarkerOptions = {}): void {
  const marker = options.marker ?? '[TOC]'
  if (marker === '') return
  visitType(tree, 'paragraph', (paragraph, index, parent) => {
    const [only, second] = paragraph.children
    if (only?.type !== 'text' || second || only.value.trim() !== marker) return
    const node: TocMarker = {type: 'tocMarker'}
    if (paragraph.position) node.position = paragraph.position
    parent.children.splice(index, 1, node)
  })
}

/** Unified plugin: `markToc`. */
export default function remarkTocMarker(options: TocMarkerOptions = {}): (tree: Root) => void {
  return (tree) => {
    markToc(tree, options)
  }
}
